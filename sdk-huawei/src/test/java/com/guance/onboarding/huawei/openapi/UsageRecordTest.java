package com.guance.onboarding.huawei.openapi;

import static com.guance.onboarding.huawei.openapi.OpenApiFixture.FIRST_USAGE;
import static com.guance.onboarding.huawei.openapi.OpenApiFixture.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.InvalidInputException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be charged, and by which number it is known. */
class UsageRecordTest {

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "0.00001", "1.23456", "1E+15", "1E+2000000000"})
  void build_withAValueThatCannotBeCharged_namesTheRule(String value) {
    assertThatThrownBy(() -> record(0).value(new BigDecimal(value)).build())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("usage.value must");
  }

  @Test
  void build_withUnusableIdsOrSpan_namesTheField() {
    assertThatThrownBy(() -> record(0).end(FIRST_USAGE).build())
        .hasMessageStartingWith("usage.end");
    assertThatThrownBy(() -> record(0).sequenceNumber("x".repeat(65)).build())
        .hasMessageStartingWith("usage.sequenceNumber");
    assertThatThrownBy(() -> record(0).instance(new InstanceId("x".repeat(65))).build())
        .hasMessageStartingWith("usage.instance");
    assertThat(record(0).value(new BigDecimal("999999999999999.9999")).build().value())
        .isPositive();
  }

  @Test
  void sequenceNumber_unlessSet_namesInstancePackageAndSpan() {
    String number = record(0).build().sequenceNumber();

    assertThat(number).matches("[0-9a-f]{32}");
    assertThat(record(0).value(BigDecimal.TEN).build().sequenceNumber()).isEqualTo(number);
    assertThat(record(1).build().sequenceNumber()).isNotEqualTo(number);
    assertThat(record(0).packageInstance(new InstanceId("p")).build().sequenceNumber())
        .isNotEqualTo(number);
  }
}
