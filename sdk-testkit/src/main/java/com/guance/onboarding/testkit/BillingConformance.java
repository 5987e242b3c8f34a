package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.VerificationId;
import java.util.List;
import java.util.Optional;

/** The checks of a Billing Center gateway about accounts and codes. */
final class BillingConformance {

  private static final String ACCOUNTS = "/billing-accounts";
  private static final String CODES = "/verification-codes";
  private static final String SECRET = "Conformance-1-canary";

  private final GatewayConformanceSettings settings;
  private final GatewayChecks checks;
  private final GatewayProbe gateway;
  private Optional<String> verification = Optional.empty();
  private Optional<String> account = Optional.empty();
  private boolean fromEarlierRun;

  BillingConformance(GatewayConformanceSettings settings, GatewayChecks checks) {
    this.settings = settings;
    this.checks = checks;
    this.gateway = GatewayProbe.of(settings.baseUrl(), BillingRoutes.BASE, settings.bearer());
  }

  void run() {
    checks.check("wrong token is refused", this::authentication);
    checks.check("unknown account is not found", this::unknownAccount);
    checks.check("code is sent and not shown", this::sendCode);
    checks.check("code on its way is given again", this::sendAgain);
    checks.check("code is found by reference", this::findCode);
    checks.check("second code right after is throttled", this::tooSoon);
    checks.check("refused address is named and not repeated", this::invalidEmail);
    checks.check("consent is required", this::withoutTerms);
    checks.check("wrong code is named", this::wrongCode);
    checks.check("call without a key is refused", this::withoutKey);
    checks.check("body that is no JSON is refused", this::noJson);
    checks.check("account is registered", this::register);
    checks.check("same key gives the stored answer", this::sameKey);
    checks.check("same key with other values is a conflict", this::reusedKey);
    checks.check("existing account is a conflict with its id", this::existing);
    checks.check("account is found by its Huawei account", this::findAccount);
    checks.check("enterprise is confirmed, again without harm", this::confirmEnterprise);
    new WorkspaceConformance(settings, checks, gateway, this::account).run();
  }

  private void authentication() {
    if (settings.bearer().isEmpty()) {
      throw Unfit.skipped("needs a token");
    }
    gateway
        .with(Secret.of("wrong-" + settings.run()))
        .get("/workspaces/unknown")
        .refused(401, "UNAUTHENTICATED");
  }

  private String accountPath() {
    return "/huawei-accounts/" + GatewayProbe.in(settings.buyer().value()) + "/billing-account";
  }

  private String reference() {
    return "code-" + settings.run();
  }

  private GatewayReply send(String reference, String email) {
    return gateway.post(
        CODES,
        reference,
        Fields.of("purpose", "REGISTER").and("email", email).and("externalReference", reference));
  }

  private void sendCode() {
    GatewayReply sent = send(reference(), email()).ok(201, 200);
    sent.saying("externalReference", reference()).saying("purpose", "REGISTER");
    if (!sent.body().path("code").isMissingNode()) {
      throw Unfit.failed("the answer shows the code");
    }
    List.of("sentAt", "expiresAt", "resendAfter").forEach(sent::text);
    verification = Optional.of(sent.text("verificationId"));
  }

  private void sendAgain() {
    send(reference(), email()).ok(200, 201).saying("verificationId", verification());
  }

  private void findCode() {
    String path = CODES + "?externalReference=" + GatewayProbe.in(reference());
    if (!ConformancePages.ids(gateway, path, "verificationId").equals(List.of(verification()))) {
      throw Unfit.failed("the list for the reference is not this code alone");
    }
  }

  private void tooSoon() {
    verification();
    GatewayReply throttled = send(reference() + "-2", email()).refused(429, "CODE_RECENTLY_SENT");
    if (!throttled.retryAfter()) {
      throw Unfit.failed("Retry-After is missing");
    }
  }

  private void invalidEmail() {
    send(reference() + "-3", "no address " + settings.run())
        .refused(422, "INVALID_VALUE")
        .naming("email")
        .withRule()
        .notTelling("no address " + settings.run());
  }

  private Fields registration(String code) {
    return Fields.of("huaweiAccountId", settings.buyer().value())
        .and("userName", "conformance-" + settings.run())
        .and("password", SECRET)
        .and("email", settings.email().orElse("nobody@example.com"))
        .and("verificationId", verification.orElse("none"))
        .and("code", code)
        .and("site", "cn4")
        .and("terms", terms())
        .and("externalReference", "account-" + settings.run());
  }

  static Fields terms() {
    return Fields.of("version", "conformance")
        .and("acceptedBy", "conformance")
        .and("at", "2026-01-01T00:00:00Z");
  }

  private void withoutTerms() {
    GatewayReply refused =
        gateway.post(ACCOUNTS, "terms-" + settings.run(), registration("none").and("terms", null));
    refused.ok(422, 400).notTelling(SECRET);
  }

  private void wrongCode() {
    verification();
    gateway
        .post(ACCOUNTS, accountKey(), registration("canary-code"))
        .refused(422, "CODE_WRONG")
        .naming("code")
        .notTelling("canary-code");
  }

  private void withoutKey() {
    gateway
        .postWithoutKey("/workspaces", Fields.of("name", "conformance"))
        .refused(400, "INVALID_REQUEST");
  }

  private void noJson() {
    gateway
        .postText("/workspaces", "no-json-" + settings.run(), "{\"name\":")
        .refused(400, "INVALID_REQUEST");
  }

  private String accountKey() {
    return "account-" + settings.run();
  }

  /** Under the key of the refused call before: a refusal does not use a key up. */
  private void register() {
    GatewayReply registered =
        gateway
            .post(ACCOUNTS, accountKey(), registration(code()))
            .ok(201)
            .saying("huaweiAccountId", settings.buyer().value())
            .saying("userName", "conformance-" + settings.run())
            .notTelling(SECRET);
    registered.text("guanceAccountId");
    account = Optional.of(registered.text("billingAccountId"));
  }

  private void sameKey() {
    verification();
    String id = account();
    gateway
        .post(ACCOUNTS, accountKey(), registration("another").and("password", SECRET + "-2"))
        .ok(201)
        .saying("billingAccountId", id);
  }

  private void reusedKey() {
    verification();
    account();
    gateway
        .post(ACCOUNTS, accountKey(), registration("none").and("userName", "another"))
        .refused(409, "IDEMPOTENCY_KEY_REUSED");
  }

  private void existing() {
    String id = account();
    gateway
        .post(ACCOUNTS, "again-" + settings.run(), registration("none"))
        .refused(409, "HUAWEI_ACCOUNT_ALREADY_BOUND")
        .existing(id);
  }

  private void findAccount() {
    String id = account();
    gateway
        .get(accountPath())
        .ok(200)
        .saying("billingAccountId", id)
        .saying("huaweiAccountId", settings.buyer().value());
  }

  private void unknownAccount() {
    gateway
        .get("/huawei-accounts/unknown-" + settings.run() + "/billing-account")
        .refused(404, "BILLING_ACCOUNT_NOT_FOUND");
    GatewayReply known = gateway.get(accountPath());
    fromEarlierRun = known.status() == 200;
    account = fromEarlierRun ? Optional.of(known.text("billingAccountId")) : Optional.empty();
  }

  private void confirmEnterprise() {
    String path = ACCOUNTS + "/" + GatewayProbe.in(account()) + "/enterprise";
    for (int time = 1; time <= 2; time++) {
      GatewayReply confirmed = gateway.put(path, Fields.of("name", "Conformance")).ok(200);
      if (!confirmed.body().at("/enterprise/name").asText().equals("Conformance")) {
        throw Unfit.failed("enterprise.name is not what was sent");
      }
    }
  }

  private String email() {
    if (fromEarlierRun) {
      throw Unfit.skipped("needs a buyer without an account");
    }
    return settings.email().orElseThrow(() -> Unfit.skipped("needs an e-mail address"));
  }

  private String code() {
    VerificationId sent = new VerificationId(verification());
    return settings
        .codes()
        .orElseThrow(() -> Unfit.skipped("needs the code that was sent"))
        .apply(sent)
        .reveal();
  }

  private String verification() {
    return verification.orElseThrow(() -> Unfit.skipped("needs a code that was sent"));
  }

  private String account() {
    return account.orElseThrow(() -> Unfit.skipped("needs the account"));
  }
}
