package com.guance.onboarding.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.BillingAccountId;
import com.guance.onboarding.domain.HuaweiAccountId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Accounts through the Billing Center gateway: registered, bound, confirmed. */
@OnboardingEmulator
final class BillingAccountsTest extends BillingGatewayCalls {

  BillingAccountsTest(Emulator emulator) {
    super(emulator);
  }

  @Test
  void getBillingAccount_none_isNotFound() {
    assertThat(client.get("/huawei-accounts/buyer-1/billing-account").error())
        .isEqualTo("BILLING_ACCOUNT_NOT_FOUND");
  }

  @Test
  void registerBillingAccount_withCode_makesBothAccounts() {
    Client.Reply made = register("gcy-wendy", EMAIL, "buyer-1");

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.get("/userName")).isEqualTo("gcy-wendy");
    assertThat(made.get("/guanceAccountId")).startsWith("acnt_");
    assertThat(made.json().at("/enterprise").isNull()).isTrue();
    assertThat(client.get("/huawei-accounts/buyer-1/billing-account").json())
        .isEqualTo(made.json());
    assertThat(emulator.state().toString()).doesNotContain("Aa1!aaaa");
  }

  @Test
  void registerBillingAccount_secondForOneHuaweiAccount_namesTheFirst() {
    String id = register("gcy-wendy", EMAIL, "buyer-1").get("/billingAccountId");

    Client.Reply again = register("gcy-other", "other@example.com", "buyer-1");

    assertThat(again.error()).isEqualTo("HUAWEI_ACCOUNT_ALREADY_BOUND");
    assertThat(again.get("/error/existingId")).isEqualTo(id);
  }

  @Test
  void registerBillingAccount_userNameTaken_keepsTheCodeUsable() {
    emulator.given().billingAccount("gcy-wendy", "somebody@example.com");
    Map<String, Object> body = registration("gcy-wendy", EMAIL, "buyer-1");

    Client.Reply refused = client.post("/billing-accounts", body, "key-1");
    body.put("userName", "gcy-wendy2");
    Client.Reply mended = client.post("/billing-accounts", body, "key-1");

    assertThat(refused.error()).isEqualTo("USER_NAME_TAKEN");
    assertThat(refused.get("/error/field")).isEqualTo("userName");
    assertThat(refused.json().at("/error").has("existingId")).isFalse();
    assertThat(mended.status()).isEqualTo(201);
  }

  @Test
  void registerBillingAccount_withoutTerms_isRefused() {
    Map<String, Object> body = registration("gcy-wendy", EMAIL, "buyer-1");
    body.remove("terms");

    Client.Reply refused = client.post("/billing-accounts", body);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.get("/error/field")).isEqualTo("terms");
  }

  @Test
  void bindBillingAccount_rightEmail_settlesThroughTheBuyer() {
    BillingAccountId id = emulator.given().billingAccount("gcy-old", EMAIL);

    Client.Reply bound = client.post("/billing-accounts/bind", binding("gcy-old", EMAIL));

    assertThat(bound.status()).isEqualTo(200);
    assertThat(bound.get("/billingAccountId")).isEqualTo(id.value());
    assertThat(bound.get("/huaweiAccountId")).isEqualTo("buyer-1");
    assertThat(bound.json().at("/guanceAccountId").isNull()).isTrue();
  }

  @Test
  void bindBillingAccount_wrongUserOrEmail_saysWhich() {
    emulator.given().billingAccount("gcy-old", EMAIL);

    assertThat(client.post("/billing-accounts/bind", binding("nobody", EMAIL)).error())
        .isEqualTo("BILLING_ACCOUNT_NOT_FOUND");
    Client.Reply mismatch =
        client.post("/billing-accounts/bind", binding("gcy-old", "other@example.com"));
    assertThat(mismatch.error()).isEqualTo("EMAIL_MISMATCH");
    assertThat(mismatch.get("/error/field")).isEqualTo("email");
    assertThat(mismatch.text()).doesNotContain(EMAIL);
  }

  @Test
  void bindBillingAccount_accountOfAnotherBuyer_isRefused() {
    emulator.given().billingAccount(new HuaweiAccountId("buyer-2"), "gcy-old", EMAIL, "Other Ltd");

    assertThat(client.post("/billing-accounts/bind", binding("gcy-old", EMAIL)).error())
        .isEqualTo("BILLING_ACCOUNT_BOUND_ELSEWHERE");
  }

  @Test
  void confirmEnterprise_twice_isTheSame() {
    String id = register("gcy-wendy", EMAIL, "buyer-1").get("/billingAccountId");
    String path = "/billing-accounts/" + id + "/enterprise";

    Client.Reply first = client.put(path, Map.of("name", "GCY Ltd"));
    Client.Reply again = client.put(path, Map.of("name", "GCY Ltd"));

    assertThat(first.get("/enterprise/name")).isEqualTo("GCY Ltd");
    assertThat(again.json()).isEqualTo(first.json());
  }

  private Map<String, Object> binding(String userName, String email) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("huaweiAccountId", "buyer-1");
    body.put("userName", userName);
    body.put("email", email);
    body.put("terms", TERMS);
    body.put("externalReference", "ref-bind");
    code(body, "BIND", email);
    return body;
  }
}
