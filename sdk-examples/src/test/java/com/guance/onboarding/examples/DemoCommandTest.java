package com.guance.onboarding.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoCommandTest {

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return OnboardingCli.run(new PrintWriter(out), new PrintWriter(err), args);
  }

  private Path request(String yaml) throws Exception {
    return Files.writeString(folder.resolve("request.yaml"), yaml);
  }

  @Test
  void demo_json_endsWithOneLineThatTellsEverything() throws Exception {
    assertThat(run("demo", "--json")).isEqualTo(OnboardingCli.DONE);

    List<String> lines = out.toString().lines().toList();
    JsonNode json = new JsonMapper().readTree(lines.get(lines.size() - 1));
    assertThat(json.path("branch").asText()).isEqualTo("register");
    assertThat(json.path("outcome").asText()).isEqualTo("COMPLETED");
    assertThat(json.path("signInName").asText()).isEqualTo("Wendy@gcy");
    assertThat(json.path("billingAccount").path("registered").asBoolean()).isTrue();
    assertThat(json.path("workspace").path("created").asBoolean()).isTrue();
    assertThat(json.path("dataKit").path("command").asText()).contains("token=***");
    assertThat(json.path("dataKit").path("host").asText()).isEqualTo("host-1");
    assertThat(json.path("stages")).hasSize(10);
    assertThat(json.path("stages").findValuesAsText("by")).containsOnly("SDK");
    assertThat(json.path("remoteCalls").asInt())
        .isEqualTo(RemoteCalls.withKey(com.guance.onboarding.domain.Branch.REGISTER).size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"all", "marketplace", "billing"})
  void demo_people_completes(String people) {
    assertThat(run("demo", "--people", people)).isEqualTo(OnboardingCli.DONE);
    assertThat(out.toString())
        .contains("a person:")
        .contains("the first DataKit reports from host-1 [by the SDK]")
        .contains("Completed.");
  }

  @Test
  void demo_wrongArguments_exitWith2AndSayWhich() {
    assertThat(run("demo", "--branch", "nowhere")).isEqualTo(OnboardingCli.WRONG);
    assertThat(err.toString()).contains("--branch must be");
    assertThat(run("demo", "--fault", "nothing")).isEqualTo(OnboardingCli.WRONG);
    assertThat(run("demo", "--request", "nowhere.yaml")).isEqualTo(OnboardingCli.WRONG);
    assertThat(run()).isEqualTo(OnboardingCli.WRONG);
  }

  @Test
  void demo_requestWithABadValue_exitsWith2AndNamesFieldAndRule() throws Exception {
    String sample = Files.readString(Path.of("requests/gcy.yaml"));

    assertThat(
            run(
                "demo",
                "--request",
                request(sample.replace("language: zh", "language: fr")).toString()))
        .isEqualTo(OnboardingCli.WRONG);
    assertThat(err.toString()).contains("workspace.language must be zh or en");

    assertThat(run("demo", "--request", request(sample.replace("  language: zh\n", "")).toString()))
        .isEqualTo(OnboardingCli.WRONG);
    assertThat(err.toString()).contains("workspace.language is missing");

    assertThat(run("demo", "--request", request(sample + "code: 1\n").toString()))
        .isEqualTo(OnboardingCli.WRONG);
    assertThat(err.toString()).contains("code must not stand in a request");
  }
}
