package com.guance.onboarding.testkit;

import static com.guance.onboarding.testkit.OrganizationConformance.ORGANIZATIONS;

import java.util.List;
import java.util.Set;

/** The checks of a Joint Operations gateway about members. */
final class MemberConformance {

  private static final String SECRET = "Conformance-1-canary";

  private final GatewayConformanceSettings settings;
  private final GatewayChecks checks;
  private final GatewayProbe gateway;
  private final OrganizationConformance organizations;

  MemberConformance(
      GatewayConformanceSettings settings,
      GatewayChecks checks,
      GatewayProbe gateway,
      OrganizationConformance organizations) {
    this.settings = settings;
    this.checks = checks;
    this.gateway = gateway;
    this.organizations = organizations;
  }

  void run() {
    checks.check("members are added", () -> List.of("a", "b", "c").forEach(this::addMember));
    checks.check("password is no part of the comparison", this::otherPassword);
    checks.check("existing member is a conflict with its id", this::existingMember);
    checks.check("member is found by account", this::findMember);
    checks.check("list of members has pages", this::memberPages);
    checks.check("page size has bounds", () -> ConformancePages.bounds(gateway, memberPath()));
  }

  private String memberPath() {
    return ORGANIZATIONS + "/" + GatewayProbe.in(organizations.organization()) + "/members";
  }

  private Fields member(String account, String password) {
    return Fields.of("account", account)
        .and("name", "Conformance")
        .and("initialPassword", password);
  }

  private void addMember(String letter) {
    String account = "member-" + letter;
    GatewayReply added =
        gateway
            .post(memberPath(), account + "-" + settings.run(), member(account, SECRET))
            .ok(201)
            .saying("account", account)
            .saying("signInName", account + "@" + organizations.shortName())
            .notTelling(SECRET);
    added.text("memberId");
  }

  private void otherPassword() {
    String key = "member-a-" + settings.run();
    GatewayReply first = gateway.post(memberPath(), key, member("member-a", SECRET));
    gateway.post(memberPath(), key, member("member-a", SECRET + "-2")).ok(201).sameAs(first);
  }

  private void existingMember() {
    List<String> ids =
        ConformancePages.ids(gateway, memberPath() + "?account=member-a", "memberId");
    gateway
        .post(memberPath(), "again-" + settings.run(), member("member-a", SECRET))
        .refused(409, "MEMBER_EXISTS")
        .existing(ids.isEmpty() ? "none" : ids.get(0));
  }

  private void findMember() {
    if (ConformancePages.ids(gateway, memberPath() + "?account=member-b", "account").size() != 1
        || !ConformancePages.ids(gateway, memberPath() + "?account=nobody", "account").isEmpty()) {
      throw Unfit.failed("the list is not filtered by account");
    }
  }

  private void memberPages() {
    ConformancePages.walk(
        gateway, memberPath(), "account", Set.of("member-a", "member-b", "member-c"));
  }
}
