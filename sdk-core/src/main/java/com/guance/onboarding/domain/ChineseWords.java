package com.guance.onboarding.domain;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Our own sentences about what stands in the way, in English as they are kept and in Chinese: what
 * has happened, and what to do.
 *
 * <p>A {@code {}} stands for a name that comes with the sentence.
 */
final class ChineseWords {

  static final Map<String, String> SENTENCES = new LinkedHashMap<>();

  /** What is done while something goes wrong, and what comes instead of an answer. */
  static final Map<String, String> DEEDS = new HashMap<>();

  static {
    happened();
    remedies();
    remediesOfTheBuyer();
    deeds();
    silences();
  }

  private ChineseWords() {}

  private static void happened() {
    SENTENCES.put("{} did not get through", "{}未能完成");
    SENTENCES.put(
        "{} did not get through to {}: it answered with status {}", "{}未能完成：{} 的应答状态码为 {}");
    SENTENCES.put("{} did not get through to {}: {}", "{}未能完成：{} 没有给出应答（{}）");
    SENTENCES.put("{} was refused", "{}被拒绝");
    SENTENCES.put("{} ended with {}", "{}异常终止：{}");
    SENTENCES.put("{} got an answer that cannot be read", "{}收到无法识别的应答");
    SENTENCES.put("{} does not accept our credentials", "{} 不接受所用的凭证");
    SENTENCES.put("{} is not accepted, and is not the customer's to choose", "{} 未被接受，且不由客户选择");
    SENTENCES.put("without a code: is this the gateway's address?", "应答中没有错误码：这是网关的地址吗？");
    SENTENCES.put("the same thing was asked for before with other values", "此前已用其他内容提出过同一请求");
    SENTENCES.put("the buyer has an organization of this short name", "买家已有使用该简称的组织");
    SENTENCES.put("KooGallery is still creating the organization", "云商店仍在创建该组织");
    settlement();
    SENTENCES.put("the organization has a member of this account", "该组织已有使用该账号的成员");
    SENTENCES.put("the order is bound already", "该订单已绑定");
    SENTENCES.put("the Huawei account has a Billing Center account", "该华为云账号已有费用中心账号");
    SENTENCES.put("the order has a workspace", "该订单已有工作空间");
    SENTENCES.put("a code was sent a moment ago", "刚刚已发送过验证码");
    SENTENCES.put("a newer version of the SDK has worked on it", "已由更新版本的 SDK 处理过");
    SENTENCES.put("KooGallery has frozen the subscription", "云商店已冻结该订阅");
    SENTENCES.put("the sides before it took too long to answer", "之前的各方应答耗时过长");
    SENTENCES.put("a step or another repair is running", "有步骤或其他修复正在运行");
    SENTENCES.put("this installation cannot look there", "当前安装无法查询此处");
    SENTENCES.put("no callback has named the organization's id", "没有回调给出组织的 ID");
    SENTENCES.put("the buyer or the short name is not known", "买家或组织简称未知");
    SENTENCES.put("the organization or the member is not known", "组织或成员未知");
    SENTENCES.put("no trusted source has named the buyer", "没有可信来源指明买家");
    SENTENCES.put("there is no billing account", "没有费用中心账号");
    SENTENCES.put("there is no workspace", "没有工作空间");
    SENTENCES.put("no API key of the workspace is kept", "没有保存该工作空间的 API Key");
    SENTENCES.put("Guance does not take the kept API key any more", "观测云不再接受所保存的 API Key");
    SENTENCES.put("the site does not know the API key", "该站点不认识这个 API Key");
    SENTENCES.put("the API key belongs to another workspace", "该 API Key 属于其他工作空间");
    SENTENCES.put("the workspace is on the free plan", "工作空间仍为免费版");
    SENTENCES.put("the workspace is not billed", "工作空间未绑定结算");
    SENTENCES.put("the workspace is locked and will be wiped", "工作空间已锁定，数据将被清除");
    SENTENCES.put(
        "the workspace is locked since {} and its data is gone at {}", "工作空间自 {} 起锁定，数据将于 {} 清除");
    SENTENCES.put("the workspace has another language", "工作空间的语言与申请不一致");
    SENTENCES.put("the workspace belongs to somebody else", "工作空间属于其他账号");
    SENTENCES.put(
        "the dataway of the workspace's site does not know its token", "站点的数据网关不认识该工作空间的 Token");
    SENTENCES.put("workspace.site must be a site of {}: {}", "站点须为 {} 的站点之一：{}");
    notSaid();
  }

  private static void settlement() {
    SENTENCES.put("settlement changes once a month", "结算方式每月只能变更一次");
    SENTENCES.put("the account is of another enterprise", "该账号属于其他企业");
    SENTENCES.put("it is on the Commercial Plan already", "已是商业版");
    SENTENCES.put("it is on the free plan: upgrade first", "仍为免费版，请先升级");
    SENTENCES.put("the countdown is over and the data wiped", "倒计时已结束，数据已清除");
    SENTENCES.put("Guance's account manager unlocks", "须由观测云客户经理解锁");
  }

  private static void notSaid() {
    SENTENCES.put("Guance does not say the plan", "观测云没有说明版本");
    SENTENCES.put("Guance does not say the state of the bills", "观测云没有说明结算状态");
    SENTENCES.put("Guance does not say the lock", "观测云没有说明是否锁定");
    SENTENCES.put("Guance does not say the language", "观测云没有说明语言");
    SENTENCES.put("Guance does not say the owner", "观测云没有说明所有者");
    SENTENCES.put("Guance does not show the token", "观测云没有给出 Token");
    SENTENCES.put("the token is none that can be asked about", "该 Token 无法用于查询");
    SENTENCES.put("the dataway cannot be asked", "无法询问数据网关");
    SENTENCES.put("Nothing: it is asked again.", "无需处理，会再次询问。");
  }

  private static void remedies() {
    SENTENCES.put("Nothing to do; it is tried again by itself.", "无需处理，系统会自动重试。");
    SENTENCES.put(
        "Report it with the stack trace in the log; it is tried again.", "请连同日志中的堆栈上报；系统会再次尝试。");
    SENTENCES.put("Check key, token and host of {}.", "请检查 {} 的密钥、令牌和地址。");
    SENTENCES.put("Check host and version of {}; it is tried again.", "请检查 {} 的地址和版本；系统会再次尝试。");
    SENTENCES.put("Check the address of {}; it is tried again.", "请检查 {} 的地址；系统会再次尝试。");
    SENTENCES.put("Look up the code at {}; it is tried again.", "请向 {} 查询该错误码；系统会再次尝试。");
    SENTENCES.put(
        "Check that {} can be reached at the address that is set, and that nothing else answers"
            + " there; it is still tried.",
        "请检查能否通过所设地址访问 {}，且该地址没有由其他服务应答；系统仍会继续尝试。");
    SENTENCES.put(
        "Nothing to do yet: an order may be known a little later; it is looked up again.",
        "暂时无需处理：订单可能稍后才能查到，系统会再次查询。");
    SENTENCES.put(
        "Compare the ids of order and line with KooGallery, and check that the gateway is this"
            + " seller's; cancel the onboarding if they are wrong. It is still looked up.",
        "请与云商店核对订单号和订单项，并检查网关是否属于该卖家；如有误请取消开通。系统仍会继续查询。");
    SENTENCES.put("Let the newer version finish it, or upgrade this node.", "请由新版本完成，或升级本节点。");
    SENTENCES.put(
        "Find out at KooGallery who bought the order; it goes no further by itself, so cancel it if"
            + " it is not to wait.",
        "请在云商店查明谁购买了该订单；流程不会自行继续，如不再等待请取消。");
    SENTENCES.put("Give the buyer's own Huawei Cloud account ID.", "请提供买家自己的华为云账号 ID。");
    SENTENCES.put("Repair again; what is repaired stays so.", "请再次修复；已修复的会保留。");
    SENTENCES.put("Compare again when it has ended.", "请在其结束后再次比对。");
    SENTENCES.put(
        "Configure a gateway or an order source, or look it up in the console.",
        "请配置网关或订单来源，或在控制台查看。");
    SENTENCES.put("Mend the drifts of earlier stages, or go on first.", "请先修复之前阶段的差异，或先继续流程。");
    SENTENCES.put("Look it up in the console.", "请在控制台查看。");
  }

  private static void remediesOfTheBuyer() {
    SENTENCES.put("Give another value for {}, or another {}.", "请为{}换一个值，或改选{}。");
    SENTENCES.put("Choose one offered for {}, or another {}.", "请从所列选项中选择{}，或改选{}。");
    SENTENCES.put("Choose one offered for {}.", "请从所列选项中选择{}。");
    SENTENCES.put("Give another value for {}.", "请为{}换一个值。");
    SENTENCES.put(
        "A new code is sent; give the one of the newest e-mail.", "将发送新的验证码，请填写最新一封邮件中的验证码。");
    SENTENCES.put(
        "Choose another password, such as one with more kinds of characters; it is asked for again.",
        "请换一个密码，例如包含更多种类的字符；系统会再次询问。");
    SENTENCES.put("Give another Key ID.", "请填写其他 Key ID。");
    SENTENCES.put("Type the code of the newest e-mail.", "请填写最新一封邮件中的验证码。");
    SENTENCES.put(
        "Answer the task, without a code, to have a new one sent.", "请提交该任务，验证码可留空，系统将发送新的验证码。");
    SENTENCES.put(
        "Answer the task, without a code, to have a new one sent; the next e-mail may have to wait"
            + " a minute.",
        "请提交该任务，验证码可留空，系统将发送新的验证码；两封邮件之间可能须间隔一分钟。");
    SENTENCES.put(
        "Settle what is due on KooGallery; it goes on by itself when KooGallery unfreezes it.",
        "请在云商店结清欠款；云商店解冻后流程会自动继续。");
    SENTENCES.put(
        "Sign in at the unified login address, or let the order query name the buyer.",
        "请从统一登录地址登录，或由订单查询指明买家。");
    SENTENCES.put("Register a Billing Center account, or bind one.", "请注册费用中心账号，或绑定已有账号。");
    SENTENCES.put(
        "Give the Key ID of an API key of this workspace, and check that the workspace is on this"
            + " site.",
        "请填写该工作空间的 API Key 的 Key ID，并检查工作空间是否在该站点。");
    SENTENCES.put(
        "Give the Key ID of an API key of the workspace {}.", "请填写工作空间 {} 的 API Key 的 Key ID。");
    SENTENCES.put("Give the site that the workspace was created on.", "请填写创建工作空间的站点。");
    SENTENCES.put(
        "The owner upgrades it in the console under Billing; that cannot be undone.",
        "请所有者在控制台「付费计划与账单」中升级；升级后不可撤销。");
    SENTENCES.put(
        "The owner binds it to the Billing Center account in the console.", "请所有者在控制台将其绑定到费用中心账号。");
    SENTENCES.put("The owner unlocks it in the Billing Center before that.", "请所有者在此之前到费用中心解锁。");
    SENTENCES.put("The owner unlocks it in the Billing Center before {}.", "请所有者在 {} 之前到费用中心解锁。");
    SENTENCES.put(
        "The owner looks into Manage, Space settings; during onboarding the language is fixed.",
        "请所有者查看「管理 > 空间设置」；开通期间语言不能修改。");
    SENTENCES.put(
        "Ask its present owner to transfer it in the console under member management.",
        "请现有所有者在控制台「成员管理」中转移。");
    SENTENCES.put(
        "Check the site, or change the token under Manage, Space settings, and install with the new"
            + " one.",
        "请检查站点，或在「管理 > 空间设置」中更换 Token 后重新安装。");
  }

  /** What came where an answer was to come. */
  private static void silences() {
    DEEDS.put("cannot connect", "无法连接");
    DEEDS.put("connection lost", "连接中断");
    DEEDS.put("timed out", "超时");
    DEEDS.put("timed out while connecting", "连接超时");
    DEEDS.put("no time left", "时间不足");
    DEEDS.put("body is a web page, not JSON", "应答是网页而不是 JSON");
    DEEDS.put("body is empty", "应答内容为空");
  }

  private static void deeds() {
    for (Stage stage : Stage.values()) {
      DEEDS.put("comparing " + stage, "比对 " + stage + " ");
    }
    DEEDS.put("read order", "查询订单");
    DEEDS.put("create organization", "创建组织");
    DEEDS.put("list organizations", "列出组织");
    DEEDS.put("read organization", "查询组织");
    DEEDS.put("add member", "添加成员");
    DEEDS.put("bind app", "绑定应用");
    DEEDS.put("authorize member", "授权成员");
    DEEDS.put("read login address", "查询登录地址");
    DEEDS.put("find billing account", "查询费用中心账号");
    DEEDS.put("register billing account", "注册费用中心账号");
    DEEDS.put("bind billing account", "绑定费用中心账号");
    DEEDS.put("confirm enterprise", "确认企业信息");
    DEEDS.put("find bound workspace", "查询已绑定的工作空间");
    DEEDS.put("find bindable workspace", "查询可绑定的工作空间");
    DEEDS.put("create workspace", "创建工作空间");
    DEEDS.put("register guance account", "注册观测云账号");
    DEEDS.put("bind workspace", "绑定工作空间");
    DEEDS.put("find datakit", "查询 DataKit");
    DEEDS.put("find host", "查询主机");
    DEEDS.put("check token", "检查 Token");
    DEEDS.put("take api key", "验证 API Key");
    DEEDS.put("verify workspace", "验证工作空间");
    DEEDS.put("send the code to register the billing account", "发送注册费用中心账号的验证码");
    DEEDS.put("send the code to bind the billing account", "发送绑定费用中心账号的验证码");
    DEEDS.put("send the code to create the workspace", "发送创建工作空间的验证码");
    DEEDS.put("send the code to register the guance account", "发送注册观测云账号的验证码");
  }
}
