package com.guance.onboarding.testkit.conformance;

import static com.guance.onboarding.testkit.conformance.Section.CHANGE_INSTANCE_CHECK;
import static com.guance.onboarding.testkit.conformance.Section.REFRESH_INSTANCE;
import static com.guance.onboarding.testkit.conformance.Section.RELEASE_INSTANCE;
import static com.guance.onboarding.testkit.conformance.Section.UPDATE_INSTANCE_STATUS;
import static com.guance.onboarding.testkit.conformance.Section.UPGRADE_INSTANCE;

import java.util.List;
import java.util.Map;

/** Instances are renewed, frozen, upgraded and released, each as often as KooGallery says so. */
final class ChangeScenarios {

  private static final String TO_THE_SECOND = "20370101000000";
  private static final String TO_THE_MILLISECOND = "20370101000000000";
  private static final String REFRESH = "refreshInstance";
  private static final String STATUS = "updateInstanceStatus";
  private static final String UPGRADE = "upgradeInstance";
  private static final String RELEASE = "releaseInstance";
  private static final String CHECK = "changeInstanceCheck";
  private static final int CALLERS = 16;

  private ChangeScenarios() {}

  static List<Scenario> all() {
    return List.of(
        scene("TRIAL_TO_FORMAL"),
        scene("RENEWAL"),
        scene("UNSUBSCRIBE_RENEWAL_PERIOD"),
        scene("RENEWAL_CHANGE"),
        Scenario.of(
            "refresh-17-digits",
            REFRESH_INSTANCE,
            "17 位 expireTime 应被接受",
            "an expireTime of 17 digits is accepted",
            to ->
                to.send(renewal(to, to.instance()).and("expireTime", TO_THE_MILLISECOND))
                    .accepted()),
        Scenario.of(
            "refresh-repeated",
            REFRESH_INSTANCE,
            "重复的续费通知应返回 000000",
            "a repeated renewal is answered 000000",
            to -> twice(to, renewal(to, to.instance()))),
        Scenario.of(
            "refresh-unknown-instance",
            REFRESH_INSTANCE,
            "不存在的实例续费应被拒绝(000003)",
            "the renewal of an instance that does not exist is refused (000003)",
            to -> to.send(renewal(to, to.id("unknown-"))).refused()),
        Scenario.of(
            "refresh-no-time",
            REFRESH_INSTANCE,
            "无法识别的 expireTime 应被拒绝",
            "an expireTime that is no time is refused",
            to -> to.send(renewal(to, to.instance()).and("expireTime", "tomorrow")).refused()),
        Scenario.of(
            "freeze-and-unfreeze",
            UPDATE_INSTANCE_STATUS,
            "冻结、解冻、再冻结均应返回 000000",
            "freeze, unfreeze and freeze again are answered 000000",
            ChangeScenarios::freezes),
        Scenario.of(
            "freeze-repeated",
            UPDATE_INSTANCE_STATUS,
            "重复冻结应返回 000000",
            "a repeated freeze is answered 000000",
            to -> twice(to, status(to.anotherInstance(), "FREEZE"))),
        Scenario.of(
            "freeze-concurrent",
            UPDATE_INSTANCE_STATUS,
            "并发冻结 16 次均应返回 000000",
            "16 freezes at once are all answered 000000",
            ChangeScenarios::freezesAtOnce),
        Scenario.of(
            "status-unknown",
            UPDATE_INSTANCE_STATUS,
            "未知状态应被拒绝",
            "a status that does not exist is refused",
            to -> to.send(status(to.instance(), "MELT")).refused()),
        Scenario.of(
            "status-unknown-instance",
            UPDATE_INSTANCE_STATUS,
            "不存在的实例冻结应被拒绝(000003)",
            "the freeze of an instance that does not exist is refused (000003)",
            to -> to.send(status(to.id("unknown-"), "FREEZE")).refused()),
        Scenario.of(
            "upgrade",
            UPGRADE_INSTANCE,
            "升级应返回 000000",
            "an upgrade is answered 000000",
            to -> to.send(to.ordered(Endpoint.about(UPGRADE, to.instance()))).accepted()),
        Scenario.of(
            "upgrade-repeated",
            UPGRADE_INSTANCE,
            "重复的升级通知应返回 000000",
            "a repeated upgrade is answered 000000",
            to -> twice(to, to.ordered(Endpoint.about(UPGRADE, to.instance())))),
        Scenario.of(
            "upgrade-unknown-instance",
            UPGRADE_INSTANCE,
            "不存在的实例升级应被拒绝(000003)",
            "the upgrade of an instance that does not exist is refused (000003)",
            to -> to.send(to.ordered(Endpoint.about(UPGRADE, to.id("unknown-")))).refused()),
        Scenario.of(
            "change-check",
            CHANGE_INSTANCE_CHECK,
            "含嵌套 productInfo 的变更预检应得到答复",
            "a check with a nested productInfo is answered",
            to -> to.send(check(to.instance())).understood()),
        Scenario.of(
            "change-check-unknown-instance",
            CHANGE_INSTANCE_CHECK,
            "不存在的实例变更预检应被拒绝",
            "the check of an instance that does not exist is refused",
            to -> to.send(check(to.id("unknown-"))).refused()),
        Scenario.of(
            "release",
            RELEASE_INSTANCE,
            "释放应返回 000000",
            "a release is answered 000000",
            to -> to.send(to.ordered(Endpoint.about(RELEASE, to.anotherInstance()))).accepted()),
        Scenario.of(
            "release-without-order",
            RELEASE_INSTANCE,
            "不带订单的释放应返回 000000",
            "a release without an order is answered 000000",
            to -> to.send(Endpoint.about(RELEASE, to.anotherInstance())).accepted()),
        Scenario.of(
            "release-repeated",
            RELEASE_INSTANCE,
            "重复释放应返回 000000",
            "a repeated release is answered 000000",
            to -> twice(to, Endpoint.about(RELEASE, to.anotherInstance()))),
        Scenario.of(
            "release-unknown-instance",
            RELEASE_INSTANCE,
            "不存在的实例释放应得到答复",
            "the release of an instance that does not exist is answered",
            to -> to.send(Endpoint.about(RELEASE, to.id("unknown-"))).understood()));
  }

  private static Scenario scene(String scene) {
    return Scenario.of(
        "refresh-" + scene,
        REFRESH_INSTANCE,
        "场景 " + scene + " 应返回 000000",
        "the scene " + scene + " is answered 000000",
        to -> to.send(renewal(to, to.instance()).and("scene", scene)).accepted());
  }

  private static Body renewal(Endpoint to, String instance) {
    return to.ordered(Endpoint.about(REFRESH, instance))
        .and("scene", "RENEWAL")
        .and("productId", "OFFI000000000000000000")
        .and("expireTime", TO_THE_SECOND);
  }

  private static Body status(String instance, String status) {
    return Endpoint.about(STATUS, instance).and("status", status);
  }

  private static Body check(String instance) {
    return Endpoint.about(CHECK, instance)
        .and("productInfo", Map.of("productId", "OFFI1", "skuCode", "sku-2", "linearValue", 5.5));
  }

  /** As KooGallery repeats: the same content, signed anew. */
  private static void twice(Endpoint to, Body body) {
    to.send(body).accepted();
    to.send(body).accepted();
  }

  private static void freezes(Endpoint to) {
    String instance = to.anotherInstance();
    for (String status : List.of("FREEZE", "UNFREEZE", "FREEZE")) {
      to.send(status(instance, status)).accepted();
    }
  }

  private static void freezesAtOnce(Endpoint to) {
    Body freeze = status(to.anotherInstance(), "FREEZE");
    to.together(CALLERS, number -> to.production(freeze)).forEach(Reply::accepted);
  }
}
