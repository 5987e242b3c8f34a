package com.guance.onboarding.billing.api;

import com.guance.onboarding.error.AuthenticationException;
import com.guance.onboarding.error.RateLimitedException;
import com.guance.onboarding.error.Refusal;
import com.guance.onboarding.error.RemoteException;
import com.guance.onboarding.transport.ErrorDecoder;
import com.guance.onboarding.transport.RemoteAnswer;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * From a refusal of Guance to an exception: the code in the body decides, the status only where the
 * body has no code that is known. 401 with a limiting code means throttled, 403 a bad key.
 */
public final class GuanceErrors implements ErrorDecoder {

  private static final Map<String, Function<Refusal, RemoteException>> BY_CODE =
      Map.of(
          "ft.InvalidAPIKey", AuthenticationException::new,
          "ft.MissingAuthHeaderInfo", AuthenticationException::new,
          "kodo.tokenNotFound", AuthenticationException::new);

  private final Duration throttledWait;
  private final Consumer<RateLimitedException> onThrottled;

  /**
   * Makes the table.
   *
   * @param throttledWait how long to wait when throttled without being told how long
   */
  public GuanceErrors(Duration throttledWait) {
    this(throttledWait, throttled -> {});
  }

  /**
   * Makes the table of a client that wants to hear of throttling.
   *
   * @param throttledWait how long to wait when throttled without being told how long
   * @param onThrottled told of each throttled attempt, on the thread of its call
   */
  public GuanceErrors(Duration throttledWait, Consumer<RateLimitedException> onThrottled) {
    this.throttledWait = throttledWait;
    this.onThrottled = onThrottled;
  }

  @Override
  public RemoteException decode(RemoteAnswer answer) {
    return decode(answer, Verdict.of(answer));
  }

  RemoteException decode(RemoteAnswer answer, Verdict verdict) {
    boolean refusedInside = answer.status() < 300;
    int status = refusedInside ? verdict.number() : answer.status();
    String code = verdict.errorCode().orElse("");
    Refusal.Builder refusal = answer.refusal().code(code.isEmpty() ? null : code);
    verdict.traceId().ifPresent(refusal::requestId);
    if (isLimiting(code) || status == 429) {
      Duration wait = answer.retryAfter().orElse(throttledWait);
      RateLimitedException throttled = new RateLimitedException(refusal.retryAfter(wait).build());
      onThrottled.accept(throttled);
      return throttled;
    }
    Function<Refusal, RemoteException> known = BY_CODE.get(code);
    return known != null ? known.apply(refusal.build()) : byStatus(status, code, refusal.build());
  }

  private static boolean isLimiting(String code) {
    return code.startsWith("ft.Trigger") && code.endsWith("Limiting");
  }

  /** A code of its own tells that something else than the key is the trouble. */
  private static RemoteException byStatus(int status, String code, Refusal refusal) {
    return status == 403 && code.isEmpty()
        ? new AuthenticationException(refusal)
        : ErrorDecoder.byStatus(status, refusal);
  }
}
