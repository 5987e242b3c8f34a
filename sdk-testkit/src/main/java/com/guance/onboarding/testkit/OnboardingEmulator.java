package com.guance.onboarding.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests of a class an {@link Emulator}: as a parameter of test methods, of life-cycle
 * methods and of the constructor.
 *
 * <p>One server runs for the whole class; before each test its world is emptied, so that nothing of
 * another test is seen. It is closed after the last one. The tests of the class must not run at the
 * same time. The server's start sets the system property {@code sun.net.httpserver.nodelay} unless
 * it is set.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@ExtendWith(EmulatorExtension.class)
public @interface OnboardingEmulator {}
