package com.guance.onboarding;

import static com.guance.onboarding.FlowTest.ORDER;
import static com.guance.onboarding.FlowTest.answers;
import static com.guance.onboarding.FlowTest.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Site;
import com.guance.onboarding.domain.TaskKind;
import com.guance.onboarding.spi.InstallGuide;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which command the task to install DataKit shows. */
class InstallTaskTest {

  private final MovableClock clock = new MovableClock(Instant.parse("2026-03-01T08:00:00Z"));

  private List<PersonTask> tasks(OnboardingFlowBuilder builder) {
    FakeGateways fake = new FakeGateways(clock).order(ORDER, "buyer-1");
    OnboardingFlow flow =
        builder.clock(clock).marketplace(fake).billing(fake).callbacks(false).build();
    OnboardingId id = flow.begin(request().build());
    return ((Progress.Waiting) flow.advance(id, answers())).tasks();
  }

  private static PersonTask install(List<PersonTask> tasks) {
    return tasks.stream()
        .filter(task -> task.kind() == TaskKind.INSTALL_DATAKIT)
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, String> lines(Site site) {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("linux", "install --site " + site.key() + " --token ***");
    lines.put("helm", "helm install " + site.key());
    return lines;
  }

  @Test
  void advance_guideKnowsTheSite_showsItsCommandsAndTheFirstInTheWords() {
    PersonTask task = install(tasks(OnboardingFlow.builder().install(InstallTaskTest::lines)));

    assertThat(task.commands()).containsExactlyEntriesOf(lines(new Site("cn4")));
    assertThat(task.textEn()).contains("linux: install --site cn4 --token ***");
    assertThat(task.textZh()).contains("install --site cn4 --token ***");
    assertThat(task.toString()).doesNotContain("install --site");
  }

  @Test
  void advance_noGuideOrUnknownSite_namesTheMenuOnly() {
    InstallGuide knowsNothing = site -> Map.of();

    PersonTask without = install(tasks(OnboardingFlow.builder()));
    PersonTask unknown = install(tasks(OnboardingFlow.builder().install(knowsNothing)));

    assertThat(without.commands()).isEmpty();
    assertThat(without.textEn()).endsWith("(Integrations > DataKit) on a host.");
    assertThat(unknown.textEn()).isEqualTo(without.textEn());
  }

  @Test
  void advance_otherTasks_carryNoCommands() {
    OnboardingFlow people =
        OnboardingFlow.builder().clock(clock).install(InstallTaskTest::lines).build();

    Progress.Waiting waiting = (Progress.Waiting) people.advance(people.begin(request().build()));

    assertThat(waiting.tasks()).isNotEmpty().allMatch(task -> task.commands().isEmpty());
  }
}
