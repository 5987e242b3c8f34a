package com.guance.onboarding.huawei.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.spi.SecretStore;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * A client secret is opened after verification, kept apart, and each version under its own name.
 */
class ClientSecretSyncTest {

  private final Map<String, Secret> kept = new ConcurrentHashMap<>();
  private final HandlerFixture koo = new HandlerFixture();
  private final CallbackHandler handler = handler(koo.flow);

  private final Logger logger = (Logger) LoggerFactory.getLogger(SyncDesk.class);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void close() {
    logger.detachAppender(log);
    handler.close();
    koo.close();
  }

  @Test
  void applicationSync_encryptedSecret_isKeptAndALateOneDoesNotReplaceIt() {
    koo.answer(koo.newInstance("b-1"));

    handle("b-1", "new-secret", "20260102080000000");
    handle("b-1", "old-secret", "20260101080000000");

    assertThat(kept)
        .containsOnlyKeys(
            "koogallery/tenant-1/app-1@1767312000000", "koogallery/tenant-1/app-1@1767225600000")
        .containsEntry("koogallery/tenant-1/app-1@1767312000000", Secret.of("new-secret"));
  }

  @Test
  void applicationSync_unverified_isNotOpened() {
    CallbackRequest forged =
        Signing.sync(
            Secret.of("another-key"), koo.nonce(), "applicationSync", body("b-1", "x", "1"));

    assertThat(HandlerFixture.code(handler.handle(forged))).isEqualTo("000001");
    assertThat(kept).isEmpty();
  }

  @Test
  void applicationSync_secretThatNoKeyOpens_isNotAcknowledged() {
    assertThat(code(unreadable(1, 0))).isEqualTo("000005");
    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly("no configured private key opens the client secret of app-1");
  }

  @Test
  void applicationSync_unbindsWithASecretThatNoKeyOpens_isAcknowledgedAndNothingKept() {
    assertThat(code(unreadable(0, 0))).isEqualTo("000000");
    assertThat(kept).isEmpty();
    assertThat(log.list).isEmpty();
  }

  @Test
  void applicationSync_unbindsWithAReadableSecret_keepsNothing() {
    String unbind = body("b-1", "secret", "20260102080000000").replace("\"flag\":1", "\"flag\":0");

    assertThat(code(koo.sync("applicationSync", unbind))).isEqualTo("000000");
    assertThat(kept).isEmpty();
  }

  @Test
  void applicationSync_rehearsalWithASecretThatNoKeyOpens_isAcknowledgedWithAWarning() {
    assertThat(code(unreadable(1, 1))).isEqualTo("000000");
    assertThat(log.list)
        .extracting(ILoggingEvent::getLevel, ILoggingEvent::getFormattedMessage)
        .containsExactly(
            tuple(
                Level.WARN,
                "no configured private key opens the client secret of a rehearsal of app-1"));
    assertThat(kept).isEmpty();
  }

  @Test
  void applicationSync_rehearsalWithAReadableSecret_isQuietAndKeepsNothing() {
    String rehearsal =
        body("b-1", "secret", "20260102080000000").replace("\"testFlag\":0", "\"testFlag\":1");

    assertThat(code(koo.sync("applicationSync", rehearsal))).isEqualTo("000000");
    assertThat(kept).isEmpty();
    assertThat(log.list).isEmpty();
  }

  private CallbackRequest unreadable(int flag, int testFlag) {
    return koo.sync(
        "applicationSync",
        "{'appId':'app-1','clientId':'cid','clientSecret':'c2VjcmV0','flag':"
            + flag
            + ",'instanceId':'b-1','tenantId':'tenant-1','testFlag':"
            + testFlag
            + "}");
  }

  private String code(CallbackRequest request) {
    return HandlerFixture.code(handler.handle(request));
  }

  private void handle(String instance, String secret, String time) {
    CallbackRequest request =
        Signing.sync(
            Signing.SYNC_KEY, koo.nonce(), "applicationSync", body(instance, secret, time));
    assertThat(HandlerFixture.code(handler.handle(request))).isEqualTo("000000");
  }

  private String body(String instance, String secret, String time) {
    return "{\"appId\":\"app-1\",\"clientId\":\"cid\",\"clientSecret\":\""
        + encrypted(secret)
        + "\",\"flag\":1,\"instanceId\":\""
        + instance
        + "\",\"tenantId\":\"tenant-1\",\"testFlag\":0,\"timeStamp\":\""
        + time
        + "\"}";
  }

  private CallbackHandler handler(OnboardingFlow flow) {
    CallbackSettings settings =
        Admission.settings()
            .addPrivateKeys(
                ClientSecretsTest.pem(
                    "PRIVATE KEY", ClientSecretsTest.PAIR.getPrivate().getEncoded()))
            .build();
    return CallbackHandler.builder(flow, settings).secretStore(new Keeper()).build();
  }

  private final class Keeper implements SecretStore {
    @Override
    public void put(String name, Secret secret) {
      kept.put(name, secret);
    }

    @Override
    public Optional<Secret> get(String name) {
      return Optional.ofNullable(kept.get(name));
    }

    @Override
    public void forget(String name) {
      kept.remove(name);
    }
  }

  private String encrypted(String text) {
    try {
      Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          ClientSecretsTest.PAIR.getPublic(),
          OaepDigest.SHA256_MGF1_SHA1.parameters());
      return Base64.getEncoder()
          .encodeToString(cipher.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
