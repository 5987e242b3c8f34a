package com.guance.onboarding;

import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Answers that came when the SDK had done already what they are about, with no step left to read
 * them. The order of the facts says which came first; a clock that stands still does not.
 */
final class LateAnswers {

  private static final List<Field> OF_ACCOUNT =
      List.of(Field.BILLING_USER_NAME, Field.BILLING_EMAIL);
  private static final List<Field> OF_WORKSPACE =
      List.of(
          Field.WORKSPACE_NAME,
          Field.WORKSPACE_LANGUAGE,
          Field.WORKSPACE_SITE,
          Field.WORKSPACE_EMAIL,
          Field.WORKSPACE_USER_NAME);

  private final FlowState state;
  private final List<String> remarks = new ArrayList<>();

  private LateAnswers(FlowState state) {
    this.state = state;
  }

  /** A remark for each that says something else than what there is. */
  static List<String> remarks(FlowState state) {
    LateAnswers late = new LateAnswers(state);
    Billing.account(state)
        .ifPresent(account -> late.add(Stage.BILLING_ACCOUNT, OF_ACCOUNT, account));
    Billing.binding(state).ifPresent(bound -> late.add(Stage.WORKSPACE, OF_WORKSPACE, bound));
    return late.remarks;
  }

  private void add(Stage stage, List<Field> fields, Observed done) {
    for (Field field : fields) {
      Optional<Observed> answer = state.of(FactKind.ANSWERED, field.path());
      if (answer.isPresent()
          && isAfter(answer.get(), done)
          && !actual(state, field).equals(answer.get().value(Detail.ANSWER))) {
        remarks.add(
            field.path() + " was given after " + stage + " was done, and changes nothing there");
      }
    }
  }

  private boolean isAfter(Observed one, Observed other) {
    return state.facts().indexOf(one) > state.facts().indexOf(other);
  }

  /** What is known to be, whatever was answered. */
  static Optional<String> actual(FlowState state, Field field) {
    return switch (field) {
      case BILLING_USER_NAME -> Billing.account(state).flatMap(of(Detail.USER_NAME));
      case WORKSPACE_ID -> Billing.workspace(state).flatMap(of(Detail.WORKSPACE_ID));
      case WORKSPACE_NAME -> Billing.workspace(state).flatMap(of(Detail.WORKSPACE_NAME));
      case WORKSPACE_LANGUAGE -> Billing.workspace(state).flatMap(of(Detail.LANGUAGE));
      case WORKSPACE_SITE -> Billing.workspace(state).flatMap(of(Detail.SITE));
      case DATAKIT_HOST -> state.latest(FactKind.DATAKIT_SEEN).flatMap(of(Detail.HOST));
      default -> Optional.empty();
    };
  }

  private static Function<Observed, Optional<String>> of(Detail detail) {
    return fact -> fact.value(detail);
  }
}
