package com.guance.onboarding.examples.backend;

import com.fasterxml.jackson.databind.JsonNode;
import com.guance.onboarding.Explanation;
import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.Reconciliation;
import com.guance.onboarding.domain.OnboardingId;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an operator looks at: why an onboarding is where it is, and whether that is still true. */
final class OperatorPages implements Door.Pages {

  private static final int MALFORMED = 400;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;

  private final OnboardingFlow flow;
  private final Doorkeeper doorkeeper;

  OperatorPages(OnboardingFlow flow, Doorkeeper doorkeeper) {
    this.flow = flow;
    this.doorkeeper = doorkeeper;
  }

  @Override
  public @Nullable WebAnswer answer(WebCall call, List<String> path) throws IOException {
    if (path.size() != 3 || !path.get(0).equals("onboardings")) {
      return null;
    }
    boolean compares = path.get(2).equals("reconciliation");
    if (!compares && !path.get(2).equals("explanation")) {
      return null;
    }
    doorkeeper.checkPages(call);
    OnboardingId id = known(path.get(1));
    return switch (call.method()) {
      case "GET" -> compares ? compared(call, flow.reconcile(id)) : explained(call, id);
      case "POST" -> {
        if (compares) {
          yield repaired(call, id);
        }
        throw new Unanswerable(METHOD_NOT_ALLOWED, "METHOD", "only GET works here");
      }
      default -> throw new Unanswerable(METHOD_NOT_ALLOWED, "METHOD", "that does not work here");
    };
  }

  private OnboardingId known(String text) {
    try {
      return flow.get(new OnboardingId(text)).id();
    } catch (IllegalArgumentException e) {
      throw new Unanswerable(NOT_FOUND, "NOT_FOUND", "there is no such onboarding");
    }
  }

  private WebAnswer explained(WebCall call, OnboardingId id) {
    Explanation explanation = flow.explain(id);
    if (call.wantsJson()) {
      return WebAnswer.json(200, explanation.toJson());
    }
    Html html = Html.page("Order " + explanation.onboarding().order() + ", explained");
    return WebAnswer.html(html.element("pre", explanation.toString()));
  }

  private WebAnswer compared(WebCall call, Reconciliation report) {
    if (call.wantsJson()) {
      return WebAnswer.json(200, report.toJson());
    }
    Doorkeeper.Session session = doorkeeper.session(call);
    return doorkeeper.remember(
        WebAnswer.html(DriftPage.of(report, doorkeeper.formToken(session))), session);
  }

  /** JSON cannot be sent by a form of another site; a form shows the token of its page. */
  private WebAnswer repaired(WebCall call, OnboardingId id) throws IOException {
    if (call.bringsJson()) {
      if (call.header("Sec-Fetch-Site").filter("cross-site"::equals).isPresent()) {
        throw new Unanswerable(FORBIDDEN, "ORIGIN", "not from another site");
      }
      return WebAnswer.json(200, flow.repair(id, drifts(call.body())).toJson());
    }
    Map<String, String> form = call.form();
    doorkeeper.checkForm(call, form);
    Set<String> agreed = new LinkedHashSet<>(form.keySet());
    agreed.remove(Doorkeeper.FORM_TOKEN);
    return compared(call, flow.repair(id, agreed));
  }

  /** The ids of {@code {"drifts":[…]}}. */
  private static Set<String> drifts(byte[] body) {
    Set<String> drifts = new LinkedHashSet<>();
    try {
      for (JsonNode drift : Json.MAPPER.readTree(body).path("drifts")) {
        drifts.add(drift.asText());
      }
    } catch (IOException e) {
      throw new Unanswerable(MALFORMED, "MALFORMED", "the body must be JSON");
    }
    return drifts;
  }
}
