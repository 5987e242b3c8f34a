package com.guance.onboarding;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.guance.onboarding.domain.AppId;
import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.Names;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Source;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.error.StoreException;
import com.guance.onboarding.spi.FactRow;
import com.guance.onboarding.spi.Sealer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Facts as rows: short JSON, personal values apart and sealed where there is a sealer. */
final class FactCodec {

  /** Their subject tells one member from another, and who guesses a member could compare. */
  private static final Set<FactKind> OF_MEMBERS =
      Set.of(FactKind.MEMBER_SYNCED, FactKind.SIGNED_IN);

  private static final String SUBJECT = "j";

  private static final FactCodec PLAIN = new FactCodec(Optional.empty());

  private final Optional<Sealer> sealer;

  FactCodec(Optional<Sealer> sealer) {
    this.sealer = sealer;
  }

  FactRow encode(OnboardingId owner, Observed fact) {
    return encode(owner, fact, key(fact));
  }

  /** The same with the key that the row has where it comes from. */
  FactRow encode(OnboardingId owner, Observed fact, String key) {
    JsonText row = new JsonText();
    row.text("k", fact.kind().name()).text("s", fact.source().name());
    if (!fact.subject().isEmpty() && !OF_MEMBERS.contains(fact.kind())) {
      row.text(SUBJECT, fact.subject());
    }
    if (!fact.at().equals(Instant.EPOCH)) {
      row.number("t", fact.at().toEpochMilli());
    }
    encodeNames(row, fact.names(), owner);
    encodeValues(row, fact, owner, key);
    return new FactRow(key, row.end());
  }

  /** The key of a fact's row: the fact's own, or a name for it where it tells of a member. */
  String key(Observed fact) {
    if (sealer.isEmpty()) {
      return fact.key();
    }
    return OF_MEMBERS.contains(fact.kind())
        ? fact.kind().name() + "|" + name("fact", fact.key())
        : storable(fact.key());
  }

  /** What no store keeps comes back as something else, and what is sealed would not open there. */
  private static String storable(String key) {
    return new String(key.replace('\0', '?').getBytes(UTF_8), UTF_8);
  }

  private static String context(OnboardingId owner, String key) {
    return owner.value() + "\n" + key;
  }

  /** A name for a text that tells of people: equal texts have the same under one key of a ring. */
  String name(String purpose, String text) {
    return sealer.map(keys -> keys.name(purpose, text)).orElseGet(() -> OrderIds.digest(text));
  }

  private static void encodeNames(JsonText row, Names names, OnboardingId owner) {
    names.onboarding().filter(id -> !id.equals(owner)).ifPresent(id -> row.text("b", id.value()));
    names.order().ifPresent(key -> row.texts("o", List.of(key.orderId(), key.orderLineId())));
    names.orderId().ifPresent(value -> row.text("d", value));
    names.instance().ifPresent(value -> row.text("i", value.value()));
    names.tenant().ifPresent(value -> row.text("n", value.value()));
    names.app().ifPresent(value -> row.text("a", value.value()));
    names.account().ifPresent(value -> row.text("h", value.value()));
  }

  private void encodeValues(JsonText row, Observed fact, OnboardingId owner, String key) {
    boolean open = false;
    boolean personal = OF_MEMBERS.contains(fact.kind());
    for (Map.Entry<Detail, String> value : fact.values().entrySet()) {
      if (value.getKey().personal()) {
        personal = true;
      } else {
        if (!open) {
          row.open("v");
          open = true;
        }
        row.text(value.getKey().name(), value.getValue());
      }
    }
    if (open) {
      row.close();
    }
    if (personal && sealer.isPresent()) {
      JsonText sealed = new JsonText();
      writePersonal(sealed, fact);
      putPersonal(row, sealed.end(), context(owner, key));
    } else if (personal) {
      row.open("p");
      writePersonal(row, fact);
      row.close();
    }
  }

  private static void writePersonal(JsonText json, Observed fact) {
    if (OF_MEMBERS.contains(fact.kind())) {
      json.text(SUBJECT, fact.subject());
    }
    for (Map.Entry<Detail, String> value : fact.values().entrySet()) {
      if (value.getKey().personal()) {
        json.text(value.getKey().name(), value.getValue());
      }
    }
  }

  /** Puts what is personal, as JSON, into a row: sealed where there is a sealer. */
  void putPersonal(JsonText row, String personal, String context) {
    if (sealer.isPresent()) {
      row.text("p", sealer.get().seal(personal, context));
    } else {
      row.json("p", personal);
    }
  }

  /** What {@link #putPersonal} has put in; a missing node if that was nothing. */
  JsonNode personal(JsonNode row, String context) {
    JsonNode personal = row.path("p");
    return personal.isTextual() ? read(open(personal.asText(), context)) : personal;
  }

  Observed decode(OnboardingId owner, FactRow row) {
    JsonNode json = read(row.body());
    Observed.Builder fact =
        Observed.of(
            Enums.read(FactKind.class, json.path("k").asText(), FactKind.UNKNOWN),
            Enums.read(Source.class, json.path("s").asText(), Source.UNKNOWN));
    JsonNode personal = personal(json, context(owner, row.key()));
    fact.subject(personal.path(SUBJECT).asText(json.path(SUBJECT).asText("")));
    fact.at(Instant.ofEpochMilli(json.path("t").asLong(0)));
    fact.names(decodeNames(json, owner));
    decodeValues(json.path("v"), fact);
    decodeValues(personal, fact);
    return fact.build();
  }

  /**
   * Whether this version reads all that a row says, and would write the same: if not, a newer
   * version has put in what a copy would lose.
   */
  boolean whole(OnboardingId owner, FactRow row) {
    Observed fact = decode(owner, row);
    if (fact.kind() == FactKind.UNKNOWN || fact.source() == Source.UNKNOWN) {
      return false;
    }
    if (!(read(row.body()) instanceof ObjectNode stored)) {
      return false;
    }
    if (stored.has("p")) {
      stored.set("p", personal(stored, context(owner, row.key())));
    }
    return stored.equals(read(PLAIN.encode(owner, fact).body()));
  }

  /** A fact that was just made, as it will be read: decoding what was encoded gives the same. */
  static Observed asRead(OnboardingId owner, Observed fact) {
    Instant at = fact.at().truncatedTo(ChronoUnit.MILLIS);
    if (fact.names().onboarding().isPresent() && at.equals(fact.at())) {
      return fact;
    }
    Names names = Names.builder().onboarding(owner).from(fact.names()).build();
    Observed.Builder read = Observed.of(fact.kind(), fact.source()).names(names);
    fact.values().forEach(read::with);
    return read.subject(fact.subject()).at(at).build();
  }

  private String open(String sealed, String context) {
    return sealer
        .orElseThrow(
            () ->
                new StoreException("read fact", "it is sealed and no key ring is set", false, null))
        .open(sealed, context);
  }

  private static Names decodeNames(JsonNode json, OnboardingId owner) {
    Names.Builder names =
        Names.builder().onboarding(json.has("b") ? new OnboardingId(text(json, "b")) : owner);
    if (json.has("o")) {
      names.order(new OrderKey(json.path("o").path(0).asText(), json.path("o").path(1).asText()));
    }
    if (json.has("d")) {
      names.orderId(text(json, "d"));
    }
    if (json.has("i")) {
      names.instance(new InstanceId(text(json, "i")));
    }
    if (json.has("n")) {
      names.tenant(new TenantId(text(json, "n")));
    }
    if (json.has("a")) {
      names.app(new AppId(text(json, "a")));
    }
    if (json.has("h")) {
      names.account(new HuaweiAccountId(text(json, "h")));
    }
    return names.build();
  }

  private static String text(JsonNode json, String name) {
    return json.path(name).asText();
  }

  private static void decodeValues(JsonNode values, Observed.Builder fact) {
    values
        .properties()
        .forEach(
            entry ->
                Enums.find(Detail.class, entry.getKey())
                    .ifPresent(detail -> fact.with(detail, entry.getValue().asText())));
  }

  static JsonNode read(String text) {
    try {
      return Json.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      // the message of the parser quotes what it read
      throw new StoreException("read row", "it is not the JSON that was stored", false, null);
    }
  }

  /** Made with the first row that is read; a program that starts has none. */
  private static final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
  }
}
