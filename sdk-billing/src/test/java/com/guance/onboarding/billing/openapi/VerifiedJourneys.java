package com.guance.onboarding.billing.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.Progress;
import com.guance.onboarding.StageStatus;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Problem;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.domain.TaskKind;
import com.guance.onboarding.testkit.Emulator;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** Tests of a journey with Guance's own APIs beside the emulator; each opens one and closes it. */
abstract class VerifiedJourneys {

  final Emulator emulator;
  private Optional<VerifiedJourney> open = Optional.empty();

  VerifiedJourneys(Emulator emulator) {
    this.emulator = emulator;
  }

  @AfterEach
  void close() {
    open.ifPresent(VerifiedJourney::close);
  }

  final VerifiedJourney journey() {
    return journey(new VerifiedJourney(emulator));
  }

  final VerifiedJourney journey(VerifiedJourney journey) {
    open = Optional.of(journey);
    return journey;
  }

  static StageStatus status(VerifiedJourney journey, Stage stage) {
    return journey.flow.get(journey.id).stages().stream()
        .filter(one -> one.stage() == stage)
        .findFirst()
        .orElseThrow();
  }

  static Progress.Waiting waiting(Progress progress) {
    assertThat(progress).isInstanceOf(Progress.Waiting.class);
    return (Progress.Waiting) progress;
  }

  static PersonTask task(Progress.Waiting waiting, TaskKind kind) {
    return waiting.tasks().stream()
        .filter(task -> task.kind() == kind)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + kind + " in " + waiting.tasks()));
  }

  static Problem problem(Progress.Waiting waiting) {
    return waiting.problem().orElseThrow();
  }
}
