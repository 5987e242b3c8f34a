package com.guance.onboarding.testkit;

import java.util.ArrayList;
import java.util.List;

/** The gateway calls in the order of their answers. */
final class CallLog {

  private final List<RemoteCall> calls = new ArrayList<>();

  synchronized void add(RemoteCall call) {
    calls.add(call);
  }

  synchronized List<RemoteCall> all() {
    return List.copyOf(calls);
  }

  synchronized void clear() {
    calls.clear();
  }
}
