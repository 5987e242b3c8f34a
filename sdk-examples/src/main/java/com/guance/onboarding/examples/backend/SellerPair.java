package com.guance.onboarding.examples.backend;

import com.guance.onboarding.domain.Secret;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A key pair for a backend that was given none, so that members can sign in where only an emulator
 * plays KooGallery. A seller makes a pair and enters the public half in KooGallery's console; this
 * enters it in the emulator's.
 *
 * <p>Making one takes long, so it happens beside the work, and the emulator is told before that a
 * key will come. Beside a local database the private half is kept in a file that only its owner may
 * read. Nodes on a database server have to be given one and the same key.
 */
public final class SellerPair implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SellerPair.class);
  private static final int BITS = 3072;
  private static final int MILLIS = 1_000;
  private static final int AGAIN_MILLIS = 50;
  private static final int SERVER_ERROR = 500;
  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----\n";
  private static final String END = "\n-----END PRIVATE KEY-----\n";

  private final URI console;
  private final BackendSettings.Store store;
  private final boolean needed;
  private final CompletableFuture<Backend> opener = new CompletableFuture<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  private SellerPair(BackendSettings settings) {
    this.console = settings.world().emulator().resolve("/emulator/seller/credential");
    this.store = settings.world().store();
    boolean alone = store.inMemory() || LocalFile.of(store.url()).isPresent();
    this.needed = alone && settings.keys().privateKeys().isEmpty();
  }

  /**
   * Tells the emulator, beside the work and as soon as it answers, that a key is going to come.
   *
   * @param settings how the backend is going to run
   * @return the pair that is needed; nothing comes of it if the backend has keys, or must be given
   *     some
   */
  public static SellerPair announce(BackendSettings settings) {
    SellerPair pair = new SellerPair(settings);
    if (pair.needed) {
      Thread maker = new Thread(pair::make, "backend-seller-pair");
      maker.setDaemon(true);
      maker.start();
    }
    return pair;
  }

  /**
   * Has the pair made or read, beside the work, and gives each side its half.
   *
   * @param backend who opens client secrets with the private half
   */
  public void share(Backend backend) {
    opener.complete(backend);
  }

  private void make() {
    CompletableFuture<Secret> key = opener.thenApplyAsync(this::given);
    try {
      untilAnswered("{}");
      untilAnswered("{\"publicKey\":\"" + publicKey(key.get()) + "\"}");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | GeneralSecurityException | RuntimeException e) {
      if (closed.getCount() > 0) { // else nobody needs the pair any more
        LOG.warn("there is no key pair, so nobody signs in: {}", e.getClass().getName());
      }
    }
  }

  /** An emulator that starts later must hear of the key before it has a buyer act. */
  private void untilAnswered(String json) throws InterruptedException {
    while (!enter(json) && !closed.await(AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
      LOG.trace("the emulator does not answer yet");
    }
  }

  private Secret given(Backend backend) {
    Secret privateKey = privateKey();
    backend.privateKey(privateKey);
    return privateKey;
  }

  private Secret privateKey() {
    return LocalFile.of(store.url())
        .map(file -> KeyFile.readOrMake(file.sellerKey(), SellerPair::fresh))
        .orElseGet(() -> Secret.of(fresh()));
  }

  private static String fresh() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
      return BEGIN + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key) + END;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has RSA", e);
    }
  }

  /** The other half, as KooGallery's form wants it: without the lines around it. */
  static String publicKey(Secret privateKey) throws GeneralSecurityException {
    String content = privateKey.reveal().replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "");
    KeyFactory rsa = KeyFactory.getInstance("RSA");
    RSAPrivateCrtKey key =
        (RSAPrivateCrtKey)
            rsa.generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(content)));
    return Base64.getEncoder()
        .encodeToString(
            rsa.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()))
                .getEncoded());
  }

  /** Whether the emulator has answered; one that calls no partner refuses, and needs no key. */
  private boolean enter(String json) {
    try {
      HttpURLConnection call = (HttpURLConnection) console.toURL().openConnection();
      call.setConnectTimeout(MILLIS);
      call.setReadTimeout(MILLIS);
      call.setRequestMethod("POST");
      call.setRequestProperty("Content-Type", "application/json");
      call.setDoOutput(true);
      try (OutputStream out = call.getOutputStream()) {
        out.write(json.getBytes(StandardCharsets.UTF_8));
      }
      return call.getResponseCode() < SERVER_ERROR;
    } catch (IOException e) {
      return false;
    }
  }

  /** Stops trying; repeatable. */
  @Override
  public void close() {
    closed.countDown();
    opener.cancel(false);
  }
}
