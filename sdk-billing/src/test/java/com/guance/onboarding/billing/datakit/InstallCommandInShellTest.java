package com.guance.onboarding.billing.datakit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.billing.Sites;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.Site;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the commands in real shells, where {@code curl} is a stub that tells what it was given. */
final class InstallCommandInShellTest {

  private static final String TOKEN = "tkn_00000000000000000000000000000004";
  private static final List<String> HOSTILE =
      List.of(
          "'; touch pwned; '",
          "$(touch pwned)",
          "`touch pwned`",
          "\"; touch pwned; \"",
          "'\"'\"'$(touch pwned)'\"'\"'",
          "\\'; touch pwned #",
          "a && touch pwned || b | c > pwned",
          "!! !$ !1 * ? ~ ~root [a-z] {a..z}",
          "${IFS}$PATH$0",
          "演示 ‘空间’ “引号” é 😀",
          "-n --help");

  @TempDir Path folder;
  private Path bin;
  private Path work;

  @BeforeEach
  void stub() throws IOException {
    bin = Files.createDirectory(folder.resolve("bin"));
    work = Files.createDirectory(folder.resolve("work"));
    Path curl = bin.resolve("curl");
    Files.writeString(
        curl,
        "#!/bin/sh\nprintf '%s\\n' \"$@\" > '"
            + folder
            + "/curl.args'\n"
            + "echo \"env -0 > '"
            + folder
            + "/env'\"\n");
    Files.setPosixFilePermissions(curl, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sh", "bash"})
  void command_hostileTags_reachTheInstallerUnchangedAndRunNothing(String shell) throws Exception {
    for (String value : HOSTILE) {
      InstallOptions options = InstallOptions.builder().putHostTags("note", value).build();
      run(shell, Platform.LINUX, options);
      assertThat(seen()).containsEntry("DK_GLOBAL_HOST_TAGS", "note=" + value);
      assertThat(work).isEmptyDirectory();
    }
  }

  @ParameterizedTest
  @CsvSource({"sh,LINUX", "sh,MACOS", "bash,LINUX", "bash,MACOS"})
  void command_allOptions_setTheDocumentedVariables(String shell, Platform platform)
      throws Exception {
    InstallOptions options =
        InstallOptions.builder()
            .putHostTags("env", "prod")
            .putHostTags("team", "ops")
            .addDefaultInputs("cpu", "mem")
            .cloudProvider(CloudProvider.HWCLOUD)
            .namespace("default")
            .httpPort(9530)
            .installOnly(true)
            .upgrade(true)
            .proxy(URI.create("http://proxy.internal:3128"))
            .version("1.2.3")
            .installerBaseUrl(URI.create("https://mirror.example.com/datakit/"))
            .build();
    run(shell, platform, options);
    assertThat(seen())
        .containsEntry("DK_DATAWAY", "https://cn4-openway.guance.com?token=" + TOKEN)
        .containsEntry("DK_GLOBAL_HOST_TAGS", "env=prod,team=ops")
        .containsEntry("DK_DEF_INPUTS", "cpu,mem")
        .containsEntry("DK_CLOUD_PROVIDER", "hwcloud")
        .containsEntry("DK_NAMESPACE", "default")
        .containsEntry("DK_HTTP_PORT", "9530")
        .containsEntry("DK_INSTALL_ONLY", "1")
        .containsEntry("DK_UPGRADE", "1")
        .containsEntry("DK_INSTALLER_BASE_URL", "https://mirror.example.com/datakit")
        .containsEntry("HTTPS_PROXY", "http://proxy.internal:3128");
    assertThat(Files.readString(folder.resolve("curl.args"), UTF_8).lines())
        .containsExactly("-L", "https://mirror.example.com/datakit/install-1.2.3.sh");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sh", "bash"})
  void command_kubernetes_isCutIntoTheMeantWords(String shell) throws Exception {
    Path helm = bin.resolve("helm");
    Files.writeString(helm, "#!/bin/sh\nprintf '%s\\n' \"$@\" > '" + folder + "/helm.args'\n");
    Files.setPosixFilePermissions(helm, PosixFilePermissions.fromString("rwxr-xr-x"));
    run(
        shell,
        Platform.KUBERNETES,
        InstallOptions.builder().putHostTags("a", "1").putHostTags("b", "2").build());
    assertThat(Files.readString(folder.resolve("helm.args"), UTF_8).lines())
        .endsWith(
            "--set",
            "datakit.dataway_url=https://cn4-openway.guance.com?token=" + TOKEN,
            "--set-string",
            "datakit.global_tags=a=1\\,b=2");
    assertThat(work).isEmptyDirectory();
  }

  private void run(String shell, Platform platform, InstallOptions options) throws Exception {
    String line =
        InstallCommands.of(Sites.documented().hosts(new Site("cn4")), Secret.of(TOKEN))
            .command(platform, options)
            .reveal();
    // The line goes in through a file, as it would through a paste, so that no argument list
    // recodes it.
    Path script = Files.writeString(folder.resolve("line"), line + "\n", UTF_8);
    ProcessBuilder builder = new ProcessBuilder(shell, script.toString());
    builder.directory(work.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("DK_"));
    builder.environment().put("PATH", bin + ":/usr/bin:/bin");
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("out").toFile());
    Process process = builder.start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(() -> readOut()).isZero();
  }

  private String readOut() {
    try {
      return Files.readString(folder.resolve("out"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private Map<String, String> seen() throws IOException {
    Map<String, String> variables = new TreeMap<>();
    String dump = Files.readString(folder.resolve("env"), UTF_8);
    for (String entry : dump.split("\0", -1)) {
      int cut = entry.indexOf('=');
      if (cut > 0) {
        variables.put(entry.substring(0, cut), entry.substring(cut + 1));
      }
    }
    return variables;
  }
}
