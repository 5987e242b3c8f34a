package com.guance.onboarding.benchmarks;

import com.guance.onboarding.domain.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets one recorded onboarding stand for very many: a customer's number is in the token of every
 * call, and each id of the recording ends with that number. Numbers have six digits and begin at
 * {@link #FIRST}, so that none of them is the end of a recorded id.
 */
final class ManyCustomers {

  /** The number of the first customer. */
  static final int FIRST = 100_000;

  private static final String TOKEN = "customer-";
  private static final String BEARER = "Bearer " + TOKEN;
  private static final int DIGITS = 6;
  private static final Pattern IDS =
      Pattern.compile(
          "\"(?:organizationId|bindingId|verificationId|billingAccountId|workspaceId)\":"
              + "\"([^\"]{8,})\"");

  private final Recording recording;
  private final List<String> ids;
  private final Map<String, AtomicInteger> turns = new ConcurrentHashMap<>();

  ManyCustomers(Recording recording) {
    this.recording = recording;
    Set<String> found = new TreeSet<>();
    found.add(Customer.ORDER.orderId());
    found.add(Customer.BUYER.value());
    for (String answer : recording.texts()) {
      Matcher matcher = IDS.matcher(answer);
      while (matcher.find()) {
        found.add(matcher.group(1));
      }
    }
    // One id may be the end of another.
    this.ids = found.stream().sorted(Comparator.comparing(String::length).reversed()).toList();
  }

  /** The token of a customer. */
  static Secret token(int number) {
    return Secret.of(TOKEN + number);
  }

  /** An id of the recording, as it is for a customer. */
  static String id(String recorded, int number) {
    return recorded.substring(0, recorded.length() - DIGITS)
        + String.format(Locale.ROOT, "%06d", number);
  }

  /** What is to be answered; calls with another token get the recording as it is. */
  byte[] next(WireRequest request) {
    @Nullable String token = request.header("Authorization");
    if (token == null || !token.startsWith(BEARER)) {
      return recording.next(request.call());
    }
    int number = Integer.parseInt(token.substring(BEARER.length()));
    String call = request.call();
    for (String id : ids) {
      call = call.replace(id(id, number), id);
    }
    int turn =
        turns.computeIfAbsent(number + " " + call, first -> new AtomicInteger()).getAndIncrement();
    String answer = new String(recording.answer(call, turn), StandardCharsets.UTF_8);
    for (String id : ids) {
      answer = answer.replace(id, id(id, number));
    }
    return answer.getBytes(StandardCharsets.UTF_8);
  }
}
