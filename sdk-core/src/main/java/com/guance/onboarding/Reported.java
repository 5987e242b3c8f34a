package com.guance.onboarding;

import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.InputField;
import com.guance.onboarding.domain.TaskKind;
import java.util.Arrays;
import java.util.List;

/** What only the person who did something in a console can tell us afterwards. */
final class Reported {

  private Reported() {}

  /**
   * The inputs of a task.
   *
   * @param wordAlone whether no callback will tell it
   */
  static List<InputField> inputs(FlowState state, TaskKind kind, boolean wordAlone) {
    return switch (kind) {
      case CREATE_ORGANIZATION ->
          wordAlone
              ? unknown(state, Field.ORGANIZATION_NAME, Field.ORGANIZATION_SHORT_NAME)
              : List.of();
      case ADD_MEMBER -> wordAlone ? unknown(state, Field.MEMBER_ACCOUNT) : List.of();
      case REGISTER_BILLING_ACCOUNT, BIND_BILLING_ACCOUNT ->
          unknown(state, Field.BILLING_USER_NAME);
      case CREATE_WORKSPACE, REGISTER_GUANCE_ACCOUNT, BIND_WORKSPACE ->
          List.of(Inputs.of(Field.WORKSPACE_ID, false, List.of()));
      case ENTER_WORKSPACE ->
          List.of(
              Inputs.of(Field.WORKSPACE_ID, false, List.of()),
              Inputs.of(Field.BILLING_USER_NAME, false, List.of()));
      case INSTALL_DATAKIT -> List.of(Inputs.of(Field.DATAKIT_HOST, false, List.of()));
      default -> List.of();
    };
  }

  /** What nobody has said yet. */
  private static List<InputField> unknown(FlowState state, Field... fields) {
    return Arrays.stream(fields)
        .filter(field -> state.answers().of(field).isEmpty())
        .map(field -> Inputs.of(field, false, List.of()))
        .toList();
  }
}
