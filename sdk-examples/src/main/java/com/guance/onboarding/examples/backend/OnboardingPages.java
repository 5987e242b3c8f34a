package com.guance.onboarding.examples.backend;

import com.guance.onboarding.Explanation;
import com.guance.onboarding.Onboarding;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.InputField;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Problem;
import com.guance.onboarding.domain.Subscription;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Onboardings for people: a list, and one with a form for each open task. */
final class OnboardingPages {

  static final String STYLE =
      "body{font:16px/1.5 sans-serif;max-width:60em;margin:2em auto;padding:0 1em}"
          + "table{border-collapse:collapse}td,th{border:1px solid #ccc;padding:.3em .6em;"
          + "text-align:left}form,.task{border:1px solid #ccc;padding:1em;margin:1em 0}"
          + "label{display:block;margin:.5em 0}.problem{background:#fee;padding:.5em 1em}";

  static final String LIST = "/onboardings";

  private OnboardingPages() {}

  static String path(OnboardingId id) {
    return LIST + "/" + encoded(id.value());
  }

  /** Field, rule and remedy, in Chinese where they are the SDK's own words, and in English. */
  static void problem(Html html, Problem problem) {
    Optional<Field> field = problem.field().flatMap(Field::of);
    String fieldZh = field.map(Field::labelZh).or(problem::field).map(it -> it + " ").orElse("");
    String fieldEn = problem.field().map(it -> it + " ").orElse("");
    html.raw("<p class=\"problem\">");
    if (!problem.ruleZh().equals(problem.rule())) {
      html.text(fieldZh + problem.ruleZh()).raw("<br>");
    }
    if (!problem.remedyZh().equals(problem.remedy())) {
      html.text(problem.remedyZh()).raw("<br>");
    }
    html.text(fieldEn + problem.rule()).raw("<br>").text(problem.remedy()).raw("</p>");
  }

  static Html list(List<Explanation> explanations, boolean more) {
    Html html = Html.page("Onboardings");
    html.raw("<table><tr><th>Order</th><th>Organization</th><th>Stage</th><th>Outcome</th>")
        .raw("<th>Waits for</th></tr>");
    for (Explanation one : explanations) {
      Onboarding onboarding = one.onboarding();
      html.raw("<tr><td><a")
          .attribute("href", path(onboarding.id()))
          .raw(">")
          .text(onboarding.order().toString())
          .raw("</a></td>")
          .element("td", onboarding.organization().map(Onboarding.Organization::name).orElse(""))
          .element("td", onboarding.stage().name())
          .element("td", onboarding.outcome().name())
          .element("td", String.join(", ", OnboardingJson.waitingFor(one)))
          .raw("</tr>");
    }
    html.raw("</table>");
    return more ? html.element("p", "Older ones are not shown.") : html;
  }

  static Html one(Explanation explanation, String formToken, Keyboard keyboard) {
    Onboarding onboarding = explanation.onboarding();
    Html html = Html.page("Order " + onboarding.order());
    html.raw("<table>");
    row(html, "Onboarding", Optional.of(onboarding.id().value()));
    row(html, "Outcome", Optional.of(onboarding.outcome().name()));
    row(html, "Stage", Optional.of(onboarding.stage().name()));
    row(html, "Organization", onboarding.organization().map(Onboarding.Organization::name));
    row(html, "Member", onboarding.signInName().map(Object::toString));
    row(html, "Login address", onboarding.loginAddress().map(Object::toString));
    row(html, "Workspace", onboarding.workspace().map(one -> one.id().value()));
    row(html, "First DataKit", onboarding.dataKitHost());
    row(html, "Subscription", onboarding.subscription().map(OnboardingPages::subscription));
    row(html, "Acts next", Optional.of(explanation.actsNext()));
    html.raw("</table>");
    explanation
        .waiting()
        .flatMap(waiting -> waiting.problem())
        .ifPresent(problem -> problem(html, problem));
    for (PersonTask task : OnboardingJson.tasks(explanation)) {
      task(html, task, formToken, keyboard.holds(task.onboarding(), task.id()));
    }
    explanation.remarks().forEach(remark -> html.element("p", remark));
    html.raw("<p><a")
        .attribute("href", path(onboarding.id()) + "/explanation")
        .raw(">Explanation</a> <a")
        .attribute("href", path(onboarding.id()) + "/reconciliation")
        .raw(">Compare with KooGallery and Guance</a></p>");
    return html.raw("<p><a href=\"/onboardings\">All onboardings</a></p>");
  }

  private static String subscription(Subscription subscription) {
    return subscription.instance()
        + " "
        + subscription.state()
        + subscription.expires().map(end -> ", until " + end).orElse("")
        + subscription.dataGoneAt().map(gone -> ", data until " + gone).orElse("");
  }

  private static void row(Html html, String name, Optional<String> value) {
    value.ifPresent(text -> html.raw("<tr>").element("th", name).element("td", text).raw("</tr>"));
  }

  private static void task(Html html, PersonTask task, String formToken, boolean answered) {
    html.raw("<form method=\"post\"")
        .attribute("action", path(task.onboarding()) + "/tasks/" + encoded(task.id()))
        .raw(">")
        .element("h2", task.kind().name())
        .element("p", task.textEn())
        .raw("<p lang=\"zh\">")
        .text(task.textZh())
        .raw("</p>");
    task.link().ifPresent(link -> link(html, link));
    if (!task.details().isEmpty()) {
      html.raw("<table>");
      task.details().forEach((field, value) -> row(html, field.labelEn(), Optional.of(value)));
      html.raw("</table>");
    }
    task.commands()
        .forEach((platform, line) -> html.element("p", platform + ":").element("pre", line));
    html.element("p", "Proven by: " + task.provenBy());
    task.inputs().forEach(input -> input(html, input));
    html.raw("<input type=\"hidden\" name=\"csrf\"")
        .attribute("value", formToken)
        .raw("><button>")
        .text(task.inputs().isEmpty() ? "This is done" : "Send")
        .raw("</button>");
    if (answered) {
      html.element("p", "Answered; another answer is still needed before it can be used.");
    }
    html.raw("</form>");
  }

  /** Only what leads to a page becomes a link. */
  private static void link(Html html, URI link) {
    if ("https".equals(link.getScheme()) || "http".equals(link.getScheme())) {
      html.raw("<p><a")
          .attribute("href", link.toString())
          .raw(" rel=\"noreferrer\">")
          .text(link.toString())
          .raw("</a></p>");
    } else {
      html.element("p", link.toString());
    }
  }

  private static void input(Html html, InputField input) {
    html.raw("<label>").text(input.label().en() + " / " + input.label().zh() + " ");
    if (input.options().isEmpty()) {
      html.raw("<input")
          .attribute("name", input.name())
          .attribute("type", input.secret() ? "password" : "text")
          .raw(input.secret() ? " autocomplete=\"off\"" : "")
          .raw(input.required() ? " required>" : ">");
    } else {
      html.raw("<select").attribute("name", input.name()).raw(">");
      if (!input.required()) {
        html.raw("<option></option>");
      }
      input.options().forEach(option -> html.element("option", option));
      html.raw("</select>");
    }
    html.element("small", input.label().rule())
        .raw(" <small lang=\"zh\">")
        .text(input.label().ruleZh())
        .raw("</small></label>");
  }

  private static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
