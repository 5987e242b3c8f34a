package com.guance.onboarding.examples;

import com.guance.onboarding.domain.Language;
import com.guance.onboarding.testkit.conformance.Conformance;
import com.guance.onboarding.testkit.conformance.ConformanceReport;
import com.guance.onboarding.testkit.conformance.ConformanceSettings;
import com.guance.onboarding.testkit.conformance.Orders;
import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges a partner's endpoint, in whatever language it is written. */
@Command(
    name = "conformance",
    description = {
      "Judges a partner's production URL, or with --gateway a partner's own gateway.",
      "Sends what KooGallery, or the SDK, would send, right and wrong.",
      "Exit status: 0 the contract is kept, 1 it is violated, 2 wrong arguments or no answer."
    },
    mixinStandardHelpOptions = true)
final class ConformanceCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private KooGalleryKeys keys;

  @Mixin private GatewayOptions gateway;

  @Parameters(
      paramLabel = "URL",
      description = "The production URL, or the gateway's address before its contract's path.")
  private URI endpoint;

  @Option(names = "--lang", description = "zh or en.", defaultValue = "en")
  private String lang;

  @Option(
      names = "--orders",
      description =
          "fresh (new orders with the test flag) or mock (KooGallery's debugging orders).",
      defaultValue = "fresh")
  private String orders;

  @Option(names = "--only", split = ",", description = "The only scenarios to run.")
  private List<String> only = List.of();

  @Option(names = "--except", split = ",", description = "Scenarios to leave out.")
  private List<String> except = List.of();

  @SuppressWarnings("NullAway.Init") // picocli fills in specification and options
  ConformanceCommand() {}

  @Override
  public Integer call() {
    checkEndpoint();
    return gateway.given() ? gateway.judge(spec, endpoint) : judge(language());
  }

  private int judge(Language language) {
    PrintWriter out = spec.commandLine().getOut();
    ConformanceReport report;
    try {
      report =
          Conformance.run(
              settings(),
              verdict -> {
                out.println(verdict.line(language));
                out.flush();
              });
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
    if (!report.reached()) {
      spec.commandLine()
          .getErr()
          .println(language == Language.ZH ? "该地址没有应答。" : "The address does not answer.");
      return OnboardingCli.WRONG;
    }
    int failures = report.failures().size();
    out.printf(
        Locale.ROOT,
        language == Language.ZH ? "%d 项,%d 项不符合。%n" : "%d scenarios, %d violations.%n",
        report.verdicts().size(),
        failures);
    out.flush();
    return report.passed() ? OnboardingCli.DONE : OnboardingCli.NOT_DONE;
  }

  private void checkEndpoint() {
    if (endpoint.getHost() == null
        || !("http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme()))) {
      throw wrong("URL must be an address that begins with http or https");
    }
  }

  private ConformanceSettings settings() {
    return ConformanceSettings.builder()
        .endpoint(endpoint)
        .productionKey(keys.production(spec).get(0))
        .syncKey(keys.sync(spec).get(0))
        .orders(
            switch (orders) {
              case "fresh" -> Orders.FRESH;
              case "mock" -> Orders.MOCK;
              default -> throw wrong("--orders must be fresh or mock");
            })
        .addAllOnly(only)
        .addAllExcept(except)
        .build();
  }

  private Language language() {
    return switch (lang) {
      case "zh" -> Language.ZH;
      case "en" -> Language.EN;
      default -> throw wrong("--lang must be zh or en");
    };
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
