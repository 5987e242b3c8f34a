package com.guance.onboarding.examples.backend;

import com.guance.onboarding.Answers;
import com.guance.onboarding.Explanation;
import com.guance.onboarding.Onboarding;
import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.Progress;
import com.guance.onboarding.Reconciliation;
import com.guance.onboarding.domain.Fact;
import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.Names;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.spi.FactInbox;
import com.guance.onboarding.spi.FactReader;
import com.guance.onboarding.spi.NonceRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A flow whose callbacks make no difference between customers and KooGallery's debugging orders: a
 * partner rehearses with those. Everything else is the flow's own.
 */
record Rehearsal(OnboardingFlow flow) implements OnboardingFlow {

  @Override
  public FactInbox inbox() {
    return new OneLane(flow.inbox());
  }

  /** Debugging orders come in through the customers' door. */
  private record OneLane(FactInbox customers) implements FactInbox {

    @Override
    public Received receive(Names names, Function<Optional<InstanceId>, Incoming> incoming) {
      return customers.receive(names, incoming);
    }

    @Override
    public FactInbox tests() {
      return new OneLane(customers);
    }

    @Override
    public List<OnboardingId> whose(Names names) {
      return customers.whose(names);
    }

    @Override
    public Line line(OrderKey order) {
      return customers.line(order);
    }

    @Override
    public Received receive(Line line, Function<Optional<InstanceId>, Incoming> incoming) {
      return customers.receive(line, incoming);
    }

    @Override
    public Instant now() {
      return customers.now();
    }

    @Override
    public Optional<NonceRow> remember(NonceRow nonce) {
      return customers.remember(nonce);
    }
  }

  @Override
  public OnboardingId begin(OnboardingRequest request) {
    return flow.begin(request);
  }

  @Override
  public List<OnboardingId> record(Fact fact) {
    return flow.record(fact);
  }

  @Override
  public Progress advance(OnboardingId id) {
    return flow.advance(id);
  }

  @Override
  public Progress advance(OnboardingId id, Answers answers) {
    return flow.advance(id, answers);
  }

  @Override
  public List<Onboarding> find(LookupKey key) {
    return flow.find(key);
  }

  @Override
  public Onboarding get(OnboardingId id) {
    return flow.get(id);
  }

  @Override
  public Progress cancel(OnboardingId id, String reason) {
    return flow.cancel(id, reason);
  }

  @Override
  public Explanation explain(OnboardingId id) {
    return flow.explain(id);
  }

  @Override
  public Reconciliation reconcile(OnboardingId id) {
    return flow.reconcile(id);
  }

  @Override
  public Reconciliation repair(OnboardingId id, Set<String> drifts) {
    return flow.repair(id, drifts);
  }

  @Override
  public void forgetKey(OnboardingId id) {
    flow.forgetKey(id);
  }

  @Override
  public int resumeDue(int limit) {
    return flow.resumeDue(limit);
  }

  @Override
  public FactReader reader() {
    return flow.reader();
  }

  @Override
  public void close() {
    flow.close();
  }
}
