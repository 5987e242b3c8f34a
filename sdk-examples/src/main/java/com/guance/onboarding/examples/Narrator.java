package com.guance.onboarding.examples;

import com.guance.onboarding.Onboarding;
import com.guance.onboarding.Progress;
import com.guance.onboarding.StageStatus;
import com.guance.onboarding.domain.Actor;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Problem;
import com.guance.onboarding.domain.SignInName;
import com.guance.onboarding.domain.Stage;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells what happens, in the words of a partner. */
final class Narrator {

  private static final int STAGES = Stage.values().length - 1;

  private static final Set<Field> ADDRESSES =
      EnumSet.of(Field.BILLING_EMAIL, Field.WORKSPACE_EMAIL);

  private final Demo.Plan plan;
  private final Consumer<String> out;
  private final Set<Stage> told = EnumSet.noneOf(Stage.class);
  private final Set<Stage> byPeople = EnumSet.noneOf(Stage.class);
  private final Set<Stage> unproven = EnumSet.noneOf(Stage.class);
  private final Set<String> answered = new HashSet<>();
  private final List<String> typed = new ArrayList<>();

  Narrator(Demo.Plan plan, Consumer<String> out) {
    this.plan = plan;
    this.out = out;
  }

  void started(URI emulator) {
    out.accept(
        "Onboarding order "
            + plan.request().order()
            + ", branch "
            + plan.branch().code()
            + ", against an emulator at "
            + emulator);
  }

  /** Where the branch has other choices than the request, the branch wins. */
  void replaced(OnboardingRequest used) {
    RequestFile stated = plan.request();
    String others =
        Stream.of(Field.BILLING_CHOICE, Field.WORKSPACE_CHOICE)
            .filter(
                field ->
                    !stated.value(field).equals(Optional.ofNullable(used.answers().get(field))))
            .flatMap(field -> stated.value(field).map(own -> field.path() + " " + own).stream())
            .collect(Collectors.joining(", "));
    if (!others.isEmpty()) {
      out.accept("        the branch takes the place of the request's " + others);
    }
  }

  /** The robot does what the task says in a console. */
  void plays(PersonTask task) {
    byPeople.add(task.stage());
    out.accept("        a person: " + task.textEn() + details(task));
  }

  /**
   * The robot answers the task with a secret, once or again; told after the stages before it, since
   * answers are fetched ahead.
   */
  void types(PersonTask task) {
    if (answered.add(task.id())) {
      String what =
          task.inputs().stream()
              .map(input -> input.label().en())
              .collect(Collectors.joining(", ", " <", " typed by the robot, not shown>"));
      typed.add("        a person: " + task.textEn() + details(task) + what);
    }
  }

  /** What to enter, but nobody's e-mail address. */
  private static String details(PersonTask task) {
    return task.details().isEmpty()
        ? ""
        : task.details().entrySet().stream()
            .map(one -> one.getKey().labelEn() + ": " + shown(one.getKey(), one.getValue()))
            .collect(Collectors.joining(", ", " [", "]"));
  }

  private static String shown(Field field, String value) {
    return ADDRESSES.contains(field) ? "not shown" : value;
  }

  /**
   * A fault hits the first call of an operation.
   *
   * @param again whether the operation was called again at once
   */
  void hit(String operation, boolean again) {
    out.accept(
        "        fault "
            + plan.fault().orElse("")
            + " hits "
            + operation
            + (again ? ", which is called again" : ""));
  }

  void failed(String step, String code) {
    out.accept("        problem: " + step + " failed, " + code);
  }

  void again(String step) {
    out.accept("        " + step + " is tried again");
  }

  void waits(Duration time) {
    out.accept("        the emulator's clock is moved on by " + time.toSeconds() + " s");
  }

  void stages(Onboarding onboarding) {
    for (StageStatus status : onboarding.stages()) {
      boolean settled = status.stage() != onboarding.stage();
      if (settled && told.add(status.stage())) {
        if (!status.verified()) {
          unproven.add(status.stage());
        }
        out.accept(
            String.format(
                Locale.ROOT,
                "%3d/%d  %-17s %s%s",
                told.size(),
                STAGES,
                status.stage(),
                what(status.stage(), onboarding),
                by(status)));
      } else if (status.verified() && unproven.remove(status.stage())) {
        out.accept("        proven now: " + status.stage() + by(status));
      }
    }
    typed.forEach(out);
    typed.clear();
  }

  private String by(StageStatus status) {
    String who =
        switch (status.by()) {
          case SDK -> byPeople.contains(status.stage()) ? "seen by the SDK" : "by the SDK";
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
