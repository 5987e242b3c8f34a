package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.OrderKey;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** Both sides and what stands between them and a caller, put together for one emulator. */
final class EmulatedSides {

  final World world;
  final Console console;
  final Buyer buyer;
  final KooGallery kooGallery;
  final Faults faults = new Faults();
  final CallLog log = new CallLog();
  final CountDownLatch closing = new CountDownLatch(1);
  private final ConsoleActs acts;
  private final IdempotencyKeys keys;
  private final SignInDesk signIns;

  EmulatedSides(EmulatorSettings settings) {
    this.world = new World(settings);
    this.console = new Console(world);
    this.acts = new ConsoleActs(world, console);
    this.buyer = new Buyer(acts, this::enter);
    this.keys = new IdempotencyKeys(world);
    this.kooGallery = new KooGallery(world, console, faults, buyer);
    this.signIns = new SignInDesk(world);
  }

  private MemberBrowser.Visit enter(OrderKey order, String account) {
    return kooGallery.members().signIn(order, account);
  }

  /** The door to all of it. */
  HttpDoor door(ControlRoutes own) {
    FaultyGateway gateway =
        new FaultyGateway(new GatewayCalls(world, keys), faults, log, world.settings(), closing);
    return new HttpDoor(
        world.ids(),
        new HttpDoor.Addresses(console.gateways(), control(own), addresses()),
        gateway,
        new GuanceDoor(world, console.apis().routes(), gateway));
  }

  private List<WebRoute> addresses() {
    return Stream.concat(
            new SellerApi(world, kooGallery::connected, Clock.systemUTC()).all().stream(),
            new SignInPages(world, console, signIns, kooGallery::connected).all().stream())
        .toList();
  }

  private List<Route> control(ControlRoutes own) {
    return Stream.of(
            own.all(),
            new BuyerRoutes(acts, buyer).all(),
            new DataKitRoutes(acts).all(),
            new KooGalleryRoutes(world, kooGallery).all())
        .flatMap(List::stream)
        .toList();
  }

  /** Everything that can be called besides Guance's own APIs. */
  List<Route> routes(ControlRoutes own) {
    return Stream.concat(console.gateways().stream(), control(own).stream()).toList();
  }

  /** Plans a fault, if there are such a profile and such an operation. */
  void plan(String profile, int calls, Faults.Aim aim) {
    FaultProfile wanted = FaultProfile.from(profile);
    if (aim.operation().filter(id -> !known(id, wanted)).isPresent()) {
      throw new InvalidInputException("operation", operationRule(wanted));
    }
    faults.plan(new Faults.Planned(wanted, calls, aim));
  }

  private static String operationRule(FaultProfile profile) {
    return profile.ofCallbacks()
        ? "must be the name of a callback, such as newInstance"
        : "must be the operationId of a gateway's call, such as createWorkspace, or the name of one"
            + " of Guance's own calls, such as openApiGetWorkspace";
  }

  private boolean known(String operation, FaultProfile profile) {
    return profile.ofCallbacks()
        ? PartnerCallback.of(operation).isPresent()
        : console.apis().knows(operation)
            || console.gateways().stream().anyMatch(route -> route.operation().equals(operation));
  }

  State state() {
    return new State(world, console.organizations());
  }

  void reset() {
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
}
