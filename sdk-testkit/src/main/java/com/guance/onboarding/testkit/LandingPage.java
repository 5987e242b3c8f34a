package com.guance.onboarding.testkit;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A partner's page, as far as a visitor needs it who is asked one question: its text, and its form.
 *
 * @param text what is to be read
 * @param action where the form goes; empty if there is none that posts
 * @param hidden the fields that the form brings along
 */
record LandingPage(String text, Optional<String> action, Map<String, String> hidden) {

  private static final Pattern FORM =
      Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern INPUT =
      Pattern.compile("<input\\b([^>]*)>", Pattern.CASE_INSENSITIVE);
  private static final Pattern ATTRIBUTE =
      Pattern.compile("([a-zA-Z-]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>]+))");

  static LandingPage read(String html) {
    Map<String, String> hidden = new LinkedHashMap<>();
    Optional<String> action = Optional.empty();
    Matcher form = FORM.matcher(html);
    while (action.isEmpty() && form.find()) {
      Map<String, String> attributes = attributes(form.group(1));
      if ("post".equalsIgnoreCase(attributes.get("method"))) {
        action = Optional.of(attributes.getOrDefault("action", ""));
        Matcher input = INPUT.matcher(form.group(2));
        while (input.find()) {
          Map<String, String> field = attributes(input.group(1));
          if ("hidden".equalsIgnoreCase(field.get("type"))) {
            hidden.put(field.getOrDefault("name", ""), field.getOrDefault("value", ""));
          }
        }
      }
    }
    return new LandingPage(plain(html.replaceAll("<[^>]*>", " ")), action, hidden);
  }

  boolean names(String signInName) {
    return text.contains(signInName);
  }

  private static Map<String, String> attributes(String text) {
    Map<String, String> attributes = new LinkedHashMap<>();
    Matcher matcher = ATTRIBUTE.matcher(text);
    while (matcher.find()) {
      String value =
          Optional.ofNullable(matcher.group(2))
              .or(() -> Optional.ofNullable(matcher.group(3)))
              .orElseGet(() -> matcher.group(4));
      attributes.put(matcher.group(1).toLowerCase(Locale.ROOT), plain(value));
    }
    return attributes;
  }

  private static String plain(String escaped) {
    return escaped
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&#64;", "@")
        .replace("&amp;", "&");
  }
}
