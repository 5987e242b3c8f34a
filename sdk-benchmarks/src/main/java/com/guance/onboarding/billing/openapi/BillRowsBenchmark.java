package com.guance.onboarding.billing.openapi;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.guance.onboarding.benchmarks.Measured;
import com.guance.onboarding.billing.api.Answers;
import com.guance.onboarding.billing.api.GuanceErrors;
import com.guance.onboarding.billing.api.Page;
import com.guance.onboarding.billing.api.Reading;
import com.guance.onboarding.transport.ReceivedAnswer;
import com.guance.onboarding.transport.RemoteAnswer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/**
 * A thousand bill rows out of one answer: the refusal check, reading, and our rows, against Jackson
 * into a bare class. In the client's package, because its parts are nobody else's business.
 */
public class BillRowsBenchmark extends Measured {

  private static final int ROWS = 1_000;
  private static final GuanceErrors ERRORS = new GuanceErrors(Duration.ofSeconds(1));

  private final Answers<Page<BillRowPayload>> answers = Answers.pagesOf(BillRowPayload.class);
  private final ObjectReader reader =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build()
          .readerFor(Bill.class);
  private final Buffer body = new Buffer().writeString(bill(), StandardCharsets.UTF_8);

  /** Both must have read the same. */
  @Setup
  public void check() throws IOException {
    List<BillRow> ours = ours();
    List<Row> byHand = byHand();
    if (ours.size() != ROWS || byHand.size() != ROWS) {
      throw new IllegalStateException("rows are missing");
    }
    for (int i = 0; i < ROWS; i++) {
      if (ours.get(i).original().orElseThrow().compareTo(there(byHand.get(i).originAmount)) != 0
          || !ours.get(i).product().orElseThrow().equals(byHand.get(i).productDetail)) {
        throw new IllegalStateException("row " + i + " differs");
      }
    }
  }

  /** What the client does with an answer. */
  @Benchmark
  public List<BillRow> ours() {
    RemoteAnswer answer = ReceivedAnswer.of(body.clone());
    Reading<Page<BillRowPayload>> reading = answers.reading(ERRORS);
    if (reading.refused(answer, answer).isPresent()) {
      throw new IllegalStateException("this answer is a yes");
    }
    return reading.content().map(BillRowPayload::toBillRow).items();
  }

  /** The floor: the same fields, numbers as numbers. */
  @Benchmark
  public List<Row> byHand() throws IOException {
    Bill bill = reader.readValue(body.clone().inputStream());
    return there(there(bill.content).data);
  }

  private static <T> T there(@Nullable T value) {
    return Objects.requireNonNull(value, "there must be something");
  }

  private static String bill() {
    StringBuilder text = new StringBuilder("{\"code\":200,\"content\":{\"data\":[").append(row(0));
    for (int i = 1; i < ROWS; i++) {
      text.append(',').append(row(i));
    }
    return text.append(
            "],\"pageInfo\":{\"count\":1000,\"pageIndex\":1,\"pageSize\":1000,"
                + "\"totalCount\":1000}},\"errorCode\":\"\",\"message\":\"\",\"success\":true,"
                + "\"traceId\":\"TRACE-0001\"}")
        .toString();
  }

  /** With every documented field; unset ones as Guance writes them. */
  private static String row(int number) {
    return String.format(
        Locale.ROOT,
        "{\"consumeTimeOfDay\":\"2026-03-%02d\",\"consumeTime\":\"2026-03-%02d"
            + " 00:00:00\",\"productDetail\":\"DataKit %d\",\"commodityCategory\":\"datakit\","
            + "\"tag6\":\"datakit_count\",\"count\":%d,\"billingCycle\":\"Day\","
            + "\"billingResult\":\"success\",\"originAmount\":%d.25,\"deductionAmount\":0.5,"
            + "\"oweAmount\":0,\"couponAmount\":0.0,\"storedCardAmount\":0,\"cashAmount\":\"%d.75\","
            + "\"cashCouldAmount\":\"None\",\"consumePlatform\":\"huaweicloud\","
            + "\"customerIdentifier\":\"None\","
            + "\"workspaceUuid\":\"wksp_00000000000000000000000000000003\","
            + "\"workspaceName\":\"gcy-prod\"}",
        1 + number % 28,
        1 + number % 28,
        number,
        number,
        number,
        number);
  }

  /** An answer, in a bare class. */
  public static final class Bill {
    public @Nullable Content content;
  }

  /** What is inside. */
  public static final class Content {
    public @Nullable List<Row> data;
  }

  /** A row, in a bare class; what may be the word None is text. */
  public static final class Row {
    public @Nullable String consumeTimeOfDay;
    public @Nullable String consumeTime;
    public @Nullable String productDetail;
    public @Nullable String commodityCategory;
    public @Nullable String tag6;
    public @Nullable BigDecimal count;
    public @Nullable String billingCycle;
    public @Nullable String billingResult;
    public @Nullable BigDecimal originAmount;
    public @Nullable BigDecimal deductionAmount;
    public @Nullable BigDecimal oweAmount;
    public @Nullable BigDecimal couponAmount;
    public @Nullable BigDecimal storedCardAmount;
    public @Nullable BigDecimal cashAmount;
    public @Nullable String cashCouldAmount;
    public @Nullable String consumePlatform;
    public @Nullable String customerIdentifier;
    public @Nullable String workspaceUuid;
    public @Nullable String workspaceName;
  }
}
