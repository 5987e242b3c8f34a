package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.BindingId;
import com.guance.onboarding.domain.Fact;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.TaskKind;
import com.guance.onboarding.domain.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A robot that does what people do in the consoles, by the consoles' rules.
 *
 * <p>Connected to a flow, it hands over what KooGallery would report of its acts. Every act throws
 * {@link IllegalStateException} with the console's code when the console refuses it.
 */
public final class Buyer {

  private final ConsoleActs acts;
  private final Persona persona = new Persona();
  private final TaskRobot robot;
  private final TaskRobot.Entrance entrance;
  private final Connection connection;
  private HuaweiAccountId account;

  Buyer(ConsoleActs acts, TaskRobot.Entrance entrance) {
    this.acts = acts;
    this.entrance = entrance;
    this.robot = new TaskRobot(acts, persona, entrance);
    this.connection = new Connection(acts);
    this.account = newAccount();
    acts.world().listen(connection);
  }

  /** A new person, connected to nobody. */
  synchronized void reset() {
    connection.reset();
    persona.reset();
    robot.reset();
    account = newAccount();
  }

  /** {@return the buyer's Huawei account, which places orders unless another is named} */
  public synchronized HuaweiAccountId account() {
    return account;
  }

  /** {@return a Huawei account that nobody has used} */
  public HuaweiAccountId newAccount() {
    return new HuaweiAccountId(acts.world().ids().next(""));
  }

  /**
   * Hands facts to a flow from now on, and what KooGallery has reported of earlier orders.
   *
   * @param listener usually {@code flow::record}
   * @return this buyer
   */
  public Buyer connect(FactListener listener) {
    connection.connect(listener);
    return this;
  }

  /**
   * Whether KooGallery's callbacks reach the flow; they do by default. Where they do not, the robot
   * says itself what it did in KooGallery's console.
   *
   * @param arrive whether they do
   * @return this buyer
   */
  public Buyer callbacks(boolean arrive) {
    connection.callbacks(arrive);
    return this;
  }

  /**
   * Has the buyer enter a value where a task does not give one.
   *
   * @param field what is asked for
   * @param value what the buyer enters
   * @return this buyer
   */
  public Buyer says(Field field, String value) {
    persona.says(field, value);
    return this;
  }

  /** {@return a new order of {@link #account()} for Guance's product, charged on demand} */
  public OrderKey purchase() {
    return purchase(account());
  }

  /**
   * Buys for another account.
   *
   * @param buyer the Huawei account
   * @return the new order
   */
  public OrderKey purchase(HuaweiAccountId buyer) {
    return purchase(NewOrder.builder().buyer(buyer).build());
  }

  /**
   * Buys.
   *
   * @param order what to buy
   * @return the new order, or the one that has this number already
   */
  public OrderKey purchase(NewOrder order) {
    return Refusals.shown(() -> acts.purchase(order)).key();
  }

  /**
   * Creates an organization.
   *
   * @param name its full name
   * @param shortName its short name
   * @return its id
   */
  public TenantId createOrganization(String name, String shortName) {
    return new TenantId(
        Refusals.shown(() -> acts.createOrganization(account().value(), name, shortName))
            .organizationId());
  }

  /**
   * Adds a member.
   *
   * @param organization the organization
   * @param member the member's account, which doubles as the name
   * @return the sign-in name, such as {@code Wendy@gcy}
   */
  public String addMember(TenantId organization, String member) {
    return Refusals.shown(() -> acts.addMember(organization.value(), member, member)).signInName();
  }

  /**
   * Binds an order to an organization.
   *
   * @param order the order
   * @param organization the organization
   * @return the binding
   */
  public BindingId bind(OrderKey order, TenantId organization) {
    return new BindingId(Refusals.shown(() -> acts.bind(order, organization.value())).bindingId());
  }

  /**
   * Authorizes members for the application.
   *
   * @param order the bound order
   * @param members the members' accounts
   */
  public void authorize(OrderKey order, String... members) {
    Refusals.shown(() -> acts.authorize(order, List.of(members)));
  }

  /**
   * Signs in as a member; the first time, with a new password. Where a partner's backend is
   * connected, this goes as in a browser: over the unified login page and the backend's landing
   * address to the page behind it. Whether the backend let the member in does not matter here.
   *
   * @param order the bound order
   * @param member the member's account
   */
  public void signIn(OrderKey order, String member) {
    Refusals.shown(() -> enter(order, member));
  }

  MemberBrowser.Visit enter(OrderKey order, String member) {
    return entrance.enter(order, member);
  }

  /**
   * Does what a task asks for and reports it, for the order that the onboarding is known to be
   * about.
   *
   * @param task the task; one that asks for a code or a password is left to {@link #answer}
   */
  public void playConsole(PersonTask task) {
    playConsole(task, connection.order(task.onboarding()));
  }

  /**
   * Does what a task asks for and reports it.
   *
   * @param task the task; one that asks for a code or a password is left to {@link #answer}
   * @param order the order that it is about
   */
  public void playConsole(PersonTask task, OrderKey order) {
    Map<String, String> told = Refusals.shown(() -> robot.play(task, order));
    boolean done = !told.isEmpty() || task.kind() != TaskKind.CORRECT;
    if (done && !task.asksForSecret() && connection.mustSay(task.kind())) {
      connection.tell(new Fact.Confirmed(task.onboarding(), task.id(), told));
    }
  }

  /** Does what a task asks for, and gives what the person would report afterwards. */
  Map<String, String> play(PersonTask task, OrderKey order) {
    return robot.play(task, order);
  }

  /**
   * Answers a task as the person at the keyboard would: codes come from the mailbox. A method
   * reference to this is what {@code advance} takes as answers.
   *
   * @param task the task
   * @return the values by input name; empty for an act in a console
   */
  public Optional<Map<String, Secret>> answer(PersonTask task) {
    return robot.secrets(task);
  }

  /**
   * Says which order an onboarding is about, where no fact has told it.
   *
   * @param onboarding the onboarding
   * @param order its order
   */
  public void tie(OnboardingId onboarding, OrderKey order) {
    connection.tie(onboarding, order);
  }

  /** {@return what the buyer does on Guance's pages} */
  public GuancePages guance() {
    return new GuancePages(acts);
  }

  /** {@return what the buyer does with a subscription that runs} */
  public Subscriptions subscriptions() {
    return new Subscriptions(acts);
  }
}
