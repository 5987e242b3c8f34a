package com.guance.onboarding.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.guance.onboarding.domain.Branch;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.examples.backend.Hands;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoCommandTest extends CommandRuns {

  /** How many kinds of calls go to Guance's own APIs. */
  private static final int OF_GUANCE = 4;

  private static final List<Stage> STAGES =
      Arrays.stream(Stage.values()).filter(stage -> stage != Stage.COMPLETED).toList();

  private static final String SAME =
      """
      {"onboardingId": "onb_1dq661mpv5j8vohnw69y58vqv",
      "orderId": "CS2611240001ABCDE",
      "organization": {"name": "GCY Ltd", "shortName": "gcy"},
      "signInName": "Wendy@gcy",
      "huaweiAccountId": "0a1b2c3d4e5f60718293a4b5c6d7e8f9",
      """;

  @TempDir private Path folder;

  private Path request(String yaml) throws Exception {
    return Files.writeString(folder.resolve("request.yaml"), yaml);
  }

  /** The last line, whatever id the workspace has got. */
  private JsonNode json() throws Exception {
    return tree(lastLine().replaceFirst("\"id\":\"wksp_[0-9a-f]{32}\"", "\"id\":\"wksp_\""));
  }

  /** The beginning, which is the same in every branch, and the first stages, all by the SDK. */
  private static JsonNode tree(
      Branch branch, String outcome, List<Stage> stages, int remoteCalls, String more)
      throws Exception {
    ObjectNode tree = (ObjectNode) tree(SAME + more);
    tree.put("branch", branch.code()).put("outcome", outcome).put("remoteCalls", remoteCalls);
    ArrayNode list = tree.putArray("stages");
    stages.forEach(
        stage ->
            list.addObject().put("stage", stage.name()).put("by", "SDK").put("verified", true));
    return tree;
  }

  @ParameterizedTest
  @CsvSource({"REGISTER, true", "ALREADY_BOUND, false"})
  void demo_json_endsWithOneLineThatTellsEverything(Branch branch, boolean made) throws Exception {
    assertThat(run("demo", "--branch", branch.code(), "--json")).isEqualTo(OnboardingCli.DONE);

    assertThat(json())
        .isEqualTo(
            tree(
                branch,
                "COMPLETED",
                STAGES,
                RemoteCalls.withKey(branch).size(),
                """
                "billingAccount": {"userName": "gcy-ops", "registered": %1$s},
                "workspace": {
                  "id": "wksp_",
                  "name": "gcy-prod",
                  "language": "zh",
                  "site": "cn4",
                  "created": %1$s
                },
                "dataKit": {
                  "command": "DK_DATAWAY='https://cn4-openway.guance.com?token=***' bash -c 'eval \\"$(curl -L https://static.guance.com/datakit/install.sh)\\"'",
                  "host": "host-1"
                }}
                """
                    .formatted(made)));
  }

  @Test
  void demo_jsonOfARefusedRun_saysHowFarItGotAndNullForTheRest() throws Exception {
    assertThat(run("demo", "--request", refused().toString(), "--json"))
        .isEqualTo(OnboardingCli.NOT_DONE);

    assertThat(json())
        .isEqualTo(
            tree(
                Branch.REGISTER,
                "WAITING",
                STAGES.subList(0, STAGES.indexOf(Stage.BILLING_ACCOUNT)),
                8,
                """
                "billingAccount": null,
                "workspace": null,
                "dataKit": {"command": null, "host": null}}
                """));
  }

  @ParameterizedTest
  @ValueSource(strings = {"all", "marketplace", "billing"})
  void demo_people_completes(String people) {
    assertThat(run("demo", "--people", people)).isEqualTo(OnboardingCli.DONE);
    assertThat(out.toString())
        .contains("a person:")
        .contains("the first DataKit reports from host-1 [seen by the SDK]")
        .contains("Completed.");
  }

  /** Where people do all console acts, Guance's own APIs are still asked. */
  static Stream<Arguments> faults() {
    return DemoCommand.FAULTS.stream()
        .flatMap(
            fault ->
                Stream.concat(
                    Stream.of(Arguments.of(Branch.REGISTER, Hands.GATEWAYS, fault)),
                    Arrays.stream(Branch.values())
                        .map(branch -> Arguments.of(branch, Hands.PEOPLE, fault))));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void demo_fault_hitsEachKindOfCallAndMakesOneOfEachThing(
      Branch branch, Hands hands, String fault) {
    Demo.Plan plan = new Demo.Plan(RequestFile.sample(), branch, hands, Optional.of(fault));

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

  private Path refused() throws Exception {
    String sample = Files.readString(Path.of("requests/gcy.yaml"));
    return request(sample.replace("site: cn4", "site: zz9"));
  }

  @Test
  void demo_siteThatTheBillingCenterDoesNotKnow_exitsWith1AndSaysWhatToDo() throws Exception {
    assertThat(run("demo", "--request", refused().toString())).isEqualTo(OnboardingCli.NOT_DONE);

    assertThat(out.toString().lines().dropWhile(line -> !line.equals("Not completed.")))
        .containsExactly(
            "Not completed.",
            "  to do:  A value was not accepted; please replace it. [Site]",
            "  field:  workspace.site",
            "  rule:   must be a site of Guance: cn1, cn2, cn3, cn4, cn5, cn6, us1, eu1, ap1, za1,"
                + " id1",
            "  remedy: Give another value for workspace.site.");
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
  void demo_branchOtherThanTheRequests_saysWhatItReplaces() {
    assertThat(run("demo", "--branch", "new-account")).isEqualTo(OnboardingCli.DONE);

    assertThat(out.toString())
        .contains(
            "the branch takes the place of the request's billing.choice register, workspace.choice"
                + " create");
  }
}
