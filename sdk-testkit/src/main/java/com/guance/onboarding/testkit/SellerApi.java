package com.guance.onboarding.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.testkit.KooGallerySignature.Stamp;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What sellers call: order query, usage push (contracts/koogallery.md §6) and the account that a
 * pair of keys belongs to (contracts/orgid-huawei.md B.2).
 */
final class SellerApi {

  static final String ORDER_QUERY = "/api/mkp-openapi-public/global/v1/order/query";
  static final String USAGE_DATA = "/api/mkp-openapi-public/global/v1/isv/usage-data";
  static final String DOMAINS = "/v3/auth/domains";

  private static final DateTimeFormatter SIGNED_TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");
  private static final Duration CLOCKS_APART = Duration.ofMinutes(15);
  private static final Duration OLDEST_USAGE = Duration.ofDays(21);
  private static final int MOST_RECORDS = 1000;
  private static final int ID_LENGTH = 64;
  private static final String USAGE_VALUE = "[0-9]{1,15}(\\.[0-9]{1,4})?";
  private static final String USAGE_RECORDS = "usage_records";
  private static final Set<String> RECORD_FIELDS =
      Set.of(
          "begin_time",
          "end_time",
          "instance_id",
          "metering_sn",
          "record_time",
          "relate_pkg_instance",
          "usage_value");

  private final World world;
  private final SellerOrders orders;
  private final Supplier<Optional<PartnerConnection>> partner;
  private final Clock realTime;

  SellerApi(World world, Supplier<Optional<PartnerConnection>> partner, Clock realTime) {
    this.world = world;
    this.orders = new SellerOrders(world);
    this.partner = partner;
    this.realTime = realTime;
  }

  List<WebRoute> all() {
    return List.of(
        WebRoute.of("GET", ORDER_QUERY, request -> signed(request, this::order)),
        WebRoute.of("POST", USAGE_DATA, request -> signed(request, this::usage)),
        WebRoute.of("GET", DOMAINS, request -> signed(request, this::domains)));
  }

  /** Without an access key in the settings, nobody's signature is asked for. */
  private Answer signed(WebRequest request, WebRoute.Handler handler) {
    Optional<EmulatorSettings.AccessKey> key = world.settings().accessKey();
    if (key.isPresent()) {
      boolean valid =
          GatewaySignature.valid(request, key.get().id(), key.get().secret())
              && recent(request.header(GatewaySignature.DATE).orElse(""));
      if (!valid) {
        return Answer.of(
            401,
            Fields.of("error_msg", "Incorrect IAM authentication information: verify aksk failed")
                .and("error_code", "APIGW.0301")
                .and("request_id", world.ids().next("")));
      }
    }
    return handler.apply(request);
  }

  /** By the machine's time, or by the clock of this world: in one JVM it is the caller's too. */
  private boolean recent(String date) {
    try {
      Instant signed = LocalDateTime.parse(date, SIGNED_TIME).toInstant(ZoneOffset.UTC);
      return near(signed, realTime.instant()) || near(signed, world.now());
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean near(Instant one, Instant other) {
    return Duration.between(one, other).abs().compareTo(CLOCKS_APART) <= 0;
  }

  private Answer order(WebRequest request) {
    String orderId = request.query().getOrDefault("orderId", "");
    Optional<String> line =
        Optional.ofNullable(request.query().get("orderLineId")).filter(id -> !id.isEmpty());
    if (orderId.isBlank() || orderId.length() > ID_LENGTH) {
      return orderRefused(400, "MKT.0101", "invalid parameter orderId");
    } else if (!Set.of("orderId", "orderLineId").containsAll(request.query().keySet())) {
      return orderRefused(400, "MKT.0101", "undefined parameter");
    }
    return orders
        .find(orderId, line)
        .map(
            order ->
                Answer.ok(
                    Fields.of("resultCode", "MKT.0000")
                        .and("resultMsg", "Success")
                        .and("orderInfo", order)))
        .orElseGet(() -> orderRefused(401, "MKT.0150", "illegal operation"));
  }

  private static Answer orderRefused(int status, String code, String message) {
    return Answer.of(status, Fields.of("resultCode", code).and("resultMsg", message));
  }

  private Answer usage(WebRequest request) {
    Optional<Secret> key = partner.get().map(PartnerConnection::productionKey);
    if (key.filter(one -> !bodySigned(request, one)).isPresent()) {
      return usageRefused(400, "MKT.0102", "invalid body sign");
    }
    JsonNode body = Json.object(request.body());
    JsonNode records = body.path(USAGE_RECORDS);
    if (!records.isArray() || records.isEmpty()) {
      return usageRefused(400, "MKT.0101", "invalid parameter usage_records");
    } else if (body.size() > 1 || !defined(records)) {
      return usageRefused(400, "MKT.0101", "undefined parameter");
    } else if (records.size() > MOST_RECORDS) {
      return usageRefused(500, "MKT.9003", "too many usage records");
    }
    return world.act(Origin.GATEWAY, () -> take(records));
  }

  /** Whether all that records say has a name that is documented. */
  private static boolean defined(JsonNode records) {
    for (JsonNode record : records) {
      Iterator<String> names = record.fieldNames();
      while (names.hasNext()) {
        if (!RECORD_FIELDS.contains(names.next())) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean bodySigned(WebRequest request, Secret key) {
    Stamp stamp = new Stamp(request.header("nonce").orElse(""), request.header("ts").orElse(""));
    String given = request.header("signature").orElse("");
    boolean stamped = !stamp.nonce().isEmpty() && stamp.timestamp().matches("[0-9]{13}");
    return stamped
        && (Hmac.same(KooGallerySignature.usage(key, stamp, request.body()), given)
            || Hmac.same(KooGallerySignature.usage(key, stamp, Payload.of(request.body())), given));
  }

  private static Answer usageRefused(int status, String code, String message) {
    return Answer.of(status, Fields.of("error_code", code).and("error_msg", message));
  }

  /** All or none; a sequence number that is known already counts once. */
  private Answer take(JsonNode records) {
    for (JsonNode record : records) {
      Optional<Answer> refused = refusal(record);
      if (refused.isPresent()) {
        return refused.get();
      }
    }
    for (JsonNode record : records) {
      UsageRow row =
          new UsageRow(
              record.path("metering_sn").asText(),
              record.path("instance_id").asText(),
              record.path("usage_value").asText(),
              record.path("end_time").asText());
      world.tables().usage.putIfAbsent(row.meteringSn(), row);
    }
    return Answer.ok(Fields.of("error_code", "MKT.0000").and("error_msg", "success"));
  }

  private Optional<Answer> refusal(JsonNode record) {
    String sn = record.path("metering_sn").asText("");
    String value = record.path("usage_value").asText("");
    Optional<Instant> begin = time(record, "begin_time");
    boolean readable =
        !sn.isBlank()
            && sn.length() <= ID_LENGTH
            && value.matches(USAGE_VALUE)
            && Double.parseDouble(value) > 0
            && begin.isPresent()
            && time(record, "end_time").isPresent()
            && time(record, "record_time").isPresent();
    if (!readable) {
      return Optional.of(usageRefused(500, "MKT.9002", "invalid usage entities"));
    } else if (begin.get().plus(OLDEST_USAGE).isBefore(world.now())) {
      return Optional.of(usageRefused(500, "MKT.9004", "begin time older than 21 days"));
    }
    String instance = record.path("instance_id").asText("");
    boolean known =
        world.tables().orders.values().stream()
            .anyMatch(row -> row.instanceKnown() && row.instanceId().equals(instance));
    return known
        ? Optional.empty()
        : Optional.of(usageRefused(500, "MKT.9001", "instance not found"));
  }

  private static Optional<Instant> time(JsonNode record, String name) {
    try {
      return Optional.of(
          LocalDateTime.parse(record.path(name).asText(""), SIGNED_TIME).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The seller's own account, never a buyer's. */
  private Answer domains(WebRequest request) {
    String self = request.header("host").map(host -> "http://" + host + DOMAINS).orElse(DOMAINS);
    String id = world.settings().accessKey().map(SellerApi::account).orElse("seller-account");
    Fields domain =
        Fields.of("id", id)
            .and("name", "seller")
            .and("enabled", true)
            .and("description", "")
            .and("links", Fields.of("self", self + "/" + id));
    return Answer.ok(Fields.of("domains", List.of(domain)).and("links", Fields.of("self", self)));
  }

  /** The same keys always belong to the same account. */
  private static String account(EmulatorSettings.AccessKey key) {
    return HexFormat.of().formatHex(Hmac.hash(Hmac.utf8(key.id())), 0, 16);
  }
}
