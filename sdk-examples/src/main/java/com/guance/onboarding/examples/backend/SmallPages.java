package com.guance.onboarding.examples.backend;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Health, style, the operator's door and the members' landing. */
final class SmallPages implements Door.Pages {

  private static final String OPERATOR = "operator";
  private static final int FORBIDDEN = 403;

  private final String node;
  private final Doorkeeper doorkeeper;
  private final Landing landing;

  SmallPages(String node, Doorkeeper doorkeeper, Landing landing) {
    this.node = node;
    this.doorkeeper = doorkeeper;
    this.landing = landing;
  }

  @Override
  public @Nullable WebAnswer answer(WebCall call, List<String> path) throws IOException {
    if (path.size() != 1) {
      return null;
    }
    return switch (call.method() + " " + path.get(0)) {
      case "GET health" -> health();
      case "GET style.css" ->
          WebAnswer.text(200, "text/css; charset=utf-8", OnboardingPages.STYLE)
              .with("Cache-Control", "max-age=3600");
      case "GET " + OPERATOR -> operatorForm(call);
      case "POST " + OPERATOR -> operator(call);
      case "GET sign-in" -> landing.land(call);
      case "POST sign-in" -> landing.confirm(call, call.form());
      case "GET welcome" -> landing.welcome(call);
      default -> null;
    };
  }

  private WebAnswer health() {
    return WebAnswer.json(200, "{\"status\":\"UP\",\"node\":" + quoted(node) + "}");
  }

  private static String quoted(String text) {
    return "\"" + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
  }

  private WebAnswer operatorForm(WebCall call) {
    Doorkeeper.Session session = doorkeeper.session(call);
    Html html = Html.page("Operator");
    html.raw("<form method=\"post\" action=\"/operator\"><label>Token ")
        .raw("<input type=\"password\" name=\"token\" autocomplete=\"off\" required></label>")
        .raw("<input type=\"hidden\" name=\"csrf\"")
        .attribute("value", doorkeeper.formToken(session))
        .raw("><button>Go on</button></form>");
    return doorkeeper.remember(WebAnswer.html(html), session);
  }

  private WebAnswer operator(WebCall call) throws IOException {
    Map<String, String> form = call.form();
    doorkeeper.checkForm(call, form);
    if (!doorkeeper.isToken(form.getOrDefault("token", ""))) {
      throw new Unanswerable(FORBIDDEN, "TOKEN", "this is not the operator token");
    }
    return doorkeeper.remember(
        WebAnswer.seeOther(OnboardingPages.LIST), doorkeeper.freshSession(true));
  }
}
