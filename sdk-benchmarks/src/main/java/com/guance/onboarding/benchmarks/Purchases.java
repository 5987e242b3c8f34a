package com.guance.onboarding.benchmarks;

import com.guance.onboarding.domain.OrderKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Orders a backend is told of, and what it has promised about them. */
final class Purchases {

  private static final Pattern YES = Pattern.compile("\"resultCode\":\"000000\"");
  private static final Pattern INSTANCE = Pattern.compile("\"instanceId\":\"([^\"]+)\"");
  private static final int AT_ONCE = 20;
  private static final int AGAIN_MILLIS = 100;
  private static final int TRIES = 600;

  private final int port;
  private final boolean persistent;
  private final Map<Integer, String> promised = new ConcurrentHashMap<>();
  private final AtomicInteger repetitions = new AtomicInteger();

  /**
   * Prepares.
   *
   * @param port where the backend listens
   * @param persistent whether what was not acknowledged is sent again, as KooGallery does
   */
  Purchases(int port, boolean persistent) {
    this.port = port;
    this.persistent = persistent;
  }

  /** One thread's way to buy. */
  OpenLoop.Calls buyer() {
    SignedCalls calls = new SignedCalls(BackendProcess.PATH, BackendProcess.KEY);
    WireClient client = new WireClient(port);
    return number -> {
      for (int tries = 1; ; tries++) {
        try {
          promised.put(number, instance(client.send(calls.newInstance(order(number)))));
          return;
        } catch (IOException e) {
          if (!persistent || tries == TRIES) {
            throw e;
          }
          repetitions.incrementAndGet();
          Thread.sleep(AGAIN_MILLIS);
        }
      }
    };
  }

  private static OrderKey order(int number) {
    String id = String.format(Locale.ROOT, "CS26%010dAB", number);
    return new OrderKey(id, id + "-000001");
  }

  private static String instance(String answer) throws IOException {
    Matcher instance = INSTANCE.matcher(answer);
    if (!YES.matcher(answer).find() || !instance.find()) {
      throw new IOException("not acknowledged");
    }
    return instance.group(1);
  }

  int acknowledged() {
    return promised.size();
  }

  int repetitions() {
    return repetitions.get();
  }

  /** How many of the promised instances the backend does not know when it is asked. */
  int lost() throws IOException, InterruptedException {
    List<String> instances = new ArrayList<>(promised.values());
    int found = 0;
    try (WireClient client = new WireClient(port)) {
      for (int from = 0; from < instances.size(); from += AT_ONCE) {
        List<String> some = instances.subList(from, Math.min(from + AT_ONCE, instances.size()));
        Matcher known = INSTANCE.matcher(asked(client, some));
        while (known.find()) {
          found += some.contains(known.group(1)) ? 1 : 0;
        }
      }
    }
    return instances.size() - found;
  }

  /** Asks until there is an answer that is a yes; "not now" says nothing about what is there. */
  private static String asked(WireClient client, List<String> instances)
      throws IOException, InterruptedException {
    SignedCalls calls = new SignedCalls(BackendProcess.PATH, BackendProcess.KEY);
    for (int tries = 1; tries < TRIES; tries++) {
      String answer = client.send(calls.queryInstance(instances));
      if (YES.matcher(answer).find()) {
        return answer;
      }
      Thread.sleep(AGAIN_MILLIS);
    }
    throw new IOException("no answer to queryInstance");
  }
}
