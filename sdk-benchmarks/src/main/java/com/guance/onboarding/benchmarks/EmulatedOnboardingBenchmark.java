package com.guance.onboarding.benchmarks;

import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.billing.gateway.BillingCenterGateway;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.TaskKind;
import com.guance.onboarding.huawei.gateway.JointOperationsGateway;
import com.guance.onboarding.transport.TransportRuntime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The same as {@link OnboardingBenchmark} against gateways that do the work: the emulator in
 * another process. Before each customer its world is emptied and the order placed, which is not
 * counted; reading the code and installing the DataKit is, the same two cheap requests on both
 * sides.
 */
public class EmulatedOnboardingBenchmark extends Measured {

  private final EmulatedWorld.Door door = new EmulatedWorld.Door(ServerProcess.Kind.EMULATOR.uri());
  private final URI server = door.emulator();
  private final SteppedClock clock = new SteppedClock(Customer.START);
  private final TransportRuntime runtime = TransportRuntime.builder().clock(clock).build();
  private final JointOperationsGateway marketplace = Customer.marketplace(server, runtime);
  private final BillingCenterGateway billing = Customer.billing(server, runtime);
  private final ByHand http = new ByHand(server);
  private final OnboardingByHand byHand = new OnboardingByHand(http, door);
  private final Customer.People people =
      new Customer.People(clock, clock::advance, task -> install());

  /** Empties the world and places the order. */
  @Setup(Level.Invocation)
  public void nextCustomer() throws IOException {
    door.nextCustomer();
  }

  /** Hangs up. */
  @TearDown
  public void close() {
    marketplace.close();
    billing.close();
    http.close();
    door.close();
  }

  /** A new flow with an empty store each time; the connections are kept, as by hand. */
  @Benchmark
  public OnboardingId ours() {
    clock.set(Customer.START);
    OnboardingFlow flow = Customer.flow(marketplace, billing, clock).build();
    OnboardingId id = flow.begin(Customer.request(Customer.ORDER));
    Customer.toTheEnd(flow, id, this::answer, people);
    return id;
  }

  /** The remote calls alone. */
  @Benchmark
  public String byHand() throws IOException {
    return byHand.run();
  }

  private Optional<Map<String, Secret>> answer(PersonTask task) {
    if (task.kind() != TaskKind.ENTER_CODE) {
      return Customer.answer(task);
    }
    try {
      return Optional.of(Map.of("code", Secret.of(door.code())));
    } catch (IOException e) {
      throw new UncheckedIOException("the mail cannot be read", e);
    }
  }

  private void install() {
    try {
      door.install("the only one");
    } catch (IOException e) {
      throw new UncheckedIOException("the DataKit cannot be installed", e);
    }
  }
}
