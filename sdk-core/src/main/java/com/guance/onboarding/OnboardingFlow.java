package com.guance.onboarding;

import com.guance.onboarding.domain.Fact;
import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.spi.FactInbox;
import com.guance.onboarding.spi.FactReader;
import java.util.List;
import java.util.Set;

/**
 * Takes customers from a KooGallery order to the first DataKit. The caller says what it knows, lets
 * the flow advance, hands the tasks to people, and comes back at any time, from any process.
 *
 * <p>The store holds all state; a caller keeps only the id of an onboarding. Every call blocks. A
 * flow is safe for several threads, works on virtual threads, and starts no threads of its own.
 */
public interface OnboardingFlow extends AutoCloseable {

  /**
   * Starts to build a flow.
   *
   * @return a builder; without a store the flow keeps everything in memory
   */
  static OnboardingFlowBuilder builder() {
    return new OnboardingFlowBuilder();
  }

  /**
   * Opens the onboarding of an order, or adds answers to the one that is open.
   *
   * <p>Repeatable: equal content changes nothing. A new answer replaces one that no step has used.
   *
   * <p>What is given here is onboarded, whatever the order is called. KooGallery's test orders are
   * set apart where its callbacks come in; who begins one rehearses on purpose.
   *
   * @param request the order and all that is known
   * @return the onboarding
   * @throws com.guance.onboarding.error.ConflictException naming the field, if a different value
   *     has been used already; if a value is new and the onboarding has ended, with the reason; if
   *     the Huawei account is not the one that trusted sources have named; if an existing instance
   *     is another order's, or the order has another or is being onboarded. Nothing is changed then
   * @throws com.guance.onboarding.domain.InvalidInputException naming field and rule, if a
   *     workspace is named beside the choice of a new one; nothing is changed then
   * @throws com.guance.onboarding.error.StoreException if the store failed
   */
  OnboardingId begin(OnboardingRequest request);

  /**
   * Records something that has become true.
   *
   * <p>Repeatable: a fact that is recorded twice changes nothing. This call only records; {@link
   * #advance} or {@link #resumeDue} acts on it.
   *
   * @param fact what has become true
   * @return the onboardings that the fact is about: none while it fits nobody yet, one, or several
   * @throws IllegalArgumentException if the fact names an onboarding that does not exist or a task
   *     that it has not handed out, a value is missing or breaks a rule, or an observed fact comes
   *     from neither a callback nor an API
   * @throws com.guance.onboarding.error.ConflictException naming the field, if a value would
   *     replace one that has been used, or if something new is said after the onboarding has ended
   * @throws com.guance.onboarding.error.StoreException if the store failed
   */
  List<OnboardingId> record(Fact fact);

  /**
   * Does everything that needs nobody else, and returns where that led.
   *
   * <p>Repeatable, from any number of threads and nodes: each effect happens once, and a caller who
   * comes second gets a {@link Progress.Waiting}. When a remote side refuses or fails, this does
   * not throw; {@link Progress.Waiting#problem()} tells what happened.
   *
   * @param id the onboarding
   * @return where it led
   * @throws IllegalArgumentException if there is no such onboarding
   * @throws com.guance.onboarding.error.StoreException if the store failed
   */
  Progress advance(OnboardingId id);

  /**
   * Advances like {@link #advance(OnboardingId)}, with somebody there to answer tasks.
   *
   * @param id the onboarding
   * @param answers gives codes, passwords and other answers while steps run
   * @return where it led
   * @throws IllegalArgumentException if there is no such onboarding, or a value of an answer is
   *     missing or breaks a rule; it names the first and carries the others as suppressed
   * @throws com.guance.onboarding.error.ConflictException if an answer would replace one that has
   *     been used
   * @throws com.guance.onboarding.error.StoreException if the store failed
   */
  Progress advance(OnboardingId id, Answers answers);

  /**
   * Finds onboardings by one of their names, also those that have ended. The store uses an index.
   *
   * @param key order, instance, tenant, tenant and application, or Huawei account
   * @return the onboardings, the oldest first
   * @throws com.guance.onboarding.error.StoreException if the store failed
   */
  List<Onboarding> find(LookupKey key);

  /**
   * Reads one onboarding.
   *
   * @param id the onboarding
   * @return the onboarding
   * @throws IllegalArgumentException if there is no such onboarding
   * @throws com.guance.onboarding.error.StoreException if the store failed
   */
  Onboarding get(OnboardingId id);

  /**
   * Ends an onboarding early. Nothing that exists at KooGallery or Guance is deleted, and an
   * onboarding that is completed stays completed.
   *
   * @param id the onboarding
   * @param reason why, for the operator, 1 to 256 characters; no personal data
   * @return where it led: abandoned, or completed
   * @throws IllegalArgumentException if there is no such onboarding, or the reason is empty or
   *     longer
   * @throws com.guance.onboarding.error.StoreException if the store failed
   */
  Progress cancel(OnboardingId id, String reason);

  /**
   * Explains an onboarding to an operator.
   *
   * @param id the onboarding
   * @return who acts next and since when, what was done by whom, how often it was tried, the last
   *     problem, the history
   * @throws IllegalArgumentException if there is no such onboarding
   * @throws com.guance.onboarding.error.StoreException if the store failed
   */
  Explanation explain(OnboardingId id);

  /**
   * Compares an onboarding with KooGallery and Guance, and changes nothing.
   *
   * <p>It reads from each side that is configured, within each gateway's own deadline. The report
   * names a side that fails. This works at any time, also after the end.
   *
   * @param id the onboarding
   * @return a line for each stage, and what differs
   * @throws IllegalArgumentException if there is no such onboarding
   * @throws com.guance.onboarding.error.StoreException if the store failed
   */
  Reconciliation reconcile(OnboardingId id);

  /**
   * Compares again and repairs the drifts that are named: it records what it has read. Nothing at
   * KooGallery or Guance is changed or deleted. A drift whose values have changed since the report
   * is not repaired; {@link Reconciliation#notFound()} has its old id, and any that is mistyped.
   *
   * <p>Before the end, a stage whose thing is gone opens again, and {@link #advance} does it again.
   * After the end, the onboarding stays as it ended. Repeatable: what is repaired is no longer a
   * drift. Only one repair or step runs at a time; the result of a second one says so in {@link
   * Reconciliation#problem()}.
   *
   * @param id the onboarding
   * @param drifts ids of drifts that a report has shown, such as all of {@link
   *     Reconciliation#repairable()}
   * @return what was repaired, and what still differs
   * @throws IllegalArgumentException if there is no such onboarding
   * @throws com.guance.onboarding.error.StoreException if the store failed
   */
  Reconciliation repair(OnboardingId id, Set<String> drifts);

  /**
   * Forgets the API key with which the workspace was verified. What the key has proven stays
   * proven. Before the end, a task asks for the key again. Repeatable: without a key nothing
   * happens. This also works after the onboarding has been pruned.
   *
   * @param id the onboarding
   * @throws IllegalArgumentException if the id is no customer's
   * @throws com.guance.onboarding.error.StoreException if the store failed
   */
  void forgetKey(OnboardingId id);

  /**
   * Advances onboardings that are due, and delivers the events that listeners have not taken.
   *
   * @param limit how many onboardings to advance at most; with 0 it only delivers
   * @return how many it advanced; 0 when nothing is due
   * @throws IllegalArgumentException if the limit is negative
   * @throws com.guance.onboarding.error.StoreException if the store failed
   */
  int resumeDue(int limit);

  /** {@return the door for adapters that receive callbacks} */
  FactInbox inbox();

  /** {@return what adapters may read, such as who may sign in where} */
  FactReader reader();

  /**
   * Closes what the builder was given: the store, and the gateways, the order source and the
   * verifier as far as they can be closed, each once. It does not close the secret store.
   * Repeatable if closing those is.
   */
  @Override
  void close();
}
