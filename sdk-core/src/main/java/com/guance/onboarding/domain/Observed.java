package com.guance.onboarding.domain;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A fact that an adapter has seen: in a callback whose signature held, or in an API's answer.
 *
 * <p>Adapters make theirs with the typed methods of {@code com.guance.onboarding.spi.Observations},
 * which stand on {@link #of}. Jackson binds no JSON to one. Printing shows kind and source only.
 * Immutable.
 */
public final class Observed implements Fact {

  private static final Names NOBODY = Names.builder().build();

  private final FactKind kind;
  private final Source source;
  private final Names names;
  private final String subject;
  private final EnumMap<Detail, String> values;
  private final Instant at;
  private @Nullable String key;
  private @Nullable Instant until;

  private Observed(Builder builder) {
    this.kind = builder.kind;
    this.source = builder.source;
    this.names = builder.names;
    this.subject = builder.subject;
    this.values = new EnumMap<>(builder.values);
    this.at = Objects.requireNonNull(builder.at, "at");
  }

  /**
   * Starts an observed fact; for the flow and {@code Observations}. Public because those are in
   * other packages, and no way in for a partner's own code: whoever names {@link Source#CALLBACK}
   * or {@link Source#READ} here vouches for it as an adapter does, and {@code
   * OnboardingFlow.record} believes it. It refuses every other source. Never let a request choose
   * kind, source or values.
   *
   * @param kind what kind of fact
   * @param source who told us
   * @return a builder
   */
  public static Builder of(FactKind kind, Source source) {
    return new Builder(kind, source);
  }

  /** {@return what kind of fact} */
  public FactKind kind() {
    return kind;
  }

  @Override
  public Source source() {
    return source;
  }

  /** {@return the names under which it may belong to somebody} */
  public Names names() {
    return names;
  }

  /** {@return what it is about, inside its kind; part of the business key} */
  public String subject() {
    return subject;
  }

  /** {@return what it says} */
  public Map<Detail, String> values() {
    return Collections.unmodifiableMap(values);
  }

  /**
   * One of the values.
   *
   * @param detail which
   * @return the value, empty when the fact does not carry it
   */
  public Optional<String> value(Detail detail) {
    return Optional.ofNullable(values.get(detail));
  }

  /** {@return whether {@link Detail#ON} is true} */
  public boolean on() {
    return "true".equals(values.get(Detail.ON));
  }

  /** {@return when its sender says so} */
  public Instant at() {
    return at;
  }

  /**
   * When something ends, as it says; worked out once, because plans ask for it at each decision.
   *
   * @return the time of {@link Detail#UNTIL}, empty when the fact does not carry it
   */
  public Optional<Instant> until() {
    Instant known = until;
    if (known == null && values.containsKey(Detail.UNTIL)) {
      known = Instant.parse(values.get(Detail.UNTIL));
      until = known;
    }
    return Optional.ofNullable(known);
  }

  /**
   * The business key: recording a second fact of the same key changes nothing.
   *
   * @return kind and subject; for readings also time and value
   */
  public String key() {
    String known = key;
    if (known == null) {
      known = kind.name() + "|" + subject;
      if (kind.reading()) {
        known += "@" + at.toEpochMilli() + "#" + Integer.toHexString(fingerprint());
      }
      key = known;
    }
    return known;
  }

  /** Tells two readings of one moment apart, the same in every process; nothing personal in it. */
  private int fingerprint() {
    int hash = 1;
    for (Map.Entry<Detail, String> value : values.entrySet()) {
      if (!value.getKey().personal()) {
        hash = 31 * hash + value.getKey().name().hashCode();
        hash = 31 * hash + value.getValue().hashCode();
      }
    }
    return hash;
  }

  /** Returns kind and source, nothing that could be personal. */
  @Override
  public String toString() {
    return "Observed[" + kind + " by " + source + "]";
  }

  /** Collects an observed fact; not safe for several threads. */
  public static final class Builder {

    private final FactKind kind;
    private final Source source;
    private final EnumMap<Detail, String> values = new EnumMap<>(Detail.class);
    private Names names = NOBODY;
    private String subject = "";
    private Instant at = Instant.EPOCH;

    private Builder(FactKind kind, Source source) {
      this.kind = kind;
      this.source = source;
    }

    /**
     * Whom it may belong to.
     *
     * @param value the names
     * @return this builder
     */
    public Builder names(Names value) {
      this.names = value;
      return this;
    }

    /**
     * What it is about.
     *
     * @param value the subject, part of the business key; nothing personal
     * @return this builder
     */
    public Builder subject(String value) {
      this.subject = value;
      return this;
    }

    /**
     * One thing that it says.
     *
     * @param detail which
     * @param value the value
     * @return this builder
     */
    public Builder with(Detail detail, String value) {
      values.put(detail, value);
      return this;
    }

    /**
     * One thing that it may say.
     *
     * @param detail which
     * @param value the value, or empty
     * @return this builder
     */
    public Builder with(Detail detail, Optional<String> value) {
      value.ifPresent(text -> values.put(detail, text));
      return this;
    }

    /**
     * When its sender says so.
     *
     * @param value the time
     * @return this builder
     */
    public Builder at(Instant value) {
      this.at = value;
      return this;
    }

    /** {@return the fact} */
    public Observed build() {
      return new Observed(this);
    }
  }
}
