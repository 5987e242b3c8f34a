package com.guance.onboarding.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.guance.onboarding.domain.Branch;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoCommandTest {

  /** How many kinds of calls go to Guance's own APIs. */
  private static final int OF_GUANCE = 4;

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
        .isEqualTo(RemoteCalls.withKey(Branch.REGISTER).size());
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

  /** Where people do all console acts, Guance's own APIs are still asked. */
  static Stream<Arguments> faults() {
    return DemoCommand.FAULTS.stream()
        .flatMap(
            fault ->
                Stream.concat(
                    Stream.of(Arguments.of(Branch.REGISTER, DemoMode.GATEWAYS, fault)),
                    Arrays.stream(Branch.values())
                        .map(branch -> Arguments.of(branch, DemoMode.PEOPLE, fault))));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void demo_fault_hitsEachKindOfCallAndMakesOneOfEachThing(
      Branch branch, DemoMode mode, String fault) {
    Demo.Plan plan = new Demo.Plan(RequestFile.sample(), branch, mode, Optional.of(fault));

    Demo.Result result =
        Demo.run(
            plan,
            line -> {},
            world -> {
              // a verifier that is told to come back later is not asked for the rest
              assertThat(world.pendingFaults()).isLessThanOrEqualTo(OF_GUANCE);
              for (String list :
                  List.of(
                      "organizations", "members", "bindings", "billingAccounts", "workspaces")) {
                assertThat(world.rows(list)).as(list).hasSize(1);
              }
            });

    assertThat(result.completed()).isTrue();
  }

  @Test
  void demo_fault_isDoneInTheEnd() {
    assertThat(run("demo", "--fault", "cut-after")).isEqualTo(OnboardingCli.DONE);
    assertThat(out.toString()).contains("Completed.");
  }

  @Test
  void demo_siteThatTheBillingCenterDoesNotKnow_exitsWith1AndSaysWhy() throws Exception {
    String sample = Files.readString(Path.of("requests/gcy.yaml"));
    Path refused = request(sample.replace("site: cn4", "site: zz9"));

    assertThat(run("demo", "--request", refused.toString())).isEqualTo(OnboardingCli.NOT_DONE);

    assertThat(out.toString()).contains("Not completed").contains("must be a site of Guance");
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
