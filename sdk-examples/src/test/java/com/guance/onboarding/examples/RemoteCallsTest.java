package com.guance.onboarding.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.Progress;
import com.guance.onboarding.domain.Branch;
import com.guance.onboarding.examples.backend.Hands;
import com.guance.onboarding.testkit.RemoteCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/remote-calls.md says of each step whether its first try looks, and how a later one does. */
class RemoteCallsTest {

  private static final Path DOCUMENT = Path.of("..", "docs", "remote-calls.md");
  private static final String READS = "reads only";

  /** A row of the two tables: the operation, then its column about the look. */
  private static final Pattern ROW =
      Pattern.compile(
          "\\| (?:\\d \\| )?`(\\w+)` (?=\\|).*?\\| (" + READS + "|skips `(\\w+)`: .+?) \\| .+ \\|");

  /** More than the transport tries by itself, so that the flow has to come back. */
  private static final int STUBBORN = 6;

  /** An operation, and the look that its first try skips. */
  record Skipped(String operation, String look) {}

  private static List<Matcher> rows() {
    try (Stream<String> lines = Files.lines(DOCUMENT)) {
      return lines.map(ROW::matcher).filter(Matcher::matches).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<Skipped> skipped() {
    return rows().stream()
        .filter(row -> !row.group(2).equals(READS))
        .map(row -> new Skipped(row.group(1), row.group(3)));
  }

  @Test
  void document_everyCallOfEveryBranch_saysWhetherItsFirstTryLooks() {
    assertThat(rows().stream().map(row -> row.group(1)))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Branch.values())
                .flatMap(branch -> RemoteCalls.of(branch).stream())
                .collect(Collectors.toSet()));
    assertThat(rows().stream().filter(row -> row.group(2).equals(READS)))
        .extracting(row -> row.group(1))
        .allMatch(operation -> operation.startsWith("get") || operation.startsWith("list"));
  }

  /** That a first try makes no such look is shown by the lists that {@link BranchesTest} counts. */
  @ParameterizedTest
  @MethodSource("skipped")
  void step_whoseAnswerWasLost_looksWithTheCallOfTheDocument(Skipped step) {
    Branch branch =
        Arrays.stream(Branch.values())
            .filter(one -> RemoteCalls.of(one).contains(step.operation()))
            .findFirst()
            .orElseThrow();
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      journey.emulator.fault("cut-after", STUBBORN, step.operation());

      Progress progress = journey.toTheEnd(journey.begin(branch));

      assertThat(progress).isInstanceOf(Progress.Completed.class);
      List<RemoteCall> calls = journey.emulator.callLog();
      int lost = calls.lastIndexOf(new RemoteCall(step.operation(), 0));
      assertThat(calls.get(lost + 1)).isEqualTo(new RemoteCall(step.look(), 200));
    }
  }
}
