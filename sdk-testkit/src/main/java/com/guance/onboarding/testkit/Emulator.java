package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.OrderKey;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * KooGallery's console and the Guance Billing Center on a port of this machine.
 *
 * <p>Both gateways speak as {@code docs/api} says, by the rules of the consoles. Whatever a person
 * would do, the {@linkplain #given() starting point} or the mailbox shows. Safe for several
 * threads; close it to end its server and threads.
 */
public final class Emulator implements AutoCloseable {

  private final World world;
  private final Console console;
  private final IdempotencyKeys keys;
  private final Faults faults = new Faults();
  private final CallLog log = new CallLog();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Buyer buyer;
  private final KooGallery kooGallery;
  private final SignInDesk signIns;
  private final Server server;

  private Emulator(EmulatorSettings settings) {
    this.world = new World(settings);
    this.console = new Console(world);
    ConsoleActs acts = new ConsoleActs(world, console);
    this.buyer = new Buyer(acts, this::enter);
    this.keys = new IdempotencyKeys(world);
    FaultyGateway gateway =
        new FaultyGateway(new GatewayCalls(world, keys), faults, log, settings, closing);
    this.kooGallery = new KooGallery(world, console, faults, buyer);
    this.signIns = new SignInDesk(world);
    HttpDoor door =
        new HttpDoor(
            world.ids(),
            new HttpDoor.Addresses(console.gateways(), control(acts), addresses()),
            gateway,
            new GuanceDoor(world, console.apis().routes(), gateway));
    this.server = Server.start(settings.port(), door::handle);
    kooGallery.servedAt(server.uri());
  }

  private MemberBrowser.Visit enter(OrderKey order, String account) {
    return kooGallery.members().signIn(order, account);
  }

  private List<WebRoute> addresses() {
    return Stream.concat(
            new SellerApi(world, kooGallery::connected, Clock.systemUTC()).all().stream(),
            new SignInPages(world, console, signIns, kooGallery::connected).all().stream())
        .toList();
  }

  private List<Route> control(ConsoleActs acts) {
    return Stream.of(
            new ControlRoutes(this, faults).all(),
            new BuyerRoutes(acts, buyer).all(),
            new DataKitRoutes(acts).all(),
            new KooGalleryRoutes(world, kooGallery).all())
        .flatMap(List::stream)
        .toList();
  }

  /** Everything that can be called. */
  List<Route> routes() {
    return Stream.concat(
            console.gateways().stream(), control(new ConsoleActs(world, console)).stream())
        .toList();
  }

  /**
   * Starts an emulator with default settings on a free port.
   *
   * @return the emulator, ready to answer
   */
  public static Emulator start() {
    return start(EmulatorSettings.builder().build());
  }

  /**
   * Starts an emulator.
   *
   * <p>Sets the system property {@code sun.net.httpserver.nodelay} unless it is set, because the
   * server answers slowly without it.
   *
   * @param settings how it behaves
   * @return the emulator, ready to answer
   * @throws java.io.UncheckedIOException if it cannot listen on the port
   */
  public static Emulator start(EmulatorSettings settings) {
    return new Emulator(settings);
  }

  /** {@return the address of the server, such as {@code http://127.0.0.1:8081}} */
  public URI baseUri() {
    return server.uri();
  }

  /** {@return what the Joint Operations gateway's paths, {@code /joint-operations/v1/…}, follow} */
  public URI jointOperationsUri() {
    return server.uri();
  }

  /** {@return what the Billing Center gateway's paths, {@code /billing/v1/…}, follow} */
  public URI billingCenterUri() {
    return server.uri();
  }

  /** {@return what the OpenAPI's paths, {@code /api/v1/…}, follow; a Key ID lets in} */
  public URI openApiUri() {
    return server.uri();
  }

  /**
   * {@return what the paths of the private deployment's External API, {@code /api/v1/…}, follow;
   * {@link EmulatorSettings#deploymentKey()} signs}
   */
  public URI externalApiUri() {
    return server.uri();
  }

  /** {@return the dataway, which checks the tokens of DataKits} */
  public URI datawayUri() {
    return server.uri();
  }

  /** {@return the clock of this world; give the same one to the SDK} */
  public SettableClock clock() {
    return world.settings().clock();
  }

  /** {@return all e-mails and short messages} */
  public Mailbox mail() {
    return new Mailbox(world);
  }

  /** {@return the robot that acts in the consoles; the same one on every call} */
  public Buyer buyer() {
    return buyer;
  }

  /** {@return KooGallery as a partner's backend meets it: callbacks, rehearsals} */
  public KooGallery kooGallery() {
    return kooGallery;
  }

  /** {@return what puts things into the world before a test begins} */
  public Given given() {
    return new Given(world, console);
  }

  /** {@return what changes the world while nobody is told} */
  public Meddling meddling() {
    return new Meddling(world);
  }

  /**
   * Has the next calls of a gateway go wrong.
   *
   * @param profile one of {@code duplicate, delay, cut-before, cut-after, throttle, error-500,
   *     malformed, unknown-fields}, or of {@code callback-duplicate, callback-reorder,
   *     callback-delay, callback-bad-signature, callback-clock-skew, callback-replay}, which hit
   *     what KooGallery sends
   * @param calls how many calls
   * @throws IllegalArgumentException if the profile is unknown
   */
  public void fault(String profile, int calls) {
    plan(profile, calls, new Faults.Aim(Optional.empty(), 0));
  }

  /**
   * Has the next calls of one operation go wrong.
   *
   * @param profile one of {@code duplicate, delay, cut-before, cut-after, throttle, error-500,
   *     malformed, unknown-fields}, or of {@code callback-duplicate, callback-reorder,
   *     callback-delay, callback-bad-signature, callback-clock-skew, callback-replay}, which hit
   *     what KooGallery sends
   * @param calls how many calls
   * @param operation the operation's id in the OpenAPI document, such as {@code createWorkspace},
   *     one of Guance's own APIs, such as {@code openApiGetWorkspace}, or the callback's name, such
   *     as {@code newInstance}
   * @throws IllegalArgumentException if the profile or the operation is unknown
   */
  public void fault(String profile, int calls, String operation) {
    fault(profile, calls, operation, 0);
  }

  /**
   * Has later calls of one operation go wrong.
   *
   * @param profile as in {@link #fault(String, int, String)}
   * @param calls how many calls
   * @param operation as in {@link #fault(String, int, String)}
   * @param after how many calls of the operation pass before
   * @throws IllegalArgumentException if the profile or the operation is unknown
   */
  public void fault(String profile, int calls, String operation, int after) {
    plan(profile, calls, new Faults.Aim(Optional.of(operation), after));
  }

  void plan(String profile, int calls, Faults.Aim aim) {
    FaultProfile wanted = FaultProfile.from(profile);
    if (aim.operation().filter(id -> !known(id, wanted)).isPresent()) {
      throw new IllegalArgumentException("there is no such operation");
    }
    faults.plan(new Faults.Planned(wanted, calls, aim));
  }

  /** {@return how many calls are still to go wrong} */
  public int pendingFaults() {
    return faults.all().stream().mapToInt(Faults.Planned::calls).sum();
  }

  private boolean known(String operation, FaultProfile profile) {
    return profile.ofCallbacks()
        ? PartnerCallback.of(operation).isPresent()
        : console.apis().knows(operation)
            || console.gateways().stream().anyMatch(route -> route.operation().equals(operation));
  }

  /** {@return everything that exists, as JSON values: lists of maps, by name} */
  public Map<String, @Nullable Object> state() {
    return new State(world, console.organizations()).all();
  }

  /** {@return everything that exists, as a JSON text} */
  public String stateJson() {
    return Json.text(state());
  }

  /**
   * One list of everything that exists.
   *
   * @param list its name, such as {@code organizations} or {@code workspaces}
   * @return its rows, the oldest first; values by name, absent ones are null
   * @throws IllegalArgumentException if there is no such list
   */
  public List<Map<String, @Nullable Object>> rows(String list) {
    return new State(world, console.organizations()).rows(list);
  }

  /** {@return how many calls the gateways and Guance's own APIs have received} */
  public int remoteCalls() {
    return callLog().size();
  }

  /**
   * Counts the calls of one operation.
   *
   * @param operation the operation's id in the OpenAPI document; for Guance's own APIs such as
   *     {@code openApiQueryData}, {@code externalAddAccount}, {@code datawayCheckToken}
   * @return how many were received
   */
  public int remoteCalls(String operation) {
    return (int) callLog().stream().filter(call -> call.operation().equals(operation)).count();
  }

  /** {@return the calls that were received, in the order of their answers} */
  public List<RemoteCall> callLog() {
    return log.all();
  }

  /** Empties the world and forgets faults and calls; the clock goes on. */
  public void reset() {
    world.act(
        Origin.PERSON,
        () -> {
          world.tables().clear();
          keys.clear();
          return true;
        });
    kooGallery.reset();
    signIns.clear();
    buyer.reset();
    faults.clear();
    log.clear();
  }

  /**
   * Waits until the emulator is closed.
   *
   * @throws InterruptedException if the thread was interrupted while waiting
   */
  public void join() throws InterruptedException {
    closing.await();
  }

  /** Ends the server and its threads; repeatable. */
  @Override
  public void close() {
    closing.countDown();
    kooGallery.close();
    server.close();
  }
}
