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
 * Takes customers from a KooGallery order to the first DataKit: say what is known, let it advance,
 * hand its tasks to people, come back any time, from any process.
 *
 * <p>All state is in the store; an onboarding's id is all that a caller keeps. Blocking, safe for
 * several threads, friendly to virtual threads, no threads of its own.
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
   * Opens the onboarding of an order, or gives further answers to the one that is open.
   *
   * <p>Repeatable: equal content changes nothing; an answer that no step has used is replaced.
   *
   * @param request the order and all that is known
   * @return the onboarding
   * @throws com.guance.onboarding.error.ConflictException naming the field, if a different value
   *     has been used already, or if the onboarding is abandoned, with the reason; nothing is
   *     changed then
   * @throws com.guance.onboarding.domain.InvalidInputException naming field and rule, if a
   *     workspace is named beside the choice of a new one; nothing is changed then
   * @throws com.guance.onboarding.error.StoreException if the store failed
   */
  OnboardingId begin(OnboardingRequest request);

  /**
   * Records something that has become true.
   *
   * <p>Repeatable: recording a fact twice changes nothing. It only records; {@link #advance} or
   * {@link #resumeDue} goes on.
   *
   * @param fact what has become true
   * @return the onboardings that it is about: none while it fits nobody yet, one, or several
   * @throws IllegalArgumentException if the fact names an onboarding that does not exist, a value
   *     breaks a rule, or an observed fact comes from neither a callback nor an API
   * @throws com.guance.onboarding.error.StoreException if the store failed
   */
  List<OnboardingId> record(Fact fact);

  /**
   * Does everything that needs nobody else, and tells where that led.
   *
   * <p>Repeatable, from any number of threads and nodes: each effect happens once; who comes second
   * is told to wait. Remote refusals and failures are told in {@link Progress.Waiting#problem()}.
   *
   * @param id the onboarding
   * @return where it led
   * @throws IllegalArgumentException if there is no such onboarding
   * @throws com.guance.onboarding.error.StoreException if the store failed
   */
  Progress advance(OnboardingId id);

  /**
   * The same, with somebody there to answer tasks.
   *
   * @param id the onboarding
   * @param answers gives codes, passwords and other answers while steps run
   * @return where it led
   * @throws IllegalArgumentException if there is no such onboarding, or an answer breaks a rule
   * @throws com.guance.onboarding.error.ConflictException if an answer would replace one that has
   *     been used
   * @throws com.guance.onboarding.error.StoreException if the store failed
   */
  Progress advance(OnboardingId id, Answers answers);

  /**
   * Finds onboardings by name, by index; ended ones too.
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
   * Ends an onboarding before its end; nothing that exists out there is deleted. Does nothing to
   * one that is completed.
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
   * <p>Blocking: it reads each side that is configured, with each gateway's own deadline. A side
   * that fails is told in the report. Works at any time, after the end too.
   *
   * @param id the onboarding
   * @return a line for each stage, and what differs
   * @throws IllegalArgumentException if there is no such onboarding
   * @throws com.guance.onboarding.error.StoreException if the store failed
   */
  Reconciliation reconcile(OnboardingId id);

  /**
   * Compares again and repairs those drifts that are named: it records what it has read. Nothing
   * out there is changed or deleted, and a drift whose values have moved on since is left alone.
   *
   * <p>Before the end a stage whose thing is gone opens again, and {@link #advance} does it again;
   * after the end the onboarding stays as it ended. Repeatable: what is repaired is no drift any
   * more. One repair or step at a time: who comes second is told so in {@link
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
   * Forgets the API key with which the workspace was verified; repeatable. What the key has proven
   * stays proven. Before the end, the key is asked for again. Works after the onboarding has been
   * pruned, too; where there is no key, nothing happens.
   *
   * @param id the onboarding
   * @throws IllegalArgumentException if the id is no customer's
   * @throws com.guance.onboarding.error.StoreException if the store failed
   */
  void forgetKey(OnboardingId id);

  /**
   * Advances onboardings that are due, and delivers what listeners have not taken.
   *
   * @param limit how many onboardings at the most; 0 only delivers
   * @return how many were advanced; 0 when nothing is due
   * @throws IllegalArgumentException if the limit is negative
   * @throws com.guance.onboarding.error.StoreException if the store failed
   */
  int resumeDue(int limit);

  /** {@return the door for adapters that receive callbacks} */
  FactInbox inbox();

  /** {@return what adapters may read, such as who may sign in where} */
  FactReader reader();

  /**
   * Closes what was handed in: the store, and of the gateways, the order source and the verifier
   * those that can be closed, each once. Not the store of secrets. Repeatable as far as theirs is.
   */
  @Override
  void close();
}
