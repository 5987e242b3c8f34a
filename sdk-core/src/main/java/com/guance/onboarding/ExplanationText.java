package com.guance.onboarding;

/** Writes an explanation as lines that an operator reads. */
final class ExplanationText {

  private ExplanationText() {}

  static String of(Explanation explanation) {
    Onboarding onboarding = explanation.onboarding();
    StringBuilder text = new StringBuilder(512);
    text.append(onboarding.id()).append(" for order ").append(onboarding.order());
    text.append(": ").append(onboarding.outcome()).append(" at ").append(onboarding.stage());
    onboarding.branch().ifPresent(branch -> text.append(", branch ").append(branch.code()));
    text.append("\nacts next: ").append(explanation.actsNext());
    explanation.turn().since().ifPresent(since -> text.append(", since ").append(since));
    explanation
        .waiting()
        .flatMap(Progress.Waiting::problem)
        .ifPresent(
            problem ->
                text.append("\nproblem: ")
                    .append(problem.code())
                    .append(problem.field().map(field -> " " + field).orElse(""))
                    .append(" ")
                    .append(problem.rule())
                    .append("; ")
                    .append(problem.remedy()));
    for (StageStatus status : onboarding.stages()) {
      text.append("\n  ").append(status.stage()).append(" by ").append(status.by());
      text.append(status.verified() ? "" : " (unverified)");
    }
    explanation.remarks().forEach(remark -> text.append("\nnote: ").append(remark));
    for (Explanation.Entry entry : explanation.history()) {
      text.append("\n  ").append(entry.at().map(Object::toString).orElse("-"));
      text.append(" ").append(entry.what()).append(" (").append(entry.source()).append(")");
    }
    return text.toString();
  }
}
