package com.guance.onboarding;

import com.guance.onboarding.domain.Site;
import com.guance.onboarding.domain.TaskKind;
import com.guance.onboarding.spi.BillingGateway;
import com.guance.onboarding.spi.InstallGuide;
import com.guance.onboarding.spi.MarketplaceGateway;
import com.guance.onboarding.spi.OnboardingStore;
import com.guance.onboarding.spi.OrderSource;
import com.guance.onboarding.spi.Sealer;
import com.guance.onboarding.spi.SecretStore;
import com.guance.onboarding.spi.StaffListener;
import com.guance.onboarding.spi.WorkspaceVerifier;
import com.guance.onboarding.store.InMemoryStore;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Collects what a flow works with; not safe for several threads. Everything has a default. */
public final class OnboardingFlowBuilder {

  private static final Duration CLAIM = Duration.ofSeconds(45);
  private static final Duration DATA_KEPT = Duration.ofDays(14);
  private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(5);
  private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(15);

  private final Map<TaskKind, URI> links = new EnumMap<>(TaskKind.class);
  private final List<OnboardingListener> listeners = new ArrayList<>();
  private final List<SubscriptionListener> subscriptionListeners = new ArrayList<>();
  private final List<StaffListener> staffListeners = new ArrayList<>();
  private @Nullable OnboardingStore store;
  private @Nullable Sealer sealer;
  private @Nullable OrderSource orders;
  private @Nullable MarketplaceGateway marketplace;
  private @Nullable BillingGateway billing;
  private @Nullable WorkspaceVerifier verifier;
  private @Nullable SecretStore keys;
  private @Nullable Supplier<String> owners;
  private InstallGuide install = site -> Map.of();
  private List<Site> sites = List.of();
  private boolean callbacks;
  private FlowObserver observer = new FlowObserver() {};
  private Duration claim = CLAIM;
  private Optional<Duration> remindAfter = Optional.empty();
  private Duration dataKept = DATA_KEPT;
  private Clock clock = Clock.systemUTC();
  private RandomGenerator random = new SecureRandom();

  OnboardingFlowBuilder() {}

  /**
   * Where onboardings live. Default: in memory, gone with the process.
   *
   * @param value the store, safe for several threads; closed with the flow
   * @return this builder
   */
  public OnboardingFlowBuilder store(OnboardingStore value) {
    this.store = value;
    return this;
  }

  /**
   * Seals personal data before it is stored. Required by stores that outlive the process.
   *
   * @param value the sealer, usually made from a key ring
   * @return this builder
   */
  public OnboardingFlowBuilder sealer(Sealer value) {
    this.sealer = value;
    return this;
  }

  /**
   * A trusted source for orders, such as KooGallery's order query. Default: the Joint Operations
   * gateway, if there is one.
   *
   * @param value the source; closed with the flow if it can be
   * @return this builder
   */
  public OnboardingFlowBuilder orders(OrderSource value) {
    this.orders = value;
    return this;
  }

  /**
   * The Joint Operations gateway. Default: none; then its steps become tasks for people.
   *
   * @param value the gateway; closed with the flow if it can be
   * @return this builder
   */
  public OnboardingFlowBuilder marketplace(MarketplaceGateway value) {
    this.marketplace = value;
    return this;
  }

  /**
   * The Billing Center gateway. Default: none; then its steps become tasks for people.
   *
   * @param value the gateway; closed with the flow if it can be
   * @return this builder
   */
  public OnboardingFlowBuilder billing(BillingGateway value) {
    this.billing = value;
    return this;
  }

  /**
   * Guance's public APIs. They prove what people did, once somebody has given an API key of the
   * workspace. Default: none; then no task asks for a key, and without a Billing Center gateway the
   * flow takes a person's word.
   *
   * @param value who asks Guance; closed with the flow if it can be
   * @param kept where the keys are kept, sealed, until {@link OnboardingFlow#forgetKey} is called;
   *     not closed with the flow
   * @return this builder
   */
  public OnboardingFlowBuilder verification(WorkspaceVerifier value, SecretStore kept) {
    this.verifier = value;
    this.keys = kept;
    return this;
  }

  /**
   * Whether KooGallery's callbacks arrive at this installation. If so, they prove what people did.
   *
   * @param arrive whether they do; false by default
   * @return this builder
   */
  public OnboardingFlowBuilder callbacks(boolean arrive) {
    this.callbacks = arrive;
    return this;
  }

  /**
   * Where people do a kind of task, in place of the buyer's login address, the published address or
   * the menu path in words.
   *
   * @param kind the kind of task
   * @param address where to do it
   * @return this builder
   */
  public OnboardingFlowBuilder link(TaskKind kind, URI address) {
    links.put(kind, address);
    return this;
  }

  /**
   * Writes the commands that the task to install DataKit shows, with the token masked. Default:
   * none; then the task names the menu of the console.
   *
   * @param value the guide, such as {@code InstallCommands.guide(Sites.documented())}
   * @return this builder
   */
  public OnboardingFlowBuilder install(InstallGuide value) {
    this.install = value;
    return this;
  }

  /**
   * The sites to choose from where a task asks for one. Default: none; then people type its key.
   *
   * @param value the sites, such as those of {@code Sites.documented()}, in the order to show them
   * @return this builder
   */
  public OnboardingFlowBuilder sites(Collection<Site> value) {
    this.sites = List.copyOf(value);
    return this;
  }

  /**
   * Adds a listener for tasks, completions and abandonments. Give all nodes the same listeners: an
   * event that happens in a node without one is never delivered.
   *
   * @param value the listener
   * @return this builder
   */
  public OnboardingFlowBuilder listener(OnboardingListener value) {
    listeners.add(value);
    return this;
  }

  /**
   * How long a task is open before {@link OnboardingListener#taskReminded} is called, and again
   * after each such time until the task is done. Default: nobody is reminded.
   *
   * <p>The {@code advance}, {@code resumeDue} or scheduler that works on the onboarding then makes
   * the reminder. The time is stored with the onboarding, so give all nodes the same interval. If
   * an onboarding was already waiting when this was turned on, or if a node without this setting
   * was the last to work on it, the interval begins with its next {@code advance}.
   *
   * @param interval the time, such as two days; from a second to ten years
   * @return this builder
   * @throws com.guance.onboarding.error.InvalidSettingException if it is shorter or longer
   */
  public OnboardingFlowBuilder remindAfter(Duration interval) {
    this.remindAfter = Optional.of(SettingBounds.REMIND_AFTER.check("remindAfter", interval));
    return this;
  }

  /**
   * Adds a listener for changes of subscriptions. Give all nodes the same listeners: a change that
   * a node without one takes in is never delivered.
   *
   * @param value the listener
   * @return this builder
   */
  public OnboardingFlowBuilder subscriptionListener(SubscriptionListener value) {
    subscriptionListeners.add(value);
    return this;
  }

  /**
   * Adds a listener for the lists of staff that callbacks bring. Without one such lists are not
   * stored. Give the same listeners to all nodes that take callbacks.
   *
   * @param value the listener, of the adapter that the callbacks come through
   * @return this builder
   */
  public OnboardingFlowBuilder staffListener(StaffListener value) {
    staffListeners.add(value);
    return this;
  }

  /**
   * Sees each step, for metrics and traces.
   *
   * @param value the observer
   * @return this builder
   */
  public OnboardingFlowBuilder observer(FlowObserver value) {
    this.observer = value;
    return this;
  }

  /**
   * How long a step belongs to the thread that runs it. After that, others take the thread for dead
   * and may run the step. Default: 45 seconds. All remote calls of a step together get two thirds
   * of it; by the rest the nodes' clocks may differ.
   *
   * @param longest the time, from 3 seconds to an hour
   * @return this builder
   * @throws com.guance.onboarding.error.InvalidSettingException if it is shorter or longer
   */
  public OnboardingFlowBuilder claim(Duration longest) {
    this.claim = SettingBounds.CLAIM.check("claim", longest);
    return this;
  }

  /**
   * How long Guance keeps the data of a workspace that is locked because its Huawei goods were
   * frozen, released or closed. {@code Subscription} counts this time down. Default: 14 days, as
   * the page about Huawei Cloud says. Another page says that closing locks nothing. If that is so,
   * give zero, and no countdown is shown.
   *
   * @param time the time, up to ten years
   * @return this builder
   * @throws com.guance.onboarding.error.InvalidSettingException if it is negative or longer
   */
  public OnboardingFlowBuilder dataKept(Duration time) {
    this.dataKept = SettingBounds.DATA_KEPT.check("dataKept", time);
    return this;
  }

  /**
   * The time. Default: the system's.
   *
   * @param value the clock
   * @return this builder
   */
  public OnboardingFlowBuilder clock(Clock value) {
    this.clock = value;
    return this;
  }

  /**
   * The source of randomness. It spreads back-offs and, unless {@link #owners} is set, makes the
   * names of claim owners. Default: a {@link SecureRandom}.
   *
   * @param value the source, safe for several threads
   * @return this builder
   */
  public OnboardingFlowBuilder random(RandomGenerator value) {
    this.random = value;
    return this;
  }

  /**
   * The names of claim owners: a new one for each claim, unique among all nodes on one store.
   * Default: random ones.
   *
   * @param value the source, safe for several threads
   * @return this builder
   */
  public OnboardingFlowBuilder owners(Supplier<String> value) {
    this.owners = value;
    return this;
  }

  /**
   * Builds the flow.
   *
   * @return the flow
   * @throws IllegalStateException if the store outlives the process and there is no sealer
   */
  public OnboardingFlow build() {
    OtherSides others = new OtherSides(orders, marketplace, billing, verifier, keys);
    Ledger ledger = new Ledger(storeToUse(), new FactCodec(Optional.ofNullable(sealer)), clock);
    Siblings siblings = new Siblings(ledger);
    Decider decider =
        others.decider(callbacks, dataKept, siblings, new Pointers(links, install, sites));
    Pace pace = new Pace(claim, FIRST_BACK_OFF, LONGEST_BACK_OFF, random);
    Supplier<String> names = owners == null ? this::owner : owners;
    return new DefaultOnboardingFlow(
        ledger,
        decider,
        new DefaultOnboardingFlow.Workers(
            new StepRunner(ledger, names, pace, observer),
            new Reconciler(ledger, others.comparer(siblings), pace, names)),
        new Outbox(
            ledger,
            decider,
            new Listeners(listeners, subscriptionListeners, staffListeners),
            new Reminders(remindAfter)),
        others);
  }

  private OnboardingStore storeToUse() {
    OnboardingStore used = store == null ? InMemoryStore.create() : store;
    if (used.durable() && sealer == null) {
      throw new IllegalStateException(
          "sealer is missing: a durable store keeps personal data, which must be sealed");
    }
    return used;
  }

  private String owner() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
