package com.guance.onboarding.billing.gateway;

import static com.guance.onboarding.billing.gateway.BillingCenterErrors.PROVIDER;

import com.guance.onboarding.transport.AnswerFields;
import com.guance.onboarding.transport.CallOptions;
import com.guance.onboarding.transport.CursorPages;
import com.guance.onboarding.transport.IdempotencyKey;
import com.guance.onboarding.transport.Retryable;
import com.guance.onboarding.transport.Transport;
import com.guance.onboarding.transport.TransportRuntime;
import java.time.Duration;
import retrofit2.Call;

/**
 * How the gateway is called. Every call may be repeated: reads, and writes, which say by themselves
 * which one they are.
 *
 * @param transport sends the calls and ends them in time
 * @param api the gateway's paths
 * @param pages reads lists to their ends
 */
record BillingCenterCalls(Transport transport, BillingCenterApi api, CursorPages pages) {

  static BillingCenterCalls connect(BillingCenterSettings settings, TransportRuntime runtime) {
    Transport transport =
        Transport.connect(PROVIDER, settings.httpSettings(), runtime, BillingCenterErrors.table());
    return new BillingCenterCalls(
        transport,
        transport.api(BillingCenterApi.class),
        new CursorPages(PROVIDER, transport, settings.httpSettings(), runtime));
  }

  /** The same calls, which all end within a time from now. */
  BillingCenterCalls within(Duration time) {
    Transport bounded = transport.within(time);
    return new BillingCenterCalls(bounded, api, pages.through(bounded));
  }

  <T> T read(String operation, Call<T> call) {
    return transport.call(operation, Retryable.READ, CallOptions.none(), call);
  }

  <T> T write(String operation, String key, Call<T> call) {
    return transport.call(
        operation,
        Retryable.KEYED_WRITE,
        CallOptions.none().withIdempotencyKey(IdempotencyKey.of(key)),
        call);
  }

  /** Without a key: PUT says by itself that it may be repeated. */
  <T> T put(String operation, Call<T> call) {
    return transport.call(operation, Retryable.KEYED_WRITE, CallOptions.none(), call);
  }

  static AnswerFields fields(String operation) {
    return new AnswerFields(PROVIDER, operation);
  }
}
