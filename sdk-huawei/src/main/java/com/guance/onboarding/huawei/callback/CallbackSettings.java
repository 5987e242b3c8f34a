package com.guance.onboarding.huawei.callback;

import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.error.InvalidSettingException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** How callbacks are verified and answered. Immutable; checked when it is built. */
@Value.Immutable
@SuppressWarnings("immutables:incompat") // clock and addresses have no equality to speak of
public interface CallbackSettings {

  /**
   * The access keys bound to the interface type of the production interface; all are accepted.
   *
   * @return the keys, the one that signs refusals first
   */
  @Value.Redacted
  List<Secret> productionKeys();

  /**
   * The access keys bound to the interface type of the synchronization interface; all are accepted.
   *
   * @return the keys, the one that signs refusals first
   */
  @Value.Redacted
  List<Secret> syncKeys();

  /**
   * Keys of products that have keys of their own, by the path of the product's production URL, such
   * as {@code /koogallery/metrics}, without a slash at its end. Other paths use {@link
   * #productionKeys()} and {@link #syncKeys()}.
   *
   * @return the keys by path
   */
  @Value.Redacted
  Map<String, CallbackKeys> productKeys();

  /**
   * How far the signed time may lie from ours, to either side.
   *
   * @return 60 seconds unless set
   */
  @Value.Default
  default Duration window() {
    return Duration.ofSeconds(60);
  }

  /**
   * The largest body that is read.
   *
   * @return 4 MiB unless set: authSync carries 500 members
   */
  @Value.Default
  default int maxBodyBytes() {
    return 4 << 20;
  }

  /**
   * After which time there is an answer, whatever the partner's code or the store does. KooGallery
   * gives up at 5 seconds.
   *
   * @return 2 seconds unless set
   */
  @Value.Default
  default Duration answerWithin() {
    return Duration.ofSeconds(2);
  }

  /**
   * How many threads the handler's pool has at most; a thread that nobody needs for a while ends.
   * With a database choose fewer than your data source has connections: calls wait for a thread in
   * turn, and for a connection they may be passed by.
   *
   * @return 32 unless set
   */
  @Value.Default
  default int poolThreads() {
    return 32;
  }

  /**
   * How many calls may wait for a thread; more are answered with {@link ResultCode#INTERNAL_ERROR}
   * at once, and KooGallery repeats them.
   *
   * @return 256 unless set
   */
  @Value.Default
  default int poolQueue() {
    return 256;
  }

  /**
   * What the pool's threads are called.
   *
   * @return {@code koogallery-callback} unless set
   */
  @Value.Default
  default String poolName() {
    return "koogallery-callback";
  }

  /**
   * The private keys, as PEM, whose public halves are registered with the credential: they open the
   * client secrets of applicationSync. Without one client secrets are not kept and members cannot
   * sign in through the SDK.
   *
   * @return the keys, each tried
   */
  @Value.Redacted
  List<Secret> privateKeys();

  /**
   * With which digests client secrets are tried, in this order.
   *
   * @return all unless set
   */
  @Value.Default
  default List<OaepDigest> oaepDigests() {
    return List.of(OaepDigest.values());
  }

  /**
   * Where a buyer reaches an instance of which nothing better is known yet: the partner's product
   * page or sign-in page. KooGallery shows it to the buyer.
   *
   * @return the address; required with keys of the production interface
   */
  Optional<URI> entryAddress();

  /**
   * The clock that signed times are compared with.
   *
   * @return the machine's own unless set
   */
  @Value.Default
  default Clock clock() {
    return Clock.systemUTC();
  }

  /** Refuses what cannot work. */
  @Value.Check
  default void check() {
    require(
        !productionKeys().isEmpty() || !syncKeys().isEmpty() || !productKeys().isEmpty(),
        "productionKeys",
        "at least one key is needed",
        "give the access key of the production interface");
    require(
        entryAddress().isPresent() ? absolute(entryAddress().get()) : !asksForInstances(),
        "entryAddress",
        "must be an absolute http or https address",
        "give the address where a buyer finds the product");
    require(
        within(window(), Duration.ofSeconds(1), Duration.ofMinutes(10)),
        "window",
        "must lie between 1 second and 10 minutes",
        "leave it at 60 seconds");
    require(
        within(answerWithin(), Duration.ofMillis(50), Duration.ofMillis(4500)),
        "answerWithin",
        "must lie between 50 milliseconds and 4.5 seconds",
        "leave it at 2 seconds");
    require(maxBodyBytes() >= 1024, "maxBodyBytes", "must be at least 1024", "leave it at 4 MiB");
    require(poolThreads() >= 1, "poolThreads", "must be at least 1", "leave it at 32");
    require(poolQueue() >= 1, "poolQueue", "must be at least 1", "leave it at 256");
    require(
        productKeys().keySet().stream().allMatch(Route::names),
        "productKeys",
        "a path must begin with a slash and not end with one",
        "give the path of the product's production URL without what follows it");
  }

  private static void require(boolean holds, String field, String rule, String remedy) {
    if (!holds) {
      throw new InvalidSettingException(field, rule, remedy);
    }
  }

  private boolean asksForInstances() {
    return !productionKeys().isEmpty()
        || productKeys().values().stream().anyMatch(keys -> !keys.production().isEmpty());
  }

  private static boolean absolute(URI address) {
    return address.getHost() != null
        && ("https".equalsIgnoreCase(address.getScheme())
            || "http".equalsIgnoreCase(address.getScheme()));
  }

  private static boolean within(Duration value, Duration least, Duration most) {
    return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Collects settings. */
  final class Builder extends ImmutableCallbackSettings.Builder {
    Builder() {}
  }
}
