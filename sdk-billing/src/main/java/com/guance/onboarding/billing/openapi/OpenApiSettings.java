package com.guance.onboarding.billing.openapi;

import com.guance.onboarding.billing.SiteHosts;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.error.InvalidSettingException;
import com.guance.onboarding.transport.HttpSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.immutables.value.Value;

/** Which workspace to talk to, with which key, and how patiently. */
@Value.Immutable
public abstract class OpenApiSettings {

  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final Duration LONGEST = Duration.ofDays(1);

  OpenApiSettings() {}

  /**
   * Where to: the OpenAPI's address without {@code /api/v1}, and everything else about HTTP. An
   * authorizer in it is replaced by ours; the deadline is {@link #deadline()}.
   *
   * @return the HTTP settings
   */
  public abstract HttpSettings http();

  /**
   * The <em>Key ID</em> of an API key of the workspace, not its secret. Asked for every attempt, so
   * that a key can be changed while calls go on.
   *
   * @return the source of the key
   */
  @Value.Redacted
  public abstract Supplier<Secret> key();

  /**
   * Whose key it is, where that is known: then the limit of the workspace counts too, for
   * installations that use several keys of one workspace.
   *
   * @return the workspace
   */
  public abstract Optional<WorkspaceId> workspace();

  /** {@return what keeps calls within the documented limits; one per client unless shared} */
  @Value.Default
  public Pacing pacing() {
    return Pacing.documented();
  }

  /**
   * How long one call may take with all its waits. The default is long enough for 50 threads that
   * share one key and call without a pause: each waits for at most 50 others, which is three
   * windows of a minute. Where it is too short for a turn, the call fails at once with a {@link
   * com.guance.onboarding.error.RateLimitedException} that says when to come back; of 50 calls made
   * at one moment, the 41st has its turn after 122 seconds.
   *
   * @return four minutes unless set
   */
  @Value.Default
  public Duration deadline() {
    return Duration.ofMinutes(4);
  }

  /**
   * How long to wait when Guance throttles without saying how long: four attempts then span its
   * window of a minute.
   *
   * @return 20 seconds unless set
   */
  @Value.Default
  public Duration throttledWait() {
    return Duration.ofSeconds(20);
  }

  @Value.Check
  void check() {
    checkDeadline(deadline());
    if (throttledWait().isNegative() || throttledWait().compareTo(LONGEST) > 0) {
      throw new InvalidSettingException(
          "throttledWait", "must be from zero to a day", "leave it out");
    }
  }

  static void checkDeadline(Duration deadline) {
    if (deadline.compareTo(SHORTEST) < 0 || deadline.compareTo(LONGEST) > 0) {
      throw new InvalidSettingException(
          "deadline", "must be from a millisecond to a day", "leave it out");
    }
  }

  /**
   * The settings for a site, with every default.
   *
   * @param site the workspace's site
   * @param keyId the Key ID of an API key
   * @return the settings
   * @throws com.guance.onboarding.domain.InvalidInputException if the site's OpenAPI address is not
   *     known
   */
  public static OpenApiSettings of(SiteHosts site, Secret keyId) {
    return builder().http(site.http(site.requireOpenApi(), more -> {})).key(() -> keyId).build();
  }

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects settings. */
  public static final class Builder extends ImmutableOpenApiSettings.Builder {
    Builder() {}
  }
}
