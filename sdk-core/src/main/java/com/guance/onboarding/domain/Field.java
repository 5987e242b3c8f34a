package com.guance.onboarding.domain;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Everything that a partner or a buyer can be asked before and during an onboarding, under the name
 * that request files, forms, refusals and problems use for it.
 *
 * <p>Codes and passwords are not here: they are answers to a task and are never kept.
 */
public enum Field {
  /** The organization's full name; fixed at creation. */
  ORGANIZATION_NAME("organization.name", "组织名称", "Organization name", true),
  /** The organization's short name; unique and fixed at creation. */
  ORGANIZATION_SHORT_NAME("organization.shortName", "组织简称", "Organization short name", false),
  /** The account of the first member. */
  MEMBER_ACCOUNT("member.account", "成员账号", "Member account", true),
  /** The name of the first member. */
  MEMBER_NAME("member.name", "成员姓名", "Member name", true),
  /** The buyer's Huawei Cloud account ID as somebody says it: a claim until a source proves it. */
  HUAWEI_ACCOUNT_ID("huaweiAccountId", "华为云账号 ID", "Huawei Cloud account ID", false),
  /** Register a Billing Center account, or bind one. */
  BILLING_CHOICE("billing.choice", "费用中心账号", "Billing Center account", false),
  /** The user name at the Billing Center; unique and fixed. */
  BILLING_USER_NAME("billing.userName", "费用中心用户名", "Billing Center user name", true),
  /** The e-mail address of the Billing Center account. */
  BILLING_EMAIL("billing.email", "费用中心邮箱", "Billing Center e-mail", true),
  /** The version of the terms that were accepted. */
  TERMS_VERSION("terms.version", "条款版本", "Version of the terms", false),
  /** Who accepted the terms. */
  TERMS_ACCEPTED_BY("terms.acceptedBy", "条款接受人", "Terms accepted by", true),
  /** When the terms were accepted. */
  TERMS_AT("terms.at", "条款接受时间", "Terms accepted at", false),
  /** The company's name on the enterprise information page. */
  ENTERPRISE_NAME("enterprise.name", "企业名称", "Company name", true),
  /** Where the workspace comes from. */
  WORKSPACE_CHOICE("workspace.choice", "工作空间方式", "Workspace", false),
  /** The workspace that exists already. */
  WORKSPACE_ID("workspace.id", "工作空间 ID", "Workspace ID", false),
  /** The new workspace's name. */
  WORKSPACE_NAME("workspace.name", "工作空间名称", "Workspace name", false),
  /** The new workspace's language; fixed at creation, never defaulted. */
  WORKSPACE_LANGUAGE("workspace.language", "工作空间语言", "Workspace language", false),
  /** The site; fixed at creation. */
  WORKSPACE_SITE("workspace.site", "站点", "Site", false),
  /** The e-mail address of the Guance account that owns the new workspace. */
  WORKSPACE_EMAIL("workspace.email", "观测云账号邮箱", "Guance account e-mail", true),
  /** The user name of a Guance account to be registered. */
  WORKSPACE_USER_NAME("workspace.userName", "观测云用户名", "Guance user name", true),
  /** The host on which the first DataKit was installed. */
  DATAKIT_HOST("dataKit.host", "主机名", "Host", false);

  private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9._-]{2,64}");
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@<>\"]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

  private final String path;
  private final String labelZh;
  private final String labelEn;
  private final boolean personal;

  Field(String path, String labelZh, String labelEn, boolean personal) {
    this.path = path;
    this.labelZh = labelZh;
    this.labelEn = labelEn;
    this.personal = personal;
  }

  /** {@return the name in request files, forms and messages, such as {@code workspace.language}} */
  public String path() {
    return path;
  }

  /** {@return the label in Chinese} */
  public String labelZh() {
    return labelZh;
  }

  /** {@return the label in English} */
  public String labelEn() {
    return labelEn;
  }

  /** {@return whether the value belongs to a person or a company and is kept sealed} */
  public boolean personal() {
    return personal;
  }

  /**
   * Finds a field by its name.
   *
   * @param path the name, such as {@code workspace.language}
   * @return the field, empty when there is none of this name
   */
  public static Optional<Field> of(String path) {
    for (Field field : values()) {
      if (field.path.equals(path)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }

  /**
   * Checks a value before it is used or kept.
   *
   * @param value the value
   * @return the same value
   * @throws InvalidInputException naming this field and its rule
   */
  public String check(String value) {
    switch (this) {
      case ORGANIZATION_NAME -> Rules.text(path, value, 1, 60);
      case ORGANIZATION_SHORT_NAME -> new ShortName(value);
      case MEMBER_ACCOUNT ->
          Rules.matches(
              path, value, ACCOUNT, "must be 2 to 64 letters, digits, dots, hyphens, underscores");
      case HUAWEI_ACCOUNT_ID -> new HuaweiAccountId(value);
      case BILLING_CHOICE -> BillingChoice.from(value);
      case BILLING_USER_NAME, WORKSPACE_USER_NAME -> Rules.text(path, value, 2, 64);
      case BILLING_EMAIL, WORKSPACE_EMAIL -> email(value);
      case TERMS_AT -> instant(value);
      case WORKSPACE_CHOICE -> WorkspaceChoice.from(value);
      case WORKSPACE_ID -> new WorkspaceId(value);
      case WORKSPACE_LANGUAGE -> Language.from(value);
      case WORKSPACE_SITE -> new Site(value);
      case MEMBER_NAME, TERMS_VERSION -> Rules.text(path, value, 1, 64);
      case TERMS_ACCEPTED_BY -> Rules.text(path, value, 1, 128);
      case ENTERPRISE_NAME, WORKSPACE_NAME, DATAKIT_HOST -> Rules.text(path, value, 1, 256);
    }
    return value;
  }

  private void email(String value) {
    Rules.text(path, value, 3, 128);
    Rules.matches(path, value, EMAIL, "must be an e-mail address, such as wendy@example.com");
  }

  private void instant(String value) {
    try {
      Instant.parse(value);
    } catch (DateTimeParseException e) {
      throw new InvalidInputException(path, "must be a time, such as 2026-01-31T08:00:00Z");
    }
  }
}
