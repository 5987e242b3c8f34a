package com.guance.onboarding.huawei.openapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.guance.onboarding.domain.InstanceId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The body of a usage push; its names are sorted, because its second signature wants them so. */
record UsagePayload(@JsonProperty("usage_records") List<RecordPayload> records) {

  @JsonPropertyOrder(alphabetic = true)
  record RecordPayload(
      @JsonProperty("begin_time") String begin,
      @JsonProperty("end_time") String end,
      @JsonProperty("instance_id") String instance,
      @JsonProperty("metering_sn") String sequenceNumber,
      @JsonProperty("record_time") String recordedAt,
      @JsonProperty("relate_pkg_instance") Optional<String> packageInstance,
      @JsonProperty("usage_value") Object value) {}

  static UsagePayload of(List<UsageRecord> records, boolean asNumbers) {
    return new UsagePayload(records.stream().map(record -> payload(record, asNumbers)).toList());
  }

  private static RecordPayload payload(UsageRecord record, boolean asNumbers) {
    BigDecimal value = record.value().stripTrailingZeros();
    BigDecimal plain = value.setScale(Math.max(0, value.scale()));
    return new RecordPayload(
        SdkDates.format(record.begin()),
        SdkDates.format(record.end()),
        record.instance().value(),
        record.sequenceNumber(),
        SdkDates.format(record.recordedAt()),
        record.packageInstance().map(InstanceId::value),
        asNumbers ? plain : plain.toPlainString());
  }
}
