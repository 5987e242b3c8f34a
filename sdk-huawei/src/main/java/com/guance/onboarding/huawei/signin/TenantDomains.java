package com.guance.onboarding.huawei.signin;

import com.guance.onboarding.transport.CallOptions;
import com.guance.onboarding.transport.HttpSettings;
import com.guance.onboarding.transport.Retryable;
import com.guance.onboarding.transport.Transport;
import com.guance.onboarding.transport.TransportRuntime;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Calls the sign-in domains of organizations, and only those that the rules allow: the internet
 * through one transport, this machine, where settings name it, through another.
 */
final class TenantDomains implements AutoCloseable {

  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final int LARGEST_ANSWER = 64 << 10;

  /** Transports start with an address; this one is never called. */
  private static final URI NOWHERE = URI.create("https://tenant.invalid");

  private final DomainRules rules;
  private final Transport internet;
  private final Transport thisMachine;
  private final Clock clock;

  TenantDomains(SignInSettings settings, TransportRuntime runtime) {
    this.rules = new DomainRules(settings.allowedDomainSuffixes(), settings.loopbackOrigins());
    this.internet = connect(settings, runtime, false);
    this.thisMachine = connect(settings, runtime, true);
    this.clock = runtime.clock();
  }

  /** The address of a domain, for a browser. */
  URI address(String domainName, String operation) {
    return rules.target(domainName, operation).address();
  }

  Tokens tokens(String domainName, String operation, Map<String, String> form) {
    Transport transport = transport(domainName, operation);
    return transport
        .call(
            operation,
            Retryable.WRITE,
            CallOptions.none(),
            transport.api(KitSignInApi.class).token(form),
            (body, answer) -> SignInErrors.inSuccess(answer))
        .tokens(operation, clock.instant());
  }

  Member member(String domainName, String operation, Tokens tokens) {
    Transport transport = transport(domainName, operation);
    return transport
        .call(
            operation,
            Retryable.READ,
            CallOptions.none(),
            transport.api(KitSignInApi.class).member("Bearer " + tokens.access().reveal()),
            (body, answer) -> SignInErrors.inSuccess(answer))
        .member(operation);
  }

  @Override
  public void close() {
    internet.close();
    thisMachine.close();
  }

  private Transport transport(String domainName, String operation) {
    DomainRules.Target target = rules.target(domainName, operation);
    return (target.loopback() ? thisMachine : internet).at(target.address());
  }

  /** Limits come last: they stand whatever the settings change. */
  private static Transport connect(
      SignInSettings settings, TransportRuntime runtime, boolean loopback) {
    HttpSettings.Builder http = HttpSettings.builder().proxy(new NoProxy());
    settings.http().accept(http);
    return Transport.connect(
        SignInErrors.PROVIDER,
        http.baseUrl(NOWHERE)
            .attemptTimeout(LONGEST)
            .deadline(LONGEST)
            .maxResponseBytes(LARGEST_ANSWER)
            .reachable(loopback ? InetAddress::isLoopbackAddress : PublicAddresses::contains)
            .build(),
        runtime,
        SignInErrors::decode);
  }

  /** Without this the machine's proxy would look names up, past the check of their addresses. */
  private static final class NoProxy extends ProxySelector {

    @Override
    public List<Proxy> select(URI uri) {
      return List.of(Proxy.NO_PROXY);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
      // there is none that could fail
    }
  }
}
