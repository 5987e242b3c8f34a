package com.guance.onboarding.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@OnboardingEmulator
final class OnboardingEmulatorTest {

  private static final List<URI> ADDRESSES = new ArrayList<>();

  private final Emulator constructed;

  OnboardingEmulatorTest(Emulator emulator) {
    this.constructed = emulator;
  }

  @BeforeEach
  void buy(Emulator emulator) {
    emulator.buyer().purchase();
  }

  @RepeatedTest(2)
  void test_repeated_startsWithWhatBeforeEachHasDone(Emulator emulator) {
    ADDRESSES.add(emulator.baseUri());
    emulator.buyer().purchase();

    assertThat(emulator.rows("orders")).hasSize(2);
    assertThat(emulator.remoteCalls()).isZero();
  }

  @Test
  void constructor_andMethod_getTheSameEmulator(Emulator emulator) {
    assertThat(emulator).isSameAs(constructed);
  }

  @Nested
  final class InANestedClass {

    @Test
    void test_nested_usesTheServerOfTheOuterClass(Emulator emulator) {
      ADDRESSES.add(emulator.baseUri());

      assertThat(emulator).isSameAs(constructed);
      assertThat(emulator.rows("orders")).hasSize(1);
    }
  }

  @AfterAll
  static void oneServerForAll() {
    assertThat(ADDRESSES).hasSize(3);
    assertThat(ADDRESSES.stream().distinct()).hasSize(1);
  }
}
