package com.guance.onboarding.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.Branch;
import com.guance.onboarding.examples.backend.Hands;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the demo tells while it runs. */
class DemoNarrationTest {

  private static final String EMAIL = "wendy@example.com";

  private final List<String> codes = new ArrayList<>();

  /** What is printed, without its indentation. */
  private List<String> lines(Branch branch, Hands hands, Optional<String> fault) {
    List<String> lines = new ArrayList<>();
    Demo.run(
        new Demo.Plan(RequestFile.sample(), branch, hands, fault),
        line -> lines.add(line.strip()),
        world -> world.mail().mails().forEach(mail -> codes.add(mail.code().reveal())));
    return lines;
  }

  /** The beginnings of lines, in their order, others between them or not. */
  private static void assertInOrder(List<String> lines, String... beginnings) {
    int next = 0;
    for (String line : lines) {
      if (next < beginnings.length && line.startsWith(beginnings[next])) {
        next++;
      }
    }
    assertThat(next).as(() -> String.join("\n", lines)).isEqualTo(beginnings.length);
  }

  @Test
  @DefaultLocale("ar-EG")
  void run_whereNumbersHaveOtherDigits_writesItsOwn() {
    assertInOrder(
        lines(Branch.REGISTER, Hands.GATEWAYS, Optional.empty()),
        "1/10  PURCHASE",
        "10/10  DATAKIT");
  }

  @Test
  void run_oneAdvanceDoesSeveralStages_eachIsToldBeforeTheNextBegins() {
    assertInOrder(
        lines(Branch.REGISTER, Hands.GATEWAYS, Optional.of("cut-after")),
        "fault cut-after hits getOrderLine, which is called again",
        "1/10  PURCHASE",
        "fault cut-after hits createOrganization, which is called again",
        "2/10  ORGANIZATION",
        "a person: Choose the first password",
        "fault cut-after hits addMember, which is called again",
        "3/10  MEMBER",
        "fault cut-after hits bindApp, which is called again",
        "4/10  APP_BINDING",
        "6/10  SIGN_IN",
        "fault cut-after hits registerBillingAccount, which is called again",
        "7/10  BILLING_ACCOUNT");
  }

  @Test
  void run_stepFails_tellsTheProblemTheTimeThatPassesAndTheNextTry() {
    assertInOrder(
        lines(Branch.REGISTER, Hands.GATEWAYS, Optional.of("throttle")),
        "1/10  PURCHASE",
        "fault throttle hits createOrganization",
        "problem: create organization failed, THROTTLED",
        "the emulator's clock is moved on by 30 s",
        "create organization is tried again",
        "2/10  ORGANIZATION");
  }

  @Test
  void run_peopleAct_tellsWhatTheyEnterAndThatTheSdkSawIt() {
    List<String> lines = lines(Branch.REGISTER, Hands.PEOPLE, Optional.empty());

    assertInOrder(
        lines,
        "a person: Create the organization",
        "7/10  BILLING_ACCOUNT   the Billing Center account gcy-ops pays through the Huawei account"
            + " [by a person, unverified]",
        "a person: Create a key",
        "proven now: WORKSPACE [seen by the SDK]",
        "10/10  DATAKIT           the first DataKit reports from host-1 [seen by the SDK]");
    assertThat(lines)
        .anyMatch(
            line ->
                line.startsWith("a person: Create the organization")
                    && line.contains("[Organization name: GCY Ltd, Organization short name: gcy"));
  }

  @ParameterizedTest
  @EnumSource(Hands.class)
  void run_peopleTypeSecrets_saysSoOnceAndShowsNoneOfThem(Hands hands) {
    List<String> lines = lines(Branch.NEW_ACCOUNT, hands, Optional.empty());

    assertThat(lines)
        .filteredOn(line -> line.startsWith("a person: Create a key"))
        .singleElement()
        .asString()
        .endsWith("<Key ID typed by the robot, not shown>");
    String all = String.join("\n", lines);
    assertThat(all).doesNotContain("Aa1!", EMAIL);
    assertThat(codes).allSatisfy(code -> assertThat(all).doesNotContain(code));
  }

  @Test
  void run_gateways_tellsEachCodeAndPassword() {
    List<String> lines = lines(Branch.NEW_ACCOUNT, Hands.GATEWAYS, Optional.empty());

    assertThat(codes).isNotEmpty();
    assertThat(lines)
        .filteredOn(line -> line.endsWith("<Verification code typed by the robot, not shown>"))
        .hasSize(2);
    assertThat(lines)
        .filteredOn(line -> line.endsWith("<Password typed by the robot, not shown>"))
        .hasSize(2);
  }
}
