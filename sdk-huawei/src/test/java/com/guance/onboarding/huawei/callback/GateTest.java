package com.guance.onboarding.huawei.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.error.InvalidSettingException;
import com.guance.onboarding.huawei.callback.Gate.Admitted;
import com.guance.onboarding.huawei.callback.Gate.Refused;
import com.guance.onboarding.huawei.callback.ProductionEvent.NewInstance;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {

  private static final String NONCE = "0123456789abcdef0123456789abcdef";
  private static final String BODY =
      "{\"activity\":\"newInstance\",\"businessId\":\"b-1\",\"orderId\":\"CS1\",\"orderLineId\":\"CS1-1\"}";
  private static final long NOW = Signing.NOW.toEpochMilli();

  private final CallbackSettings settings =
      CallbackSettings.builder()
          .addProductionKeys(Signing.PRODUCTION_KEY, Secret.of("the-next-production-key"))
          .entryAddress(URI.create("https://app.example.com"))
          .addSyncKeys(Signing.SYNC_KEY)
          .putProductKeys(
              "/metrics", CallbackKeys.of(Secret.of("metrics-key"), Secret.of("metrics-sync")))
          .clock(Clock.fixed(Signing.NOW, ZoneOffset.UTC))
          .build();

  @ParameterizedTest
  @CsvSource({
    "-60000, true",
    "-59000, true",
    "0, true",
    "59000, true",
    "60000, true",
    "-60001, false",
    "-61000, false",
    "61000, false",
    "60001, false"
  })
  void admit_signedThisLongAgo_acceptsSixtySecondsToEitherSide(long offset, boolean accepted) {
    CallbackRequest request =
        Signing.production(Signing.PRODUCTION_KEY, NONCE, Long.toString(NOW + offset), BODY);

    assertThat(admit(request) instanceof Admitted).isEqualTo(accepted);
  }

  @ParameterizedTest
  @CsvSource({"0, true", "59, true", "-59, true", "-61, false", "61, false"})
  void admit_secondsInsteadOfMilliseconds_readsThemAsSeconds(long offset, boolean accepted) {
    CallbackRequest request =
        Signing.production(Signing.PRODUCTION_KEY, NONCE, Long.toString(NOW / 1000 + offset), BODY);

    assertThat(admit(request) instanceof Admitted).isEqualTo(accepted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "17000000000",
        "170000000000000",
        "-700000000000",
        "١٧٠٠٠٠٠٠٠٠٠٠٠",
        "now"
      })
  void admit_timestampIsNone_refusesTheParameter(String timestamp) {
    CallbackRequest request = Signing.production(Signing.PRODUCTION_KEY, NONCE, timestamp, BODY);

    assertRefused(request, ResultCode.INVALID_PARAMETER);
  }

  @Test
  void admit_oldRequestWithItsTimeSplitInTwo_isRefused() {
    // Signed at 169 + 1700000000: half a year later its end reads as the seconds of today.
    String later = "1700000000";
    CallbackRequest old = Signing.production(Signing.PRODUCTION_KEY, NONCE, "169" + later, BODY);
    CallbackRequest shifted =
        Signing.request(
            old.path(),
            old.query().replace("169" + later, later).replace(NONCE, NONCE + "169"),
            Map.of(),
            old.body());

    assertThat(shifted.query()).contains("timestamp=" + later, "nonce=" + NONCE + "169");
    assertRefused(shifted, ResultCode.INVALID_PARAMETER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "signature=%s&timestamp=%s",
        "signature=%s&timestamp=%s&nonce=",
        "signature=%s&timestamp=%s&nonce=%s&nonce=%s",
        "signature=%s&timestamp=%s&nonce=%s&signature=%1$s",
        "signature=%s&timestamp=%s&nonce=%s&%%73ignature=x",
        "signature=%s&timestamp=%s&nonce=%s&x=1&x=2",
        "signature=%s&timestamp=%s&nonce=%%zz",
        "timestamp=%2$s"
      })
  void admit_queryIsNotThreeSingleParameters_refusesTheParameter(String form) {
    CallbackRequest good = Signing.production(NONCE, BODY);
    String signature = good.query().substring("signature=".length(), 10 + 64);
    String query = String.format(form, signature, NOW, NONCE, NONCE);

    assertRefused(
        Signing.request(good.path(), query, Map.of(), good.body()), ResultCode.INVALID_PARAMETER);
  }

  @Test
  void admit_signatureOfAnotherKeyOrNone_refusesToAuthenticate() {
    CallbackRequest good = Signing.production(NONCE, BODY);

    assertRefused(
        Signing.production(Secret.of("another"), NONCE, Long.toString(NOW), BODY),
        ResultCode.AUTHENTICATION_FAILED);
    assertRefused(
        Signing.request(good.path(), "timestamp=" + NOW + "&nonce=" + NONCE, Map.of(), good.body()),
        ResultCode.AUTHENTICATION_FAILED);
    assertRefused(
        Signing.request("/metrics", good.query(), Map.of(), good.body()),
        ResultCode.AUTHENTICATION_FAILED);
  }

  @Test
  void admit_eitherOfTwoKeysAndKeyOfTheProduct_areAccepted() {
    CallbackRequest next =
        Signing.production(Secret.of("the-next-production-key"), NONCE, Long.toString(NOW), BODY);
    CallbackRequest metrics =
        Signing.production(Secret.of("metrics-key"), NONCE, Long.toString(NOW), BODY);

    assertThat(admit(next)).isInstanceOf(Admitted.class);
    assertThat(admit(Signing.request("/metrics", metrics.query(), Map.of(), metrics.body())))
        .isInstanceOf(Admitted.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/metrics", "/metrics/"})
  void admit_pathOfTheProductWithOrWithoutASlash_usesTheKeyOfTheProduct(String path) {
    CallbackRequest metrics =
        Signing.production(Secret.of("metrics-key"), NONCE, Long.toString(NOW), BODY);

    assertThat(admit(Signing.request(path, metrics.query(), Map.of(), metrics.body())))
        .isInstanceOf(Admitted.class);
  }

  @ParameterizedTest
  @CsvSource({"/metrics, true", "/, true", "/metrics/, false", "metrics, false", "'', false"})
  void settings_pathThatNoRequestCanHave_isRefused(String path, boolean good) {
    CallbackSettings.Builder one =
        CallbackSettings.builder()
            .entryAddress(URI.create("https://app.example.com"))
            .putProductKeys(path, CallbackKeys.of(Secret.of("CANARY"), Secret.of("CANARY")));

    if (good) {
      assertThat(one.build().productKeys()).containsKey(path);
    } else {
      assertThatThrownBy(one::build)
          .isInstanceOf(InvalidSettingException.class)
          .hasMessageStartingWith("productKeys")
          .hasMessageNotContaining("CANARY");
    }
  }

  @Test
  void admit_headerTwiceUnderTwoSpellings_refusesTheParameter() {
    CallbackRequest good = Signing.sync(Signing.SYNC_KEY, NONCE, "allOrgSync", "{}");
    Map<String, List<String>> headers = new HashMap<>(good.headers());
    headers.put("X-Sign", List.of("0".repeat(64)));

    assertThat(admit(good)).isInstanceOf(Admitted.class);
    assertRefused(
        Signing.request(good.path(), "", headers, good.body()), ResultCode.INVALID_PARAMETER);
  }

  @Test
  void admit_rawFormMatchesAndKeyStandsTwice_countsTheLast() {
    NewInstance event =
        (NewInstance)
            event(
                Signing.production(
                    NONCE, BODY.replace("\"orderId\"", "\"orderId\":\"CS0\",\"orderId\"")));

    assertThat(event.order()).isEqualTo(new OrderKey("CS1", "CS1-1"));
  }

  @Test
  void admit_onlySortedFormCouldMatchAndKeyStandsTwice_isRefused() {
    CallbackRequest signed = Signing.production(NONCE, BODY);
    byte[] twice = BODY.replace("{", "{\"orderId\":\"CS0\", ").getBytes(StandardCharsets.UTF_8);
    byte[] reordered =
        BODY.replace(",\"orderId\":\"CS1\"", "")
            .replace("{", "{ \"orderId\":\"CS1\",")
            .getBytes(StandardCharsets.UTF_8);

    assertThat(admit(Signing.request("/koogallery", signed.query(), Map.of(), reordered)))
        .isInstanceOf(Admitted.class);
    assertRefused(
        Signing.request("/koogallery", signed.query(), Map.of(), twice),
        ResultCode.AUTHENTICATION_FAILED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "null", "{", "{} {}", "\"text\"", "{\"activity\":}"})
  void admit_signedBodyIsNoObject_refusesTheParameter(String body) {
    assertRefused(Signing.production(NONCE, body), ResultCode.INVALID_PARAMETER);
  }

  @Test
  void admit_notPost_is405AndTooLarge_is413() {
    CallbackRequest good = Signing.production(NONCE, BODY);
    CallbackRequest get =
        new CallbackRequest("GET", good.path(), good.query(), Map.of(), good.body());
    CallbackRequest large =
        Signing.request(good.path(), good.query(), Map.of(), new byte[(4 << 20) + 1]);

    assertThat(((Refused) admit(get)).reply().status()).isEqualTo(405);
    assertThat(((Refused) admit(get)).reply().headers()).containsEntry("Allow", List.of("POST"));
    assertThat(((Refused) admit(large)).reply().status()).isEqualTo(413);
  }

  @Test
  void admit_refused_isSignedWithTheFirstKeyAndRepeatsNothing() {
    CallbackReply reply =
        ((Refused) admit(Signing.request("/koogallery", "secret=canary", Map.of(), new byte[0])))
            .reply();

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("{\"resultCode\":\"000002\",\"resultMsg\":\"invalid request parameter.\"}");
    assertThat(reply.headers().get("Body-Sign"))
        .containsExactly(BodySign.of(HmacKey.of(Signing.PRODUCTION_KEY), reply.body()));
  }

  private CallbackEvent event(CallbackRequest request) {
    return ((Admitted) admit(request)).event();
  }

  private void assertRefused(CallbackRequest request, ResultCode code) {
    assertThat(admit(request))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.reply().body())
                    .asString(StandardCharsets.UTF_8)
                    .contains("\"resultCode\":\"" + code.code() + "\""));
  }

  private Gate.Passage admit(CallbackRequest request) {
    KeyRing ring = new KeyRing(settings);
    return new Gate(settings, ring, new Replies(ring)).admit(request);
  }
}
