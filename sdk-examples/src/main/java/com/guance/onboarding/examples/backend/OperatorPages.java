package com.guance.onboarding.examples.backend;

import com.guance.onboarding.Explanation;
import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.domain.OnboardingId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an operator looks at: why an onboarding is where it is. */
final class OperatorPages implements Door.Pages {

  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;

  private final OnboardingFlow flow;
  private final Doorkeeper doorkeeper;

  OperatorPages(OnboardingFlow flow, Doorkeeper doorkeeper) {
    this.flow = flow;
    this.doorkeeper = doorkeeper;
  }

  @Override
  public @Nullable WebAnswer answer(WebCall call, List<String> path) {
    if (path.size() != 3 || !path.get(0).equals("onboardings")) {
      return null;
    }
    if (path.get(2).equals("explanation")) {
      doorkeeper.checkPages(call);
      return explanation(call, path.get(1));
    }
    return null;
  }

  private WebAnswer explanation(WebCall call, String id) {
    if (!call.method().equals("GET")) {
      throw new Unanswerable(METHOD_NOT_ALLOWED, "METHOD", "only GET works here");
    }
    Explanation explanation = flow.explain(known(id));
    if (call.wantsJson()) {
      return WebAnswer.json(200, explanation.toJson());
    }
    Html html = Html.page("Order " + explanation.onboarding().order() + ", explained");
    return WebAnswer.html(html.element("pre", explanation.toString()));
  }

  private OnboardingId known(String text) {
    try {
      return flow.get(new OnboardingId(text)).id();
    } catch (IllegalArgumentException e) {
      throw new Unanswerable(NOT_FOUND, "NOT_FOUND", "there is no such onboarding");
    }
  }
}
