package com.guance.onboarding.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.billing.datakit.Platform;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.testkit.Emulator;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

class GuanceCommandsTest extends CommandRuns {

  @Test
  void workspace_withoutKey_showsACommercialWorkspaceOfTheEmulator() {
    assertThat(run("workspace")).isEqualTo(OnboardingCli.DONE);
    assertThat(out.toString())
        .contains("PLAN         PROVEN")
        .contains("LOCK         PROVEN")
        .contains("Workspace wksp_")
        .contains("members: 1, keys: 1")
        .doesNotContain("wsak_");
  }

  @Test
  void workspace_keyThatNobodyKnows_saysWhatIsWrong() {
    List<String> lines = new ArrayList<>();
    try (Emulator emulator = Emulator.start()) {
      boolean good =
          HowDoICheckAWorkspaceExample.look(
              emulator.openApiUri(), Secret.of("wsak_none"), lines::add);
      assertThat(good).isFalse();
    }
    assertThat(lines)
        .singleElement()
        .asString()
        .contains("KEY_AND_SITE WRONG: the site does not know the API key");
  }

  @Test
  void workspace_siteWithoutKey_exitsWith2() {
    assertThat(run("workspace", "--site", "cn4")).isEqualTo(OnboardingCli.WRONG);
    assertThat(err.toString()).contains("GUANCE_KEY_ID is not set");
  }

  @Test
  void datakit_withoutToken_showsTheWholeWay() {
    assertThat(run("datakit")).isEqualTo(OnboardingCli.DONE);
    assertThat(out.toString())
        .contains("The dataway says of the token: VALID")
        .contains("?token=***")
        .contains("Hosts before: none")
        .contains("Hosts after:  web-1")
        .doesNotContain("tkn_");
  }

  @ParameterizedTest
  @EnumSource(Platform.class)
  void datakit_site_writesTheMaskedCommandOfThePlatform(Platform platform) {
    String name = platform.name().toLowerCase(java.util.Locale.ROOT);
    assertThat(run("datakit", "--site", "cn4", "--platform", name, "--tag", "env=prod"))
        .isEqualTo(OnboardingCli.DONE);
    assertThat(out.toString()).contains("https://cn4-openway.guance.com?token=***");
  }

  @Test
  void datakit_tokenInTheEnvironment_isPrintedWithRevealOnly() {
    assertThat(withToken("--site", "cn4")).contains("?token=***").doesNotContain("tkn_canary");
    assertThat(withToken("--site", "cn4", "--reveal")).contains("?token=tkn_canary");
  }

  private static String withToken(String... args) {
    StringWriter printed = new StringWriter();
    int status =
        new CommandLine(new DataKitCommand(Map.of("GUANCE_DATA_TOKEN", "tkn_canary")))
            .setOut(new PrintWriter(printed))
            .execute(args);
    assertThat(status).isEqualTo(OnboardingCli.DONE);
    return printed.toString();
  }

  @Test
  void datakit_help_saysWhenAnEmulatorIsUsedAndWhichSiteSuits() {
    assertThat(run("datakit", "--help")).isEqualTo(OnboardingCli.DONE);
    assertThat(out.toString().replaceAll("\\s+", " "))
        .contains("without token and site, the whole way with an emulator")
        .contains("cn4 is the one on Huawei Cloud");
  }

  @Test
  void datakit_wrongArguments_exitWith2() {
    assertThat(run("datakit", "--platform", "amiga")).isEqualTo(OnboardingCli.WRONG);
    assertThat(err.toString()).contains("linux, macos, windows, kubernetes");
    assertThat(run("datakit", "--site", "mars")).isEqualTo(OnboardingCli.WRONG);
    assertThat(run("datakit", "--site", "cn4", "--reveal")).isEqualTo(OnboardingCli.WRONG);
    assertThat(run("datakit", "--site", "cn4", "--tag", "a=$(id)\n"))
        .isEqualTo(OnboardingCli.WRONG);
  }
}
