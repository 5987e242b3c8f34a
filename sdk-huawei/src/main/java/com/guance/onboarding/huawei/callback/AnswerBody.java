package com.guance.onboarding.huawei.callback;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.guance.onboarding.domain.InstanceId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.RoundingMode;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The bodies of answers. Every answer has both fields that KooGallery marks optional or not; all
 * characters are ASCII, because KooGallery wants Chinese escaped.
 */
final class AnswerBody {

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private static final Map<ResultCode, byte[]> PLAIN = new EnumMap<>(ResultCode.class);

  private static final int USAGE_DECIMALS = 4;

  static {
    for (ResultCode code : ResultCode.values()) {
      PLAIN.put(code, write(code, json -> {}));
    }
  }

  private AnswerBody() {}

  /** A result and nothing else. */
  static byte[] of(ResultCode code) {
    return PLAIN.getOrDefault(code, new byte[0]).clone();
  }

  /** The answer to newInstance. */
  static byte[] instance(ResultCode code, InstanceId instance) {
    return write(code, json -> json.writeStringField("instanceId", instance.value()));
  }

  /** The answer to queryInstance. */
  static byte[] info(List<InstanceInfo> infos) {
    return write(
        ResultCode.SUCCESS,
        json -> {
          json.writeArrayFieldStart("info");
          for (InstanceInfo info : infos) {
            writeInfo(json, info);
          }
          json.writeEndArray();
        });
  }

  /** The result that a body of ours says. */
  static ResultCode code(byte[] body) {
    try (JsonParser json = JSON.createParser(body)) {
      json.nextToken();
      String code = "resultCode".equals(json.nextFieldName()) ? json.nextTextValue() : null;
      return code == null ? ResultCode.UNKNOWN : ResultCode.of(code);
    } catch (IOException unreadable) {
      return ResultCode.UNKNOWN;
    }
  }

  private interface Fields {
    void write(JsonGenerator json) throws IOException;
  }

  private static byte[] write(ResultCode code, Fields more) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(128);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("resultCode", code.code());
      json.writeStringField("resultMsg", code.message());
      more.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return out.toByteArray();
  }

  private static void writeInfo(JsonGenerator json, InstanceInfo info) throws IOException {
    json.writeStartObject();
    json.writeStringField("instanceId", info.instance().value());
    AccessData access = info.access();
    json.writeObjectFieldStart("appInfo");
    json.writeStringField("frontEndUrl", ascii(access.frontEnd()));
    writeIfAny(json, "adminUrl", access.admin().map(AnswerBody::ascii));
    writeIfAny(json, "userName", access.login().map(AccessData.Login::userName));
    writeIfAny(json, "password", access.login().map(login -> login.password().reveal()));
    writeIfAny(json, "memo", access.memo());
    json.writeEndObject();
    if (!info.usage().isEmpty()) {
      json.writeArrayFieldStart("usageInfo");
      for (UsageReading usage : info.usage()) {
        writeUsage(json, usage);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void writeUsage(JsonGenerator json, UsageReading usage) throws IOException {
    json.writeStartObject();
    writeIfAny(json, "relatedInstanceId", usage.related().map(InstanceId::value));
    json.writeNumberField(
        "usageValue", usage.value().setScale(USAGE_DECIMALS, RoundingMode.HALF_UP));
    json.writeStringField("statisticalTime", WireTime.write(usage.at(), WireTime.UTC));
    writeIfAny(json, "dashboardUrl", usage.dashboard().map(AnswerBody::ascii));
    json.writeEndObject();
  }

  private static void writeIfAny(JsonGenerator json, String name, Optional<String> value)
      throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get());
    }
  }

  private static String ascii(URI address) {
    return address.toASCIIString();
  }
}
