package com.guance.onboarding.testkit;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * KooGallery's console and the Guance Billing Center on a port of this machine.
 *
 * <p>Both gateways speak as {@code docs/api} says, by the rules of the consoles. Whatever a person
 * would do, the {@linkplain #given() starting point} or the mailbox shows. Safe for several
 * threads; close it to end its server and threads.
 */
public final class Emulator implements AutoCloseable {

  private final EmulatedSides sides;
  private final Server server;

  private Emulator(EmulatorSettings settings) {
    this.sides = new EmulatedSides(settings);
    this.server = Server.start(settings.port(), sides.door(control())::handle);
    sides.kooGallery.servedAt(server.uri());
  }

  private ControlRoutes control() {
    return new ControlRoutes(this, sides);
  }

  /** Everything that can be called. */
  List<Route> routes() {
    return sides.routes(control());
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
    return sides.world.settings().clock();
  }

  /** {@return all e-mails and short messages} */
  public Mailbox mail() {
    return new Mailbox(sides.world);
  }

  /** {@return the robot that acts in the consoles; the same one on every call} */
  public Buyer buyer() {
    return sides.buyer;
  }

  /** {@return KooGallery as a partner's backend meets it: callbacks, rehearsals} */
  public KooGallery kooGallery() {
    return sides.kooGallery;
  }

  /** {@return what puts things into the world before a test begins} */
  public Given given() {
    return new Given(sides.world, sides.console);
  }

  /** {@return what changes the world while nobody is told} */
  public Meddling meddling() {
    return new Meddling(sides.world);
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
    sides.plan(profile, calls, new Faults.Aim(Optional.empty(), 0));
  }

  /**
   * Has the next calls of one operation go wrong.
   *
   * @param profile as in {@link #fault(String, int)}
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
    sides.plan(profile, calls, new Faults.Aim(Optional.of(operation), after));
  }

  /** {@return how many calls are still to go wrong} */
  public int pendingFaults() {
    return sides.faults.all().stream().mapToInt(Faults.Planned::calls).sum();
  }

  /** {@return everything that exists, as JSON values: lists of maps, by name} */
  public Map<String, @Nullable Object> state() {
    return sides.state().all();
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
    return sides.state().rows(list);
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
    return sides.log.all();
  }

  /** Empties the world and forgets faults and calls; the clock goes on. */
  public void reset() {
    sides.reset();
  }

  /**
   * Waits until the emulator is closed.
   *
   * @throws InterruptedException if the thread was interrupted while waiting
   */
  public void join() throws InterruptedException {
    sides.closing.await();
  }

  /** Ends the server and its threads; repeatable. */
  @Override
  public void close() {
    sides.closing.countDown();
    sides.kooGallery.close();
    server.close();
  }
}
