package com.guance.onboarding;

import com.guance.onboarding.domain.Field;
import com.guance.onboarding.spi.CodePurpose;
import java.util.List;
import java.util.Optional;

/**
 * What a password or a code is for: the words that say it, and the answers to show beside the
 * input. The words themselves name nobody.
 */
@SuppressWarnings("ImmutableEnumChecker") // made here, of what does not change
enum SecretUse {
  /** The first password of the organization's member. */
  MEMBER_PASSWORD(
      "请为组织成员设置初始密码；首次登录时须修改。",
      "Choose the first password of the organization's member; the first sign-in asks for a new"
          + " one.",
      List.of(Field.ORGANIZATION_SHORT_NAME, Field.MEMBER_ACCOUNT)),
  /** The password of a new Billing Center account. */
  BILLING_PASSWORD(
      "请为要注册的费用中心账号设置密码。",
      "Choose the password of the Billing Center account to be registered.",
      List.of(Field.BILLING_USER_NAME)),
  /** The password of a new Guance account. */
  GUANCE_PASSWORD(
      "请为要注册的观测云账号设置密码。",
      "Choose the password of the Guance account to be registered.",
      List.of(Field.WORKSPACE_USER_NAME, Field.WORKSPACE_EMAIL)),
  /** The code with which a Billing Center account is registered. */
  REGISTER_CODE("注册费用中心账号", "register the Billing Center account", CodePurpose.REGISTER),
  /** The code with which a Billing Center account is bound. */
  BIND_CODE("绑定费用中心账号", "bind the Billing Center account", CodePurpose.BIND),
  /** The code with which the owner of a new workspace agrees. */
  WORKSPACE_CODE("创建工作空间", "create the workspace", CodePurpose.CREATE_WORKSPACE),
  /** The code with which a Guance account is registered. */
  GUANCE_CODE("注册观测云账号", "register the Guance account", CodePurpose.REGISTER_ACCOUNT);

  private final TaskText text;
  private final TaskText again;
  private final List<Field> details;

  SecretUse(String zh, String en, List<Field> details) {
    this.text = new TaskText(zh, en, Optional.empty());
    this.again = text;
    this.details = details;
  }

  SecretUse(String zh, String en, CodePurpose purpose) {
    Field mailbox = Billing.address(purpose);
    this.text =
        new TaskText(
            "请输入" + mailbox.labelZh() + "中收到的验证码，用于" + zh + "。",
            "Type the verification code that was sent to the "
                + mailbox.labelEn()
                + " address to "
                + en
                + ".",
            Optional.empty());
    this.again =
        new TaskText(
            "用于" + zh + "的验证码已失效；提交此任务即可获取新的验证码，验证码一栏可留空。",
            "The code to "
                + en
                + " is of no use any more; answer this task, without a code, to have a new one sent.",
            Optional.empty());
    this.details = List.of(mailbox);
  }

  static SecretUse code(CodePurpose purpose) {
    return switch (purpose) {
      case REGISTER -> REGISTER_CODE;
      case BIND -> BIND_CODE;
      case CREATE_WORKSPACE -> WORKSPACE_CODE;
      case REGISTER_ACCOUNT -> GUANCE_CODE;
    };
  }

  TaskText text() {
    return text;
  }

  /** What to do when the code that was sent has run out. */
  TaskText again() {
    return again;
  }

  /** Whose it is, or where it was sent. */
  List<Field> details() {
    return details;
  }
}
