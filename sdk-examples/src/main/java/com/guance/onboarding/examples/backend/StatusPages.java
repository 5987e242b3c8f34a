package com.guance.onboarding.examples.backend;

import com.guance.onboarding.Explanation;
import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.domain.OnboardingId;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The list of onboardings, each of them, and the answers to their tasks. */
final class StatusPages implements Door.Pages {

  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int FORBIDDEN = 403;
  private static final int MOST_ON_A_PAGE = 200;

  private final OnboardingFlow flow;
  private final Roster roster;
  private final Keyboard keyboard;
  private final TaskAnswers answers;
  private final Doorkeeper doorkeeper;
  private final OnboardingJson json;

  StatusPages(
      OnboardingFlow flow,
      Roster roster,
      Keyboard keyboard,
      Advances advances,
      Doorkeeper doorkeeper) {
    this.flow = flow;
    this.roster = roster;
    this.keyboard = keyboard;
    this.answers = new TaskAnswers(flow, advances);
    this.doorkeeper = doorkeeper;
    this.json = new OnboardingJson(keyboard);
  }

  @Override
  public @Nullable WebAnswer answer(WebCall call, List<String> path) throws IOException {
    if (path.isEmpty()) {
      return WebAnswer.seeOther(OnboardingPages.LIST);
    }
    if (!path.get(0).equals("onboardings")) {
      return null;
    }
    doorkeeper.checkPages(call);
    if (path.size() == 1) {
      only("GET", call);
      return list(call);
    } else if (path.size() == 2) {
      only("GET", call);
      return one(call, known(path.get(1)));
    } else if (path.size() == 4 && path.get(2).equals("tasks")) {
      only("POST", call);
      return task(call, known(path.get(1)), path.get(3));
    }
    return null;
  }

  private static void only(String method, WebCall call) {
    if (!call.method().equals(method)) {
      throw new Unanswerable(METHOD_NOT_ALLOWED, "METHOD", "only " + method + " works here");
    }
  }

  private OnboardingId known(String text) {
    try {
      return flow.get(new OnboardingId(text)).id();
    } catch (IllegalArgumentException e) {
      throw new Unanswerable(NOT_FOUND, "NOT_FOUND", "there is no such onboarding");
    }
  }

  private WebAnswer list(WebCall call) {
    if (call.wantsJson()) {
      return WebAnswer.json(200, json.list(explained(limit(call))));
    }
    List<Explanation> newest = explained(MOST_ON_A_PAGE + 1);
    boolean more = newest.size() > MOST_ON_A_PAGE;
    return WebAnswer.html(
        OnboardingPages.list(more ? newest.subList(0, MOST_ON_A_PAGE) : newest, more));
  }

  private static int limit(WebCall call) {
    int limit = call.query("limit").map(StatusPages::whole).orElse(Integer.MAX_VALUE);
    if (limit < 0) {
      throw new Unanswerable(
          400, "MALFORMED", "limit must be from 0 to " + Integer.MAX_VALUE, "limit");
    }
    return limit;
  }

  /** The number, negative if it is none. */
  private static int whole(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private List<Explanation> explained(int limit) {
    return roster.newest(limit).stream().map(flow::explain).toList();
  }

  private WebAnswer one(WebCall call, OnboardingId id) {
    Explanation explanation = flow.explain(id);
    if (call.wantsJson()) {
      return WebAnswer.json(200, json.one(explanation));
    }
    Doorkeeper.Session session = doorkeeper.session(call);
    return doorkeeper.remember(
        WebAnswer.html(OnboardingPages.one(explanation, doorkeeper.formToken(session), keyboard)),
        session);
  }

  /** JSON cannot be sent by a form of another site; a form shows the token of its page. */
  private WebAnswer task(WebCall call, OnboardingId id, String taskId) throws IOException {
    if (call.bringsJson()) {
      if (call.header("Sec-Fetch-Site").filter("cross-site"::equals).isPresent()) {
        throw new Unanswerable(FORBIDDEN, "ORIGIN", "not from another site");
      }
      return WebAnswer.json(200, json.one(answers.take(id, taskId, TaskAnswers.json(call.body()))));
    }
    Map<String, String> form = call.form();
    doorkeeper.checkForm(call, form);
    answers.take(id, taskId, form);
    return WebAnswer.seeOther(OnboardingPages.path(id));
  }
}
