package com.guance.onboarding.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.VerificationId;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The judge, judged: a right gateway passes everything, each wrong one fails at its check. */
class GatewayConformanceTest {

  private static final HuaweiAccountId BUYER = new HuaweiAccountId("buyer-1");
  private static final OrderKey ORDER = new OrderKey("CS-1", "1");

  private final Emulator emulator =
      Emulator.start(EmulatorSettings.builder().token(Secret.of("canary-token")).build());
  private final List<String> lines = new ArrayList<>();

  @AfterEach
  void close() {
    emulator.close();
  }

  @ParameterizedTest
  @CsvSource({"joint-operations", "billing"})
  void run_onTheEmulator_passesEverything(String kind) {
    int failures = judge(kind, emulator.baseUri());

    assertThat(lines()).doesNotContain("FAIL").doesNotContain("SKIP").doesNotContain("canary");
    assertThat(failures).isZero();
  }

  @ParameterizedTest
  @CsvSource({"joint-operations", "billing"})
  void run_aSecondTime_makesNothingMore(String kind) {
    judge(kind, emulator.baseUri());
    var made = emulator.state();
    int failures = judge(kind, emulator.baseUri());

    assertThat(failures).isZero();
    assertThat(lines()).doesNotContain("FAIL");
    assertThat(emulator.state()).isEqualTo(made);
  }

  @Test
  void run_withoutOrderAddressAndCodes_skipsWhatNeedsThem() {
    for (GatewayKind kind : GatewayKind.values()) {
      int failures =
          GatewayConformance.run(
              kind, emulator.baseUri(), Optional.of(Secret.of("canary-token")), lines::add);

      assertThat(failures).as(lines()).isZero();
    }
    assertThat(lines())
        .contains("SKIP order is bound: needs an order of the buyer")
        .contains("SKIP code is sent and not shown: needs an e-mail address");
  }

  @Test
  void run_whereNobodyAnswers_fails() {
    URI base = emulator.baseUri();
    emulator.close();

    assertThat(judge("billing", base)).isPositive();
    assertThat(lines()).contains("no answer: ConnectException");
  }

  @ParameterizedTest
  @CsvSource({
    // what is wrong            | where                | instead           | the check that says so
    "joint-operations, \"existingId\":,              \"existing\":,        existing organization is a conflict with its id",
    "joint-operations, SHORT_NAME_TAKEN,             ORGANIZATION_EXISTS,  another buyer's short name is taken",
    "joint-operations, IDEMPOTENCY_KEY_REUSED,       CONFLICT,             same key with other values is a conflict",
    "joint-operations, ORDER_NOT_FOUND,              NOT_FOUND,            unknown order is not found",
    "joint-operations, \"field\":\"shortName\",      \"field\":\"name\",   refused value is named and not repeated",
    "joint-operations, \"rule\":,                    \"hint\":,            refused value is named and not repeated",
    "joint-operations, \"requestId\":,               \"id\":,              call without a key is refused",
    "joint-operations, \"nextCursor\":,              \"cursor\":,          list of members has pages",
    "joint-operations, \"signInName\":\"member-a@,   \"signInName\":\"@,   members are added",
    "joint-operations, MEMBER_EXISTS,                EXISTS,               existing member is a conflict with its id",
    "joint-operations, ORDER_ALREADY_BOUND,          BOUND,                bound order is a conflict with its id",
    "joint-operations, MEMBER_NOT_IN_ORGANIZATION,   INVALID_VALUE,        stranger is not authorized",
    "joint-operations, https://,                     ftp://,               login address is a web address",
    "joint-operations, UNAUTHENTICATED,              FORBIDDEN,            wrong token is refused",
    "billing,          \"purpose\":\"REGISTER\",     \"code\":\"123456\",  code is sent and not shown",
    "billing,          CODE_RECENTLY_SENT,           THROTTLED,            second code right after is throttled",
    "billing,          CODE_WRONG,                   INVALID_VALUE,        wrong code is named",
    "billing,          \"field\":\"language\",       \"field\":\"lang\",   language is required",
    "billing,          HUAWEI_ACCOUNT_ALREADY_BOUND, BOUND,                existing account is a conflict with its id",
    "billing,          WORKSPACE_EXISTS,             EXISTS,               existing workspace is a conflict with its id",
    "billing,          \"enterprise\":,              \"company\":,         'enterprise is confirmed, again without harm'",
    "billing,          \"token\":,                   \"tkn\":,             install token is given",
    "billing,          \"plan\":,                    \"planned\":,         lifecycle of a bound workspace is told",
    "billing,          INSTANCE_MISMATCH,            INVALID_VALUE,        instance that does not run is refused",
    "billing,          \"locked\":false,             \"locked\":true,      unlocking what is not locked is harmless",
    "billing,          \"field\":\"dataCollected,   \"field\":\"data,     upgrade needs to say what is lost",
    "billing,          ALREADY_COMMERCIAL,           CONFLICT,             upgrade of a commercial workspace is refused",
    "billing,          BILLING_ACCOUNT_NOT_FOUND,    NOT_FOUND,            unknown account is not found",
  })
  void run_onAGatewayThatSpeaksWrongly_saysWhere(
      String kind, String right, String wrong, String check) {
    try (RewritingGateway broken =
        RewritingGateway.before(emulator.baseUri(), body -> body.replace(right, wrong))) {
      assertThat(judge(kind, broken.uri())).isPositive();
    }
    assertThat(lines()).contains("FAIL " + check);
  }

  @Test
  void run_onAGatewayWithoutMemory_saysSo() {
    try (Emulator forgetful =
        Emulator.start(EmulatorSettings.builder().idempotencyKeys(false).build())) {
      GatewayConformance.run(
          GatewayKind.JOINT_OPERATIONS, forgetful.baseUri(), Optional.empty(), lines::add);
    }
    assertThat(lines())
        .contains("SKIP wrong token is refused: needs a token")
        .contains("FAIL same key gives the stored answer")
        .contains("FAIL call without a key is refused");
  }

  @Test
  void run_onAGatewayThatRepeatsWhatWasTyped_saysSo() {
    UnaryOperator<String> echo =
        body -> body.replace("\"message\":\"", "\"message\":\"INVALID run1 no address run1 ");
    try (RewritingGateway broken = RewritingGateway.before(emulator.baseUri(), echo)) {
      judge("joint-operations", broken.uri());
      judge("billing", broken.uri());
    }
    assertThat(lines())
        .contains("FAIL refused value is named and not repeated: the answer repeats")
        .contains("FAIL refused address is named and not repeated: the answer repeats");
  }

  @Test
  void from_anotherKind_isRefused() {
    assertThatThrownBy(() -> GatewayKind.from("moon"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a gateway is one of joint-operations, billing");
  }

  private int judge(String kind, URI base) {
    emulator.given().order(ORDER, BUYER);
    GatewayConformanceSettings settings =
        GatewayConformanceSettings.builder()
            .kind(GatewayKind.from(kind))
            .baseUrl(base)
            .bearer(Secret.of("canary-token"))
            .run("run1")
            .buyer(BUYER)
            .order(ORDER)
            .email("conformance@example.com")
            .codes(this::code)
            .build();
    return GatewayConformance.run(settings, lines::add);
  }

  private Secret code(VerificationId sent) {
    return emulator.mail().code(sent).orElseThrow();
  }

  private String lines() {
    return String.join("\n", lines);
  }
}
