package com.guance.onboarding.domain;

import java.util.HashMap;
import java.util.Map;

/** Our own rules that follow a field's name, in English as they are kept and in Chinese. */
final class ChineseClauses {

  static final Map<String, String> CLAUSES = new HashMap<>();

  static {
    clausesOfNames();
    clausesOfAccounts();
  }

  private ChineseClauses() {}

  private static void clausesOfNames() {
    CLAUSES.put("is not accepted", "未被接受");
    CLAUSES.put(
        "must have 1 to 128 characters, no control characters, and keep to what the service that it"
            + " is for asks for",
        "须为 1 至 128 个字符，不能含控制字符，并符合所用服务的要求");
    CLAUSES.put("is taken", "已被占用");
    CLAUSES.put("is another buyer's", "已被其他买家使用");
    CLAUSES.put("is not as it should be", "与预期不符");
    CLAUSES.put(
        "must be an organization that exists: the buyer can have no more",
        "须为买家已有组织的简称：组织数量已达上限，不能再创建");
    CLAUSES.put(
        "must be another organization: this one is bound to another order of the product",
        "须为其他组织的简称：该组织已绑定此商品的另一个订单");
    CLAUSES.put("is no member of the bound organization", "不是已绑定组织的成员");
    CLAUSES.put("is of no code that was sent", "不属于任何已发送的验证码");
    CLAUSES.put("is not the code that was sent", "与已发送的验证码不符");
    CLAUSES.put("has expired", "已过期");
    CLAUSES.put("has been used", "已使用过");
    CLAUSES.put("is of no use any more: it was used, or typed wrong too often", "已失效：已使用过或输错次数过多");
    CLAUSES.put("was tried too often", "输错次数过多");
    CLAUSES.put(
        "must be, with its line, an order that KooGallery knows of this seller",
        "须与订单项一起，是云商店中属于该卖家的订单");
    CLAUSES.put("does not run", "没有在运行");
  }

  private static void clausesOfAccounts() {
    CLAUSES.put("belongs to no Billing Center account", "不属于任何费用中心账号");
    CLAUSES.put("settles through another Huawei account", "已通过其他华为云账号结算");
    CLAUSES.put("belongs to another Guance account", "属于其他观测云账号");
    CLAUSES.put("belongs to no Guance account", "不属于任何观测云账号");
    CLAUSES.put("is not that account's", "不属于该账号");
    CLAUSES.put("is the user name of no account", "不是任何账号的用户名");
    CLAUSES.put("does not keep what is written beside it", "未能保存写入的标记");
    CLAUSES.put("is no workspace", "不是任何工作空间");
    CLAUSES.put("is no workspace of the account", "不是该账号的工作空间");
    CLAUSES.put("is no workspace of the deployment", "不是该部署中的工作空间");
    CLAUSES.put("settles through another account or order", "已通过其他账号或订单结算");
    CLAUSES.put("settles through another account", "已通过其他账号结算");
    CLAUSES.put("must be one of the account's workspaces", "须为该账号的工作空间之一");
    CLAUSES.put("must be one of the account's workspaces that can be bound", "须为该账号可绑定的工作空间之一");
    CLAUSES.put(
        "must be a workspace of the account, and it has none that can be bound",
        "须为该账号的工作空间，而该账号没有可绑定的工作空间");
    CLAUSES.put("must be the account that bought the order", "须为购买该订单的账号");
    CLAUSES.put("is not known yet: no trusted source has named the buyer", "尚不明确：没有可信来源指明买家");
    CLAUSES.put("is disputed: trusted sources have named different buyers", "有争议：可信来源指明的买家不一致");
    CLAUSES.put(
        "must be register or bind: the Huawei account is not bound yet",
        "须为 register（注册）或 bind（绑定）：华为云账号尚未绑定");
    CLAUSES.put("must wait: the present cloud account is subscribed yet", "须等待：当前云账号仍有订阅");
    CLAUSES.put("must be register", "须为 register（注册）");
    CLAUSES.put("must be the address of the billing account", "须为费用中心账号的邮箱");
  }
}
