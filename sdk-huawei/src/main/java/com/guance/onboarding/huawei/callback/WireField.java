package com.guance.onboarding.huawei.callback;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of all activities, as KooGallery spells them (contracts/koogallery.md §1, §3). */
enum WireField {
  ACTIVITY("activity"),
  ORDER_ID("orderId"),
  ORDER_LINE_ID("orderLineId"),
  BUSINESS_ID("businessId"),
  TEST_FLAG("testFlag"),
  INSTANCE_ID("instanceId"),
  SCENE("scene"),
  PRODUCT_ID("productId"),
  EXPIRE_TIME("expireTime"),
  STATUS("status"),
  PRODUCT_INFO("productInfo"),
  SKU_CODE("skuCode"),
  LINEAR_VALUE("linearValue"),
  PRODUCT_NAME("productName"),
  TENANT_ID("tenantId"),
  TENANT_CODE("tenantCode"),
  NAME("name"),
  DOMAIN_NAME("domainName"),
  FLAG("flag"),
  TIME_STAMP("timeStamp"),
  APP_ID("appId"),
  CLIENT_ID("clientId"),
  CLIENT_SECRET("clientSecret"),
  USER_LIST("userList"),
  CURRENT_SYNC_TIME("currentSyncTime"),
  USER_NAME("userName"),
  POSITION("position"),
  EMPLOYEE_CODE("employeeCode"),
  EMPLOYEE_TYPE("employeeType"),
  ROLE("role"),
  ENABLE("enable"),
  MOBILE("mobile"),
  EMAIL("email"),
  WORK_PLACE("workPlace"),
  ENTRY_DATE("entryDate"),
  ORG_CODE("orgCode"),
  ORG_NAME("orgName"),
  PARENT_CODE("parentCode"),
  ORG_INFO_LIST("orgInfoList");

  private static final Map<String, WireField> EXACT = new HashMap<>();
  private static final Map<String, WireField> LENIENT = new HashMap<>();

  static {
    for (WireField field : values()) {
      EXACT.put(field.wireName, field);
      LENIENT.put(field.wireName.toLowerCase(Locale.ROOT), field);
    }
  }

  private final String wireName;

  WireField(String wireName) {
    this.wireName = wireName;
  }

  String wireName() {
    return wireName;
  }

  /** The field of exactly this name. */
  static @Nullable WireField exact(String name) {
    return EXACT.get(name);
  }

  /** The field that a name with stray blanks or in another case must mean. */
  static @Nullable WireField lenient(String name) {
    return LENIENT.get(name.strip().toLowerCase(Locale.ROOT));
  }
}
