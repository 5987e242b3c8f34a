package com.guance.onboarding.billing.openapi;

import com.guance.onboarding.billing.Sites;
import com.guance.onboarding.transport.HttpSettings;
import java.time.Duration;
import java.util.function.Consumer;
import org.immutables.value.Value;

/** Where a verifier asks, and how patiently. */
@Value.Immutable
public abstract class VerifierSettings {

  VerifierSettings() {}

  /** {@return where each site answers; the documented sites of Guance unless set} */
  @Value.Default
  public Sites sites() {
    return Sites.documented();
  }

  /** {@return what keeps calls within the limits; share it with every client of the process} */
  @Value.Default
  public Pacing pacing() {
    return Pacing.documented();
  }

  /**
   * How long one look may take, with all its calls, pages and waits. A turn that comes later is
   * told to the flow, which comes back then.
   *
   * @return 20 seconds unless set; shorter than the flow's claim
   */
  @Value.Default
  public Duration deadline() {
    return Duration.ofSeconds(20);
  }

  /** {@return what else to set about HTTP, such as a proxy; nothing unless set} */
  @Value.Default
  public Consumer<HttpSettings.Builder> http() {
    return http -> {};
  }

  @Value.Check
  void check() {
    OpenApiSettings.checkDeadline(deadline());
  }

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects settings. */
  public static final class Builder extends ImmutableVerifierSettings.Builder {
    Builder() {}
  }
}
