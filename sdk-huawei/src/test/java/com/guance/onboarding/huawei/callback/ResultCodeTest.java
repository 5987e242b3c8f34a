package com.guance.onboarding.huawei.callback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResultCodeTest {

  @Test
  void of_everyCode_isReadBackAndOthersAreUnknown() {
    for (ResultCode code : ResultCode.values()) {
      assertThat(ResultCode.of(code.code())).isEqualTo(code);
    }
    assertThat(ResultCode.of("0000004")).isEqualTo(ResultCode.PROCESSING);
    assertThat(ResultCode.of("000999")).isEqualTo(ResultCode.UNKNOWN);
  }
}
