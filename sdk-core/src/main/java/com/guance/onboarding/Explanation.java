package com.guance.onboarding;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why an onboarding is where it is, for an operator: who acts next, since when, how often it was
 * tried, what the last problem was. Holds no personal data but the organization's name.
 *
 * @param onboarding the onboarding as it stands
 * @param waiting what it waits for; empty when it waits for nothing
 * @param remarks what an operator should know: unverified stages, where reality differs from the
 *     request, branches that changed
 * @param history what became true, in the order of recording
 */
public record Explanation(
    Onboarding onboarding,
    Optional<Progress.Waiting> waiting,
    List<String> remarks,
    List<Entry> history) {

  /**
   * Copies the lists.
   *
   * @param onboarding the onboarding as it stands
   * @param waiting what it waits for
   * @param remarks what an operator should know: unverified stages
   * @param history what became true
   */
  public Explanation {
    remarks = List.copyOf(remarks);
    history = List.copyOf(history);
  }

  /**
   * One line of the history.
   *
   * @param at when its sender says it became true; empty where no time is stated
   * @param what the kind of fact
   * @param source who told us
   */
  public record Entry(Optional<Instant> at, String what, String source) {}

  /** {@return who acts next: people, KooGallery, time, nobody} */
  public String actsNext() {
    if (waiting.isEmpty()) {
      return "nobody";
    }
    Progress.Waiting now = waiting.get();
    if (!now.tasks().isEmpty()) {
      return "a person: " + now.tasks().get(0).kind();
    }
    if (!now.events().isEmpty()) {
      return "KooGallery: " + String.join(", ", now.events().stream().sorted().toList());
    }
    return now.notBefore().map(at -> "the flow itself, at " + at).orElse("the flow itself");
  }

  /** Returns the explanation as text, a line for each thing. */
  @Override
  public String toString() {
    return ExplanationText.of(this);
  }
}
