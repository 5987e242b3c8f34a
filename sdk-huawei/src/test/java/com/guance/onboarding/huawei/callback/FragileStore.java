package com.guance.onboarding.huawei.callback;

import com.guance.onboarding.spi.OnboardingStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;

/** A store with something in the way of everything that it is asked for. */
final class FragileStore {

  private static final Set<String> ALWAYS_SOUND = Set.of("durable", "close");

  private final OnboardingStore sound;
  volatile Runnable fault = () -> {};
  volatile Runnable faultOfCommit = () -> {};

  FragileStore(OnboardingStore sound) {
    this.sound = sound;
  }

  OnboardingStore store() {
    return (OnboardingStore)
        Proxy.newProxyInstance(
            FragileStore.class.getClassLoader(),
            new Class<?>[] {OnboardingStore.class},
            (proxy, method, arguments) -> ask(method, arguments));
  }

  private Object ask(Method method, Object[] arguments) throws Throwable {
    if (!ALWAYS_SOUND.contains(method.getName())) {
      fault.run();
    }
    if (method.getName().equals("commit")) {
      faultOfCommit.run();
    }
    try {
      return method.invoke(sound, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
