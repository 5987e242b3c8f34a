package com.guance.onboarding.billing.gateway;

import com.guance.onboarding.domain.Field;
import com.guance.onboarding.error.ConflictException;
import com.guance.onboarding.error.InvalidRequestException;
import com.guance.onboarding.error.NotFoundException;
import com.guance.onboarding.error.PermissionException;
import com.guance.onboarding.error.RateLimitedException;
import com.guance.onboarding.transport.GatewayErrors;
import java.util.HashMap;
import java.util.Map;

/** What the gateway's codes mean, and how our request files name its fields. */
final class BillingCenterErrors {

  static final String PROVIDER = "billing-center";
  static final String ACCOUNT_NOT_FOUND = "BILLING_ACCOUNT_NOT_FOUND";

  static final String FIND_ACCOUNT = "find billing account";
  static final String FIND_CODE = "find code";
  static final String SEND_ACCOUNT_CODE = "send code for billing account";
  static final String SEND_WORKSPACE_CODE = "send code for workspace";
  static final String REGISTER = "register billing account";
  static final String BIND = "bind billing account";
  static final String CONFIRM_ENTERPRISE = "confirm enterprise";
  static final String LIST_WORKSPACES = "list workspaces";
  static final String FIND_WORKSPACE = "find workspace";
  static final String READ_WORKSPACE = "read workspace";
  static final String CREATE_WORKSPACE = "create workspace";
  static final String REGISTER_GUANCE_ACCOUNT = "register guance account";
  static final String BIND_WORKSPACE = "bind workspace";
  static final String READ_TOKEN = "read install token";
  static final String FIND_DATAKIT = "find datakit";

  static final String CHANGE_SETTLEMENT = "change settlement";
  static final String UPGRADE = "upgrade workspace";

  static final String CHANGED_THIS_MONTH = "SETTLEMENT_CHANGED_THIS_MONTH";
  static final String CLOUD_SUBSCRIBED = "CLOUD_ACCOUNT_SUBSCRIBED";
  static final String INSTANCE_MISMATCH = "INSTANCE_MISMATCH";
  static final String HUAWEI_ACCOUNT_BOUND = "HUAWEI_ACCOUNT_ALREADY_BOUND";
  static final String ENTERPRISE_DIFFERS = "ENTERPRISE_DIFFERS";
  static final String IS_COMMERCIAL = "ALREADY_COMMERCIAL";
  static final String IS_FREE = "WORKSPACE_FREE";
  static final String OVER = "COUNTDOWN_OVER";
  static final String MANAGER_UNLOCKS = "UNLOCK_BY_ACCOUNT_MANAGER";

  private static final String CODE = "code";
  private static final String PASSWORD = "password";
  private static final String EMAIL = "email";
  private static final String USER_NAME = "userName";
  private static final String WORKSPACE_ID = "workspaceId";
  private static final String HUAWEI_ID = "huaweiAccountId";
  private static final String INSTANCE_ID = "instanceId";

  private BillingCenterErrors() {}

  static GatewayErrors table() {
    GatewayErrors.Builder table = codes();
    lifecycleCodes(table);
    accountFields(table);
    workspaceFields(table);
    return table
        .quotable(Field.WORKSPACE_NAME.path())
        .quotable(Field.WORKSPACE_LANGUAGE.path())
        .quotable(Field.WORKSPACE_SITE.path())
        .build();
  }

  private static GatewayErrors.Builder codes() {
    return GatewayErrors.builder()
        .code(ACCOUNT_NOT_FOUND, NotFoundException::new, "belongs to no Billing Center account")
        .code("WORKSPACE_NOT_FOUND", NotFoundException::new, "is no workspace", WORKSPACE_ID)
        .code("CODE_RECENTLY_SENT", RateLimitedException::new, "a code was sent a moment ago")
        .code("CODE_NOT_FOUND", InvalidRequestException::new, "is of no code that was sent", CODE)
        .code("CODE_WRONG", InvalidRequestException::new, "is not the code that was sent", CODE)
        .code("CODE_EXPIRED", InvalidRequestException::new, "has expired", CODE)
        .code("CODE_USED", InvalidRequestException::new, "has been used", CODE)
        .code("CODE_ATTEMPTS_EXCEEDED", InvalidRequestException::new, "was tried too often", CODE)
        .code(
            HUAWEI_ACCOUNT_BOUND,
            ConflictException::new,
            "the Huawei account has a Billing Center account")
        .code(
            "BILLING_ACCOUNT_BOUND_ELSEWHERE",
            ConflictException::new,
            "settles through another Huawei account",
            USER_NAME)
        .code("USER_NAME_TAKEN", ConflictException::new, "is taken", USER_NAME)
        .code("GUANCE_USER_NAME_TAKEN", ConflictException::new, "is taken", USER_NAME)
        .code("EMAIL_TAKEN", ConflictException::new, "belongs to another Guance account", EMAIL)
        .code("EMAIL_MISMATCH", InvalidRequestException::new, "is not that account's", EMAIL)
        .code(
            "EMAIL_NOT_REGISTERED",
            InvalidRequestException::new,
            "belongs to no Guance account",
            EMAIL)
        .code("WORKSPACE_EXISTS", ConflictException::new, "the order has a workspace")
        .code(
            "WORKSPACE_BOUND_ELSEWHERE",
            ConflictException::new,
            "settles through another account or order",
            WORKSPACE_ID);
  }

  private static void lifecycleCodes(GatewayErrors.Builder table) {
    table
        .code(CHANGED_THIS_MONTH, ConflictException::new, "settlement changes once a month")
        .code(
            CLOUD_SUBSCRIBED,
            ConflictException::new,
            "must wait: the present cloud account is subscribed yet")
        .code(INSTANCE_MISMATCH, InvalidRequestException::new, "does not run", INSTANCE_ID)
        .code(ENTERPRISE_DIFFERS, ConflictException::new, "the account is of another enterprise")
        .code(IS_COMMERCIAL, ConflictException::new, "it is on the Commercial Plan already")
        .code(IS_FREE, ConflictException::new, "it is on the free plan: upgrade first")
        .code(OVER, ConflictException::new, "the countdown is over and the data wiped")
        .code(MANAGER_UNLOCKS, PermissionException::new, "Guance's account manager unlocks")
        .fields(
            CHANGE_SETTLEMENT,
            Map.of(INSTANCE_ID, INSTANCE_ID, HUAWEI_ID, Field.HUAWEI_ACCOUNT_ID.path()))
        .fields(UPGRADE, terms());
  }

  private static void accountFields(GatewayErrors.Builder table) {
    Map<String, String> account = proofAnd(Field.BILLING_EMAIL);
    account.put(USER_NAME, Field.BILLING_USER_NAME.path());
    table
        .fields(SEND_ACCOUNT_CODE, Map.of(EMAIL, Field.BILLING_EMAIL.path()))
        .fields(BIND, account)
        .fields(CONFIRM_ENTERPRISE, Map.of("name", Field.ENTERPRISE_NAME.path()));
    account.put(PASSWORD, PASSWORD);
    account.put("site", Field.WORKSPACE_SITE.path());
    table.fields(REGISTER, account);
  }

  private static void workspaceFields(GatewayErrors.Builder table) {
    Map<String, String> workspace = proofAnd(Field.WORKSPACE_EMAIL);
    workspace.put("name", Field.WORKSPACE_NAME.path());
    workspace.put("language", Field.WORKSPACE_LANGUAGE.path());
    workspace.put("site", Field.WORKSPACE_SITE.path());
    table
        .fields(SEND_WORKSPACE_CODE, Map.of(EMAIL, Field.WORKSPACE_EMAIL.path()))
        .fields(CREATE_WORKSPACE, workspace)
        .fields(READ_WORKSPACE, Map.of(WORKSPACE_ID, Field.WORKSPACE_ID.path()))
        .fields(BIND_WORKSPACE, Map.of(WORKSPACE_ID, Field.WORKSPACE_ID.path()));
    workspace.put("workspace.name", Field.WORKSPACE_NAME.path());
    workspace.put("workspace.language", Field.WORKSPACE_LANGUAGE.path());
    workspace.put(USER_NAME, Field.WORKSPACE_USER_NAME.path());
    workspace.put(PASSWORD, PASSWORD);
    table.fields(REGISTER_GUANCE_ACCOUNT, workspace);
  }

  /** What every step with a code and a consent has. */
  private static Map<String, String> proofAnd(Field email) {
    Map<String, String> fields = terms();
    fields.put(EMAIL, email.path());
    fields.put(CODE, CODE);
    fields.put("verificationId", CODE);
    return fields;
  }

  private static Map<String, String> terms() {
    Map<String, String> fields = new HashMap<>();
    fields.put("terms", Field.TERMS_VERSION.path());
    fields.put("terms.version", Field.TERMS_VERSION.path());
    fields.put("terms.acceptedBy", Field.TERMS_ACCEPTED_BY.path());
    fields.put("terms.at", Field.TERMS_AT.path());
    return fields;
  }
}
