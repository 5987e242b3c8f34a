package com.guance.onboarding.transport;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import retrofit2.Retrofit;
import retrofit2.converter.jackson.JacksonConverterFactory;

/** Has Retrofit implement interfaces when the first of their methods is called. Thread-safe. */
final class LateApis {

  private final HttpUrl base;
  private final Wire wire;
  private @Nullable Retrofit retrofit;

  LateApis(HttpUrl base, Wire wire) {
    this.base = base;
    this.wire = wire;
  }

  <A> A implement(Class<A> api) {
    AtomicReference<InvocationHandler> calls = new AtomicReference<>();
    InvocationHandler late =
        (proxy, method, arguments) -> {
          InvocationHandler known = calls.get();
          if (known == null) {
            known = Proxy.getInvocationHandler(retrofit().create(api));
            calls.set(known);
          }
          return invoke(known, proxy, method, arguments);
        };
    return api.cast(Proxy.newProxyInstance(api.getClassLoader(), new Class<?>[] {api}, late));
  }

  /** Without arguments there is no array of them, which the signature does not say. */
  @SuppressWarnings("NullAway")
  private static Object invoke(
      InvocationHandler calls, Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    return calls.invoke(proxy, method, arguments);
  }

  private synchronized Retrofit retrofit() {
    Retrofit known = retrofit;
    if (known == null) {
      known =
          new Retrofit.Builder()
              .baseUrl(base)
              .client(wire.client())
              .addCallAdapterFactory(new PreparedCall.Factory())
              .addConverterFactory(JacksonConverterFactory.create(LenientJson.mapper()))
              .build();
      retrofit = known;
    }
    return known;
  }
}
