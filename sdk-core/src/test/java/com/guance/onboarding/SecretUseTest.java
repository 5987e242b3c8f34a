package com.guance.onboarding;

import static com.guance.onboarding.FlowTest.ORDER;
import static com.guance.onboarding.FlowTest.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.BillingChoice;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.TaskKind;
import com.guance.onboarding.domain.WorkspaceChoice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever is asked for a password or a code reads what for. */
class SecretUseTest {

  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
  private static final String BILLING = "canary-billing@example.com";
  private static final String GUANCE = "canary-guance@example.com";

  private final MovableClock clock = new MovableClock(Instant.parse("2026-01-01T00:00:00Z"));
  private final FakeGateways gateways = new FakeGateways(clock).order(ORDER, "buyer-1");
  private final OnboardingFlow flow =
      OnboardingFlow.builder().clock(clock).marketplace(gateways).billing(gateways).build();

  /** All that is asked on the way, each once. */
  private List<PersonTask> asked(BillingChoice billing, WorkspaceChoice workspace) {
    Map<String, PersonTask> asked = new HashMap<>();
    Answers answers =
        task -> {
          asked.put(task.id(), task);
          return FlowTest.answers().to(task);
        };
    OnboardingId id =
        flow.begin(
            request()
                .with(Field.BILLING_CHOICE, billing.code())
                .with(Field.BILLING_EMAIL, BILLING)
                .with(Field.WORKSPACE_CHOICE, workspace.code())
                .with(Field.WORKSPACE_EMAIL, GUANCE)
                .with(Field.WORKSPACE_USER_NAME, "gcy-guance")
                .build());
    Progress progress = flow.advance(id, answers);
    for (int i = 0; i < 40 && progress instanceof Progress.Waiting waiting; i++) {
      waiting.notBefore().ifPresent(clock::set);
      progress = flow.advance(id, answers);
    }
    assertThat(progress).isInstanceOf(Progress.Completed.class);
    return new ArrayList<>(asked.values());
  }

  private static List<Map<Field, String>> details(List<PersonTask> asked, TaskKind kind) {
    return asked.stream().filter(task -> task.kind() == kind).map(PersonTask::details).toList();
  }

  @Test
  void advance_twoMailboxes_eachCodeNamesItsOwn() {
    List<PersonTask> asked = asked(BillingChoice.BIND, WorkspaceChoice.REGISTER_ACCOUNT);

    assertThat(details(asked, TaskKind.ENTER_CODE))
        .containsExactlyInAnyOrder(
            Map.of(Field.BILLING_EMAIL, BILLING), Map.of(Field.WORKSPACE_EMAIL, GUANCE));
  }

  @Test
  void advance_aNewAccountOnEachSide_eachPasswordNamesItsOwn() {
    List<PersonTask> asked = asked(BillingChoice.REGISTER, WorkspaceChoice.REGISTER_ACCOUNT);

    assertThat(details(asked, TaskKind.SET_PASSWORD))
        .containsExactlyInAnyOrder(
            Map.of(Field.ORGANIZATION_SHORT_NAME, "gcy", Field.MEMBER_ACCOUNT, "Wendy"),
            Map.of(Field.BILLING_USER_NAME, "gcy-ops"),
            Map.of(Field.WORKSPACE_USER_NAME, "gcy-guance", Field.WORKSPACE_EMAIL, GUANCE));
  }

  @Test
  void toString_ofATaskThatNamesAMailbox_namesNobodyAndTheWordsNeither() {
    List<PersonTask> asked = asked(BillingChoice.REGISTER, WorkspaceChoice.REGISTER_ACCOUNT);

    assertThat(asked).isNotEmpty();
    for (PersonTask task : asked) {
      assertThat(task + task.textEn() + task.textZh())
          .doesNotContain("canary", "gcy-ops", "gcy-guance", "Wendy");
    }
    OnboardingId id = asked.get(0).onboarding();
    assertThat(flow.explain(id) + flow.explain(id).toJson()).doesNotContain("canary");
  }

  @ParameterizedTest
  @EnumSource
  void text_ofEachUse_isOfThatUseAloneInBothLanguages(SecretUse use) {
    Set<String> others = new HashSet<>();
    for (SecretUse other : SecretUse.values()) {
      if (other != use) {
        texts(other).forEach(text -> others.add(text.zh() + text.en()));
      }
    }
    for (TaskText text : texts(use)) {
      assertThat(text.zh()).containsPattern(CHINESE);
      assertThat(text.en()).doesNotContainPattern(CHINESE).endsWith(".");
      assertThat(others).doesNotContain(text.zh() + text.en());
    }
  }

  private static List<TaskText> texts(SecretUse use) {
    return use.name().endsWith("_CODE") ? List.of(use.text(), use.again()) : List.of(use.text());
  }
}
