package com.guance.onboarding.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnboardingEmulator
final class SellerCredentialTest {

  private static final String PATH = "/seller/credential";

  private final Emulator emulator;
  private final FakePartner partner = new FakePartner();
  private final Client client;

  SellerCredentialTest(Emulator emulator) {
    this.emulator = emulator;
    this.client = new Client(emulator.baseUri().resolve(ControlRoutes.BASE));
  }

  @AfterEach
  void close() {
    emulator.kooGallery().disconnect();
    partner.close();
  }

  private static KeyPair pair(int bits) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(bits);
    return generator.generateKeyPair();
  }

  private static Map<String, Object> entered(KeyPair pair) {
    return Map.of("publicKey", Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
  }

  @Test
  void announcedKey_isWaitedForByTheRobotAndThenUsed() throws Exception {
    emulator.kooGallery().connect(partner.connection().playBuyer(true).build());

    assertThat(client.post(PATH, Map.of()).get("/publicKeyAwaited")).isEqualTo("true");
    emulator.buyer().purchase();
    KeyPair pair = pair(3072); // takes longer than the robot between two looks
    assertThat(emulator.rows("bindings")).isEmpty();
    assertThat(client.post(PATH, entered(pair)).get("/publicKeyAwaited")).isEqualTo("false");
    Eventually.holds("bound", () -> !partner.asked("applicationSync").isEmpty());

    String secret = partner.asked("applicationSync").get(0).get("clientSecret");
    assertThat(CallbacksTest.open(secret, pair.getPrivate())).matches("[0-9a-f]{32}");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2048})
  void keyThatKooGalleryWouldNotTake_isRefused(int bits) throws Exception {
    emulator.kooGallery().connect(partner.connection().build());
    Map<String, Object> key = bits == 0 ? Map.of("publicKey", "no key") : entered(pair(bits));

    Client.Reply refused = client.post(PATH, key);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.get("/error/field")).isEqualTo("publicKey");
  }

  @Test
  void keyOfNobody_isRefused() {
    assertThat(client.post(PATH, Map.of()).get("/error/code")).isEqualTo("NO_PARTNER");
  }
}
