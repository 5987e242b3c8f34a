package com.guance.onboarding.benchmarks;

import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.billing.gateway.BillingCenterGateway;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.huawei.gateway.JointOperationsGateway;
import com.guance.onboarding.transport.TransportRuntime;
import java.io.IOException;
import java.net.URI;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One customer from the order to the first DataKit, in memory, and the same calls by hand, against
 * a server in another process that answers from a recording.
 */
public class OnboardingBenchmark extends Measured {

  private final URI server = ServerProcess.Kind.RECORDING.uri();
  private final SteppedClock clock = new SteppedClock(Customer.START);
  private final TransportRuntime runtime = TransportRuntime.builder().clock(clock).build();
  private final JointOperationsGateway marketplace = Customer.marketplace(server, runtime);
  private final BillingCenterGateway billing = Customer.billing(server, runtime);
  private final ByHand http = new ByHand(server);
  private final OnboardingByHand byHand = new OnboardingByHand(http);
  private final Customer.People people = new Customer.People(clock, clock::advance, task -> {});

  /** Hangs up. */
  @TearDown
  public void close() {
    marketplace.close();
    billing.close();
    http.close();
  }

  /** A new flow with an empty store each time; the connections are kept, as by hand. */
  @Benchmark
  public OnboardingId ours() {
    clock.set(Customer.START);
    OnboardingFlow flow = Customer.flow(marketplace, billing, clock).build();
    OnboardingId id = flow.begin(Customer.request(Customer.ORDER));
    Customer.toTheEnd(flow, id, Customer::answer, people);
    return id;
  }

  /** The remote calls alone. */
  @Benchmark
  public String byHand() throws IOException {
    return byHand.run();
  }
}
