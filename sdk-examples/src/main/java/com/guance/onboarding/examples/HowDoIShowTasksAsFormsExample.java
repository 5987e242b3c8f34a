package com.guance.onboarding.examples;

import com.guance.onboarding.Answers;
import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.Progress;
import com.guance.onboarding.domain.InputField;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.TaskKind;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** How do I show a task as a web form, and hand in what was typed? */
final class HowDoIShowTasksAsFormsExample {

  private HowDoIShowTasksAsFormsExample() {}

  static String run() {
    try (OnboardingFlow flow = OnboardingFlow.builder().build()) {
      OnboardingId id =
          flow.begin(
              OnboardingRequest.of(new OrderKey("CS-1", "CS-1-000001"))
                  .terms("2026-01", "Wendy", Instant.parse("2026-01-01T00:00:00Z"))
                  .createWorkspace("gcy-prod", "zh", "cn4")
                  .build());
      Progress progress = flow.advance(id);
      String form = "";
      while (progress instanceof Progress.Waiting waiting) {
        PersonTask task = waiting.tasks().get(0);
        if (task.kind() == TaskKind.CHOOSE_BILLING) {
          form = form(task);
          return form + submit(flow, id, task.id(), Map.of("billing.choice", "register"));
        }
        progress = submit(flow, id, task.id(), Map.of());
      }
      return form;
    }
  }

  /**
   * The details say what it is about, such as the mailbox of a code; every input says what to draw:
   * name, label, rule, choices, secret or not. Escape what comes from people; it is left out here.
   */
  static String form(PersonTask task) {
    StringBuilder html = new StringBuilder("<p>").append(task.textEn()).append("</p>");
    task.details()
        .forEach((field, value) -> html.append("<p>%s: %s</p>".formatted(field.labelEn(), value)));
    for (InputField input : task.inputs()) {
      html.append("<label>").append(input.label().en());
      html.append(input.options().isEmpty() ? typed(input) : chosen(input));
      html.append("<small>").append(input.label().rule()).append("</small></label>");
    }
    return html.toString();
  }

  private static String typed(InputField input) {
    return "<input name='%s' type='%s'>"
        .formatted(input.name(), input.secret() ? "password" : "text");
  }

  private static String chosen(InputField input) {
    StringBuilder html = new StringBuilder("<select name='").append(input.name()).append("'>");
    input.options().forEach(one -> html.append("<option>").append(one).append("</option>"));
    return html.append("</select>").toString();
  }

  /** What was typed goes in with the call; a secret is used for it and kept nowhere. */
  static Progress submit(
      OnboardingFlow flow, OnboardingId id, String taskId, Map<String, String> typed) {
    Map<String, Secret> values = new HashMap<>();
    typed.forEach((name, value) -> values.put(name, Secret.of(value)));
    return flow.advance(id, Answers.of(taskId, values));
  }
}
