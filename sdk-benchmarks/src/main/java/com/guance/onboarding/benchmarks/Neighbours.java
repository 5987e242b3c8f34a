package com.guance.onboarding.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a backend asks its surroundings while orders come in, answered as cheaply as can be: the
 * time, and who bought an order. Everything else is not there.
 */
final class Neighbours {

  private static final Pattern ORDER =
      Pattern.compile("/joint-operations/v1/orders/([^/]+)/lines/([^/?]+)");
  private static final int OK = 200;
  private static final int MISSING = 404;

  private Neighbours() {}

  static CannedServer start() {
    return CannedServer.start(Neighbours::answer);
  }

  private static byte[] answer(WireRequest request) {
    if (request.target().equals("/emulator/clock")) {
      return json(OK, "{\"now\":\"" + Instant.now() + "\"}");
    }
    Matcher order = ORDER.matcher(request.target());
    if (!order.matches()) {
      return json(MISSING, "{\"code\":\"NOT_FOUND\",\"message\":\"nothing is here\"}");
    }
    return json(
        OK,
        "{\"orderId\":\""
            + order.group(1)
            + "\",\"orderLineId\":\""
            + order.group(2)
            + "\",\"productId\":\"OFFI000000000000000000\",\"chargingMode\":\"MONTHLY\","
            + "\"huaweiAccountId\":\""
            + String.format("%32s", order.group(1).replaceAll("[^0-9]", "")).replace(' ', '0')
            + "\",\"multiInstance\":false}");
  }

  private static byte[] json(int status, String text) {
    return CannedServer.answer(status, text.getBytes(StandardCharsets.UTF_8));
  }
}
