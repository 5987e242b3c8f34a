package com.guance.onboarding.huawei.callback;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.guance.onboarding.error.StoreException;
import com.guance.onboarding.huawei.callback.SyncEvent.AllOrgSync;
import com.guance.onboarding.huawei.callback.SyncEvent.AuthSync;
import com.guance.onboarding.huawei.callback.SyncEvent.Department;
import com.guance.onboarding.huawei.callback.SyncEvent.SingleOrgSync;
import com.guance.onboarding.huawei.callback.SyncEvent.SyncSubject;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Lists of staff on their way through the outbox: written in KooGallery's own words, so that the
 * decoder of callbacks reads them again. The same list is written alike always, whenever and under
 * whatever nonce it was sent, because it is recognised by its text.
 */
final class StaffLists {

  private static final JsonFactory JSON = new JsonFactory();

  private StaffLists() {}

  /** Writes what brings staff; nothing for other events. */
  static Optional<String> write(SyncEvent event) {
    if (event instanceof AuthSync sync) {
      return Optional.of(
          write(
              sync,
              WireField.CURRENT_SYNC_TIME,
              json -> {
                put(json, WireField.FLAG, sync.flag().digit());
                json.writeArrayFieldStart(WireField.USER_LIST.wireName());
                for (SyncedMember member : sync.members()) {
                  writeMember(json, member);
                }
                json.writeEndArray();
              }));
    } else if (event instanceof SingleOrgSync sync) {
      return Optional.of(
          write(
              sync,
              WireField.TIME_STAMP,
              json -> {
                put(json, WireField.FLAG, sync.flag().digit());
                writeFields(json, sync.department());
              }));
    } else if (event instanceof AllOrgSync sync) {
      return Optional.of(
          write(sync, WireField.TIME_STAMP, json -> writeDepartments(json, sync.departments())));
    }
    return Optional.empty();
  }

  /** Reads what {@link #write} has written. */
  static SyncEvent read(String list) {
    try {
      WireObject body = WireObject.read(list.getBytes(StandardCharsets.UTF_8));
      FieldReader fields = new FieldReader(body, Instant.EPOCH);
      return (SyncEvent) SyncDecoder.decode(fields, fields.needed(WireField.ACTIVITY));
    } catch (IOException e) {
      // the message of the parser quotes what it read
      throw new StoreException("read staff", "it is not the list that was stored", false, null);
    }
  }

  private interface Fields {
    void write(JsonGenerator json) throws IOException;
  }

  private static String write(SyncEvent event, WireField time, Fields more) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      SyncSubject subject = event.subject();
      json.writeStartObject();
      put(json, WireField.ACTIVITY, event.activity());
      put(json, WireField.INSTANCE_ID, subject.instance().map(Object::toString));
      put(json, WireField.TENANT_ID, subject.tenant().map(Object::toString));
      put(json, WireField.APP_ID, subject.app().map(Object::toString));
      put(json, time, WireTime.write(subject.at(), WireTime.BEIJING));
      more.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return out.toString();
  }

  private static void writeMember(JsonGenerator json, SyncedMember member) throws IOException {
    json.writeStartObject();
    put(json, WireField.USER_NAME, member.userName());
    put(json, WireField.NAME, member.name());
    put(json, WireField.ORG_CODE, member.orgCode());
    put(json, WireField.POSITION, member.position());
    put(json, WireField.EMPLOYEE_CODE, member.employeeCode());
    put(json, WireField.EMPLOYEE_TYPE, member.employment().digit());
    put(json, WireField.ROLE, member.role().name().toLowerCase(Locale.ROOT));
    put(json, WireField.ENABLE, Boolean.toString(member.enabled()));
    put(json, WireField.MOBILE, member.mobile());
    put(json, WireField.EMAIL, member.email());
    put(json, WireField.WORK_PLACE, member.workPlace());
    put(json, WireField.ENTRY_DATE, member.entryDate());
    json.writeEndObject();
  }

  private static void writeDepartments(JsonGenerator json, List<Department> departments)
      throws IOException {
    json.writeArrayFieldStart(WireField.ORG_INFO_LIST.wireName());
    for (Department department : departments) {
      json.writeStartObject();
      writeFields(json, department);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeFields(JsonGenerator json, Department department) throws IOException {
    put(json, WireField.ORG_CODE, department.code());
    put(json, WireField.ORG_NAME, department.name());
    put(json, WireField.PARENT_CODE, department.parent());
  }

  private static void put(JsonGenerator json, WireField field, Optional<String> value)
      throws IOException {
    if (value.isPresent()) {
      put(json, field, value.get());
    }
  }

  private static void put(JsonGenerator json, WireField field, String value) throws IOException {
    json.writeStringField(field.wireName(), value);
  }
}
