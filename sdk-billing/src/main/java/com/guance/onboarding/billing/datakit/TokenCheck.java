package com.guance.onboarding.billing.datakit;

import com.guance.onboarding.billing.SiteHosts;
import com.guance.onboarding.billing.api.Answers;
import com.guance.onboarding.billing.api.GuanceErrors;
import com.guance.onboarding.billing.api.Reading;
import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.error.AuthenticationException;
import com.guance.onboarding.error.OnboardingException;
import com.guance.onboarding.error.RemoteException;
import com.guance.onboarding.spi.WorkspaceFinding;
import com.guance.onboarding.spi.WorkspaceFinding.Aspect;
import com.guance.onboarding.transport.CallOptions;
import com.guance.onboarding.transport.HttpSettings;
import com.guance.onboarding.transport.RemoteAnswer;
import com.guance.onboarding.transport.Retryable;
import com.guance.onboarding.transport.Transport;
import com.guance.onboarding.transport.TransportRuntime;
import java.time.Duration;

/**
 * Asks a site's dataway whether it takes a token, as DataKit does before it reports.
 *
 * <p>Blocking and thread-safe. The answer is in the body, whatever the HTTP status.
 */
public final class TokenCheck implements AutoCloseable {

  private static final String PROVIDER = "guance-dataway";
  private static final String OPERATION = "check token";
  private static final int OK = 200;
  private static final int FORBIDDEN = 403;
  private static final String FORBIDDEN_TEXT = "403";
  private static final String NOT_FOUND = "kodo.tokenNotFound";
  private static final GuanceErrors ERRORS = new GuanceErrors(Duration.ofSeconds(5));
  private static final Answers<Object> ANYTHING = Answers.of(Object.class);

  private final Transport transport;
  private final DatawayApi api;

  private TokenCheck(Transport transport, DatawayApi api) {
    this.transport = transport;
    this.api = api;
  }

  /**
   * Opens a check on a site; nothing is sent yet.
   *
   * @param site the site
   * @return the check, to be closed
   */
  public static TokenCheck connect(SiteHosts site) {
    return connect(site.http(site.openway(), http -> {}), TransportRuntime.system());
  }

  /**
   * Opens a check whose HTTP and time are decided by the caller.
   *
   * @param settings where to, and how patiently
   * @param runtime time, waiting, randomness and ids
   * @return the check, to be closed
   */
  public static TokenCheck connect(HttpSettings settings, TransportRuntime runtime) {
    Transport transport =
        Transport.connect(PROVIDER, settings, runtime, TokenCheck::refusedByStatus);
    return new TokenCheck(transport, transport.api(DatawayApi.class));
  }

  /**
   * The same check for one piece of work, which has its own deadline; closing either closes both.
   *
   * @param time how long all its calls together may take from now on
   * @return a check that keeps to it
   */
  public TokenCheck within(Duration time) {
    return new TokenCheck(transport.within(time), api);
  }

  /**
   * Asks.
   *
   * @param token the workspace's data token
   * @return what the dataway says
   * @throws com.guance.onboarding.error.OnboardingException if it says nothing that can be read, or
   *     refuses for another reason
   */
  public TokenState check(Secret token) {
    OptionRules.checkToken(token.reveal());
    Reading<Object> reading = ANYTHING.reading(ERRORS);
    try {
      transport.call(
          OPERATION, Retryable.READ, CallOptions.none(), api.check(token.reveal()), reading);
    } catch (RemoteException e) {
      if (isNotFound(e, reading.code())) {
        return TokenState.NOT_FOUND;
      }
      throw e;
    }
    if (reading.code() != OK) {
      throw reading.unreadable("code", "is missing");
    }
    return TokenState.VALID;
  }

  /**
   * Asks, and says it as the flow understands it. A dataway that cannot be asked says nothing about
   * the token: then its first host object will.
   *
   * @param token the workspace's data token
   * @return that the token is taken, that it is not, or that nobody says so; never throws because
   *     of what the dataway does
   */
  public WorkspaceFinding finding(Secret token) {
    try {
      return check(token) == TokenState.VALID
          ? WorkspaceFinding.proven(Aspect.TOKEN)
          : WorkspaceFinding.wrong(
              Aspect.TOKEN,
              "TOKEN_NOT_FOUND",
              "the dataway of the workspace's site does not know its token",
              "Check the site, or change the token under Manage, Space settings, and install with"
                  + " the new one.");
    } catch (InvalidInputException e) {
      return WorkspaceFinding.unverified(Aspect.TOKEN, "the token is none that can be asked about");
    } catch (OnboardingException e) {
      return WorkspaceFinding.notAsked(Aspect.TOKEN, "the dataway cannot be asked");
    }
  }

  /** Ends running calls and closes every connection. Repeatable. */
  @Override
  public void close() {
    transport.close();
  }

  /**
   * A 403 in the body without a code of its own is the same no. Other refusals are about something
   * else, and a mere status may be of anybody on the way.
   */
  private static boolean isNotFound(RemoteException refusal, int code) {
    return refusal.code().equals(NOT_FOUND) || (refusal.code().equals("none") && code == FORBIDDEN);
  }

  private static RemoteException refusedByStatus(RemoteAnswer answer) {
    RemoteException refusal = ERRORS.decode(answer);
    int code = answer.text("code").filter(FORBIDDEN_TEXT::equals).isPresent() ? FORBIDDEN : 0;
    return isNotFound(refusal, code)
        ? new AuthenticationException(answer.refusal().code(NOT_FOUND).build())
        : refusal;
  }
}
