package com.guance.onboarding.examples.backend;

import com.guance.onboarding.Drift;
import com.guance.onboarding.Reconciliation;
import com.guance.onboarding.domain.Problem;
import java.util.Map;
import java.util.stream.Collectors;

/** How an onboarding compares, for people, with a box to tick for each drift to repair. */
final class DriftPage {

  private DriftPage() {}

  static Html of(Reconciliation report, String formToken) {
    Html html = Html.page("Compared with KooGallery and Guance");
    report.problem().ifPresent(problem -> OnboardingPages.problem(html, problem));
    report
        .runningUntil()
        .ifPresent(until -> html.element("p", "A step is running, until " + until + " at most."));
    html.raw("<table><tr><th>Stage</th><th>Result</th><th>Why</th></tr>");
    for (Reconciliation.Comparison one : report.comparisons()) {
      html.raw("<tr>")
          .element("td", one.stage().name())
          .element("td", one.result().name())
          .element("td", one.problem().map(Problem::rule).orElse(""))
          .raw("</tr>");
    }
    html.raw("</table>");
    report.repaired().forEach(drift -> html.element("p", "Repaired: " + words(drift)));
    report.notFound().forEach(id -> html.element("p", "No drift any more: " + id));
    drifts(html, report, formToken);
    return html.raw("<p><a")
        .attribute("href", OnboardingPages.path(report.onboarding()))
        .raw(">The onboarding</a></p>");
  }

  private static void drifts(Html html, Reconciliation report, String formToken) {
    if (report.drifts().isEmpty()) {
      return;
    }
    html.raw("<form method=\"post\"")
        .attribute("action", OnboardingPages.path(report.onboarding()) + "/reconciliation")
        .raw(">");
    for (Drift drift : report.drifts()) {
      html.raw("<label>");
      if (drift.repair().isPresent()) {
        html.raw("<input type=\"checkbox\" value=\"yes\"").attribute("name", drift.id()).raw("> ");
      }
      html.text(words(drift)).raw("<br>").element("small", drift.remedy()).raw("</label>");
    }
    html.raw("<input type=\"hidden\" name=\"csrf\"")
        .attribute("value", formToken)
        .raw("><button>Repair what is ticked</button></form>");
  }

  private static String words(Drift drift) {
    return drift.stage()
        + " "
        + drift.kind()
        + ": here "
        + words(drift.local())
        + ", there "
        + words(drift.remote());
  }

  private static String words(Map<String, String> values) {
    return values.isEmpty()
        ? "nothing"
        : values.entrySet().stream()
            .map(value -> value.getKey() + " " + value.getValue())
            .collect(Collectors.joining(", "));
  }
}
