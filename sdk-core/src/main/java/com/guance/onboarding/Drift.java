package com.guance.onboarding;

import com.guance.onboarding.domain.Stage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One thing in which what is recorded and what is out there differ.
 *
 * <p>Values are ids and settings by their names; what belongs to a person or names a company is
 * {@value #HIDDEN}. Immutable.
 *
 * @param stage where in the onboarding
 * @param kind how they differ
 * @param local what is recorded here; of different values only those that differ
 * @param remote what is out there
 * @param repair what {@link OnboardingFlow#repair} would do; empty where only people can mend it
 */
public record Drift(
    Stage stage,
    Kind kind,
    Map<String, String> local,
    Map<String, String> remote,
    Optional<Repair> repair) {

  /** Stands for a value that is not shown. */
  public static final String HIDDEN = "***";

  private static final int ID_BYTES = 6;

  /**
   * Copies the maps.
   *
   * @param stage where in the onboarding
   * @param kind how they differ
   * @param local what is recorded here
   * @param remote what is out there
   * @param repair what {@link OnboardingFlow#repair} would do
   */
  public Drift {
    local = Collections.unmodifiableMap(new TreeMap<>(local));
    remote = Collections.unmodifiableMap(new TreeMap<>(remote));
  }

  /** How the two sides differ. */
  public enum Kind {
    /** It is out there, and not recorded here: an answer or a callback was lost. */
    UNRECORDED,
    /** It is recorded here, and is not out there any more. */
    GONE,
    /** It is out there and recorded as bound, and is bound to nothing any more. */
    UNBOUND,
    /** It is on both sides and belongs to another one: organization, account or buyer. */
    ELSEWHERE,
    /** It is on both sides with different values. */
    DIFFERS,
    /** It is out there and locked, and is not recorded as frozen or released. */
    LOCKED
  }

  /** What mends a drift. Each only records what was read; nothing out there is changed. */
  public enum Repair {
    /** What is out there is taken over. */
    ADOPT,
    /** It is recorded as gone, its stage opens again, and the next advance does it again. */
    REOPEN,
    /** It is recorded as gone; the onboarding has ended and stays so. */
    RECORD
  }

  /**
   * A name for this drift: the same as long as both sides stay as they are, in every process.
   *
   * @return stage, kind and a digest of the values, such as {@code
   *     APP_BINDING-UNBOUND-0a1b2c3d4e5f}
   */
  public String id() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((local + "\n" + remote + "\n" + repair).getBytes(StandardCharsets.UTF_8));
      return stage + "-" + kind + "-" + HexFormat.of().formatHex(hash, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** {@return what to do about it, in English} */
  public String remedy() {
    return repair
        .map(
            way ->
                switch (way) {
                  case ADOPT -> "Take over what is out there.";
                  case REOPEN -> "Record that it is gone; the next advance does it again.";
                  case RECORD -> "Record that it is gone; the onboarding stays as it ended.";
                })
        .orElseGet(
            () ->
                switch (kind) {
                  case ELSEWHERE -> "Ask the buyer which one is meant; nothing is taken over.";
                  case LOCKED -> "The owner unlocks it in the Billing Center.";
                  default -> "Ask who runs the other side; nothing here can mend it.";
                });
  }

  /** Returns the id. */
  @Override
  public String toString() {
    return "Drift[" + id() + "]";
  }
}
