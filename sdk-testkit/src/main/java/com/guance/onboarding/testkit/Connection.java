package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.Fact;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.TaskKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Carries what happens to a flow, as facts, and learns which onboarding is about which order. */
final class Connection implements WorldListener {

  private static final Set<TaskKind> PROVEN_BY_CALLBACKS =
      Set.of(
          TaskKind.CREATE_ORGANIZATION,
          TaskKind.ADD_MEMBER,
          TaskKind.BIND_APP,
          TaskKind.AUTHORIZE_MEMBERS);

  private final ConsoleActs acts;
  private final Map<OnboardingId, OrderKey> orders = new HashMap<>();
  private Optional<FactListener> listener = Optional.empty();
  private boolean callbacks = true;

  Connection(ConsoleActs acts) {
    this.acts = acts;
  }

  synchronized void reset() {
    orders.clear();
    listener = Optional.empty();
    callbacks = true;
  }

  void connect(FactListener flow) {
    synchronized (this) {
      listener = Optional.of(flow);
    }
    rows()
        .forEach(
            row ->
                open(
                    row,
                    new WorldEvent(
                        WorldEvent.Kind.PURCHASED,
                        row,
                        Optional.empty(),
                        Optional.empty(),
                        row.visibleFrom())));
  }

  synchronized void callbacks(boolean arrive) {
    callbacks = arrive;
  }

  private synchronized boolean arrive() {
    return callbacks;
  }

  private List<OrderRow> rows() {
    return acts.world()
        .act(Origin.PERSON, () -> List.copyOf(acts.world().tables().orders.values()));
  }

  /** Gateways' effects are read by the SDK; only what people do is told here. */
  @Override
  public void on(WorldEvent event, Origin origin) {
    if (origin != Origin.PERSON) {
      return;
    }
    if (event.kind() == WorldEvent.Kind.PURCHASED) {
      open(event.order(), event);
    } else if (arrive()) {
      Reports.of(event).forEach(this::tell);
    }
  }

  private void open(OrderRow row, WorldEvent event) {
    List<Fact> facts = arrive() ? Reports.of(event) : List.of(new Fact.Purchased(row.key()));
    for (Fact fact : facts) {
      tell(fact).forEach(id -> tie(id, row.key()));
    }
  }

  List<OnboardingId> tell(Fact fact) {
    Optional<FactListener> flow;
    synchronized (this) {
      flow = listener;
    }
    return flow.map(to -> to.record(fact)).orElse(List.of());
  }

  synchronized void tie(OnboardingId onboarding, OrderKey order) {
    orders.put(onboarding, order);
  }

  /** Whether only the robot's word can close such a task. */
  boolean mustSay(TaskKind kind) {
    return !arrive() || !PROVEN_BY_CALLBACKS.contains(kind);
  }

  OrderKey order(OnboardingId onboarding) {
    List<OrderKey> left = new ArrayList<>(rows().stream().map(OrderRow::key).toList());
    synchronized (this) {
      OrderKey known = orders.get(onboarding);
      if (known != null) {
        return known;
      }
      left.removeAll(orders.values());
    }
    if (left.size() != 1) {
      throw new IllegalStateException("say with tie() which order the onboarding is about");
    }
    return left.get(0);
  }
}
