package com.guance.onboarding;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells an operator why an onboarding is where it is: who acts next and since when, how often steps
 * were tried, and what the last problem was.
 *
 * <p>Its text and {@link #toJson()} hold nothing that belongs to a person or names a company. The
 * record itself holds more, for pages that the buyer or an operator sees: {@link #onboarding()} has
 * the organization's name, the sign-in name and the Billing Center user name, and the {@link
 * Progress.Waiting#tasks() tasks} have e-mail addresses and names in their details.
 *
 * @param onboarding the onboarding as it stands
 * @param waiting what it waits for; empty when it waits for nothing
 * @param turn who acts next, since when, how often steps were tried
 * @param remarks what an operator should know: unverified stages, where reality differs from the
 *     request, branches that changed
 * @param history what became true, in the order of recording
 */
public record Explanation(
    Onboarding onboarding,
    Optional<Progress.Waiting> waiting,
    Turn turn,
    List<String> remarks,
    List<Entry> history) {

  /**
   * Copies the lists.
   *
   * @param onboarding the onboarding as it stands
   * @param waiting what it waits for
   * @param turn who acts next
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
   * @param at when it became true, as its sender says; empty where the sender states no time
   * @param what the kind of fact
   * @param source who told us
   */
  public record Entry(Optional<Instant> at, String what, String source) {}

  /**
   * Says whose turn it is.
   *
   * @param who a person, KooGallery, the flow itself, or nobody
   * @param since since when the onboarding waits for exactly this; empty before the first advance
   * @param attempts how often each step that is not done yet was tried, by the step's name
   */
  public record Turn(Who who, Optional<Instant> since, Map<String, Integer> attempts) {

    /**
     * Copies the map.
     *
     * @param who a person, KooGallery, the flow itself, or nobody
     * @param since since when the onboarding waits for exactly this
     * @param attempts how often each step that is not done yet was tried
     */
    public Turn {
      attempts = Collections.unmodifiableMap(new LinkedHashMap<>(attempts));
    }

    /** Who acts next. */
    public enum Who {
      /** Somebody has a task; see {@link Progress.Waiting#tasks()}. */
      PERSON,
      /** KooGallery has to send a callback; see {@link Progress.Waiting#events()}. */
      KOOGALLERY,
      /** The flow goes on by itself; see {@link Progress.Waiting#notBefore()}. */
      FLOW,
      /** The onboarding has ended. */
      NOBODY
    }
  }

  /** {@return who acts next, in words: people, KooGallery, time, nobody} */
  public String actsNext() {
    return switch (turn.who()) {
      case PERSON -> "a person: " + waiting.orElseThrow().tasks().get(0).kind();
      case KOOGALLERY ->
          "KooGallery: "
              + String.join(", ", waiting.orElseThrow().events().stream().sorted().toList());
      case FLOW ->
          waiting
              .flatMap(Progress.Waiting::notBefore)
              .map(at -> "the flow itself, at " + at)
              .orElse("the flow itself");
      case NOBODY -> "nobody";
    };
  }

  /**
   * The explanation for programs, as a JSON object; {@code docs/explain.md} describes it.
   *
   * <p>The object always has all its members; one that is not known is {@code null}. Later versions
   * may add members, but never change or drop one. The object holds ids, kinds and times. It holds
   * nothing that belongs to a person or names a company: no names, no addresses, no texts of tasks.
   *
   * @return the JSON
   */
  public String toJson() {
    return ExplanationJson.of(this);
  }

  /** Returns the explanation as text, a line for each thing. */
  @Override
  public String toString() {
    return ExplanationText.of(this);
  }
}
