package com.guance.onboarding.domain;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Everything that a partner or a buyer can be asked before and during an onboarding, under the name
 * that request files, forms, refusals and problems use for it.
 *
 * <p>Codes and passwords are not here: they are answers to a task and are never kept.
 */
public enum Field {
  /** The organization's full name; fixed at creation. */
  ORGANIZATION_NAME("organization.name", "组织名称", "Organization name", true, Rule.text(1, 60)),
  /** The organization's short name; unique and fixed at creation. */
  ORGANIZATION_SHORT_NAME(
      "organization.shortName",
      "组织简称",
      "Organization short name",
      false,
      Rule.form(
          Ascii::isShortName,
          30,
          "must be 2 to 30 lower-case letters, digits or hyphens and start with a letter",
          "须为 2 至 30 个小写字母、数字或连字符，并以字母开头")),
  /** The account of the first member. */
  MEMBER_ACCOUNT(
      "member.account",
      "成员账号",
      "Member account",
      true,
      Rule.form(
          Ascii::isAccount,
          64,
          "must be 2 to 64 letters, digits, dots, hyphens, underscores",
          "须为 2 至 64 个字母、数字、点、连字符或下划线")),
  /** The name of the first member. */
  MEMBER_NAME("member.name", "成员姓名", "Member name", true, Rule.text(1, 64)),
  /** The buyer's Huawei Cloud account ID as somebody says it: a claim until a source proves it. */
  HUAWEI_ACCOUNT_ID("huaweiAccountId", "华为云账号 ID", "Huawei Cloud account ID", false, Rule.ID),
  /** Register a Billing Center account, or bind one. */
  BILLING_CHOICE(
      "billing.choice",
      "费用中心账号",
      "Billing Center account",
      false,
      new Rule(
          "must be register or bind, or already-bound if the Huawei account is",
          "须为 register（注册）或 bind（绑定）；华为云账号已绑定时为 already-bound",
          code -> BillingChoice.find(code).isPresent())),
  /** The user name at the Billing Center; unique and fixed. */
  BILLING_USER_NAME(
      "billing.userName", "费用中心用户名", "Billing Center user name", true, Rule.text(2, 64)),
  /** The e-mail address of the Billing Center account. */
  BILLING_EMAIL("billing.email", "费用中心邮箱", "Billing Center e-mail", true, Rule.EMAIL),
  /** The version of the terms that were accepted. */
  TERMS_VERSION("terms.version", "条款版本", "Version of the terms", false, Rule.text(1, 64)),
  /** Who accepted the terms. */
  TERMS_ACCEPTED_BY("terms.acceptedBy", "条款接受人", "Terms accepted by", true, Rule.text(1, 128)),
  /** When the terms were accepted. */
  TERMS_AT(
      "terms.at",
      "条款接受时间",
      "Terms accepted at",
      false,
      new Rule(
          "must be a time, such as 2026-01-31T08:00:00Z",
          "须为时间，例如 2026-01-31T08:00:00Z",
          Field::isTime)),
  /** The company's name on the enterprise information page. */
  ENTERPRISE_NAME("enterprise.name", "企业名称", "Company name", true, Rule.text(1, 256)),
  /** Where the workspace comes from. */
  WORKSPACE_CHOICE(
      "workspace.choice",
      "工作空间方式",
      "Workspace",
      false,
      new Rule(
          "must be existing, create or register-account",
          "须为 existing（已有）、create（创建）或 register-account（注册账号并创建）",
          code -> WorkspaceChoice.find(code).isPresent())),
  /** The workspace that exists already. */
  WORKSPACE_ID("workspace.id", "工作空间 ID", "Workspace ID", false, Rule.ID),
  /** The new workspace's name. */
  WORKSPACE_NAME("workspace.name", "工作空间名称", "Workspace name", false, Rule.text(1, 256)),
  /** The new workspace's language; fixed at creation, never defaulted. */
  WORKSPACE_LANGUAGE(
      "workspace.language",
      "工作空间语言",
      "Workspace language",
      false,
      new Rule(
          "must be zh or en; it is fixed when the workspace is created",
          "须为 zh（中文）或 en（英文）；创建工作空间后不能修改",
          code -> Language.find(code).isPresent())),
  /** The site; fixed at creation. */
  WORKSPACE_SITE(
      "workspace.site",
      "站点",
      "Site",
      false,
      Rule.form(
          Ascii::isSiteKey,
          13,
          "must be the key of a site, such as cn4, Guance's site on Huawei Cloud",
          "须为站点代码，例如观测云在华为云上的站点 cn4")),
  /** The e-mail address of the Guance account that owns the new workspace. */
  WORKSPACE_EMAIL("workspace.email", "观测云账号邮箱", "Guance account e-mail", true, Rule.EMAIL),
  /** The user name of a Guance account to be registered. */
  WORKSPACE_USER_NAME("workspace.userName", "观测云用户名", "Guance user name", true, Rule.text(2, 64)),
  /** The host on which the first DataKit was installed. */
  DATAKIT_HOST("dataKit.host", "主机名", "Host", false, Rule.text(1, 256));

  private static final Map<String, Field> BY_PATH =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Field::path, field -> field));

  private final String path;
  private final String labelZh;
  private final String labelEn;
  private final boolean personal;

  /** Made above, of what does not change. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final Rule rule;

  Field(String path, String labelZh, String labelEn, boolean personal, Rule rule) {
    this.path = path;
    this.labelZh = labelZh;
    this.labelEn = labelEn;
    this.personal = personal;
    this.rule = rule;
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
   * What a value must be, for people to read beside the field before they give one; a refused value
   * is refused in the same words.
   *
   * @return a clause in English that follows the field's name
   */
  public String rule() {
    return rule.words();
  }

  /** {@return the same rule in Chinese} */
  public String ruleZh() {
    return rule.wordsZh();
  }

  /**
   * Finds a field by its name.
   *
   * @param path the name, such as {@code workspace.language}
   * @return the field, empty when there is none of this name
   */
  public static Optional<Field> of(String path) {
    return Optional.ofNullable(BY_PATH.get(path));
  }

  /**
   * Checks a value before it is used or kept.
   *
   * @param value the value
   * @return the same value
   * @throws InvalidInputException naming this field and its {@link #rule()}
   */
  public String check(String value) {
    rule.check(path, value);
    return value;
  }

  InvalidInputException refused() {
    return new InvalidInputException(path, rule.words());
  }

  private static boolean isTime(String value) {
    try {
      Instant.parse(value);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
