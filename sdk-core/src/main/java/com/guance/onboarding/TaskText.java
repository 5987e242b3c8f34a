package com.guance.onboarding;

import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.TaskKind;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people read: for each kind of task the words in Chinese and English, and the address where
 * the vendors publish one. Where they do not, the menu path stands in the words.
 */
record TaskText(String zh, String en, Optional<URI> link) {

  private static final URI REGISTER = URI.create("https://auth.guance.com/businessRegister");
  private static final String LOGIN_ZH = "（见「我的云商店 > 联营服务 > 应用绑定 > 通用应用」或短信）";
  private static final String LOGIN_EN =
      " (My KooGallery > Joint Operations Services > App Binding > Common Apps, or the text message)";
  private static final Map<TaskKind, TaskText> TEXTS = new EnumMap<>(TaskKind.class);

  static {
    put(
        TaskKind.CREATE_ORGANIZATION,
        "在「我的云商店 > 联营服务 > 组织 > 组织管理」中创建组织；名称和简称创建后不能修改。",
        "Create the organization under My KooGallery > Joint Operations Services > Organizations >"
            + " Organization Management. Neither name can be changed later.");
    put(
        TaskKind.ADD_MEMBER,
        "在「组织管理 > 添加成员」中添加成员，并把登录名和初始密码交给本人；首次登录须修改密码。",
        "Add the member under Organization Management > Add Member and hand over sign-in name and"
            + " first password; the first sign-in asks for a new one.");
    put(
        TaskKind.BIND_APP,
        "在「联营服务 > 应用绑定 > 通用应用」中，把该订单绑定到组织；一个订单只能绑定一个组织。",
        "Bind the order to the organization under Joint Operations Services > App Binding > Common"
            + " Apps. One order, one organization.");
    put(
        TaskKind.AUTHORIZE_MEMBERS,
        "在「联营服务 > 应用授权」中点击「授权」，选择成员并确认。",
        "Under Joint Operations Services > App Authorization choose Authorize, tick the members and"
            + " confirm.");
    put(
        TaskKind.SIGN_IN,
        "打开统一登录地址" + LOGIN_ZH + "，用成员账号登录。",
        "Open the unified login address" + LOGIN_EN + " and sign in as the member.");
    put(
        TaskKind.CHOOSE_BILLING,
        "请选择：立即注册观测云商业版，或绑定已有的费用中心账号。",
        "Choose: register the Guance Commercial Plan, or bind an existing Billing Center account.");
    put(
        TaskKind.REGISTER_BILLING_ACCOUNT,
        "从统一登录地址" + LOGIN_ZH + "登录后选择「立即注册观测云商业版」，按页面完成注册和邮箱验证。",
        "After signing in at the unified login address"
            + LOGIN_EN
            + " choose Register Guance Commercial Plan Now and follow the pages, e-mail verification"
            + " included.",
        REGISTER);
    put(
        TaskKind.BIND_BILLING_ACCOUNT,
        "从统一登录地址" + LOGIN_ZH + "登录后选择「已有费用中心账号，去绑定」，填写用户名和邮箱并完成邮箱验证。",
        "After signing in at the unified login address"
            + LOGIN_EN
            + " choose Exist Billing Center account, bind it; give user name and e-mail and verify"
            + " the e-mail.");
    put(
        TaskKind.ENTER_ENTERPRISE_INFO,
        "在「企业信息」页面填写必填项并确认。",
        "Fill in the required fields of the Enterprise Information page and confirm.");
    put(
        TaskKind.ENTER_WORKSPACE,
        "华为云账号已绑定费用中心账号：从统一登录地址" + LOGIN_ZH + "登录后免登进入工作空间，并记下工作空间 ID。",
        "The Huawei account is bound already: sign in at the unified login address"
            + LOGIN_EN
            + ", enter the workspace without another login and note its ID.");
    put(
        TaskKind.BIND_WORKSPACE,
        "在「绑定观测云工作空间」页面点击「绑定」并确认。",
        "On the Bind Guance Workspace page choose Bind and confirm.");
    put(
        TaskKind.CREATE_WORKSPACE,
        "点击「创建工作空间」，填写名称和语言，用观测云账号邮箱验证，然后确认绑定；语言创建后不能修改。",
        "Choose Create Workspace, give name and language, verify with the Guance account's e-mail"
            + " and confirm the binding. The language cannot be changed later.");
    put(
        TaskKind.REGISTER_GUANCE_ACCOUNT,
        "点击「注册观测云账号」，填写信息并完成邮箱验证，创建工作空间后确认绑定；语言创建后不能修改。",
        "Choose Register Guance Account, verify the e-mail, create the workspace and confirm the"
            + " binding. The language cannot be changed later.");
    put(TaskKind.PROVIDE_DETAILS, "请补充以下信息。", "Some details are still missing.");
    put(TaskKind.CORRECT, "以下信息未被接受，请修改。", "A value was not accepted; please replace it.");
    put(
        TaskKind.CREATE_API_KEY,
        "在工作空间「管理 > API Key 管理」中创建一个 Key，并填写其 Key ID。",
        "Create a key under Manage > API Key Management of the workspace and give its Key ID.");
    put(
        TaskKind.MEND_WORKSPACE,
        "工作空间与预期不符，请在控制台修正。",
        "The workspace is not as it should be; mend it in the console.");
    put(
        TaskKind.INSTALL_DATAKIT,
        "在一台主机上运行工作空间「集成 > DataKit」页面给出的安装命令。",
        "Run the install command of the workspace (Integrations > DataKit) on a host.");
  }

  private static void put(TaskKind kind, String zh, String en) {
    TEXTS.put(kind, new TaskText(zh, en, Optional.empty()));
  }

  private static void put(TaskKind kind, String zh, String en, URI link) {
    TEXTS.put(kind, new TaskText(zh, en, Optional.of(link)));
  }

  /** The same with the command to run, so that whoever mails only the words mails it too. */
  TaskText naming(Map<String, String> commands) {
    if (commands.isEmpty()) {
      return this;
    }
    Map.Entry<String, String> first = commands.entrySet().iterator().next();
    return new TaskText(
        zh + "在 " + first.getKey() + " 上，把 *** 换成工作空间的 Token：" + first.getValue(),
        en
            + " With the workspace's token in place of ***, it is, on "
            + first.getKey()
            + ": "
            + first.getValue(),
        link);
  }

  /** The same with the order to choose in the console, for the same reason. */
  TaskText naming(OrderKey order) {
    return new TaskText(
        zh + "订单号：" + order.orderId() + "，订单项：" + order.orderLineId() + "。",
        en + " The order is " + order.orderId() + ", its line " + order.orderLineId() + ".",
        link);
  }

  /**
   * Which workspace, where nobody has named one and there are several.
   *
   * @param ids the ids to choose from
   * @param names name and site of each, as far as they are known
   */
  static TaskText choosing(List<String> ids, List<String> names) {
    List<String> zh = new ArrayList<>(ids.size());
    List<String> en = new ArrayList<>(ids.size());
    for (int i = 0; i < ids.size(); i++) {
      String name = i < names.size() ? names.get(i) : "";
      zh.add(name.isEmpty() ? ids.get(i) : ids.get(i) + "（" + name + "）");
      en.add(name.isEmpty() ? ids.get(i) : ids.get(i) + " (" + name + ")");
    }
    return new TaskText(
        "该账号有多个工作空间，请选择其中之一：" + String.join("、", zh) + "。",
        "The account has several workspaces; choose one: " + String.join("; ", en) + ".",
        Optional.empty());
  }

  static TaskText of(TaskKind kind) {
    return TEXTS.getOrDefault(kind, new TaskText(kind.name(), kind.name(), Optional.empty()));
  }
}
