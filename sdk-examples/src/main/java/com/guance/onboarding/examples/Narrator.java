package com.guance.onboarding.examples;

import com.guance.onboarding.Onboarding;
import com.guance.onboarding.Progress;
import com.guance.onboarding.StageStatus;
import com.guance.onboarding.domain.Actor;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Problem;
import com.guance.onboarding.domain.SignInName;
import com.guance.onboarding.domain.Stage;
import java.net.URI;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Tells what happens, in the words of a partner. */
final class Narrator {

  private static final int STAGES = Stage.values().length - 1;

  private final Consumer<String> out;
  private final Set<Stage> told = EnumSet.noneOf(Stage.class);

  Narrator(Consumer<String> out) {
    this.out = out;
  }

  void started(Demo.Plan plan, URI emulator) {
    out.accept(
        "Onboarding order "
            + plan.request().order()
            + ", branch "
            + plan.branch().code()
            + ", against an emulator at "
            + emulator);
  }

  void plays(PersonTask task) {
    out.accept("        a person: " + task.textEn());
  }

  void stages(Onboarding onboarding) {
    for (StageStatus status : onboarding.stages()) {
      boolean settled = status.stage() != onboarding.stage();
      if (settled && told.add(status.stage())) {
        out.accept(
            String.format(
                "%3d/%d  %-17s %s%s",
                told.size(), STAGES, status.stage(), what(status.stage(), onboarding), by(status)));
      }
    }
  }

  private static String by(StageStatus status) {
    String who =
        switch (status.by()) {
          case SDK -> "by the SDK";
          case CALLBACK -> "reported by KooGallery";
          case PERSON -> "by a person";
        };
    return " ["
        + who
        + (status.verified() || status.by() != Actor.PERSON ? "" : ", unverified")
        + "]";
  }

  private static String what(Stage stage, Onboarding onboarding) {
    return switch (stage) {
      case PURCHASE -> "the order " + onboarding.order().orderId() + " is there";
      case ORGANIZATION ->
          "the organization "
              + onboarding.organization().map(one -> one.shortName().value()).orElse("")
              + " exists";
      case MEMBER ->
          onboarding.signInName().map(SignInName::full).orElse("a member") + " is a member";
      case APP_BINDING -> "the order is bound to the organization";
      case APP_AUTHORIZATION -> "the member may use Guance";
      case SIGN_IN ->
          "sign in at " + onboarding.loginAddress().map(URI::toString).orElse("the login address");
      case BILLING_ACCOUNT ->
          "the Billing Center account "
              + onboarding.billingAccount().map(Onboarding.BillingAccount::userName).orElse("")
              + " pays through the Huawei account";
      case ENTERPRISE_INFO -> "the enterprise information is confirmed";
      case WORKSPACE ->
          "the workspace "
              + onboarding.workspace().map(one -> one.id().value()).orElse("")
              + " is bound";
      case DATAKIT ->
          "the first DataKit reports"
              + onboarding.dataKitHost().map(host -> " from " + host).orElse("");
      case COMPLETED -> "everything is done";
    };
  }

  void ended(Progress progress) {
    progress.handle(
        this::stopped,
        completed -> out.accept("Completed."),
        abandoned -> out.accept("Abandoned: " + abandoned.reason()));
  }

  private void stopped(Progress.Waiting waiting) {
    out.accept("Not completed.");
    waiting.tasks().forEach(task -> out.accept("  to do:  " + task.textEn() + asked(task)));
    waiting.events().stream()
        .sorted()
        .forEach(event -> out.accept("  KooGallery is to call: " + event));
    waiting.problem().ifPresent(this::problem);
  }

  private static String asked(PersonTask task) {
    return task.inputs().isEmpty()
        ? ""
        : task.inputs().stream()
            .map(input -> input.label().en())
            .collect(Collectors.joining(", ", " [", "]"));
  }

  private void problem(Problem problem) {
    problem.field().ifPresent(field -> out.accept("  field:  " + field));
    out.accept("  rule:   " + problem.rule());
    out.accept("  remedy: " + problem.remedy());
  }
}
