package com.guance.onboarding.billing.openapi;

import com.guance.onboarding.billing.SiteHosts;
import com.guance.onboarding.billing.datakit.TokenCheck;
import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.spi.WorkspaceFinding;
import com.guance.onboarding.spi.WorkspaceFinding.Aspect;
import com.guance.onboarding.spi.WorkspaceFinding.Result;
import com.guance.onboarding.spi.WorkspaceVerifier;
import com.guance.onboarding.transport.HttpSettings;
import com.guance.onboarding.transport.TransportRuntime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks Guance's OpenAPI and the dataway on behalf of the flow: plan, bills, lock, language and
 * owner of a workspace, its token, its first host.
 *
 * <p>Thread-safe; one serves all onboardings of a process and shares one pacing among them. A look
 * costs one call of the OpenAPI, one more where an owner is expected, and one of the dataway.
 */
public final class OpenApiVerifier implements WorkspaceVerifier {

  /** A DataKit reports every few minutes, so that a day shows each one that is up. */
  private static final Duration LOOK_BACK = Duration.ofDays(1);

  private static final Set<Aspect> OF_THE_KEY = EnumSet.of(Aspect.KEY_AND_SITE, Aspect.WORKSPACE);

  private final VerifierSettings settings;
  private final TransportRuntime runtime;
  private final long latest;

  private OpenApiVerifier(VerifierSettings settings, TransportRuntime runtime, long latest) {
    this.settings = settings;
    this.runtime = runtime;
    this.latest = latest;
  }

  /**
   * Makes a verifier; nothing is sent yet.
   *
   * @param settings where to ask, and how patiently
   * @return the verifier
   */
  public static OpenApiVerifier of(VerifierSettings settings) {
    return of(settings, TransportRuntime.system());
  }

  /**
   * Makes a verifier whose time is decided by the caller.
   *
   * @param settings where to ask, and how patiently
   * @param runtime time, waiting, randomness and ids
   * @return the verifier
   */
  public static OpenApiVerifier of(VerifierSettings settings, TransportRuntime runtime) {
    return new OpenApiVerifier(settings, runtime, Long.MAX_VALUE);
  }

  @Override
  public OpenApiVerifier within(Duration time) {
    long end = runtime.clock().millis() + time.toMillis();
    return new OpenApiVerifier(settings, runtime, Math.min(latest, end));
  }

  @Override
  public Seen verify(Expected expected, Secret key) {
    SiteHosts hosts;
    HttpSettings http;
    try {
      hosts = settings.sites().hosts(expected.site());
      http = openApi(hosts);
    } catch (InvalidInputException e) {
      return unknownSite(e);
    }
    long end = end();
    try (GuanceOpenApi api = connect(http, expected, key)) {
      WorkspaceVerification.Look look =
          WorkspaceVerification.of(api.within(left(end))).look(expectation(expected));
      Optional<WorkspaceFinding> ofTheKey =
          look.findings().stream()
              .filter(finding -> OF_THE_KEY.contains(finding.aspect()))
              .filter(finding -> finding.result() == Result.WRONG)
              .findFirst();
      if (ofTheKey.isPresent()) {
        return new Seen(Optional.empty(), Optional.empty(), List.of(ofTheKey.get()));
      }
      List<WorkspaceFinding> findings = new ArrayList<>(look.findings());
      findings.add(token(hosts, look.seen().flatMap(Workspace::dataToken), end));
      return new Seen(
          look.seen().map(Workspace::id), look.seen().flatMap(Workspace::name), findings);
    }
  }

  @Override
  public Optional<String> firstHost(Expected expected, Secret key) {
    HttpSettings http = openApi(settings.sites().hosts(expected.site()));
    try (GuanceOpenApi api = connect(http, expected, key)) {
      return api.within(left(end())).firstHost(LOOK_BACK);
    }
  }

  /** When the look that begins now must have ended. */
  private long end() {
    return Math.min(latest, runtime.clock().millis() + settings.deadline().toMillis());
  }

  private Duration left(long end) {
    return Duration.ofMillis(end - runtime.clock().millis());
  }

  private GuanceOpenApi connect(HttpSettings http, Expected expected, Secret key) {
    return GuanceOpenApi.connect(
        OpenApiSettings.builder()
            .http(http)
            .key(() -> key)
            .workspace(expected.workspace())
            .pacing(settings.pacing())
            .deadline(settings.deadline())
            .build(),
        runtime);
  }

  private HttpSettings openApi(SiteHosts hosts) {
    return hosts.http(hosts.requireOpenApi(), settings.http());
  }

  private static WorkspaceExpectation expectation(Expected expected) {
    return WorkspaceExpectation.builder()
        .workspace(expected.workspace())
        .language(expected.language())
        .owner(expected.owner())
        .build();
  }

  private static Seen unknownSite(InvalidInputException problem) {
    return new Seen(
        Optional.empty(),
        Optional.empty(),
        List.of(
            WorkspaceFinding.wrong(
                Aspect.KEY_AND_SITE,
                "UNKNOWN_SITE",
                String.valueOf(problem.getMessage()),
                "Give the site that the workspace was created on.")));
  }

  private WorkspaceFinding token(SiteHosts hosts, Optional<Secret> token, long end) {
    if (token.isEmpty()) {
      return WorkspaceFinding.unverified(Aspect.TOKEN, "Guance does not show the token");
    }
    HttpSettings http = hosts.http(hosts.openway(), settings.http());
    try (TokenCheck check = TokenCheck.connect(http, runtime)) {
      return check.within(left(end)).finding(token.get());
    }
  }
}
