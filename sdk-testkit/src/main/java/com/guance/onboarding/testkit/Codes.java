package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.VerificationId;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Verification codes by e-mail; only the mailbox ever shows them. */
final class Codes {

  static final String REGISTER = "REGISTER";
  static final String BIND = "BIND";
  static final String CREATE_WORKSPACE = "CREATE_WORKSPACE";
  static final String REGISTER_ACCOUNT = "REGISTER_ACCOUNT";

  private static final Set<String> PURPOSES =
      Set.of(REGISTER, BIND, CREATE_WORKSPACE, REGISTER_ACCOUNT);

  private final World world;

  Codes(World world) {
    this.world = world;
  }

  /** A code that somebody typed. */
  record Typed(String verificationId, String code) {}

  /** A code on its way, and whether this call has sent it. */
  record Sent(CodeRow row, boolean fresh) {}

  Sent send(String purpose, String email, String reference) {
    Values.oneOf(PURPOSES, "purpose", purpose, "one of the purposes of the contract");
    Values.email("email", email);
    Values.reference(reference);
    Optional<CodeRow> out =
        usable(reference).findFirst().filter(row -> world.settings().idempotencyKeys());
    if (out.isPresent()) {
      if (!out.get().email().equals(email) || !out.get().purpose().equals(purpose)) {
        throw Refused.conflict("IDEMPOTENCY_KEY_REUSED", "the reference is in use for another");
      }
      return new Sent(out.get(), false);
    }
    refuseTooSoon(purpose, email);
    return new Sent(post(purpose, email, reference), true);
  }

  private void refuseTooSoon(String purpose, String email) {
    world.tables().codes.values().stream()
        .filter(row -> row.purpose().equals(purpose) && row.email().equals(email))
        .filter(row -> !row.used())
        .max(Comparator.comparing(CodeRow::resendAfter))
        .filter(row -> row.resendAfter().isAfter(world.now()))
        .ifPresent(
            row -> {
              throw Refused.of(429, "CODE_RECENTLY_SENT", "a code was sent a moment ago")
                  .retryAfter(Duration.between(world.now(), row.resendAfter()));
            });
  }

  private CodeRow post(String purpose, String email, String reference) {
    EmulatorSettings.CodeRules rules = world.settings().codeRules();
    CodeRow row =
        ImmutableCodeRow.builder()
            .verificationId(world.ids().next("ver-"))
            .purpose(purpose)
            .email(email)
            .externalReference(reference)
            .code(world.ids().code())
            .sentAt(world.now())
            .expiresAt(world.now().plus(rules.lifetime()))
            .resendAfter(world.now().plus(rules.resendAfter()))
            .wrongAttempts(0)
            .used(false)
            .build();
    world.tables().codes.put(row.verificationId(), row);
    world
        .tables()
        .mail
        .add(
            ImmutableMail.builder()
                .to(email)
                .purpose(purpose)
                .verification(new VerificationId(row.verificationId()))
                .code(Secret.of(row.code()))
                .sentAt(row.sentAt())
                .build());
    return row;
  }

  /** Codes that can still be used. */
  Stream<CodeRow> usable(String reference) {
    return world.tables().codes.values().stream()
        .filter(row -> row.externalReference().equals(reference))
        .filter(row -> !row.used() && row.expiresAt().isAfter(world.now()))
        .filter(row -> row.wrongAttempts() < world.settings().codeRules().attempts());
  }

  /** Takes a code, or refuses it; called last, so that another refusal does not spend it. */
  void use(Typed typed, String purpose, String email) {
    CodeRow row = world.tables().codes.get(typed.verificationId());
    if (row == null || !row.purpose().equals(purpose) || !row.email().equals(email)) {
      throw refused("CODE_NOT_FOUND", "no such code was sent for this");
    }
    if (row.used()) {
      throw refused("CODE_USED", "the code was used before");
    }
    if (!row.expiresAt().isAfter(world.now())) {
      throw refused("CODE_EXPIRED", "the code has expired");
    }
    int attempts = world.settings().codeRules().attempts();
    boolean right = row.code().equals(typed.code()) && row.wrongAttempts() < attempts;
    ImmutableCodeRow.Builder tried = ImmutableCodeRow.builder().from(row);
    if (right) {
      world.tables().codes.put(row.verificationId(), tried.used(true).build());
      return;
    }
    int wrong = row.wrongAttempts() + 1;
    world.tables().codes.put(row.verificationId(), tried.wrongAttempts(wrong).build());
    throw wrong < attempts
        ? refused("CODE_WRONG", "the code is wrong")
        : refused("CODE_ATTEMPTS_EXCEEDED", "the code was wrong too often");
  }

  private static Refused refused(String code, String message) {
    return Refused.of(422, code, message).field("code", "the digits of the newest e-mail");
  }
}
