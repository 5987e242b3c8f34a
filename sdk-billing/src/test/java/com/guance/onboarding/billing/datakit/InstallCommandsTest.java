package com.guance.onboarding.billing.datakit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.billing.Brand;
import com.guance.onboarding.billing.Sites;
import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.Site;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class InstallCommandsTest {

  private static final String TOKEN = "tkn_00000000000000000000000000000004";

  private final InstallCommands commands =
      InstallCommands.of(Sites.documented().hosts(new Site("cn4")), Secret.of(TOKEN));

  @Test
  void command_linux_isTheDocumentedLine() {
    assertThat(commands.command(Platform.LINUX, InstallOptions.none()).reveal())
        .isEqualTo(
            "DK_DATAWAY='https://cn4-openway.guance.com?token="
                + TOKEN
                + "' bash -c 'eval \"$(curl -L https://static.guance.com/datakit/install.sh)\"'");
  }

  @Test
  void command_windows_isTheDocumentedLine() {
    assertThat(commands.command(Platform.WINDOWS, InstallOptions.none()).reveal())
        .isEqualTo(
            "Remove-Item -ErrorAction SilentlyContinue Env:DK_*; "
                + "$env:DK_DATAWAY='https://cn4-openway.guance.com?token="
                + TOKEN
                + "'; Set-ExecutionPolicy Bypass -scope Process -Force;"
                + " Import-Module bitstransfer;"
                + " start-bitstransfer -source 'https://static.guance.com/datakit/install.ps1'"
                + " -destination .install.ps1; powershell ./.install.ps1;");
  }

  @Test
  void command_kubernetes_isTheDocumentedLine() {
    assertThat(commands.command(Platform.KUBERNETES, InstallOptions.none()).reveal())
        .isEqualTo(
            "helm install datakit datakit --repo https://pubrepo.guance.com/chartrepo/datakit"
                + " -n datakit --create-namespace --set"
                + " 'datakit.dataway_url=https://cn4-openway.guance.com?token="
                + TOKEN
                + "'");
  }

  @Test
  void command_kubernetesWithOptions_escapesForHelm() {
    InstallOptions options =
        InstallOptions.builder()
            .putHostTags("env", "prod")
            .putHostTags("team", "演示")
            .addDefaultInputs("cpu", "mem")
            .cloudProvider(CloudProvider.HWCLOUD)
            .version("1.2.3")
            .upgrade(true)
            .build();
    assertThat(commands.command(Platform.KUBERNETES, options).masked())
        .startsWith("helm upgrade datakit datakit ")
        .contains(" --set-string 'datakit.global_tags=env=prod\\,team=演示'")
        .contains(" --set-string 'datakit.default_enabled_inputs=cpu\\,mem'")
        .contains(" --set-string 'image.tag=1.2.3'")
        .contains(" --set-string 'extraEnvs[0].name=ENV_CLOUD_PROVIDER'")
        .contains(" --set-string 'extraEnvs[0].value=hwcloud'");
  }

  @Test
  void command_trueWatch_takesItsOwnHosts() {
    InstallCommands trueWatch =
        InstallCommands.of(
            Sites.documented(Brand.TRUEWATCH).hosts(new Site("id1")), Secret.of(TOKEN));
    assertThat(trueWatch.command(Platform.LINUX, InstallOptions.none()).masked())
        .contains("https://id1-openway.truewatch.com?token=***")
        .contains("https://static.truewatch.com/datakit/install.sh");
    assertThat(trueWatch.command(Platform.KUBERNETES, InstallOptions.none()).masked())
        .contains("--repo https://pubrepo.truewatch.com/chartrepo/truewatch ");
  }

  @Test
  void command_windowsWithProxyAndTag_quotesEveryApostropheThatPowerShellKnows() {
    InstallOptions options =
        InstallOptions.builder()
            .putHostTags("owner", "O'Neil ’; calc")
            .proxy(URI.create("http://proxy.internal:3128"))
            .version("1.2.3")
            .build();
    String line = commands.command(Platform.WINDOWS, options).reveal();
    assertThat(Readers.powerShellStatements(line))
        .contains(
            "$env:HTTPS_PROXY='http://proxy.internal:3128'",
            "$env:DK_GLOBAL_HOST_TAGS='owner=O''Neil ’’; calc'",
            "start-bitstransfer -ProxyUsage Override -ProxyList $env:HTTPS_PROXY -source"
                + " 'https://static.guance.com/datakit/install-1.2.3.ps1'"
                + " -destination .install.ps1")
        .hasSize(8);
  }

  @ParameterizedTest
  @EnumSource(Platform.class)
  void print_anyForm_masksTheToken(Platform platform) {
    InstallCommand command = commands.command(platform, InstallOptions.none());
    assertThat(command.toString()).doesNotContain(TOKEN).contains("token=***");
    assertThat(command.masked()).isEqualTo(command.toString());
    assertThat(String.valueOf(commands)).doesNotContain(TOKEN);
    assertThat(command.reveal()).contains(TOKEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tkn_1'; touch x; '", "tkn 1", "tkn_1\n", "$(id)", "tkn_1&a=b"})
  void of_tokenThatCannotBeOne_isRefusedWithoutShowingIt(String token) {
    assertThatThrownBy(
            () -> InstallCommands.of(Sites.documented().hosts(new Site("cn4")), Secret.of(token)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("datakit.token")
        .hasMessageNotContaining(token);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\nb", "a\rb", "a\u0000b", "a\u2028b", "a\u202eb", "a,b=c", "a=b", " ", "\ud800"})
  void builder_tagThatIsMoreThanALine_isRefused(String value) {
    InstallOptions.Builder builder = InstallOptions.builder().putHostTags("k", value);
    assertThatThrownBy(builder::build)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("datakit.hostTags");
  }

  @ParameterizedTest
  @ValueSource(strings = {"k;id", "$(id)", "k=v", "", "k k", "名"})
  void builder_tagNameThatIsNone_isRefused(String name) {
    InstallOptions.Builder builder = InstallOptions.builder().putHostTags(name, "v");
    assertThatThrownBy(builder::build).isInstanceOf(InvalidInputException.class);
  }

  @Test
  void builder_otherHostileValues_areRefusedByName() {
    refused(InstallOptions.builder().version("1.2.3;id"), "datakit.version");
    refused(InstallOptions.builder().version("../../x"), "datakit.version");
    refused(InstallOptions.builder().namespace("a b"), "datakit.namespace");
    refused(InstallOptions.builder().addDefaultInputs("cpu$(id)"), "datakit.defaultInputs");
    refused(InstallOptions.builder().httpPort(0), "datakit.httpPort");
    refused(InstallOptions.builder().proxy(URI.create("http://u:p@h:1")), "datakit.proxy");
    refused(InstallOptions.builder().proxy(URI.create("http://h:1/$(id)")), "datakit.proxy");
    refused(
        InstallOptions.builder().installerBaseUrl(URI.create("http://h/x")),
        "datakit.installerBaseUrl");
    refused(
        InstallOptions.builder().installerBaseUrl(URI.create("https://h/x'y")),
        "datakit.installerBaseUrl");
    refused(
        InstallOptions.builder().withoutInputs(true).addDefaultInputs("cpu"),
        "datakit.withoutInputs");
  }

  private static void refused(InstallOptions.Builder builder, String field) {
    assertThatThrownBy(builder::build)
        .isInstanceOfSatisfying(
            InvalidInputException.class, e -> assertThat(e.field()).isEqualTo(field));
  }

  @Test
  void command_kubernetesWithHostOption_isRefusedByName() {
    InstallOptions options = InstallOptions.builder().httpPort(9530).build();
    assertThatThrownBy(() -> commands.command(Platform.KUBERNETES, options))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("datakit.httpPort");
  }

  @Test
  void command_kubernetesWithTagThatYamlWouldRead_isRefused() {
    InstallOptions options = InstallOptions.builder().putHostTags("k", "a: {b} #").build();
    assertThatThrownBy(() -> commands.command(Platform.KUBERNETES, options))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("datakit.hostTags");
  }
}
