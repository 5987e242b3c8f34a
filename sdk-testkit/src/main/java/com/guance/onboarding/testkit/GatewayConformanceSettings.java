package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.VerificationId;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.immutables.value.Value;

/** Which gateway is judged, and what may be used for it. Immutable. */
@Value.Immutable
public abstract class GatewayConformanceSettings {

  private static final Pattern RUN = Pattern.compile("[a-z0-9]{1,12}");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int RUN_LENGTH = 8;
  private static final int BASE = 36;

  GatewayConformanceSettings() {}

  /** {@return which contract it speaks} */
  public abstract GatewayKind kind();

  /** {@return the address before {@code /joint-operations/v1} or {@code /billing/v1}} */
  public abstract URI baseUrl();

  /** {@return the token that it asks for; empty if it asks for none} */
  @Value.Redacted
  public abstract Optional<Secret> bearer();

  /**
   * {@return what the names and keys of this run are made from, 1 to 12 lower-case letters and
   * digits; random unless set}
   */
  @Value.Default
  public String run() {
    StringBuilder run = new StringBuilder(RUN_LENGTH);
    for (int i = 0; i < RUN_LENGTH; i++) {
      run.append(Character.forDigit(RANDOM.nextInt(BASE), BASE));
    }
    return run.toString();
  }

  /** {@return a buyer without any account or organization that matters; made up unless set} */
  @Value.Default
  public HuaweiAccountId buyer() {
    return new HuaweiAccountId("conformance-" + run());
  }

  /** {@return an order line of that buyer, not bound yet; without one, binding is not tried} */
  public abstract Optional<OrderKey> order();

  /** {@return an address for codes, of no Guance account yet; without one, no code is sent} */
  @Value.Redacted
  public abstract Optional<String> email();

  /**
   * {@return what finds the code that was sent, in a mailbox or by asking a person; without it,
   * nothing is registered}
   */
  @Value.Redacted
  public abstract Optional<Function<VerificationId, Secret>> codes();

  @Value.Check
  void check() {
    if (!RUN.matcher(run()).matches()) {
      throw new IllegalArgumentException("run must be 1 to 12 lower-case letters and digits");
    }
  }

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects settings. */
  public static final class Builder extends ImmutableGatewayConformanceSettings.Builder {
    Builder() {}
  }
}
