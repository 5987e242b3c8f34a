package com.guance.onboarding.testkit.conformance;

import com.guance.onboarding.domain.Secret;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The endpoint under judgement, and the requests that scenarios begin with. */
final class Endpoint {

  static final String NEW_INSTANCE = "newInstance";

  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS", Locale.ROOT);
  private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
  private static final int THREADS = 16;

  private final ConformanceSettings settings;
  private final Clock clock;
  private final Wire wire;
  private final SecureRandom random = new SecureRandom();
  private final OrderNumbers orders;
  private final OrderNumbers.Order probeOrder;
  private @Nullable String instance;

  Endpoint(ConformanceSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.wire = new Wire(settings.endpoint(), settings.answerWithin());
    this.orders = new OrderNumbers(settings.orders(), () -> id("").toUpperCase(Locale.ROOT));
    this.probeOrder = orders.next();
  }

  ConformanceSettings settings() {
    return settings;
  }

  List<Reply> journal() {
    return wire.journal();
  }

  /** A text that has never been used before. */
  String id(String prefix) {
    byte[] bytes = new byte[12];
    random.nextBytes(bytes);
    return prefix + HexFormat.of().formatHex(bytes);
  }

  /** Ends with a letter, so that the digits of the time stay apart from it. */
  private String nonce() {
    return id("") + "abcdefgh";
  }

  /** Now and so much later, in milliseconds. */
  String timestamp(Duration later) {
    return Long.toString(clock.millis() + later.toMillis());
  }

  /** Now, as the synchronization interface writes it. */
  String beijingTime() {
    return MILLIS.format(clock.instant().atOffset(BEIJING));
  }

  private Request.Stamp stamp() {
    return new Request.Stamp(nonce(), timestamp(Duration.ZERO));
  }

  Request production(byte[] body) {
    return new Request(Channel.PRODUCTION, "", settings.productionKey(), body, stamp());
  }

  Request production(Body body) {
    return production(body.bytes());
  }

  Request sync(String activity, byte[] body) {
    String path = "/produceAPI/v2/" + activity;
    return new Request(Channel.SYNC, path, settings.syncKey(), body, stamp());
  }

  Request sync(String activity, Body body) {
    return sync(activity, body.bytes());
  }

  /** A body of the production interface, marked as a test. */
  static Body activity(String name) {
    return Body.of("activity", name).and("testFlag", "1");
  }

  static Body about(String activity, String instance) {
    return activity(activity).and("instanceId", instance);
  }

  Body newInstance(OrderNumbers.Order order) {
    return activity(NEW_INSTANCE)
        .and("businessId", id("business-"))
        .and("orderId", order.orderId())
        .and("orderLineId", order.orderLineId());
  }

  /** Adds an order of its own, as renewals and upgrades have. */
  Body ordered(Body body) {
    String order = "CS" + id("").toUpperCase(Locale.ROOT);
    return body.and("orderId", order).and("orderLineId", order + "-000001");
  }

  /** Always about the same order, so that however many are sent there is one instance. */
  Body probe() {
    return newInstance(probeOrder);
  }

  OrderNumbers.Order order() {
    return orders.next();
  }

  Reply send(Request request) {
    return wire.send(request);
  }

  Reply send(Body body) {
    return send(production(body));
  }

  Reply send(String activity, Body body) {
    return send(sync(activity, body));
  }

  /** An instance that all scenarios share and none releases. */
  synchronized String instance() {
    if (instance == null) {
      instance = send(probe()).created().instanceId();
    }
    return instance;
  }

  /** An instance of an order that no other scenario has, as far as there are enough orders. */
  String anotherInstance() {
    return send(newInstance(order())).created().instanceId();
  }

  /** Sends several requests at the same time. */
  List<Reply> together(int count, IntFunction<Request> requests) {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<Reply>> calls = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        Request request = requests.apply(i);
        calls.add(() -> send(request));
      }
      List<Reply> replies = new ArrayList<>();
      for (Future<Reply> reply : threads.invokeAll(calls)) {
        replies.add(reply.get());
      }
      return replies;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a request could not be sent", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      threads.shutdownNow();
    }
  }

  static Secret another(Secret key) {
    return Secret.of(key.reveal() + "x");
  }
}
