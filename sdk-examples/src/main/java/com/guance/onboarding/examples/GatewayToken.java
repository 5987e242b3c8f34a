package com.guance.onboarding.examples;

import com.guance.onboarding.domain.Secret;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The bearer token of the gateways, as an option or from the environment. */
final class GatewayToken {

  /** Where it comes from unless it is given: arguments show in the list of processes. */
  static final String VARIABLE = "GATEWAY_TOKEN";

  @Option(
      names = "--gateway-token",
      description =
          "The bearer token that calls of the two gateways carry (default: the environment's "
              + VARIABLE
              + "; without either, none is asked for and none is sent).")
  private @Nullable String token;

  @SuppressWarnings("NullAway.Init") // picocli fills in the option
  GatewayToken() {}

  Optional<Secret> given(CommandSpec spec) {
    if (token != null && token.isBlank()) {
      throw new ParameterException(spec.commandLine(), "--gateway-token must not be blank");
    }
    return orOfTheEnvironment(token);
  }

  static Optional<Secret> orOfTheEnvironment(@Nullable String token) {
    return Optional.ofNullable(token == null ? System.getenv(VARIABLE) : token)
        .filter(one -> !one.isBlank())
        .map(Secret::of);
  }
}
