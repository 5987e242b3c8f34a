package com.guance.onboarding.huawei.callback;

import com.guance.onboarding.Explanation;
import com.guance.onboarding.Onboarding;
import com.guance.onboarding.OnboardingFlowBuilder;
import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.spi.OnboardingStore;
import com.guance.onboarding.store.AesGcmSealer;
import com.guance.onboarding.store.InMemoryStore;
import com.guance.onboarding.store.JdbcStore;
import com.guance.onboarding.store.KeyRing;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.h2.jdbcx.JdbcDataSource;

/** Two handlers of one partner, each with a flow of its own over what both share. */
final class TwoNodes implements AutoCloseable {

  private static final int THREADS = 16;

  /** A busy machine may pause for longer than two seconds; time is not what is tested here. */
  private static final Duration PATIENCE = Duration.ofMillis(4500);

  private static final AtomicInteger DATABASES = new AtomicInteger();
  static final AesGcmSealer SEALER =
      AesGcmSealer.of(KeyRing.parse(Secret.of("k1:b2xkb2xkb2xkb2xkb2xkb2xkb2xkb2xkb2xkb2xkb2w=")));

  private final Set<String> changes = Collections.synchronizedSet(new TreeSet<>());
  private final Set<String> staff = Collections.synchronizedSet(new TreeSet<>());
  private final List<HandlerFixture> nodes = new ArrayList<>();
  private final Optional<Connection> shared;

  /** Where the nodes meet. */
  enum Store {
    MEMORY,
    H2
  }

  /**
   * All that an event can have done.
   *
   * @param onboardings how many there are for the order
   * @param history what is recorded for it
   * @param changes how many changes of its subscription the partner has heard of
   * @param staff how many lists of staff
   */
  record Effects(int onboardings, List<String> history, int changes, int staff) {}

  private TwoNodes(Optional<Connection> shared, OnboardingStore one, OnboardingStore other) {
    this.shared = shared;
    this.nodes.add(node(one));
    this.nodes.add(node(other));
  }

  static TwoNodes over(Store store) throws SQLException {
    if (store == Store.MEMORY) {
      InMemoryStore memory = InMemoryStore.create();
      return new TwoNodes(Optional.empty(), memory, memory);
    }
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:nodes" + DATABASES.incrementAndGet());
    Optional<Connection> keepsItAlive = Optional.of(source.getConnection());
    return new TwoNodes(keepsItAlive, JdbcStore.create(source), JdbcStore.create(source));
  }

  private HandlerFixture node(OnboardingStore store) {
    return new HandlerFixture(
        store,
        new PartnerDecisions() {},
        settings -> settings.answerWithin(PATIENCE),
        this::listening);
  }

  private OnboardingFlowBuilder listening(OnboardingFlowBuilder flow) {
    return flow.sealer(SEALER)
        .subscriptionListener((event, id, subscription) -> changes.add(event))
        .staffListener((event, list) -> staff.add(event));
  }

  /** The node that signs for KooGallery as well, so that no two calls have one nonce. */
  HandlerFixture koo() {
    return nodes.get(0);
  }

  /** Sends that many requests, to either node in turn. */
  List<CallbackReply> inParallel(int times, IntFunction<CallbackRequest> requests)
      throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<CallbackReply>> calls = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        CallbackRequest request = requests.apply(i);
        CallbackHandler node = nodes.get(i % nodes.size()).handler;
        calls.add(() -> node.handle(request));
      }
      List<CallbackReply> replies = new ArrayList<>();
      for (Future<CallbackReply> reply : executor.invokeAll(calls, 60, TimeUnit.SECONDS)) {
        replies.add(reply.get());
      }
      return replies;
    } finally {
      executor.shutdownNow();
    }
  }

  /** Lets both nodes deliver what is due, and looks. */
  Effects effects() {
    nodes.forEach(node -> node.flow.resumeDue(10));
    List<Onboarding> found = koo().flow.find(new LookupKey.ByOrder(HandlerFixture.ORDER));
    List<String> history =
        found.stream()
            .flatMap(one -> koo().flow.explain(one.id()).history().stream())
            .map(Explanation.Entry::what)
            .toList();
    return new Effects(found.size(), history, changes.size(), staff.size());
  }

  @Override
  public void close() throws SQLException {
    nodes.forEach(HandlerFixture::close);
    if (shared.isPresent()) {
      shared.get().close();
    }
  }
}
