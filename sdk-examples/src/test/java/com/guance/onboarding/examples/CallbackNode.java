package com.guance.onboarding.examples;

import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.huawei.callback.CallbackHandler;
import com.guance.onboarding.huawei.callback.CallbackSettings;
import com.guance.onboarding.testkit.Emulator;
import com.guance.onboarding.testkit.PartnerCallback;
import com.guance.onboarding.testkit.PartnerConnection;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

/** A partner's end of the callbacks, as small as can be, and how an emulator calls it. */
final class CallbackNode {

  private static final Secret KEY = Secret.of("partner-key");

  /** A slow machine is not what is tested here. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private CallbackNode() {}

  static CallbackHandler handler(OnboardingFlow flow) {
    return CallbackHandler.builder(
            flow,
            CallbackSettings.builder()
                .addProductionKeys(KEY)
                .addSyncKeys(KEY)
                .entryAddress(URI.create("https://partner.example.com/"))
                .answerWithin(Duration.ofMillis(4500))
                .build())
        .build();
  }

  static HttpServer serve(HttpHandler handler) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/koogallery", handler);
    server.start();
    return server;
  }

  static void connect(Emulator emulator, HttpServer server, Set<PartnerCallback> callbacks) {
    emulator
        .kooGallery()
        .connect(
            PartnerConnection.builder()
                .uri(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                .productionKey(KEY)
                .syncKey(KEY)
                .callbacks(callbacks)
                .callTimeout(PATIENCE)
                .playBuyer(false)
                .build());
  }
}
