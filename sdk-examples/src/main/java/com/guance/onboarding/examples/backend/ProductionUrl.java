package com.guance.onboarding.examples.backend;

import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.huawei.callback.CallbackHandler;
import com.guance.onboarding.huawei.callback.CallbackSettings;
import com.guance.onboarding.huawei.callback.HttpServerCallbacks;
import com.guance.onboarding.spi.SecretStore;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Where KooGallery calls. The private key that opens client secrets may come later. */
final class ProductionUrl implements HttpHandler, AutoCloseable {

  /** How many calls use the store at a time; the others wait in turn. */
  static final int AT_ONCE = 8;

  private final OnboardingFlow flow;
  private final BackendSettings.Keys keys;
  private final URI landing;
  private final SecretStore secrets;
  private final Consumer<List<OnboardingId>> touched;
  private final Deque<CallbackHandler> handlers = new ArrayDeque<>();
  private volatile HttpHandler newest;
  private boolean closed;

  ProductionUrl(
      OnboardingFlow flow,
      BackendSettings.Keys keys,
      URI landing,
      SecretStore secrets,
      Consumer<List<OnboardingId>> touched) {
    this.flow = flow;
    this.keys = keys;
    this.landing = landing;
    this.secrets = secrets;
    this.touched = touched;
    this.newest = open(keys.privateKeys());
  }

  private HttpHandler open(List<Secret> privateKeys) {
    CallbackSettings settings =
        CallbackSettings.builder()
            .addAllProductionKeys(keys.production())
            .addAllSyncKeys(keys.sync())
            .addAllPrivateKeys(privateKeys)
            .entryAddress(landing)
            .poolThreads(AT_ONCE)
            .build();
    CallbackHandler handler = CallbackHandler.builder(flow, settings).secretStore(secrets).build();
    handlers.push(handler);
    return HttpServerCallbacks.of(handler, touched);
  }

  /** Opens client secrets with this key, as PEM, from now on. */
  synchronized void privateKey(Secret key) {
    if (!closed) {
      newest = open(List.of(key));
    }
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    newest.handle(exchange);
  }

  @Override
  public synchronized void close() {
    closed = true;
    handlers.forEach(CallbackHandler::close);
  }
}
