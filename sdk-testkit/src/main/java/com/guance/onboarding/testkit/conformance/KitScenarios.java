package com.guance.onboarding.testkit.conformance;

import static com.guance.onboarding.testkit.conformance.Section.ALL_ORG_SYNC;
import static com.guance.onboarding.testkit.conformance.Section.APPLICATION_SYNC;
import static com.guance.onboarding.testkit.conformance.Section.AUTH_SYNC;
import static com.guance.onboarding.testkit.conformance.Section.SINGLE_ORG_SYNC;
import static com.guance.onboarding.testkit.conformance.Section.TENANT_SYNC;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Organizations, applications, members and departments, as often as KooGallery says them. */
final class KitScenarios {

  private static final String TENANT = SyncScenarios.TENANT;
  private static final String APPLICATION = "applicationSync";
  private static final String AUTH = "authSync";
  private static final String SINGLE_ORG = "singleOrgSync";
  private static final String ALL_ORG = "allOrgSync";
  private static final int UNKNOWN_FLAG = 9;
  private static final int MOST_MEMBERS = 500;
  private static final int CALLERS = 16;

  private KitScenarios() {}

  static List<Scenario> all() {
    return List.of(
        flags(
            "tenant-sync-flags",
            TENANT_SYNC,
            TENANT,
            "企业新增、修改、删除、再次删除均返回 000000",
            "a tenant added, changed, deleted and deleted again is answered 000000",
            SyncScenarios::tenant,
            List.of(1, 1, 2, 0, 0)),
        flag("tenant-sync-flag-unknown", TENANT_SYNC, TENANT, SyncScenarios::tenant),
        Scenario.of(
            "tenant-sync-concurrent",
            TENANT_SYNC,
            "同一企业并发同步 16 次均返回 000000",
            "the same tenant, 16 times at once, is answered 000000",
            KitScenarios::race),
        credentials(
            "tenant-sync-empty-ids",
            TENANT_SYNC,
            TENANT,
            to -> SyncScenarios.tenant(to).and("instanceId", "").and("orderId", "")),
        Scenario.of(
            "application-sync",
            APPLICATION_SYNC,
            "应用同步可验签并得到答复(密钥仅商家可解密)",
            "an application is believed and answered; only the seller can decrypt its secret",
            to -> to.send(APPLICATION, application(to)).understood()),
        flags(
            "application-sync-delete",
            APPLICATION_SYNC,
            APPLICATION,
            "应用重复删除均返回 000000",
            "an application deleted twice is answered 000000",
            KitScenarios::application,
            List.of(0, 0)),
        flag(
            "application-sync-flag-unknown",
            APPLICATION_SYNC,
            APPLICATION,
            KitScenarios::application),
        flags(
            "auth-sync-flags",
            AUTH_SYNC,
            AUTH,
            "成员新增、修改、取消授权、删除、再次删除均返回 000000",
            "members added, changed, cancelled, deleted and deleted again are answered 000000",
            to -> members(to, 2),
            List.of(1, 1, 2, 3, 0, 0)),
        flag("auth-sync-flag-unknown", AUTH_SYNC, AUTH, to -> members(to, 1)),
        Scenario.of(
            "auth-sync-500-members",
            AUTH_SYNC,
            "一次可同步 500 个成员",
            "500 members at once are accepted",
            to -> to.send(AUTH, members(to, MOST_MEMBERS)).accepted()),
        credentials(
            "auth-sync-empty-ids", AUTH_SYNC, AUTH, to -> members(to, 1).and("instanceId", "")),
        flags(
            "single-org-sync-flags",
            SINGLE_ORG_SYNC,
            SINGLE_ORG,
            "部门新增、修改、删除、再次删除均返回 000000",
            "a department added, changed, deleted and deleted again is answered 000000",
            KitScenarios::department,
            List.of(1, 1, 2, 0, 0)),
        Scenario.of(
            "single-org-sync-key-twice",
            SINGLE_ORG_SYNC,
            "重复出现的键 instanceId(官方示例)应可处理",
            "a key that stands twice, as in KooGallery's own example, is accepted",
            KitScenarios::keyTwice),
        Scenario.of(
            "all-org-sync-list",
            ALL_ORG_SYNC,
            "orgInfoList 为数组应被接受",
            "an orgInfoList that is a list is accepted",
            to -> to.send(ALL_ORG, departments(to)).accepted()),
        Scenario.of(
            "all-org-sync-text",
            ALL_ORG_SYNC,
            "orgInfoList 为 JSON 字符串应被接受",
            "an orgInfoList that is a text is accepted",
            to ->
                to.send(
                        ALL_ORG,
                        departments(to)
                            .and("flag", 1)
                            .and(
                                "orgInfoList",
                                "[{\"orgCode\":\"dept-1\",\"orgName\":\"R&D\",\"parentCode\":\"\"}]"))
                    .accepted()),
        Scenario.of(
            "all-org-sync-repeated",
            ALL_ORG_SYNC,
            "重复的部门全量同步均返回 000000",
            "all departments, repeated, are answered 000000",
            KitScenarios::departmentsTwice),
        credentials(
            "all-org-sync-empty-ids",
            ALL_ORG_SYNC,
            ALL_ORG,
            to -> departments(to).and("instanceId", "")));
  }

  private interface Bodies {
    Body of(Endpoint to);
  }

  /** The same thing under one flag after the other; KooGallery repeats each. */
  private static Scenario flags(
      String name,
      Section section,
      String activity,
      String zh,
      String en,
      Bodies bodies,
      List<Integer> flags) {
    return Scenario.of(
        name,
        section,
        zh,
        en,
        to -> {
          Body body = bodies.of(to);
          for (int flag : flags) {
            to.send(activity, body.and("flag", flag)).accepted();
          }
        });
  }

  private static Scenario flag(String name, Section section, String activity, Bodies bodies) {
    return Scenario.of(
        name,
        section,
        activity + ":未知 flag 应被拒绝",
        activity + " with a flag that does not exist is refused",
        to -> to.send(activity, bodies.of(to).and("flag", UNKNOWN_FLAG)).refused());
  }

  private static Scenario credentials(
      String name, Section section, String activity, Bodies bodies) {
    return Scenario.of(
        name,
        section,
        activity + ":申请凭证时空 ID 应被接受",
        activity + " with empty ids, as while applying for credentials, is accepted",
        to -> to.send(activity, bodies.of(to)).accepted());
  }

  private static void race(Endpoint to) {
    Body body = SyncScenarios.tenant(to);
    to.together(CALLERS, number -> to.sync(TENANT, body)).forEach(Reply::accepted);
  }

  private static Body subject(Endpoint to) {
    return SyncScenarios.about(to, to.instance(), to.id("tenant-"));
  }

  private static Body application(Endpoint to) {
    return subject(to)
        .and("appId", to.id("app-"))
        .and("clientId", to.id("client-"))
        .and("clientSecret", "Y29uZm9ybWFuY2U=")
        .and("flag", 1);
  }

  private static Body members(Endpoint to, int count) {
    List<Map<String, Object>> members = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Map<String, Object> member = new LinkedHashMap<>();
      member.put("userName", "member-" + i);
      member.put("name", "成员 " + i);
      member.put("orgCode", "dept-1");
      member.put("role", i == 0 ? "admin" : "user");
      member.put("enable", "true");
      members.add(member);
    }
    return subject(to)
        .and("appId", to.id("app-"))
        .and("currentSyncTime", to.beijingTime())
        .and("userList", members)
        .and("flag", 1);
  }

  private static Body department(Endpoint to) {
    return subject(to)
        .and("orgCode", to.id("dept-"))
        .and("orgName", "R&D 研发")
        .and("parentCode", "dept-1")
        .and("flag", 1);
  }

  private static Body departments(Endpoint to) {
    return subject(to)
        .and(
            "orgInfoList",
            List.of(
                Map.of("orgCode", "dept-1", "orgName", "Acme", "parentCode", ""),
                Map.of("orgCode", "dept-2", "orgName", "R&D", "parentCode", "dept-1")));
  }

  private static void departmentsTwice(Endpoint to) {
    Body body = departments(to);
    to.send(ALL_ORG, body).accepted();
    to.send(ALL_ORG, body).accepted();
  }

  private static void keyTwice(Endpoint to) {
    String body = new String(department(to).bytes(), StandardCharsets.UTF_8);
    String twice =
        body.substring(0, body.length() - 1) + ",\"instanceId\":\"" + to.instance() + "\"}";
    to.send(to.sync(SINGLE_ORG, Signer.utf8(twice))).accepted();
  }
}
