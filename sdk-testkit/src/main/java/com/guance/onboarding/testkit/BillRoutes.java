package com.guance.onboarding.testkit;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * Balance and bills of Guance's OpenAPI. A commercial workspace is billed one row a day; what is
 * not set is the text {@code None}, and the summary comes without an envelope.
 */
final class BillRoutes {

  private static final String NONE = "None";
  private static final String DAILY = "1.20";
  private static final long LONGEST = 366;

  private final World world;
  private final Workspaces workspaces;
  private final GuanceReply reply;

  BillRoutes(World world, Workspaces workspaces, GuanceReply reply) {
    this.world = world;
    this.workspaces = workspaces;
    this.reply = reply;
  }

  List<ApiRoute> all(GuanceApi door) {
    String billing = OpenApiRoutes.BASE + "/billing";
    return List.of(
        ApiRoute.of("openApiGetBalance", door, "GET", billing + "/balance/get", this::balance),
        ApiRoute.of("openApiListBill", door, "GET", billing + "/detail/list", this::details),
        ApiRoute.of("openApiSumBill", door, "GET", billing + "/project/summary", this::summary));
  }

  private Answer balance(ApiCall call) {
    return reply.ok(
        Fields.of("cashBalance", 12.5)
            .and("couponBalance", "0")
            .and("storedCardBalance", -3)
            .and("declaration", Fields.of("organization", "")));
  }

  private Answer details(ApiCall call) {
    LocalDate from = day(call, "startDate");
    LocalDate to = day(call, "endDate");
    if (to.isBefore(from) || from.plusDays(LONGEST).isBefore(to)) {
      throw Refused.malformed("endDate", "not before startDate, and within a year of it");
    }
    WorkspaceRow row = workspaces.find(call.workspaceId());
    return reply.list(
        call,
        from.datesUntil(to.plusDays(1))
            .filter(day -> billed(row, day))
            .map(day -> bill(row, day))
            .toList());
  }

  private static LocalDate day(ApiCall call, String name) {
    try {
      return LocalDate.parse(call.required(name), DateTimeFormatter.BASIC_ISO_DATE);
    } catch (DateTimeParseException e) {
      throw Refused.malformed(name, "a day such as 20260131");
    }
  }

  private boolean billed(WorkspaceRow row, LocalDate day) {
    LocalDate made = LocalDate.ofInstant(row.createdAt(), ZoneOffset.UTC);
    LocalDate today = LocalDate.ofInstant(world.now(), ZoneOffset.UTC);
    return row.bound() && !day.isBefore(made) && !day.isAfter(today);
  }

  private Fields bill(WorkspaceRow row, LocalDate day) {
    Optional<String> cloudAccount = row.settlement().flatMap(SettlementRow::huaweiAccountId);
    return Fields.of("consumeTimeOfDay", day)
        .and("consumeTime", day + " 08:00:00")
        .and("productDetail", "Logging")
        .and("billingCycle", "Day")
        .and("billingResult", DAILY)
        .and("deductionAmount", "0.00")
        .and("oweAmount", 0)
        .and("originAmount", 1.2)
        .and("couponAmount", NONE)
        .and("storedCardAmount", NONE)
        .and("cashAmount", cloudAccount.isPresent() ? NONE : DAILY)
        .and("cashCouldAmount", cloudAccount.isPresent() ? (Object) 1.2 : NONE)
        .and("commodityCategory", "logging")
        .and("consumePlatform", cloudAccount.map(id -> "huawei").orElse(NONE))
        .and("customerIdentifier", cloudAccount.orElse(NONE))
        .and("workspaceUuid", row.workspaceId())
        .and("workspaceName", row.name())
        .and("tag6", "logging_count")
        .and("count", "1000");
  }

  /** Bare: names in the language of the workspace, amounts as numbers, texts and None. */
  private Answer summary(ApiCall call) {
    WorkspaceRow row = workspaces.find(call.workspaceId());
    boolean chinese = row.language().equals("zh");
    return Answer.ok(
        Fields.of(chinese ? "日志" : "Logging", row.bound() ? DAILY : NONE)
            .and(chinese ? "应用性能" : "APM", 0)
            .and(chinese ? "网络" : "Network", NONE));
  }
}
