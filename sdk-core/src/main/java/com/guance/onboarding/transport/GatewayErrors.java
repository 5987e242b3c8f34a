package com.guance.onboarding.transport;

import com.guance.onboarding.error.AuthenticationException;
import com.guance.onboarding.error.ConflictException;
import com.guance.onboarding.error.InvalidRequestException;
import com.guance.onboarding.error.PermissionException;
import com.guance.onboarding.error.RateLimitedException;
import com.guance.onboarding.error.Refusal;
import com.guance.onboarding.error.RemoteException;
import com.guance.onboarding.error.UnavailableException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The error table of a gateway that refuses with {@code {"error":{"code","field","rule",
 * "existingId","allowedFrom"},"requestId"}}: the code decides, the status only where no table knows
 * the code. Immutable.
 *
 * <p>A field is named as our request files spell it, or not at all: whatever the customer did not
 * choose is not the customer's to mend. Rules are in our own words; the gateway's are taken over
 * only for fields that may be quoted.
 */
public final class GatewayErrors implements ErrorDecoder {

  private static final Pattern WIRE_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9.]{0,63}");
  private static final int LONGEST_ID = 128;
  private static final String NOT_ACCEPTED = "is not accepted";

  private final Map<String, Entry> codes;
  private final Map<String, Map<String, String>> fields;
  private final Set<String> quotable;

  private GatewayErrors(Builder from) {
    codes = Map.copyOf(from.codes);
    fields = Map.copyOf(from.fields);
    quotable = Set.copyOf(from.quotable);
  }

  /**
   * Starts with the codes that every gateway has.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder()
        .code("INVALID_REQUEST", InvalidRequestException::new)
        .code("INVALID_VALUE", InvalidRequestException::new)
        .code("UNAUTHENTICATED", AuthenticationException::new)
        .code("FORBIDDEN", PermissionException::new)
        .code("THROTTLED", RateLimitedException::new)
        .code("UNAVAILABLE", UnavailableException::new)
        .code(
            "IDEMPOTENCY_KEY_REUSED",
            ConflictException::new,
            "the same thing was asked for before with other values");
  }

  @Override
  public RemoteException decode(RemoteAnswer answer) {
    String code = error(answer, "code").orElse(null);
    Entry entry = code == null ? null : codes.get(code);
    String wire = error(answer, "field").orElse(null);
    String ours = ours(answer.operation(), wire, entry);
    Refusal.Builder refusal =
        answer
            .refusal()
            .code(code)
            .field(ours)
            .rule(rule(answer, entry, wire, ours))
            .existingId(
                error(answer, "existingId").filter(id -> id.length() <= LONGEST_ID).orElse(null))
            .allowedFrom(error(answer, "allowedFrom").map(GatewayErrors::time).orElse(null));
    if (answer.header("X-Request-Id").isEmpty()) {
      answer.text("requestId").ifPresent(refusal::requestId);
    }
    return entry == null
        ? ErrorDecoder.byStatus(answer.status(), refusal.build())
        : entry.type.apply(refusal.build());
  }

  /** The field that the answer names, else the one that the code belongs to. */
  private @Nullable String ours(String operation, @Nullable String wire, @Nullable Entry entry) {
    Map<String, String> known = fields.getOrDefault(operation, Map.of());
    String named = wire == null ? null : known.get(wire);
    return named != null || entry == null || entry.field == null ? named : known.get(entry.field);
  }

  private @Nullable String rule(
      RemoteAnswer answer, @Nullable Entry entry, @Nullable String wire, @Nullable String ours) {
    if (entry != null && entry.rule != null) {
      return entry.rule;
    }
    if (ours != null) {
      return quotable.contains(ours) ? error(answer, "rule").orElse(NOT_ACCEPTED) : NOT_ACCEPTED;
    }
    if (wire != null && WIRE_NAME.matcher(wire).matches()) {
      return wire + " is not accepted, and is not the customer's to choose";
    }
    boolean strange = entry == null && answer.status() < 500 && error(answer, "code").isEmpty();
    return strange ? "without a code: is this the gateway's address?" : null;
  }

  private static @Nullable Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static Optional<String> error(RemoteAnswer answer, String name) {
    return answer.text("error", name).filter(text -> !text.isBlank());
  }

  private record Entry(
      Function<Refusal, RemoteException> type, @Nullable String rule, @Nullable String field) {}

  /** Collects codes and fields. Not thread-safe. */
  public static final class Builder {

    private final Map<String, Entry> codes = new HashMap<>();
    private final Map<String, Map<String, String>> fields = new HashMap<>();
    private final Set<String> quotable = new HashSet<>();

    private Builder() {}

    /**
     * Names a code.
     *
     * @param code the code
     * @param type what it becomes
     * @return this builder
     */
    public Builder code(String code, Function<Refusal, RemoteException> type) {
      codes.put(code, new Entry(type, null, null));
      return this;
    }

    /**
     * Names a code that has but one reason.
     *
     * @param code the code
     * @param type what it becomes
     * @param rule the reason, in our own words
     * @return this builder
     */
    public Builder code(String code, Function<Refusal, RemoteException> type, String rule) {
      codes.put(code, new Entry(type, rule, null));
      return this;
    }

    /**
     * Names a code that belongs to one field.
     *
     * @param code the code
     * @param type what it becomes
     * @param rule the reason, in our own words
     * @param wire the field on the wire, for a gateway that names none of the customer's
     * @return this builder
     */
    public Builder code(
        String code, Function<Refusal, RemoteException> type, String rule, String wire) {
      codes.put(code, new Entry(type, rule, wire));
      return this;
    }

    /**
     * Translates the fields of one operation.
     *
     * @param operation the operation
     * @param oursByWire our names by those on the wire
     * @return this builder
     */
    public Builder fields(String operation, Map<String, String> oursByWire) {
      fields.put(operation, Map.copyOf(oursByWire));
      return this;
    }

    /**
     * Lets the gateway's own words about a field into messages, because the field's values are
     * neither secret nor personal.
     *
     * @param ours the field, by our name
     * @return this builder
     */
    public Builder quotable(String ours) {
      quotable.add(ours);
      return this;
    }

    /**
     * Finishes the table.
     *
     * @return the table
     */
    public GatewayErrors build() {
      return new GatewayErrors(this);
    }
  }
}
