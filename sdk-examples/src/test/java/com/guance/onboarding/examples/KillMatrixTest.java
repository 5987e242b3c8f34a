package com.guance.onboarding.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.FlowObserver;
import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.Progress;
import com.guance.onboarding.domain.Branch;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.examples.backend.Hands;
import com.guance.onboarding.spi.OnboardingStore;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.h2.tools.Server;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A process is halted at every point around every step; the next one on the same database brings
 * the onboarding to its end, and of each thing there is one.
 */
class KillMatrixTest {

  private static final int LANES = 2;

  @TempDir static Path shared;
  private static WorkerClasses classes;

  @TempDir Path folder;

  @BeforeAll
  static void prepareProcesses() throws Exception {
    classes = WorkerClasses.in(shared);
    Server server = server(shared);
    try (KillLane lane = new KillLane(url(server), classes)) {
      lane.rehearse();
    } finally {
      server.stop();
    }
  }

  private static Server server(Path folder) throws SQLException {
    return Server.createTcpServer(
            "-tcpPort", "0", "-tcpDaemon", "-ifNotExists", "-baseDir", folder.toString())
        .start();
  }

  private static String url(Server server) {
    return "jdbc:h2:tcp://localhost:" + server.getPort() + "/.";
  }

  @Test
  void halt_aroundEachStepOfRegisterWithGateways_theNextProcessCompletes() throws Exception {
    List<KillLane.Case> cases =
        cases(Branch.REGISTER, Hands.GATEWAYS).stream()
            .filter(one -> one.point().ofStep())
            .toList();
    run(cases);
  }

  static Stream<Arguments> everyBranchInBothModes() {
    return Arrays.stream(Branch.values())
        .flatMap(
            branch ->
                Stream.of(Hands.GATEWAYS, Hands.PEOPLE).map(hands -> Arguments.of(branch, hands)));
  }

  @ParameterizedTest
  @MethodSource("everyBranchInBothModes")
  void cases_ofEachBranch_holdEachStepThatTheModeHas(Branch branch, Hands hands) {
    List<KillLane.Case> all = cases(branch, hands);

    assertThat(all).hasSizeGreaterThan(hands == Hands.GATEWAYS ? 20 : 2);
  }

  @Tag("torture")
  @ParameterizedTest
  @MethodSource("everyBranchInBothModes")
  void halt_atEachPointOfEachBranch_theNextProcessCompletes(Branch branch, Hands hands)
      throws Exception {
    run(cases(branch, hands));
  }

  private void run(List<KillLane.Case> cases) throws Exception {
    Queue<KillLane.Case> left = new ConcurrentLinkedQueue<>(cases);
    List<String> failures = new ArrayList<>();
    Server server = server(folder);
    ExecutorService lanes = Executors.newFixedThreadPool(LANES);
    try {
      Callable<List<String>> lane = () -> lane(url(server), left);
      for (var done : lanes.invokeAll(java.util.Collections.nCopies(LANES, lane))) {
        failures.addAll(done.get());
      }
    } finally {
      lanes.shutdownNow();
      server.stop();
    }
    assertThat(failures).isEmpty();
  }

  private static List<String> lane(String database, Queue<KillLane.Case> left) {
    List<String> failures = new ArrayList<>();
    try (KillLane lane = new KillLane(database, classes)) {
      for (KillLane.Case one = left.poll(); one != null; one = left.poll()) {
        try {
          lane.run(one);
        } catch (AssertionError | InterruptedException | RuntimeException failure) {
          failures.add(one + ": " + failure);
        }
      }
    }
    return failures;
  }

  /** Every point that an undisturbed run comes by, with the step that it belongs to. */
  private static List<KillLane.Case> cases(Branch branch, Hands hands) {
    List<KillLane.Case> cases = new ArrayList<>();
    List<String> steps = new ArrayList<>();
    try (Journey journey = new Journey(hands)) {
      OnboardingId id = journey.begin(branch);
      journey.emulator.buyer().callbacks(false);
      OnboardingStore store =
          MortalStore.over(
              journey.store,
              (point, number) -> cases.add(new KillLane.Case(branch, hands, point, number, "")));
      OnboardingFlow flow =
          WorkerFlow.builder(store, hands, journey.emulator.baseUri(), journey.emulator.clock())
              .observer(
                  new FlowObserver() {
                    @Override
                    public void stepStarted(OnboardingId one, String step, int attempt) {
                      steps.add(step);
                    }
                  })
              .build();
      journey.emulator.buyer().connect(flow::record).callbacks(false);
      cases.clear(); // the purchase is told again
      assertThat(journey.toTheEnd(flow, id)).isInstanceOf(Progress.Completed.class);
    }
    assertComplete(cases, steps, branch + " " + hands);
    return cases.stream()
        .map(
            one ->
                one.point().ofStep()
                    ? new KillLane.Case(
                        branch, hands, one.point(), one.number(), steps.get(one.number() - 1))
                    : one)
        .toList();
  }

  /** Each step that was started has all four points, and words and tasks have theirs. */
  private static void assertComplete(List<KillLane.Case> cases, List<String> steps, String run) {
    Map<KillPoint, List<Integer>> numbers =
        cases.stream()
            .collect(
                Collectors.groupingBy(
                    KillLane.Case::point,
                    Collectors.mapping(KillLane.Case::number, Collectors.toList())));
    List<Integer> each = IntStream.rangeClosed(1, steps.size()).boxed().toList();
    assertThat(numbers.keySet()).as(run).contains(KillPoint.BEFORE_RECORD, KillPoint.AFTER_RECORD);
    for (KillPoint point : KillPoint.values()) {
      if (point.ofStep() && !steps.isEmpty()) {
        assertThat(numbers.get(point)).as("%s %s of %s", run, point, steps).isEqualTo(each);
      }
    }
  }
}
