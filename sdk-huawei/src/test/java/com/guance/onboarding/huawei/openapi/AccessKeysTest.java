package com.guance.onboarding.huawei.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.error.InvalidSettingException;
import org.junit.jupiter.api.Test;

class AccessKeysTest {

  private static final Secret SECRET = Secret.of("canary-secret-key");

  @Test
  void toString_always_showsNoKey() {
    assertThat(AccessKeys.permanent("AK1", SECRET)).hasToString("AccessKeys[permanent]");
    assertThat(AccessKeys.temporary("AK1", SECRET, Secret.of("canary-token")))
        .hasToString("AccessKeys[temporary]");
  }

  @Test
  void permanent_withAnAccessKeyThatCannotStandInAHeader_isRefused() {
    for (String accessKey : new String[] {"", "a b", "a\nb", "a,b", "ä"}) {
      assertThatThrownBy(() -> AccessKeys.permanent(accessKey, SECRET))
          .isInstanceOf(InvalidSettingException.class)
          .hasMessageStartingWith("accessKey");
    }
  }

  @Test
  void temporary_withATokenThatCannotStandInAHeader_isRefusedWithoutQuotingIt() {
    assertThatThrownBy(() -> AccessKeys.temporary("AK1", SECRET, Secret.of("canary\r\ntoken")))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageNotContaining("canary");
  }
}
