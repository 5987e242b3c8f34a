package com.guance.onboarding.domain;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a value must be: the words that a form shows are the words of the refusal.
 *
 * @param words a clause in English that follows the field's name
 * @param wordsZh the same in Chinese
 * @param holds whether a value keeps to it
 */
record Rule(String words, String wordsZh, Predicate<String> holds) {

  /** The form of the ids that Huawei and Guance give. */
  static final Rule ID =
      new Rule(
          "must have 1 to 128 characters, none of them a blank or control character",
          "须为 1 至 128 个字符，不能含空格或控制字符",
          Rule::id);

  static final Rule EMAIL =
      form(
          Ascii::isEmail,
          128,
          "must be an e-mail address of up to 128 characters, such as name@example.com",
          "须为不超过 128 个字符的邮箱地址，例如 name@example.com");

  /** A text of one line, as people write it. */
  static Rule text(int min, int max) {
    return new Rule(
        "must have " + min + " to " + max + " characters, not blanks alone, no control characters",
        "须为 " + min + " 至 " + max + " 个字符，不能全为空格，不能含控制字符",
        value -> line(value, min, max));
  }

  /** A text of one line in a form that the words describe; what is longer is not looked at. */
  static Rule form(Predicate<String> form, int max, String words, String wordsZh) {
    return new Rule(words, wordsZh, value -> line(value, 1, max) && form.test(value));
  }

  void check(String field, @Nullable String value) {
    if (value == null) {
      throw new InvalidInputException(field, "is missing");
    }
    if (!holds.test(value)) {
      throw new InvalidInputException(field, words);
    }
  }

  private static boolean id(String value) {
    return line(value, 1, 128) && noneUpTo(' ', value);
  }

  private static boolean line(String value, int min, int max) {
    int length = value.codePointCount(0, value.length());
    return length >= min && length <= max && !value.isBlank() && noControlCharacter(value);
  }

  // loops, because every id of every fact that is read goes through here

  private static boolean noneUpTo(char last, String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) <= last) {
        return false;
      }
    }
    return true;
  }

  private static boolean noControlCharacter(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (Character.isISOControl(value.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
