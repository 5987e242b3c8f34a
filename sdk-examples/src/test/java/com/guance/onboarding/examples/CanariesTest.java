package com.guance.onboarding.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.guance.onboarding.domain.BillingAccountId;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.Language;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.Site;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.domain.Terms;
import com.guance.onboarding.domain.VerificationId;
import com.guance.onboarding.examples.backend.Hands;
import com.guance.onboarding.spi.BillingGateway.Credentials;
import com.guance.onboarding.spi.BillingGateway.Login;
import com.guance.onboarding.spi.BillingGateway.NewAccount;
import com.guance.onboarding.spi.BillingGateway.NewWorkspace;
import com.guance.onboarding.spi.BillingGateway.Verification;
import com.guance.onboarding.spi.BillingGateway.WorkspaceForm;
import com.guance.onboarding.spi.CodePurpose;
import com.guance.onboarding.spi.MarketplaceGateway.NewMember;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stack trace of each call that carries something secret or personal, when it fails. */
class CanariesTest {

  private static final String CODE = "canary-code";
  private static final String EMAIL = "canary@example.com";
  private static final String NAME = "canary-name";
  private static final List<String> CANARIES = List.of(Journey.PASSWORD, CODE, EMAIL, NAME);

  private static final Verification TYPED =
      new Verification(new VerificationId("ver-1"), Secret.of(CODE));
  private static final Credentials CREDENTIALS =
      new Credentials(Secret.of(Journey.PASSWORD), TYPED);
  private static final Terms TERMS =
      new Terms("2026-01", NAME, Instant.parse("2026-01-01T00:00:00Z"));
  private static final NewAccount ACCOUNT =
      new NewAccount(
          new HuaweiAccountId("buyer"),
          new Login(NAME, EMAIL),
          Optional.of(new Site("cn4")),
          TERMS);
  private static final NewWorkspace WORKSPACE =
      new NewWorkspace(
          new BillingAccountId("acc-1"),
          new WorkspaceForm("prod", Language.ZH, new Site("cn4")),
          Optional.of(EMAIL),
          "ref",
          TERMS);

  private static Map<String, Runnable> calls(Journey journey) {
    var marketplace = journey.marketplace();
    var billing = journey.billing();
    Map<String, Runnable> calls = new LinkedHashMap<>();
    calls.put(
        "addMember",
        () ->
            marketplace.addMember(
                new TenantId("t-1"),
                new NewMember(NAME, NAME),
                Secret.of(Journey.PASSWORD),
                "key"));
    calls.put("sendVerificationCode", () -> billing.sendCode(CodePurpose.REGISTER, EMAIL, "ref"));
    calls.put("registerBillingAccount", () -> billing.register(ACCOUNT, CREDENTIALS, "key"));
    calls.put("bindBillingAccount", () -> billing.bind(ACCOUNT, TYPED, "key"));
    calls.put(
        "confirmEnterprise", () -> billing.confirmEnterprise(new BillingAccountId("acc-1"), NAME));
    calls.put("createWorkspace", () -> billing.createWorkspace(WORKSPACE, Optional.of(TYPED)));
    calls.put(
        "registerGuanceAccount",
        () -> billing.registerAccountAndWorkspace(WORKSPACE, NAME, CREDENTIALS));
    return calls;
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut-before", "cut-after", "throttle", "error-500", "malformed"})
  void stackTrace_ofACallThatFails_holdsNothingSecretAndNobody(String profile) {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      calls(journey)
          .forEach(
              (operation, call) -> {
                journey.emulator.fault(profile, 20, operation);
                int planned = journey.emulator.pendingFaults();

                String trace = trace(catchThrowable(call::run));

                assertThat(journey.emulator.pendingFaults()).as(operation).isLessThan(planned);
                assertThat(trace)
                    .as("%s at %s", profile, operation)
                    .doesNotContain(CANARIES.toArray(String[]::new));
              });
    }
  }

  private static String trace(Throwable failure) {
    assertThat(failure).isNotNull();
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }
}
