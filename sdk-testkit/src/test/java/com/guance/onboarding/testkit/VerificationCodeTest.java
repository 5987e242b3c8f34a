package com.guance.onboarding.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.VerificationId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnboardingEmulator
final class VerificationCodeTest {

  private static final String EMAIL = "wendy@example.com";
  private static final Map<String, Object> TERMS =
      Map.of("version", "1", "acceptedBy", "Wendy", "at", "2026-03-01T00:00:00Z");

  private final Emulator emulator;
  private final Client client;

  VerificationCodeTest(Emulator emulator) {
    this.emulator = emulator;
    this.client = new Client(emulator.billingCenterUri().resolve(BillingRoutes.BASE));
  }

  @BeforeEach
  void account() {
    emulator.given().billingAccount("gcy-old", EMAIL);
  }

  @Test
  void send_fresh_mailsTheCodeAndNeverAnswersIt() {
    Client.Reply sent = send("ref-1");

    String code = emulator.mail().code(EMAIL).orElseThrow().reveal();
    assertThat(sent.status()).isEqualTo(201);
    assertThat(code).matches("[0-9]{6}");
    assertThat(sent.text()).doesNotContain(code).doesNotContain(EMAIL);
    assertThat(Instant.parse(sent.get("/expiresAt")))
        .isEqualTo(emulator.clock().instant().plus(Duration.ofMinutes(10)));
    assertThat(emulator.mail().code(new VerificationId(sent.get("/verificationId"))))
        .isEqualTo(emulator.mail().code(EMAIL));
  }

  @Test
  void send_sameReferenceWhileUsable_isTheSameCodeAndOneMail() {
    Client.Reply first = send("ref-1");
    emulator.clock().advance(Duration.ofMinutes(5));

    Client.Reply again = send("ref-1");

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(emulator.mail().mails()).hasSize(1);
    assertThat(listed("ref-1")).isEqualTo(1);
  }

  @Test
  void send_sameReferenceForAnotherAddress_isRefused() {
    send("ref-1");

    Client.Reply other =
        client.post(
            "/verification-codes",
            Map.of("purpose", "BIND", "email", "o@example.com", "externalReference", "ref-1"));

    assertThat(other.error()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void send_otherReferenceWithinAMinute_isThrottledUntilThen() {
    send("ref-1");
    emulator.clock().advance(Duration.ofSeconds(15));

    Client.Reply soon = send("ref-2");

    assertThat(soon.status()).isEqualTo(429);
    assertThat(soon.error()).isEqualTo("CODE_RECENTLY_SENT");
    assertThat(soon.headers()).containsEntry("retry-after", "45");
    emulator.clock().advance(Duration.ofSeconds(45));
    assertThat(send("ref-2").status()).isEqualTo(201);
  }

  @Test
  void use_afterTenMinutes_isExpiredAndTheReferenceGetsANewOne() {
    String old = send("ref-1").get("/verificationId");
    String code = code();
    emulator.clock().advance(Duration.ofMinutes(10));

    assertThat(bind(old, code).error()).isEqualTo("CODE_EXPIRED");
    assertThat(listed("ref-1")).isZero();
    Client.Reply fresh = send("ref-1");
    assertThat(fresh.status()).isEqualTo(201);
    assertThat(fresh.get("/verificationId")).isNotEqualTo(old);
    assertThat(bind(fresh.get("/verificationId"), code()).status()).isEqualTo(200);
  }

  @Test
  void use_wrongFiveTimes_isSpentEvenForTheRightCode() {
    String id = send("ref-1").get("/verificationId");
    List<String> errors = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Client.Reply refused = bind(id, "wrong");
      errors.add(refused.error());
      assertThat(refused.get("/error/field")).isEqualTo("code");
    }

    assertThat(errors.subList(0, 4)).containsOnly("CODE_WRONG");
    assertThat(errors.get(4)).isEqualTo("CODE_ATTEMPTS_EXCEEDED");
    assertThat(bind(id, code()).error()).isEqualTo("CODE_ATTEMPTS_EXCEEDED");
    assertThat(listed("ref-1")).isZero();
  }

  @Test
  void use_twice_isUsed() {
    String id = send("ref-1").get("/verificationId");
    assertThat(bind(id, code()).status()).isEqualTo(200);
    emulator.given().billingAccount("gcy-second", EMAIL);

    Client.Reply again =
        client.post(
            "/billing-accounts/bind",
            Map.of(
                "huaweiAccountId",
                "buyer-2",
                "userName",
                "gcy-second",
                "email",
                EMAIL,
                "verificationId",
                id,
                "code",
                code(),
                "terms",
                TERMS,
                "externalReference",
                "ref"));

    assertThat(again.error()).isEqualTo("CODE_USED");
  }

  @Test
  void use_codeOfAnotherPurpose_isNotFound() {
    Client.Reply sent =
        client.post(
            "/verification-codes",
            Map.of("purpose", "REGISTER", "email", EMAIL, "externalReference", "ref-1"));

    assertThat(bind(sent.get("/verificationId"), code()).error()).isEqualTo("CODE_NOT_FOUND");
    assertThat(bind("none", "123456").error()).isEqualTo("CODE_NOT_FOUND");
  }

  @Test
  void send_badPurposeOrEmail_saysWhichField() {
    assertThat(
            client
                .post(
                    "/verification-codes",
                    Map.of("purpose", "OTHER", "email", EMAIL, "externalReference", "r"))
                .get("/error/field"))
        .isEqualTo("purpose");
    assertThat(
            client
                .post(
                    "/verification-codes",
                    Map.of("purpose", "BIND", "email", "a@b", "externalReference", "r"))
                .get("/error/field"))
        .isEqualTo("email");
  }

  private Client.Reply send(String reference) {
    return client.post(
        "/verification-codes",
        Map.of("purpose", "BIND", "email", EMAIL, "externalReference", reference),
        reference);
  }

  private int listed(String reference) {
    return client
        .get("/verification-codes?externalReference=" + reference)
        .json()
        .at("/items")
        .size();
  }

  private String code() {
    return emulator.mail().code(EMAIL).orElseThrow().reveal();
  }

  private Client.Reply bind(String verificationId, String code) {
    return client.post(
        "/billing-accounts/bind",
        Map.of(
            "huaweiAccountId",
            "buyer-1",
            "userName",
            "gcy-old",
            "email",
            EMAIL,
            "verificationId",
            verificationId,
            "code",
            code,
            "terms",
            TERMS,
            "externalReference",
            "ref"));
  }
}
