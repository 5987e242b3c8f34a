package com.guance.onboarding.testkit;

import java.util.Set;
import java.util.regex.Pattern;

/** What the gateways accept as values; a refusal names field and rule, never the value. */
final class Values {

  private static final Pattern SHORT_NAME = Pattern.compile("[a-z][a-z0-9-]{1,29}");
  private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9._-]{2,64}");
  private static final Pattern HUAWEI_ACCOUNT = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@.]+(\\.[^\\s@.]+)+");
  private static final Set<String> LANGUAGES = Set.of("zh", "en");
  private static final Set<String> SITES =
      Set.of("cn1", "cn2", "cn3", "cn4", "cn5", "cn6", "us1", "eu1", "ap1", "za1", "id1");
  private static final int EMAIL_LENGTH = 128;
  private static final int REFERENCE_LENGTH = 256;

  private Values() {}

  static String text(String field, String value, int min, int max) {
    int length = value.codePointCount(0, value.length());
    boolean control = value.chars().anyMatch(Character::isISOControl);
    if (length < min || length > max || value.isBlank() || control) {
      throw Refused.invalid(field, min + " to " + max + " characters, no control characters");
    }
    return value;
  }

  static String reference(String value) {
    return text("externalReference", value, 1, REFERENCE_LENGTH);
  }

  static String shortName(String field, String value) {
    return matching(
        SHORT_NAME, field, value, "2 to 30 lower-case letters, digits and hyphens, a letter first");
  }

  static String account(String field, String value) {
    return matching(ACCOUNT, field, value, "2 to 64 letters, digits, dots, underscores, hyphens");
  }

  static String huaweiAccount(String field, String value) {
    return matching(HUAWEI_ACCOUNT, field, value, "1 to 64 letters, digits, underscores, hyphens");
  }

  static String email(String field, String value) {
    if (value.length() > EMAIL_LENGTH) {
      throw Refused.invalid(field, "at most 128 characters");
    }
    return matching(EMAIL, field, value, "one @ and a domain with a dot");
  }

  static String language(String field, String value) {
    return oneOf(LANGUAGES, field, value, "zh or en; there is no default");
  }

  static String site(String field, String value) {
    return oneOf(SITES, field, value, "the key of a site, such as cn4");
  }

  static String oneOf(Set<String> allowed, String field, String value, String rule) {
    if (!allowed.contains(value)) {
      throw Refused.invalid(field, rule);
    }
    return value;
  }

  private static String matching(Pattern form, String field, String value, String rule) {
    if (!form.matcher(value).matches()) {
      throw Refused.invalid(field, rule);
    }
    return value;
  }
}
