package com.guance.onboarding;

import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.Observed;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Says what of a wish for a new workspace came to nothing where one is entered instead. */
final class OtherWorkspace {

  private OtherWorkspace() {}

  /** What was asked for beside what is entered, where the account had a workspace already. */
  static Optional<String> remark(FlowState state) {
    boolean wished =
        Billing.scene(state, Billing.FOUND)
            && Billing.workspaceChoice(state)
                .filter(one -> Billing.makesOne(one.code()))
                .isPresent();
    return Billing.workspace(state)
        .filter(entered -> wished && !Billing.fresh(state))
        .map(
            entered -> "asked was a new workspace " + asked(state) + "; entered is " + is(entered));
  }

  private static String asked(FlowState state) {
    Function<Field, Optional<String>> answer = field -> state.answers().of(field);
    return words(
        answer.apply(Field.WORKSPACE_NAME),
        List.of(answer.apply(Field.WORKSPACE_LANGUAGE), answer.apply(Field.WORKSPACE_SITE)));
  }

  private static String is(Observed entered) {
    return words(
        entered.value(Detail.WORKSPACE_ID),
        List.of(
            entered.value(Detail.WORKSPACE_NAME),
            entered.value(Detail.LANGUAGE),
            entered.value(Detail.SITE)));
  }

  private static String words(Optional<String> name, List<Optional<String>> more) {
    return name.orElse("of no name yet")
        + " ("
        + String.join(", ", more.stream().flatMap(Optional::stream).toList())
        + ")";
  }
}
