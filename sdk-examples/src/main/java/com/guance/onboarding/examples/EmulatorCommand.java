package com.guance.onboarding.examples;

import com.guance.onboarding.testkit.Emulator;
import com.guance.onboarding.testkit.EmulatorSettings;
import com.guance.onboarding.testkit.PartnerConnection;
import com.guance.onboarding.testkit.SettableClock;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Keeps an emulator up until it is stopped. */
@Command(
    name = "emulator",
    description = "Plays KooGallery and Guance on a port of this machine, until it is stopped.",
    mixinStandardHelpOptions = true)
final class EmulatorCommand implements Callable<Integer> {

  @Option(names = "--port", description = "The port; 0 takes a free one.", defaultValue = "0")
  private int port;

  @Option(names = "--partner-url", description = "The partner's backend that KooGallery calls.")
  private @Nullable URI partnerUrl;

  @Option(
      names = "--public-key",
      description = "A PEM file: the key that the partner's client secrets are encrypted for.")
  private @Nullable Path publicKey;

  @Mixin private KooGalleryKeys keys;

  @Mixin private GatewayToken token;

  @Mixin private LifecycleOptions lifecycle;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli fills in specification and options
  EmulatorCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    EmulatorSettings settings = settings();
    try (Emulator emulator = Port.listening(spec, () -> Emulator.start(settings))) {
      announce(emulator, spec.commandLine().getOut());
      emulator.join();
      return OnboardingCli.DONE;
    }
  }

  /** What a client is given, and where the gateways' paths begin under it. */
  static void announce(Emulator emulator, PrintWriter out) {
    URI base = emulator.baseUri();
    out.println("Emulator at " + base);
    out.println("  what exists:        GET  " + base.resolve("/emulator/state"));
    out.println("  Joint Operations:   " + base.resolve("/joint-operations/v1") + "/...");
    out.println("  Billing Center:     " + base.resolve("/billing/v1") + "/...");
    out.println("  their base URL:     " + base);
    out.flush();
  }

  /** Its clock runs, and can be moved ahead. */
  EmulatorSettings settings() {
    return EmulatorSettings.builder()
        .port(Port.checked(spec, port))
        .token(token.given(spec))
        .clock(SettableClock.running())
        .lifecycle(lifecycle.rules(spec))
        .partner(Optional.ofNullable(partnerUrl).map(this::partner))
        .build();
  }

  private PartnerConnection partner(URI url) {
    try {
      return PartnerConnection.builder()
          .uri(url)
          .productionKey(keys.production(spec).get(0))
          .syncKey(keys.sync(spec).get(0))
          .publicKey(Optional.ofNullable(publicKey).map(this::pem))
          .build();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--partner-url " + e.getMessage());
    }
  }

  private String pem(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new ParameterException(
          spec.commandLine(), "--public-key must be a file that can be read");
    }
  }
}
