package com.guance.onboarding.testkit.conformance;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges a partner's endpoint by sending what KooGallery would send, right and wrong.
 *
 * <p>Orders are new ones with the test flag, so that every run finds the endpoint as the first did;
 * nothing is deleted but what the run has created. A refusal counts by its body: any HTTP status is
 * accepted whose result code is no success.
 */
public final class Conformance {

  private Conformance() {}

  /**
   * Runs all scenarios that the settings leave.
   *
   * @param settings which endpoint, with which keys
   * @return what was found
   * @throws IllegalArgumentException if the settings name a scenario that does not exist
   */
  public static ConformanceReport run(ConformanceSettings settings) {
    return run(settings, verdict -> {});
  }

  /**
   * Runs all scenarios that the settings leave, and tells of each when it has run.
   *
   * @param settings which endpoint, with which keys
   * @param each told of each scenario, on the calling thread
   * @return what was found
   * @throws IllegalArgumentException if the settings name a scenario that does not exist
   */
  public static ConformanceReport run(ConformanceSettings settings, Consumer<Verdict> each) {
    List<Scenario> scenarios = chosen(settings);
    Endpoint endpoint = new Endpoint(settings, Clock.systemUTC());
    if (endpoint.send(endpoint.probe()).silent()) {
      return new ConformanceReport(false, List.of());
    }
    List<Verdict> verdicts = new ArrayList<>();
    for (Scenario scenario : scenarios) {
      Verdict verdict = judge(scenario, endpoint);
      verdicts.add(verdict);
      each.accept(verdict);
    }
    return new ConformanceReport(true, verdicts);
  }

  /** {@return the names of all scenarios, in the order in which they run} */
  public static List<String> scenarios() {
    return all().map(Scenario::name).toList();
  }

  private static Stream<Scenario> all() {
    return Stream.of(
            SignatureScenarios.all(),
            TimeScenarios.all(),
            OrderScenarios.all(),
            ChangeScenarios.all(),
            BodyScenarios.all(),
            SyncScenarios.all(),
            KitScenarios.all(),
            AnswerScenarios.all())
        .flatMap(List::stream);
  }

  private static List<Scenario> chosen(ConformanceSettings settings) {
    Set<String> names = all().map(Scenario::name).collect(Collectors.toSet());
    Stream.concat(settings.only().stream(), settings.except().stream())
        .filter(name -> !names.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new IllegalArgumentException("there is no scenario of this name: " + name);
            });
    return all()
        .filter(one -> settings.only().isEmpty() || settings.only().contains(one.name()))
        .filter(one -> !settings.except().contains(one.name()))
        .toList();
  }

  private static Verdict judge(Scenario scenario, Endpoint endpoint) {
    Optional<Words> violation = Optional.empty();
    try {
      scenario.check().on(endpoint);
    } catch (Violation found) {
      violation = Optional.of(found.words());
    }
    return new Verdict(scenario.name(), scenario.section(), scenario.expected(), violation);
  }
}
