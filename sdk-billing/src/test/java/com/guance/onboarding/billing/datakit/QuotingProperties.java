package com.guance.onboarding.billing.datakit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is quoted is read back as it was, by readers written from each shell's own rules. */
final class QuotingProperties {

  @Property(tries = 2000)
  void posix_anyText_isOneWordAndReadBack(@ForAll("hostile") String text) {
    assertThat(Readers.posixWords(Quoting.posixQuoted(text))).containsExactly(text);
    if (!text.isEmpty()) {
      assertThat(Readers.posixWords(Quoting.posix(text))).containsExactly(text);
    }
  }

  @Property(tries = 2000)
  void powerShell_anyText_isOneLiteralAndReadBack(@ForAll("hostile") String text) {
    assertThat(Readers.powerShellLiteral(Quoting.powerShell(text))).isEqualTo(text);
  }

  @Property(tries = 2000)
  void helm_anyText_isOneSettingAndReadBack(@ForAll("hostile") String text) {
    String argument = Quoting.posixQuoted("a.b=" + Quoting.helmValue(text));
    List<String> words = Readers.posixWords(argument);
    assertThat(words).hasSize(1);
    assertThat(Readers.helmSettings(words.get(0))).containsExactly("a.b", text);
  }

  @Provide
  Arbitrary<String> hostile() {
    Arbitrary<String> sharp =
        Arbitraries.strings().withChars("'\"`$(){}[]\\,;&|<>!*?~#= \t‘’‚‛“”ab é").ofMaxLength(24);
    return Arbitraries.oneOf(sharp, Arbitraries.strings().ofMaxLength(40));
  }
}
