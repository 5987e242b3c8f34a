package com.guance.onboarding.testkit;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the emulator with the outermost test class and empties its world before each test. */
final class EmulatorExtension
    implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback, ParameterResolver {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(EmulatorExtension.class);

  /** The emulator, and the class that closes it: nested classes find the one of the outer class. */
  private record Running(Emulator emulator, String owner) {}

  @Override
  public void beforeAll(ExtensionContext context) {
    ExtensionContext.Store store = context.getStore(NAMESPACE);
    if (store.get(Running.class) == null) {
      store.put(Running.class, new Running(Emulator.start(), context.getUniqueId()));
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    emulator(context).reset();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    Running running = running(context);
    if (running.owner().equals(context.getUniqueId())) {
      running.emulator().close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Emulator.class;
  }

  @Override
  public Emulator resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return emulator(context);
  }

  private static Emulator emulator(ExtensionContext context) {
    return running(context).emulator();
  }

  private static Running running(ExtensionContext context) {
    Running running = context.getStore(NAMESPACE).get(Running.class, Running.class);
    if (running == null) {
      throw new IllegalStateException("@OnboardingEmulator stands on a class, not on a method");
    }
    return running;
  }
}
