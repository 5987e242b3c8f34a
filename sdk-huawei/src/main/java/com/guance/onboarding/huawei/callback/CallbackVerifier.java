package com.guance.onboarding.huawei.callback;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Believes a request or does not: time first, then the raw bytes under each key, then their sorted
 * form under each key. What is decoded afterwards is the form that matched, nothing else.
 */
final class CallbackVerifier {

  private final KeyRing keyRing;
  private final StampReader stamps;

  CallbackVerifier(CallbackSettings settings, KeyRing keyRing) {
    this.keyRing = keyRing;
    this.stamps = new StampReader(settings.clock(), settings.window());
  }

  /**
   * Verifies a request.
   *
   * @param request the request
   * @param route where its path leads
   * @return the request, believed and read
   * @throws com.guance.onboarding.error.CallbackException if it is not believed or unreadable
   */
  Verified verify(CallbackRequest request, Route route) {
    String operation = route.operation();
    Stamp stamp =
        route.channel() == Channel.PRODUCTION
            ? stamps.fromQuery(operation, request.query())
            : stamps.fromHeaders(operation, request.headers());
    List<HmacKey> keys = keyRing.keys(route);
    byte[] payload = request.body();
    HmacKey key = match(keys, route.channel(), stamp, payload);
    if (key == null) {
      payload = keys.isEmpty() ? null : SortedForm.of(payload);
      key = payload == null ? null : match(keys, route.channel(), stamp, payload);
    }
    if (key == null || payload == null) {
      throw Checks.failed(operation, Checks.SIGNATURE);
    }
    return new Verified(route, key, stamp, read(operation, payload));
  }

  private static @Nullable HmacKey match(
      List<HmacKey> keys, Channel channel, Stamp stamp, byte[] payload) {
    for (HmacKey key : keys) {
      if (channel.matches(key, stamp, payload)) {
        return key;
      }
    }
    return null;
  }

  private static WireObject read(String operation, byte[] payload) {
    try {
      return WireObject.read(payload);
    } catch (IOException e) {
      throw Checks.failed(operation, Checks.BODY); // the cause could quote the body
    }
  }
}
