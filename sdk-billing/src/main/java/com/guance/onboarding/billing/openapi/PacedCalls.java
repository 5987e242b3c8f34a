package com.guance.onboarding.billing.openapi;

import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.error.RateLimitedException;
import com.guance.onboarding.error.Refusal;
import com.guance.onboarding.error.TransportException;
import com.guance.onboarding.transport.Authorizer;
import com.guance.onboarding.transport.OutgoingRequest;
import com.guance.onboarding.transport.TransportRuntime;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Puts the key on every attempt, and each attempt in its turn. The transport asks for both on the
 * thread of the call, so the call's deadline travels with the thread.
 */
final class PacedCalls implements Authorizer {

  private static final String WORKSPACE_LIMIT = "ft.TriggerApiWorkspaceCurrentLimiting";
  private static final String KEY_HEADER = "DF-API-KEY";
  private static final ThreadLocal<@Nullable CurrentCall> CURRENT = new ThreadLocal<>();

  private final OpenApiSettings settings;
  private final Supplier<Secret> key;
  private final TransportRuntime runtime;

  PacedCalls(OpenApiSettings settings, TransportRuntime runtime) {
    this.settings = settings;
    this.key = settings.key();
    this.runtime = runtime;
  }

  /**
   * Runs a call.
   *
   * @param latest when it must have ended, should its own deadline be later
   */
  <T> T run(String operation, long latest, Supplier<T> call) {
    long end = Math.min(latest, runtime.clock().millis() + settings.deadline().toMillis());
    CurrentCall outer = CURRENT.get();
    CURRENT.set(new CurrentCall(operation, end));
    try {
      return call.get();
    } finally {
      // A source of keys may itself ask an OpenAPI, so there may be a call around this one.
      if (outer == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(outer);
      }
    }
  }

  @Override
  public void authorize(OutgoingRequest request) {
    CurrentCall call = CURRENT.get();
    Secret secret = key.get();
    if (call != null) {
      call.caller = new Pacing.Caller(secret, settings.workspace());
      awaitTurn(call, call.caller);
    }
    request.header(KEY_HEADER, secret.reveal());
  }

  /** Guance has said no for being asked too often; whoever shares the limit shall wait too. */
  void throttled(RateLimitedException refusal) {
    CurrentCall call = CURRENT.get();
    if (call != null && call.caller != null) {
      Duration time = refusal.retryAfter().orElse(settings.throttledWait());
      boolean workspace = refusal.code().equals(WORKSPACE_LIMIT);
      settings.pacing().rest(call.caller, workspace, time, runtime.clock());
    }
  }

  private void awaitTurn(CurrentCall call, Pacing.Caller caller) {
    Clock clock = runtime.clock();
    long room = call.end - clock.millis() - settings.http().attemptTimeout().toMillis();
    Duration missing;
    try {
      missing =
          settings
              .pacing()
              .await(caller, Duration.ofMillis(Math.max(0, room)), clock, runtime.sleeper());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw TransportException.withoutEffect(
          GuanceOpenApi.PROVIDER, call.operation, "interrupted while waiting for its turn", null);
    }
    if (!missing.isZero()) {
      throw new RateLimitedException(
          Refusal.of(GuanceOpenApi.PROVIDER, call.operation)
              .code("client-side-pacing")
              .rule("its turn comes after its deadline")
              .retryAfter(missing)
              .build());
    }
  }

  /** The call that this thread is in. */
  private static final class CurrentCall {

    private final String operation;
    private final long end;
    private Pacing.@Nullable Caller caller;

    private CurrentCall(String operation, long end) {
      this.operation = operation;
      this.end = end;
    }
  }
}
