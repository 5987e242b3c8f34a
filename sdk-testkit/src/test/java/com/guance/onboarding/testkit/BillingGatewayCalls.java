package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.BillingAccountId;
import com.guance.onboarding.domain.HuaweiAccountId;
import java.util.LinkedHashMap;
import java.util.Map;

/** Calls of the Billing Center gateway, with the codes that they need. */
abstract class BillingGatewayCalls {

  static final String EMAIL = "wendy@example.com";
  static final Map<String, Object> TERMS =
      Map.of("version", "2026-01", "acceptedBy", "Wendy", "at", "2026-03-01T00:00:00Z");

  final Emulator emulator;
  final Client client;

  BillingGatewayCalls(Emulator emulator) {
    this.emulator = emulator;
    this.client = new Client(emulator.billingCenterUri().resolve(BillingRoutes.BASE));
  }

  final BillingAccountId bound() {
    return emulator
        .given()
        .billingAccount(new HuaweiAccountId("buyer-1"), "gcy-old", "old@example.com", "GCY Ltd");
  }

  final Client.Reply register(String userName, String email, String buyer) {
    return client.post("/billing-accounts", registration(userName, email, buyer));
  }

  final Map<String, Object> registration(String userName, String email, String buyer) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("huaweiAccountId", buyer);
    body.put("userName", userName);
    body.put("password", "Aa1!aaaa");
    body.put("email", email);
    body.put("site", "cn4");
    body.put("terms", TERMS);
    body.put("externalReference", "ref-" + buyer);
    code(body, "REGISTER", email);
    return body;
  }

  final void code(Map<String, Object> body, String purpose, String email) {
    Client.Reply sent =
        client.post(
            "/verification-codes",
            Map.of("purpose", purpose, "email", email, "externalReference", purpose + email));
    body.put("email", email);
    body.put("verificationId", sent.get("/verificationId"));
    body.put("code", emulator.mail().code(email).orElseThrow().reveal());
  }
}
