package com.guance.onboarding.testkit;

import java.util.List;

/** Takes no fields but these: a mistyped one would silently mean something else. */
record StrictHandler(List<String> fields, Route.Handler handler) implements Route.Handler {

  @Override
  public Answer apply(Call call) {
    call.body().only(fields);
    return handler.apply(call);
  }
}
