package com.guance.onboarding.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Seeded schedules: whatever goes wrong and in whatever order, it ends in the same state. */
class ScheduleTest {

  private static final long FEW = 50;
  private static final long MANY = 1_000;

  /** {@code -Dschedule.seed=N} runs that one and no other. */
  static LongStream few() {
    Long one = Long.getLong("schedule.seed");
    return one == null ? LongStream.range(0, FEW) : LongStream.of(one);
  }

  static LongStream many() {
    return LongStream.range(FEW, MANY);
  }

  @ParameterizedTest
  @MethodSource("few")
  void run_seed_completesWithOneOfEachThing(long seed) {
    run(seed);
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 3, 5, 8, 13, 21})
  void run_seedAgain_goesTheSameWay(long seed) {
    List<String> first = run(seed);

    assertThat(first).hasSizeGreaterThan(60);
    assertThat(run(seed)).isEqualTo(first);
  }

  @Tag("torture")
  @ParameterizedTest
  @MethodSource("many")
  void run_moreSeeds_completeWithOneOfEachThing(long seed) {
    run(seed);
  }

  private static List<String> run(long seed) {
    try (Schedule schedule = new Schedule(seed)) {
      schedule.run();
      return schedule.trace();
    } catch (AssertionError | RuntimeException failure) {
      throw new AssertionError(
          "seed "
              + seed
              + " failed; again: mvn -pl sdk-examples -am test -Dtest=ScheduleTest"
              + " -Dsurefire.failIfNoSpecifiedTests=false -Dschedule.seed="
              + seed,
          failure);
    }
  }
}
