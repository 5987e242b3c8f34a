package com.guance.onboarding.benchmarks;

import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.OnboardingFlowBuilder;
import com.guance.onboarding.billing.gateway.BillingCenterGateway;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.huawei.gateway.JointOperationsGateway;
import com.guance.onboarding.store.JdbcStore;
import com.guance.onboarding.transport.TransportRuntime;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A process that takes one customer after the other from the order to the first DataKit, on a few
 * threads, and says how many a second it completes: through the flow on PostgreSQL, or by making
 * the calls alone.
 *
 * @param server answers the calls
 * @param database where onboardings are kept; empty to make the calls alone
 * @param first the number of its first customer; it has a hundred thousand of them
 * @param seconds how long it counts, after half as long of warming up
 */
record Node(URI server, String database, int first, int seconds) {

  private static final int THREADS = 4;
  private static final long SECOND = 1_000_000_000;

  private interface Work {
    void run(int number) throws IOException;
  }

  /** Reads what {@link #arguments} has written. */
  static Node of(List<String> arguments) {
    return new Node(
        URI.create(arguments.get(0)),
        arguments.get(1),
        Integer.parseInt(arguments.get(2)),
        Integer.parseInt(arguments.get(3)));
  }

  List<Object> arguments() {
    return List.of(server, database, first, seconds);
  }

  /** How many it completes in a second. */
  double perSecond() throws InterruptedException {
    AtomicInteger next = new AtomicInteger(first);
    AtomicInteger done = new AtomicInteger();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    AtomicLong start = new AtomicLong();
    CyclicBarrier ready = new CyclicBarrier(THREADS, () -> start.set(System.nanoTime()));
    List<Thread> threads = new ArrayList<>(THREADS);
    for (int i = 0; i < THREADS; i++) {
      Runnable customers =
          () -> {
            try {
              Work work = database.isEmpty() ? calls() : onboardings();
              work.run(next.getAndIncrement()); // however long everything takes to be there
              ready.await();
              done.addAndGet(count(work, next, start.get()));
            } catch (Exception e) {
              failure.compareAndSet(null, e);
              ready.reset();
            }
          };
      Thread thread = new Thread(customers, "customers-" + i);
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    if (failure.get() != null) {
      throw new IllegalStateException("a customer was not served", failure.get());
    }
    return done.get() / (double) seconds;
  }

  private int count(Work work, AtomicInteger next, long start) throws IOException {
    long begin = start + seconds * SECOND / 2;
    long end = begin + seconds * SECOND;
    int done = 0;
    long now = start;
    while (now < end) {
      work.run(next.getAndIncrement());
      now = System.nanoTime();
      done += now >= begin && now < end ? 1 : 0;
    }
    return done;
  }

  private Work calls() {
    OnboardingByHand byHand = new OnboardingByHand(new ByHand(server));
    return number -> byHand.run();
  }

  private Work onboardings() throws SQLException {
    AtomicInteger customer = new AtomicInteger();
    SteppedClock clock = new SteppedClock(Customer.START);
    TransportRuntime runtime = TransportRuntime.builder().clock(clock).build();
    JointOperationsGateway marketplace =
        Customer.marketplace(server, runtime, () -> ManyCustomers.token(customer.get()));
    BillingCenterGateway billing =
        Customer.billing(server, runtime, () -> ManyCustomers.token(customer.get()));
    Customer.People people = new Customer.People(clock, clock::advance, task -> {});
    OnboardingFlowBuilder builder =
        Crowd.kept(
            Customer.flow(marketplace, billing, clock),
            JdbcStore.open(Sql.open(database).source()));
    OnboardingFlow flow = builder.build();
    return number -> {
      customer.set(number);
      clock.set(Customer.START);
      String order = ManyCustomers.id(Customer.ORDER.orderId(), number);
      OnboardingId id = flow.begin(Customer.request(new OrderKey(order, order + "-000001")));
      Customer.toTheEnd(flow, id, Customer::answer, people);
    };
  }
}
