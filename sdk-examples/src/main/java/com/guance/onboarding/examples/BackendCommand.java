package com.guance.onboarding.examples;

import com.guance.onboarding.domain.AppId;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.error.InvalidSettingException;
import com.guance.onboarding.examples.backend.Backend;
import com.guance.onboarding.examples.backend.BackendSettings;
import com.guance.onboarding.examples.backend.Hands;
import com.guance.onboarding.examples.backend.SellerPair;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Keeps a partner's backend up until it is stopped. */
@Command(
    name = "backend",
    description = "Runs a partner's backend against an emulator, until it is stopped.",
    mixinStandardHelpOptions = true)
final class BackendCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private KooGalleryKeys keys;

  @Option(names = "--port", description = "The port; 0 takes a free one.", defaultValue = "8082")
  private int port;

  @Option(names = "--host", description = "The address to listen at (default: loopback).")
  private @Nullable String host;

  @Option(names = "--operator-token", description = "What the pages ask for; needed with --host.")
  private @Nullable String operatorToken;

  @Option(names = "--emulator", required = true, description = "The address of the emulator.")
  private URI emulator;

  @Mixin private GatewayToken token;

  @Mixin private StoreOptions store;

  @Option(
      names = "--node",
      description = "The name of this process, unique among those on one store.",
      defaultValue = "node-1")
  private String node;

  @Option(
      names = "--people",
      description =
          "Who does the steps without a public API: none (gateways), marketplace (default), billing"
              + " or all.",
      defaultValue = "marketplace")
  private String people;

  @Option(names = "--request", description = "A request in YAML; what it states is not asked for.")
  private @Nullable Path request;

  @Option(
      names = "--private-key",
      description =
          "A PEM file; opens the applications' secrets (default: one that is made; needed with a"
              + " database server).")
  private List<Path> privateKeys = List.of();

  @Option(names = "--app-id", description = "The application that members sign in to.")
  private @Nullable String appId;

  @Option(names = "--run-test-orders", description = "Onboards KooGallery's debugging orders too.")
  private boolean runTestOrders;

  @Option(
      names = "--data-kept",
      description =
          "How long Guance keeps the data of a locked workspace, such as P14D (the default); PT0S"
              + " where closing locks nothing. The emulator's --countdown is the other end of it.")
  private @Nullable Duration dataKept;

  @SuppressWarnings("NullAway.Init") // picocli fills in specification and options
  BackendCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    BackendSettings settings = settings();
    System.out.println("Store: " + settings.world().store());
    try (SellerPair pair = SellerPair.announce(settings);
        Backend backend = Port.listening(spec, () -> Backend.start(settings))) {
      pair.share(backend);
      Thread end = new Thread(backend::close, "backend-end");
      Runtime.getRuntime().addShutdownHook(end);
      System.out.println("Backend at " + backend.baseUri());
      System.out.println(
          "  production URL:  " + backend.baseUri().resolve(Backend.PRODUCTION_PATH));
      System.out.println("  sign-in landing: " + backend.baseUri().resolve("/sign-in"));
      System.out.println("  onboardings:     " + backend.baseUri().resolve("/onboardings"));
      backend.join();
      return OnboardingCli.DONE;
    } catch (InvalidSettingException e) {
      throw new ParameterException(
          spec.commandLine(), "--" + e.field() + " " + e.rule() + ": " + e.remedy());
    }
  }

  BackendSettings settings() {
    BackendSettings.Keys shared =
        new BackendSettings.Keys(
            keys.production(spec),
            keys.sync(spec),
            privateKeys.stream().map(BackendCommand::pem).toList());
    return new BackendSettings(
        new BackendSettings.Listen(
            Optional.ofNullable(host),
            Port.checked(spec, port),
            Optional.ofNullable(operatorToken).map(Secret::of)),
        shared,
        new BackendSettings.World(emulator, token.given(spec), store.store(), node),
        new BackendSettings.Work(
            hands(),
            runTestOrders,
            known(),
            Optional.ofNullable(appId).map(AppId::new),
            dataKept()));
  }

  private static Secret pem(Path file) {
    try {
      return Secret.of(Files.readString(file));
    } catch (IOException e) {
      throw new InvalidInputException("--private-key", "must be a file that can be read");
    }
  }

  private Map<Field, String> known() {
    return request == null ? Map.of() : RequestFile.read(request).answers();
  }

  private Optional<Duration> dataKept() {
    if (dataKept != null && dataKept.isNegative()) {
      throw new ParameterException(spec.commandLine(), "--data-kept must not be negative");
    }
    return Optional.ofNullable(dataKept);
  }

  private Hands hands() {
    return Hands.from(people)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(), "--people must be none, marketplace, billing or all"));
  }
}
