package com.guance.onboarding.transport;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Retrofit;
import retrofit2.converter.jackson.JacksonConverterFactory;

/**
 * Implements Retrofit interfaces when the first of their methods is called: by templates what they
 * can do, by Retrofit the rest. Thread-safe.
 */
final class LateApis {

  private static final Object[] NOTHING = {};

  private final HttpUrl base;
  private final Wire wire;
  private @Nullable Retrofit retrofit;

  LateApis(HttpUrl base, Wire wire) {
    this.base = base;
    this.wire = wire;
  }

  <A> A implement(Class<A> api) {
    Map<Method, Optional<Calls>> calls = new ConcurrentHashMap<>();
    AtomicReference<InvocationHandler> others = new AtomicReference<>();
    InvocationHandler late =
        (proxy, method, arguments) -> {
          Optional<Calls> known = calls.get(method);
          if (known == null) {
            known = calls(method);
            calls.put(method, known);
          }
          return known.isPresent()
              ? known.get().with(arguments == null ? NOTHING : arguments)
              : invoke(others(others, api), proxy, method, arguments);
        };
    return api.cast(Proxy.newProxyInstance(api.getClassLoader(), new Class<?>[] {api}, late));
  }

  /**
   * The calls of one method.
   *
   * @param template makes their requests
   * @param endpoint says what they return
   */
  private record Calls(RequestTemplate template, Endpoint endpoint) {

    Call<Object> with(@Nullable Object[] arguments) {
      return new PreparedCall<>(() -> template.fill(arguments), endpoint);
    }
  }

  private Optional<Calls> calls(Method method) {
    return TemplateReader.read(method, base)
        .flatMap(
            template ->
                PreparedCall.Factory.endpoint(
                        method.getGenericReturnType(), method.getAnnotations())
                    .map(endpoint -> new Calls(template, endpoint)));
  }

  private InvocationHandler others(AtomicReference<InvocationHandler> others, Class<?> api) {
    InvocationHandler known = others.get();
    if (known == null) {
      known = Proxy.getInvocationHandler(retrofit().create(api));
      others.set(known);
    }
    return known;
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
