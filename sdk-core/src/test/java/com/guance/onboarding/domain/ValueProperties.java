package com.guance.onboarding.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

class ValueProperties {

  @Property
  void field_anyText_isTakenOrRefusedByNameWithoutRepeatingIt(
      @ForAll Field field, @ForAll @StringLength(max = 300) String text) {
    try {
      assertThat(field.check(text)).isEqualTo(text);
    } catch (InvalidInputException refused) {
      assertThat(refused.field()).isEqualTo(field.path());
      assertThat(refused.rule()).isNotEmpty();
      if (text.length() > 12) {
        assertThat(refused.getMessage()).doesNotContain(text);
      }
    }
  }

  @Property
  void shortName_taken_isLowerCaseAndStartsWithALetter(@ForAll String text) {
    try {
      assertThat(new ShortName(text).value()).matches("[a-z][a-z0-9-]{1,29}");
    } catch (InvalidInputException refused) {
      assertThat(refused.field()).isEqualTo("organization.shortName");
    }
  }

  @Property
  void secret_anyText_isNeverPrinted(@ForAll @StringLength(min = 4, max = 60) String text) {
    Secret secret = Secret.of(text);
    assertThat(secret).hasToString("***");
    assertThat(secret.reveal()).isEqualTo(text);
    assertThat(secret).isEqualTo(Secret.of(text)).isNotEqualTo(Secret.of(text + "x"));
  }

  @Property
  void ids_withBlanksOrControlCharacters_areRefused(@ForAll char odd) {
    if (odd <= ' ' || odd == 0x7f) {
      assertThatThrownBy(() -> new OrderKey("CS" + odd, "1"))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageStartingWith("order.orderId ");
    }
  }

  @Example
  void values_printed_showNoPerson() {
    assertThat(new SignInName("Wendy", new ShortName("gcy")).toString()).doesNotContain("Wendy");
    assertThat(
            OnboardingRequest.of(new OrderKey("CS-1", "1"))
                .registerBillingAccount("gcy-ops", "wendy@example.com")
                .build()
                .toString())
        .doesNotContain("gcy-ops")
        .doesNotContain("wendy@");
    assertThat(new Fact.Confirmed(new OnboardingId("a"), "a.b", java.util.Map.of("x", "wendy")))
        .asString()
        .doesNotContain("wendy");
  }
}
