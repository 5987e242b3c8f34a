package com.guance.onboarding;

import java.util.Map;
import java.util.Optional;

/** How to mend what Guance says is wrong with a workspace, in Chinese; in English it is said. */
final class MendText {

  private static final Map<String, String> ZH =
      Map.of(
          "FREE_PLAN", "工作空间仍为免费版：请所有者在控制台「付费计划与账单」中升级为商业版，升级后不可撤销。",
          "NOT_BILLED", "工作空间未绑定结算：请所有者在控制台将其绑定到费用中心账号。",
          "LOCKED", "工作空间已锁定，数据将被清除：请所有者尽快到费用中心解锁。",
          "OTHER_LANGUAGE", "工作空间语言与申请不一致：请所有者查看「管理 > 空间设置」。",
          "OTHER_OWNER", "工作空间属于其他账号：请当前所有者在「成员管理」中转移。",
          "TOKEN_NOT_FOUND", "站点的数据网关不认识该工作空间的 Token：请检查站点，或在「管理 > 空间设置」中更换 Token。");

  private MendText() {}

  static TaskText of(String code, String english) {
    return new TaskText(
        ZH.getOrDefault(code, "工作空间与预期不符（" + code + "），请在控制台修正。"),
        "The workspace is not as it should be: " + english,
        Optional.empty());
  }
}
