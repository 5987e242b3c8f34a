package com.guance.onboarding.examples.backend;

import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.OnboardingFlowBuilder;
import com.guance.onboarding.domain.Secret;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A partner's backend: takes KooGallery's callbacks, goes on with the onboardings that they touch,
 * and hands the tasks to people.
 *
 * <p>Safe for several threads; close it to end its server and threads.
 */
public final class Backend implements AutoCloseable {

  /** The path of the production URL. */
  public static final String PRODUCTION_PATH = "/koogallery";

  private static final int AT_ONCE = 100;
  private static final Logger LOG = LoggerFactory.getLogger(Backend.class);

  private final BackendSettings settings;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Keyboard keyboard = new Keyboard(System::nanoTime);
  private final Storage storage;
  private final Reception reception;
  private final OnboardingFlow flow;
  private final WebServer server;
  private final ProductionUrl production;

  private Backend(BackendSettings settings, WebServer server) {
    this.settings = settings;
    this.server = server;
    Clock clock =
        closing(
            new EmulatorClock(settings.world().emulator(), Clock.systemUTC(), System::nanoTime));
    this.storage = closing(Storage.open(settings.world(), clock));
    this.reception = new Reception(storage.roster(), settings.work().known(), clock);
    this.flow = closing(flow(clock));
    reception.open(flow);
    RightOfWay answers = RightOfWay.real();
    Advances advances =
        closing(
            new Advances(
                flow,
                keyboard,
                id -> {
                  answers.give();
                  reception.welcome(id);
                },
                due(clock)));
    this.production = closing(production(advances));
    Doorkeeper doorkeeper = new Doorkeeper(settings.listen().operatorToken(), new SecureRandom());
    Landing landing =
        closing(
            new Landing(
                flow,
                doorkeeper,
                new Visitors(System::nanoTime),
                advances::touched,
                new Landing.Connector(
                    settings.work().app(), storage.secrets(), settings.world().emulator())));
    server.at(PRODUCTION_PATH, answers.over(production));
    server.at(
        "/",
        new Door(
            List.of(
                new SmallPages(settings.world().node(), doorkeeper, landing),
                new OperatorPages(flow, doorkeeper),
                new StatusPages(flow, storage.roster(), keyboard, advances, doorkeeper))));
    advances.start();
    server.start();
  }

  private OnboardingFlow flow(Clock clock) {
    OnboardingFlowBuilder builder = storage.flow().listener(reception);
    settings.work().dataKept().ifPresent(builder::dataKept);
    return Flows.over(builder, settings.world(), settings.work().hands(), clock);
  }

  /** Shares what is due with other nodes, or looks for it alone; and prunes in any case. */
  private Runnable due(Clock clock) {
    Pruning pruning = new Pruning(storage::prune, clock);
    Optional<AutoCloseable> shared = storage.share(flow);
    shared.ifPresent(this::closing);
    return shared.isPresent()
        ? pruning
        : () -> {
          pruning.run();
          flow.resumeDue(AT_ONCE);
        };
  }

  private <T extends AutoCloseable> T closing(T part) {
    open.push(part);
    return part;
  }

  /**
   * Starts a backend.
   *
   * <p>Sets the system property {@code sun.net.httpserver.nodelay} unless it is set, because the
   * server answers slowly without it.
   *
   * @param settings how it runs
   * @return the backend, ready to answer
   * @throws java.io.UncheckedIOException if it cannot listen on the port
   * @throws com.guance.onboarding.error.InvalidSettingException if a setting cannot be used
   * @throws com.guance.onboarding.error.StoreException if the database cannot be reached
   */
  public static Backend start(BackendSettings settings) {
    WebServer server = WebServer.bind(settings.listen());
    try {
      return new Backend(settings, server);
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private ProductionUrl production(Advances advances) {
    return new ProductionUrl(
        settings.work().runTestOrders() ? new Rehearsal(flow) : flow,
        settings.keys(),
        server.uri().resolve(Landing.PATH),
        storage.secrets(),
        advances::touched);
  }

  /** Opens client secrets with this key, as PEM, from now on. */
  void privateKey(Secret key) {
    production.privateKey(key);
  }

  /** {@return the address of the server, such as {@code http://127.0.0.1:8082}} */
  public URI baseUri() {
    return server.uri();
  }

  /**
   * Waits until the backend is closed.
   *
   * @throws InterruptedException if the thread was interrupted while waiting
   */
  public void join() throws InterruptedException {
    closed.await();
  }

  /** Ends the server and its threads: first what comes in, last the flow; repeatable. */
  @Override
  public synchronized void close() {
    server.close();
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        LOG.warn("closing failed: {}", e.getClass().getName());
      }
    }
    closed.countDown();
  }
}
