package com.guance.onboarding;

import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.Observed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was there before and is not as the request wishes: reality wins. */
final class ThereBefore {

  private ThereBefore() {}

  static List<String> remarks(FlowState state) {
    List<String> remarks = new ArrayList<>();
    state
        .organizations()
        .current()
        .flatMap(fact -> organization(state, fact))
        .ifPresent(remarks::add);
    state
        .organizations()
        .memberAdded()
        .filter(fact -> fact.value(Detail.SCENE).filter(WorkspaceFacts.THERE::equals).isPresent())
        .map(fact -> "the member was there before; the password that was chosen is not in force")
        .ifPresent(remarks::add);
    return remarks;
  }

  /** The buyer may have bound another organization than the request names. */
  private static Optional<String> organization(FlowState state, Observed bound) {
    String shortName = bound.value(Detail.SHORT_NAME).orElse("");
    Optional<String> asked = state.answers().given(Field.ORGANIZATION_SHORT_NAME);
    if (asked.isEmpty() || shortName.isEmpty()) {
      return Optional.empty();
    }
    if (!asked.get().equals(shortName)) {
      return Optional.of(
          "the request names organization " + asked.get() + ", bound is " + shortName);
    }
    Optional<String> name = bound.value(Detail.NAME);
    return state
        .answers()
        .given(Field.ORGANIZATION_NAME)
        .filter(other -> name.filter(one -> !one.equals(other)).isPresent())
        .map(
            other ->
                "the request gives organization "
                    + shortName
                    + " another name than it has; the name cannot be changed");
  }
}
