package com.guance.onboarding.transport;

import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.function.Supplier;
import okhttp3.Request;
import okio.Timeout;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.CallAdapter;
import retrofit2.Callback;
import retrofit2.Response;
import retrofit2.Retrofit;

/**
 * A call as an adapter's interface describes it, not yet on its way. Only {@link Transport} sends
 * it: run on its own it would have no deadline, no retry and no table of errors.
 */
final class PreparedCall<T> implements Call<T> {

  private static final String ONLY_TRANSPORT = "pass this call to Transport.call";

  private final Supplier<Request> request;
  private final Endpoint endpoint;

  PreparedCall(Supplier<Request> request, Endpoint endpoint) {
    this.request = request;
    this.endpoint = endpoint;
  }

  Endpoint endpoint() {
    return endpoint;
  }

  @Override
  public Request request() {
    return request.get();
  }

  @Override
  public Response<T> execute() {
    throw new IllegalStateException(ONLY_TRANSPORT);
  }

  @Override
  public void enqueue(Callback<T> callback) {
    throw new IllegalStateException(ONLY_TRANSPORT);
  }

  @Override
  public boolean isExecuted() {
    return false;
  }

  @Override
  public void cancel() {
    throw new IllegalStateException(ONLY_TRANSPORT);
  }

  @Override
  public boolean isCanceled() {
    return false;
  }

  @Override
  @SuppressWarnings("MethodDoesntCallSuperMethod") // Retrofit means another call of the same kind
  public Call<T> clone() {
    return new PreparedCall<>(request, endpoint);
  }

  @Override
  public Timeout timeout() {
    throw new IllegalStateException(ONLY_TRANSPORT);
  }

  /** Makes Retrofit hand out prepared calls for every method that returns a {@link Call}. */
  static final class Factory extends CallAdapter.Factory {

    @Override
    public @Nullable CallAdapter<?, ?> get(
        Type returnType, Annotation[] annotations, Retrofit retrofit) {
      return endpoint(returnType, annotations).map(Adapter::new).orElse(null);
    }

    /** The endpoint of a method; empty if it returns anything but a call. */
    static Optional<Endpoint> endpoint(Type returnType, Annotation[] annotations) {
      return returnType instanceof ParameterizedType call && getRawType(call) == Call.class
          ? Optional.of(new Endpoint(getParameterUpperBound(0, call), annotations))
          : Optional.empty();
    }
  }

  private record Adapter(Endpoint endpoint) implements CallAdapter<Object, Call<Object>> {

    @Override
    public Type responseType() {
      return endpoint.type();
    }

    @Override
    public Call<Object> adapt(Call<Object> call) {
      return new PreparedCall<>(call::request, endpoint);
    }
  }
}
