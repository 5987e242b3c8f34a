package com.guance.onboarding.huawei.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.guance.onboarding.error.OnboardingException;
import com.guance.onboarding.error.ProtocolException;
import com.guance.onboarding.huawei.openapi.UsageReceipt.RejectedUsage;
import com.guance.onboarding.transport.RemoteAnswer;
import com.guance.onboarding.transport.Retryable;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sends usage batch by batch and reads what becomes of it. Newer answers list abnormal records in a
 * form that Huawei does not document; whatever names a sequence number inside a list is taken for
 * one.
 */
final class UsagePush {

  private static final String OPERATION = "push usage";
  private static final String SEQUENCE_NUMBER = "metering_sn";

  private final Marketplace marketplace;
  private final Clock clock;
  private final boolean asNumbers;

  UsagePush(Marketplace marketplace, Clock clock, boolean asNumbers) {
    this.marketplace = marketplace;
    this.clock = clock;
    this.asNumbers = asNumbers;
  }

  UsageReceipt push(List<UsageRecord> records) {
    List<List<UsageRecord>> batches = UsageRules.batches(records, clock.instant(), asNumbers);
    List<RejectedUsage> rejected = new ArrayList<>();
    int sent = 0;
    for (List<UsageRecord> batch : batches) {
      rejected.addAll(rejected(send(UsagePayload.of(batch, asNumbers))));
      sent += batch.size();
    }
    return new UsageReceipt(sent, batches.size(), rejected);
  }

  private JsonNode send(UsagePayload payload) {
    return marketplace.call(
        OPERATION, Retryable.KEYED_WRITE, api -> api.pushUsage(payload), UsagePush::refused);
  }

  private static Optional<? extends OnboardingException> refused(JsonNode body, RemoteAnswer raw) {
    String code = code(body);
    return code == null
        ? Optional.of(
            ProtocolException.ofField(
                OpenApiErrors.PROVIDER,
                OPERATION,
                "error_code",
                "is missing",
                raw.requestId().orElse(null)))
        : OpenApiErrors.inSuccess(code, raw);
  }

  private static List<RejectedUsage> rejected(JsonNode answer) {
    List<RejectedUsage> found = new ArrayList<>();
    for (JsonNode list : answer) {
      if (list.isArray()) {
        for (JsonNode record : list) {
          if (record.path(SEQUENCE_NUMBER).isValueNode()) {
            String code = code(record);
            found.add(
                new RejectedUsage(record.get(SEQUENCE_NUMBER).asText(), code == null ? "" : code));
          }
        }
      }
    }
    return found;
  }

  private static @Nullable String code(JsonNode answer) {
    for (String name : new String[] {"error_code", "resultCode", "code"}) {
      JsonNode code = answer.path(name);
      if (code.isValueNode() && !code.isNull() && !code.asText().isBlank()) {
        return code.asText();
      }
    }
    return null;
  }
}
