package com.guance.onboarding.examples.backend;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leads each request to its page; callbacks go a way of their own. */
final class Door implements HttpHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Door.class);
  private static final int NOT_FOUND = 404;
  private static final int FAILED = 500;

  private final List<Pages> rooms;

  Door(List<Pages> rooms) {
    this.rooms = List.copyOf(rooms);
  }

  /** Some of the pages. */
  interface Pages {

    /** Answers a request, or null if it is for others. */
    @Nullable WebAnswer answer(WebCall call, List<String> path) throws IOException;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      WebCall call = new WebCall(exchange);
      call.send(answer(call));
    }
  }

  private WebAnswer answer(WebCall call) throws IOException {
    try {
      List<String> path = call.path();
      for (Pages room : rooms) {
        WebAnswer answer = room.answer(call, path);
        if (answer != null) {
          return answer;
        }
      }
      throw new Unanswerable(NOT_FOUND, "NOT_FOUND", "there is no such page");
    } catch (Unanswerable refused) {
      return refusal(call, refused);
    } catch (RuntimeException e) {
      LOG.error("a page failed: {}", e.getClass().getName());
      return refusal(call, new Unanswerable(FAILED, "FAILED", "something failed; see the log"));
    }
  }

  private static WebAnswer refusal(WebCall call, Unanswerable refused) {
    if (call.wantsJson() || call.bringsJson()) {
      return WebAnswer.json(refused.status(), OnboardingJson.refusal(refused));
    }
    Html html = Html.page("This did not work");
    html.element("p", refused.field().map(field -> field + ": ").orElse("") + refused.words());
    return WebAnswer.html(refused.status(), html);
  }
}
