package com.guance.onboarding.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What the loops take is what these patterns take. */
class AsciiProperties {

  private static final Pattern SHORT_NAME = Pattern.compile("[a-z][a-z0-9-]{1,29}");
  private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9._-]{2,64}");
  private static final Pattern SITE_KEY = Pattern.compile("[a-z]{2,10}[0-9]{0,3}");
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@<>\"]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

  /** Mostly what may stand there, now and then what may not. */
  @Provide
  Arbitrary<String> words() {
    return Arbitraries.oneOf(
        Arbitraries.strings().withChars("abz09-").ofMaxLength(33),
        Arbitraries.strings().withChars("az09AZ-._").ofMaxLength(66),
        Arbitraries.strings().withChars("az").withChars("0123456789").ofMaxLength(6),
        Arbitraries.strings().withChars("aZ0-._@ /:`{[\t\u000b\"<>\u00e9").ofMaxLength(8));
  }

  @Provide
  Arbitrary<String> addresses() {
    Arbitrary<String> mailbox =
        Arbitraries.oneOf(
            Arbitraries.strings().withChars("aZ0.+\u00e9\u0000").ofMaxLength(66),
            Arbitraries.strings().withChars("a \n<\"@\u0085\u001f").ofMaxLength(3),
            Arbitraries.of("\ud83d\ude00".repeat(64), "\ud83d\ude00".repeat(65), "\ud83d"));
    Arbitrary<String> domain =
        Arbitraries.strings().withChars("aZ9-").withChars("..").withChars("_@").ofMaxLength(6);
    return mailbox.flatMap(
        name -> domain.map(host -> name + (host.startsWith("_") ? "" : "@") + host));
  }

  @Property
  void isShortName_anyWord_isWhatThePatternSays(@ForAll("words") String word) {
    assertThat(Ascii.isShortName(word)).isEqualTo(SHORT_NAME.matcher(word).matches());
  }

  @Property
  void isAccount_anyWord_isWhatThePatternSays(@ForAll("words") String word) {
    assertThat(Ascii.isAccount(word)).isEqualTo(ACCOUNT.matcher(word).matches());
  }

  @Property
  void isSiteKey_anyWord_isWhatThePatternSays(@ForAll("words") String word) {
    assertThat(Ascii.isSiteKey(word)).isEqualTo(SITE_KEY.matcher(word).matches());
  }

  @Property
  void isEmail_anyAddress_isWhatThePatternSays(@ForAll("addresses") String address) {
    assertThat(Ascii.isEmail(address)).isEqualTo(EMAIL.matcher(address).matches());
  }

  @Property
  void isEmail_anyText_isWhatThePatternSays(@ForAll String text) {
    assertThat(Ascii.isEmail(text)).isEqualTo(EMAIL.matcher(text).matches());
  }
}
