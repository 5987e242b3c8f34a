package com.guance.onboarding.transport;

import com.guance.onboarding.error.InvalidSettingException;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import org.immutables.value.Value;

/**
 * Where a {@link Transport} calls and how patiently. Immutable; checked when it is built: each time
 * is from a millisecond to a day.
 *
 * <p>An {@code https} address is required, except on loopback and for the one origin named with
 * {@link #DANGEROUS_allowPlainHttp()}.
 */
@Value.Immutable
@SuppressWarnings({"MemberName", "immutables:incompat"}) // one name is in capitals to be seen
public interface HttpSettings {

  /**
   * The address that the paths of all calls are appended to.
   *
   * @return an absolute address without user name, query or fragment
   */
  URI baseUrl();

  /**
   * An origin off this machine that may be called over plain HTTP, for deployments inside a closed
   * network: everything sent, tokens included, can be read on the way.
   *
   * @return the origin, empty unless set
   */
  Optional<URI> DANGEROUS_allowPlainHttp();

  /**
   * How long one connection may take to open.
   *
   * @return 2 seconds unless set
   */
  @Value.Default
  default Duration connectTimeout() {
    return Duration.ofSeconds(2);
  }

  /**
   * How long one attempt may take, from looking up the host to the last byte of the answer.
   *
   * @return 10 seconds unless set
   */
  @Value.Default
  default Duration attemptTimeout() {
    return Duration.ofSeconds(10);
  }

  /**
   * How long one call may take with all its attempts and waits. A wait that would not fit is not
   * begun.
   *
   * @return 30 seconds unless set
   */
  @Value.Default
  default Duration deadline() {
    return Duration.ofSeconds(30);
  }

  /**
   * How often a call that may be repeated is tried at most.
   *
   * @return 4 unless set
   */
  @Value.Default
  default int maxAttempts() {
    return 4;
  }

  /**
   * The longest wait before the second attempt; it doubles from attempt to attempt, and each wait
   * is between half of it and all of it.
   *
   * @return 200 milliseconds unless set
   */
  @Value.Default
  default Duration firstBackoff() {
    return Duration.ofMillis(200);
  }

  /**
   * Where the doubling ends. A {@code Retry-After} may still be longer.
   *
   * @return 5 seconds unless set
   */
  @Value.Default
  default Duration maxBackoff() {
    return Duration.ofSeconds(5);
  }

  /**
   * The largest answer that is read, after decompression.
   *
   * @return 1 MiB unless set
   */
  @Value.Default
  default int maxResponseBytes() {
    return 1 << 20;
  }

  /**
   * How we introduce ourselves.
   *
   * @return {@code guance-onboarding} unless set
   */
  @Value.Default
  default String userAgent() {
    return "guance-onboarding";
  }

  /**
   * Which proxy leads to an address.
   *
   * @return the selector; empty for the machine's own ({@link ProxySelector#getDefault()})
   */
  @Value.Redacted
  Optional<ProxySelector> proxy();

  /**
   * What both sides of a TLS connection are checked with: our certificate for mutual TLS, and the
   * authorities that we trust.
   *
   * @return the context; empty for the machine's own
   */
  @Value.Redacted
  Optional<SSLContext> sslContext();

  /**
   * What proves who we are.
   *
   * @return asked for every attempt; empty for nothing
   */
  @Value.Redacted
  Optional<Authorizer> authorizer();

  /**
   * Which addresses a host name may lead to, checked on the address that is connected to, so that a
   * name from outside cannot lead into the own network. Not asked behind a proxy.
   *
   * @return every address unless set
   */
  @Value.Redacted
  @Value.Default
  default Predicate<InetAddress> reachable() {
    return address -> true;
  }

  /**
   * Starts from the defaults; only {@link #baseUrl()} has none.
   *
   * @return a new builder
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link HttpSettings}. Not thread-safe. */
  final class Builder extends ImmutableHttpSettings.Builder {
    Builder() {}

    /**
     * Checks the values and finishes.
     *
     * @return the settings
     * @throws InvalidSettingException if a value breaks its rule; names field, rule and remedy
     * @throws IllegalStateException if there is no base address
     */
    @Override
    public HttpSettings build() {
      return SettingsRules.check(super.build());
    }
  }
}
