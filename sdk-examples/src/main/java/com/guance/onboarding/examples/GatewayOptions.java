package com.guance.onboarding.examples;

import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.VerificationId;
import com.guance.onboarding.testkit.GatewayConformance;
import com.guance.onboarding.testkit.GatewayConformanceSettings;
import com.guance.onboarding.testkit.GatewayKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What a gateway is judged with: a test buyer's own things, where there are some. */
final class GatewayOptions {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  @Option(
      names = "--gateway",
      paramLabel = "KIND",
      description = "Judges a gateway instead: joint-operations or billing.")
  private @Nullable String kind;

  @Option(
      names = "--token",
      description =
          "The gateway's bearer token (default: the environment's " + GatewayToken.VARIABLE + ").")
  private @Nullable String token;

  @Option(names = "--buyer", description = "A test buyer's Huawei account ID (default: made up).")
  private @Nullable String buyer;

  @Option(
      names = "--order",
      paramLabel = "ORDER/LINE",
      description = "An order of that buyer, not bound; without one, binding is not tried.")
  private @Nullable String order;

  @Option(
      names = "--email",
      description = "An address for codes, of no Guance account; without one, none is sent.")
  private @Nullable String email;

  @Option(
      names = "--type-codes",
      description = "Asks for the codes that were sent; without it, nothing is registered.")
  private boolean typeCodes;

  @SuppressWarnings("NullAway.Init") // picocli fills in the options
  GatewayOptions() {}

  /** Whether a gateway is meant. */
  boolean given() {
    return kind != null;
  }

  /** Judges the gateway; returns the exit status. */
  int judge(CommandSpec spec, URI address) {
    PrintWriter out = spec.commandLine().getOut();
    GatewayConformanceSettings settings = settings(spec, address, out);
    if (!reached(address)) {
      spec.commandLine().getErr().println("The address does not answer.");
      return OnboardingCli.WRONG;
    }
    AtomicInteger skipped = new AtomicInteger();
    int failures =
        GatewayConformance.run(
            settings,
            line -> {
              skipped.addAndGet(line.startsWith("SKIP ") ? 1 : 0);
              out.println(line);
              out.flush();
            });
    if (skipped.get() > 0) {
      out.println("To try the " + skipped + " that were skipped, give " + missing(settings) + ".");
      out.flush();
    }
    return failures == 0 ? OnboardingCli.DONE : OnboardingCli.NOT_DONE;
  }

  /** What would let everything be tried. */
  private String missing(GatewayConformanceSettings settings) {
    List<String> missing = new ArrayList<>();
    if (settings.bearer().isEmpty()) {
      missing.add("--token");
    }
    if (settings.kind() == GatewayKind.JOINT_OPERATIONS) {
      if (order == null) {
        missing.add("--buyer and --order");
      }
    } else {
      if (email == null) {
        missing.add("--email");
      }
      if (!typeCodes) {
        missing.add("--type-codes");
      }
    }
    return missing.isEmpty() ? "another --buyer" : String.join(", ", missing);
  }

  private GatewayConformanceSettings settings(CommandSpec spec, URI address, PrintWriter out) {
    try {
      GatewayConformanceSettings.Builder settings =
          GatewayConformanceSettings.builder()
              .kind(GatewayKind.from(String.valueOf(kind)))
              .baseUrl(address)
              .bearer(GatewayToken.orOfTheEnvironment(token))
              .order(Optional.ofNullable(order).map(GatewayOptions::order))
              .email(Optional.ofNullable(email));
      Optional.ofNullable(buyer).map(HuaweiAccountId::new).ifPresent(settings::buyer);
      if (typeCodes) {
        BufferedReader typed =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        settings.codes(sent -> code(sent, typed, out));
      }
      return settings.build();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
    }
  }

  private static OrderKey order(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("--order must be an order and its line, ORDER/LINE");
    }
    return new OrderKey(text.substring(0, slash), text.substring(slash + 1));
  }

  private static Secret code(VerificationId sent, BufferedReader typed, PrintWriter out) {
    out.print("The code of " + sent + ": ");
    out.flush();
    try {
      return Secret.of(Optional.ofNullable(typed.readLine()).orElse("").strip());
    } catch (IOException e) {
      throw new UncheckedIOException("the code cannot be read", e);
    }
  }

  private static boolean reached(URI address) {
    int usual = "https".equals(address.getScheme()) ? HTTPS : HTTP;
    int port = address.getPort() < 0 ? usual : address.getPort();
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(address.getHost(), port), Math.toIntExact(PATIENCE.toMillis()));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
