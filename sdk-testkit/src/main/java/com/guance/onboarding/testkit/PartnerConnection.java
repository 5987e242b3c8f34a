package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * The partner's backend that KooGallery calls: where it is, and the keys that both sides share.
 * Immutable.
 */
@Value.Immutable
public abstract class PartnerConnection {

  private static final String PRODUCTION_PATH = "/koogallery";

  PartnerConnection() {}

  /**
   * {@return the backend's address, such as {@code http://127.0.0.1:8080}} One with a path is the
   * production URL itself; without, it is {@code /koogallery} there. Plain HTTP is for this machine
   * only.
   */
  public abstract URI uri();

  /** {@return the access key of the production interface} */
  public abstract Secret productionKey();

  /** {@return the access key of the synchronization interface} */
  public abstract Secret syncKey();

  /**
   * {@return the public half of the partner's RSA key, as PEM, which client secrets are encrypted
   * for} Without one, the emulator makes a pair of its own; see {@link
   * KooGallery#clientSecretKey()}.
   */
  public abstract Optional<String> publicKey();

  /** {@return the digests of the encryption, which Huawei's pages do not name} */
  @Value.Default
  public ClientSecretPadding padding() {
    return ClientSecretPadding.SHA256;
  }

  /** {@return which callbacks are fired; by default all but {@code orderNotify}} */
  @Value.Default
  public Set<PartnerCallback> callbacks() {
    return Collections.unmodifiableSet(
        EnumSet.complementOf(EnumSet.of(PartnerCallback.ORDER_NOTIFY)));
  }

  /** {@return how long KooGallery waits for an answer, in real time} */
  @Value.Default
  public Duration callTimeout() {
    return Duration.ofSeconds(5);
  }

  /** {@return where a browser goes after the sign-in; by default {@code /sign-in} there} */
  @Value.Default
  public URI signInLanding() {
    return origin().resolve("/sign-in");
  }

  /** {@return whether the robot plays the buyer of each order to the end; by default it does} */
  @Value.Default
  public boolean playBuyer() {
    return true;
  }

  /** Scheme, host and port. */
  URI origin() {
    return URI.create(uri().getScheme() + "://" + uri().getRawAuthority());
  }

  URI productionUrl() {
    String path = uri().getRawPath();
    boolean bare = path == null || path.isEmpty() || path.equals("/");
    return bare ? origin().resolve(PRODUCTION_PATH) : uri();
  }

  boolean fires(PartnerCallback callback) {
    return callbacks().contains(callback);
  }

  /**
   * Refuses an address that keys must not be used with.
   *
   * @throws IllegalArgumentException if it is neither https nor on this machine
   */
  @Value.Check
  void check() {
    String host = uri().getHost();
    boolean loopback =
        host != null && (host.equals("localhost") || host.equals("[::1]") || isLoopback(host));
    boolean secure = "https".equals(uri().getScheme()) && host != null;
    if (!secure && !("http".equals(uri().getScheme()) && loopback)) {
      throw new IllegalArgumentException(
          "the partner's address must be https, or http on this machine");
    }
  }

  private static boolean isLoopback(String host) {
    return host.matches("127(\\.[0-9]{1,3}){3}");
  }

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the address only. */
  @Override
  public String toString() {
    return "PartnerConnection[" + origin() + "]";
  }

  /** With which digests a client secret is encrypted. */
  public enum ClientSecretPadding {
    /** SHA-256 for both. */
    SHA256("SHA-256", "SHA-256"),
    /** SHA-256, and SHA-1 for the mask. */
    SHA256_MGF1_SHA1("SHA-256", "SHA-1"),
    /** SHA-1 for both. */
    SHA1("SHA-1", "SHA-1");

    final String digest;
    final String maskDigest;

    ClientSecretPadding(String digest, String maskDigest) {
      this.digest = digest;
      this.maskDigest = maskDigest;
    }
  }

  /** Collects what is known of a partner. */
  public static final class Builder extends ImmutablePartnerConnection.Builder {
    Builder() {}
  }
}
