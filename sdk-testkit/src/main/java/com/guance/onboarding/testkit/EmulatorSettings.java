package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** How an emulator behaves; every value has a default that suits tests. Immutable. */
@Value.Immutable
public abstract class EmulatorSettings {

  private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");

  EmulatorSettings() {}

  /** {@return the port on the loopback address; 0, the default, takes a free one} */
  @Value.Default
  public int port() {
    return 0;
  }

  /** {@return the clock; by default one that stands still until it is moved} */
  @Value.Default
  public SettableClock clock() {
    return SettableClock.standing(START);
  }

  /** {@return the token that gateway calls must carry; without one, none is asked for} */
  public abstract Optional<Secret> token();

  /**
   * {@return whether idempotency keys and external references are honoured, as the contract says}
   * Switched off, whatever is sent twice is done twice: only the SDK's own care protects.
   */
  @Value.Default
  public boolean idempotencyKeys() {
    return true;
  }

  /** {@return how long each gateway call takes, in real time; nothing by default} */
  @Value.Default
  public Duration callTime() {
    return Duration.ZERO;
  }

  /** {@return how long the fault {@code delay} holds an answer back, in real time} */
  @Value.Default
  public Duration longDelay() {
    return Duration.ofMillis(1500);
  }

  /** {@return how long the console creates an organization, on the clock; nothing by default} */
  @Value.Default
  public Duration organizationCreationTime() {
    return Duration.ZERO;
  }

  /** {@return how long an order stays invisible after the purchase, on the clock} */
  @Value.Default
  public Duration activationTime() {
    return Duration.ZERO;
  }

  /** {@return how verification codes live} */
  @Value.Default
  public CodeRules codeRules() {
    return new CodeRules(Duration.ofMinutes(10), Duration.ofSeconds(60), 5);
  }

  /** {@return how workspaces live on after the onboarding, and end} */
  @Value.Default
  public LifecycleRules lifecycle() {
    return LifecycleRules.builder().build();
  }

  /** {@return the partner's backend that KooGallery calls; by default it calls nobody} */
  public abstract Optional<PartnerConnection> partner();

  /**
   * {@return the keys that calls of KooGallery's open APIs must be signed with; without them, no
   * signature is asked for}
   */
  public abstract Optional<AccessKey> accessKey();

  /** {@return the keys that calls of the private deployment's External API are signed with} */
  @Value.Default
  public AccessKey deploymentKey() {
    return new AccessKey("external-access-key", Secret.of("external-secret-key"));
  }

  /** {@return how the private deployment writes signatures; hexadecimal by default} */
  @Value.Default
  public SignatureText deploymentSignature() {
    return SignatureText.HEX;
  }

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * How verification codes live.
   *
   * @param lifetime until they expire
   * @param resendAfter until another one can be sent to the same address
   * @param attempts how many wrong ones are taken
   */
  public record CodeRules(Duration lifetime, Duration resendAfter, int attempts) {}

  /**
   * A seller's keys for the open APIs.
   *
   * @param id the access key
   * @param secret the secret key
   */
  public record AccessKey(String id, Secret secret) {}

  /** How a signature is written; Guance's documents show both. */
  public enum SignatureText {
    /** Lower-case hexadecimal digits. */
    HEX,
    /** Base64. */
    BASE64
  }

  /** Collects settings. */
  public static final class Builder extends ImmutableEmulatorSettings.Builder {
    Builder() {}
  }
}
