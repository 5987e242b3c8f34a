package com.guance.onboarding.domain;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Says our own sentences in Chinese. What is kept is the English one, so that what was stored by an
 * earlier version can be read in Chinese too.
 */
final class Chinese {

  private static final String GAP = "{}";
  private static final String STOP = ". ";
  private static final Map<String, String> FIELD_RULES =
      Arrays.stream(Field.values())
          .collect(Collectors.toMap(Field::rule, Field::ruleZh, (one, same) -> one));
  private static final Map<Pattern, String> WITH_NAMES = withNames();

  private Chinese() {}

  private static Map<Pattern, String> withNames() {
    Map<Pattern, String> patterns = new LinkedHashMap<>();
    ChineseWords.SENTENCES.forEach(
        (english, chinese) -> {
          if (english.contains(GAP)) {
            String pattern =
                Arrays.stream(english.split(Pattern.quote(GAP), -1))
                    .map(Pattern::quote)
                    .collect(Collectors.joining("(.+?)"));
            patterns.put(Pattern.compile(pattern), chinese);
          }
        });
    return patterns;
  }

  /** The sentence in Chinese, if it is one of ours; a vendor's own words are not. */
  static Optional<String> of(String english) {
    return exactly(english).or(() -> named(english)).or(() -> twoSentences(english));
  }

  private static Optional<String> exactly(String english) {
    return Optional.ofNullable(ChineseClauses.CLAUSES.get(english))
        .or(() -> Optional.ofNullable(ChineseWords.SENTENCES.get(english)))
        .or(() -> Optional.ofNullable(FIELD_RULES.get(english)));
  }

  private static Optional<String> named(String english) {
    for (Map.Entry<Pattern, String> one : WITH_NAMES.entrySet()) {
      Matcher found = one.getKey().matcher(english);
      if (found.matches()) {
        String chinese = one.getValue();
        for (int i = 1; i <= found.groupCount(); i++) {
          int gap = chinese.indexOf(GAP);
          chinese = chinese.substring(0, gap) + name(found.group(i)) + chinese.substring(gap + 2);
        }
        return Optional.of(chinese);
      }
    }
    return Optional.empty();
  }

  private static String name(String english) {
    return Field.of(english)
        .map(field -> "「" + field.labelZh() + "」")
        .or(() -> Optional.ofNullable(ChineseWords.DEEDS.get(english)))
        .orElse(english);
  }

  private static Optional<String> twoSentences(String english) {
    int stop = english.indexOf(STOP);
    return stop < 0
        ? Optional.empty()
        : of(english.substring(0, stop))
            .flatMap(
                first ->
                    of(english.substring(stop + STOP.length())).map(more -> first + "。" + more));
  }
}
