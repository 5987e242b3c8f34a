package com.guance.onboarding.examples;

import com.guance.onboarding.spi.Commit;
import com.guance.onboarding.spi.CommitResult;
import com.guance.onboarding.spi.OnboardingStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.EnumMap;
import java.util.Map;

/** A store that tells fate about every commit, before and after; fate may end the process then. */
final class MortalStore {

  private final OnboardingStore store;
  private final Fate fate;
  private final Map<KillPoint, Integer> counts = new EnumMap<>(KillPoint.class);

  /** Lets live, or does not return. */
  interface Fate {

    /**
     * A point is reached.
     *
     * @param point the point
     * @param number 1 when it is reached for the first time
     */
    void at(KillPoint point, int number);
  }

  private MortalStore(OnboardingStore store, Fate fate) {
    this.store = store;
    this.fate = fate;
  }

  static OnboardingStore over(OnboardingStore store, Fate fate) {
    MortalStore mortal = new MortalStore(store, fate);
    return (OnboardingStore)
        Proxy.newProxyInstance(
            MortalStore.class.getClassLoader(),
            new Class<?>[] {OnboardingStore.class},
            (proxy, method, arguments) ->
                method.getName().equals("commit")
                    ? mortal.commit((Commit) arguments[0])
                    : mortal.ask(method, arguments));
  }

  private Object ask(Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(store, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private CommitResult commit(Commit commit) {
    boolean intent = !commit.acquire().isEmpty();
    // what a step has brought may be stored together with the intent of the next
    boolean save = !commit.release().isEmpty() || (intent && !commit.facts().isEmpty());
    if (save) {
      at(KillPoint.AFTER_EFFECT);
    }
    if (intent) {
      at(KillPoint.BEFORE_INTENT);
    }
    if (!save && !intent) {
      at(KillPoint.BEFORE_RECORD);
    }
    CommitResult result = store.commit(commit);
    if (save) {
      at(KillPoint.AFTER_SAVE);
    }
    if (intent) {
      at(KillPoint.BEFORE_CALL);
    }
    if (!save && !intent) {
      at(KillPoint.AFTER_RECORD);
    }
    return result;
  }

  private void at(KillPoint point) {
    fate.at(point, counts.merge(point, 1, Integer::sum));
  }
}
