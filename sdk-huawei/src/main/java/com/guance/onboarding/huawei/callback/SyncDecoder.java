package com.guance.onboarding.huawei.callback;

import com.guance.onboarding.domain.AppId;
import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.huawei.callback.SyncEvent.Department;
import com.guance.onboarding.huawei.callback.SyncEvent.SyncSubject;
import com.guance.onboarding.huawei.callback.SyncEvent.SyncedTenant;
import com.guance.onboarding.huawei.callback.SyncedMember.Employment;
import com.guance.onboarding.huawei.callback.SyncedMember.Role;
import java.time.Instant;

/** Types the activities of the synchronization interface (contracts/koogallery.md §3). */
final class SyncDecoder {

  private SyncDecoder() {}

  static CallbackEvent decode(FieldReader fields, String activity) {
    return switch (activity) {
      case "tenantSync" ->
          new SyncEvent.TenantSync(
              subject(fields, WireField.TIME_STAMP),
              fields.flag(),
              fields.text(WireField.ORDER_ID).map(SyncDecoder::orderId),
              organization(fields));
      case "applicationSync" ->
          new SyncEvent.ApplicationSync(
              subject(fields, WireField.TIME_STAMP),
              fields.flag(),
              fields.text(WireField.CLIENT_ID).orElse(""),
              fields.text(WireField.CLIENT_SECRET));
      case "authSync" ->
          new SyncEvent.AuthSync(
              subject(fields, WireField.CURRENT_SYNC_TIME),
              fields.flag(),
              fields.body().items().stream().map(SyncDecoder::member).toList());
      case "singleOrgSync" ->
          new SyncEvent.SingleOrgSync(
              subject(fields, WireField.TIME_STAMP), fields.flag(), department(fields.body()));
      case "allOrgSync" ->
          new SyncEvent.AllOrgSync(
              subject(fields, WireField.TIME_STAMP),
              fields.body().items().stream().map(SyncDecoder::department).toList());
      default -> new UnknownActivity(activity, fields.test());
    };
  }

  /** Ids are empty while a seller applies for credentials; a missing time is that of signing. */
  private static SyncSubject subject(FieldReader fields, WireField time) {
    Instant at =
        fields
            .text(time)
            .or(() -> fields.text(WireField.TIME_STAMP))
            .flatMap(digits -> WireTime.read(digits, WireTime.BEIJING))
            .orElse(fields.signedAt());
    return new SyncSubject(
        fields.text(WireField.INSTANCE_ID).map(InstanceId::new),
        fields.text(WireField.TENANT_ID).map(TenantId::new),
        fields.text(WireField.APP_ID).map(AppId::new),
        at,
        fields.test());
  }

  /** Held to the rule for orders with a line: what is longer can be no order, and not be stored. */
  private static String orderId(String order) {
    return new OrderKey(order, order).orderId();
  }

  private static SyncedTenant organization(FieldReader fields) {
    return new SyncedTenant(
        fields.text(WireField.TENANT_CODE).orElse(""),
        fields.text(WireField.NAME).orElse(""),
        fields.text(WireField.DOMAIN_NAME).orElse(""));
  }

  private static SyncedMember member(WireObject user) {
    return SyncedMember.builder()
        .userName(
            user.text(WireField.USER_NAME)
                .orElseThrow(() -> new InvalidInputException("userName", "is missing")))
        .name(user.text(WireField.NAME))
        .orgCode(user.text(WireField.ORG_CODE))
        .position(user.text(WireField.POSITION))
        .employeeCode(user.text(WireField.EMPLOYEE_CODE))
        .employment(
            user.text(WireField.EMPLOYEE_TYPE).map(Employment::of).orElse(Employment.UNKNOWN))
        .role(
            user.text(WireField.ROLE)
                .map(role -> FieldReader.enumOf(Role.class, role, Role.UNKNOWN))
                .orElse(Role.UNKNOWN))
        .enabled(
            user.text(WireField.ENABLE).map(text -> !text.equalsIgnoreCase("false")).orElse(true))
        .mobile(user.text(WireField.MOBILE))
        .email(user.text(WireField.EMAIL))
        .workPlace(user.text(WireField.WORK_PLACE))
        .entryDate(user.text(WireField.ENTRY_DATE))
        .build();
  }

  private static Department department(WireObject fields) {
    return new Department(
        fields
            .text(WireField.ORG_CODE)
            .orElseThrow(() -> new InvalidInputException("orgCode", "is missing")),
        fields.text(WireField.ORG_NAME).orElse(""),
        fields.text(WireField.PARENT_CODE));
  }
}
