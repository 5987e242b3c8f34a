package com.guance.onboarding.testkit;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;

/** What tests and tools of any language steer the emulator with; docs/api/emulator.yaml. */
final class ControlRoutes {

  static final String BASE = "/emulator";

  private static final String DEFAULT_ADVANCE = "PT1H";

  private final Emulator emulator;
  private final EmulatedSides sides;

  ControlRoutes(Emulator emulator, EmulatedSides sides) {
    this.emulator = emulator;
    this.sides = sides;
  }

  List<Route> all() {
    return List.of(
        Route.get("getState", BASE + "/state", call -> state()).only(),
        Route.repeatable("resetState", "DELETE", BASE + "/state", call -> reset()).only(),
        Route.get("listFaults", BASE + "/faults", call -> listFaults()).only(),
        Route.post("planFault", BASE + "/faults", this::planFault)
            .only("profile", "calls", "operation", "after"),
        Route.repeatable("clearFaults", "DELETE", BASE + "/faults", call -> clearFaults()).only(),
        Route.get("getClock", BASE + "/clock", call -> clock()).only(),
        Route.post("advanceClock", BASE + "/clock", this::advance).only("advance"),
        Route.get("listCalls", BASE + "/calls", call -> calls()).only());
  }

  private Answer state() {
    return Answer.ok(Fields.from(emulator.state()));
  }

  private Answer reset() {
    emulator.reset();
    return state();
  }

  private Answer listFaults() {
    return Answer.ok(
        Fields.of("items", sides.faults.all().stream().map(ControlRoutes::show).toList()));
  }

  private static Fields show(Faults.Planned fault) {
    return Fields.of("profile", fault.profile().text())
        .and("calls", fault.calls())
        .and("operation", fault.aim().operation())
        .and("after", fault.aim().after());
  }

  private Answer planFault(Call call) {
    Body body = call.body();
    String profile = body.optional("profile").orElse(FaultProfile.THROTTLE.text());
    if (FaultProfile.from(profile).ofCallbacks()) {
      sides.kooGallery.required(); // without a partner nothing is sent that it could hit
    }
    sides.plan(
        profile,
        body.number("calls", 1),
        new Faults.Aim(body.optional("operation"), body.number("after", 0)));
    return listFaults();
  }

  private Answer clearFaults() {
    sides.faults.clear();
    return listFaults();
  }

  private Answer clock() {
    return Answer.ok(Fields.of("now", emulator.clock().instant()));
  }

  private Answer advance(Call call) {
    try {
      emulator
          .clock()
          .advance(Duration.parse(call.body().optional("advance").orElse(DEFAULT_ADVANCE)));
    } catch (DateTimeParseException e) {
      throw Refused.malformed("advance", "must be a duration, such as PT1H");
    }
    return clock();
  }

  private Answer calls() {
    List<Fields> items =
        emulator.callLog().stream()
            .map(call -> Fields.of("operation", call.operation()).and("status", call.status()))
            .toList();
    return Answer.ok(Fields.of("count", items.size()).and("items", items));
  }
}
