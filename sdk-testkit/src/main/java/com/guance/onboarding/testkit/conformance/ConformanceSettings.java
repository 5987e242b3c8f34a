package com.guance.onboarding.testkit.conformance;

import com.guance.onboarding.domain.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.immutables.value.Value;

/** Which endpoint is judged, and how. Immutable. */
@Value.Immutable
public abstract class ConformanceSettings {

  ConformanceSettings() {}

  /** {@return the production URL; the kit's paths are appended to it, as KooGallery does} */
  public abstract URI endpoint();

  /** {@return the access key of the production interface} */
  @Value.Redacted
  public abstract Secret productionKey();

  /** {@return the access key of the synchronization interface} */
  @Value.Redacted
  public abstract Secret syncKey();

  /** {@return which orders are used; fresh ones unless set} */
  @Value.Default
  public Orders orders() {
    return Orders.FRESH;
  }

  /** {@return how long an answer may take; 5 seconds unless set, as KooGallery waits} */
  @Value.Default
  public Duration answerWithin() {
    return Duration.ofSeconds(5);
  }

  /** {@return the names of the only scenarios to run; all run if there are none} */
  public abstract Set<String> only();

  /** {@return the names of scenarios to leave out, where a partner has decided otherwise} */
  public abstract Set<String> except();

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects settings. */
  public static final class Builder extends ImmutableConformanceSettings.Builder {
    Builder() {}
  }
}
