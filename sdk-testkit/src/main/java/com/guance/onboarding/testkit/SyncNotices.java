package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Secret;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The kit's bodies (contracts/koogallery.md §3.1). */
final class SyncNotices {

  static final int ADDED = 1;

  private static final int MOST_MEMBERS = 500;

  private final InstanceNotices instances;
  private final Departments departments;
  private final Clients clients;
  private final Function<Secret, String> encrypted;

  SyncNotices(
      InstanceNotices instances,
      Departments departments,
      Clients clients,
      Function<Secret, String> encrypted) {
    this.instances = instances;
    this.departments = departments;
    this.clients = clients;
    this.encrypted = encrypted;
  }

  /** Organization, application and departments, as they come when an order is bound. */
  List<Notice> bound(WorldEvent event, WorldEvent.Bound bound, URI domain) {
    OrderKey order = event.order().key();
    OrganizationRow organization = bound.organization();
    String time = WireTimes.kit(event.at());
    return List.of(
        PlainNotice.of(
            PartnerCallback.TENANT_SYNC,
            order,
            () ->
                tenant(organization, domain)
                    .and("instanceId", instances.instance(order))
                    .and("orderId", order.orderId())
                    .and("testFlag", 0)
                    .and("timeStamp", time)),
        PlainNotice.of(
            PartnerCallback.APPLICATION_SYNC,
            order,
            () ->
                application(organization.organizationId(), bound.binding().appId())
                    .and("instanceId", instances.instance(order))
                    .and("testFlag", 0)
                    .and("timeStamp", time)),
        PlainNotice.of(
            PartnerCallback.ALL_ORG_SYNC,
            order,
            () ->
                allDepartments(organization)
                    .and("instanceId", instances.instance(order))
                    .and("testFlag", 0)
                    .and("timeStamp", time)));
  }

  Fields tenant(OrganizationRow organization, URI domain) {
    return Fields.of("tenantId", organization.organizationId())
        .and("tenantCode", organization.shortName())
        .and("name", organization.name())
        .and("domainName", domain)
        .and("flag", ADDED);
  }

  Fields application(String organizationId, String appId) {
    ClientRow client = clients.of(organizationId, appId);
    return Fields.of("tenantId", organizationId)
        .and("appId", appId)
        .and("clientId", client.clientId())
        .and("clientSecret", encrypted.apply(client.secret()))
        .and("flag", ADDED);
  }

  Fields allDepartments(OrganizationRow organization) {
    List<Fields> rows = departments.of(organization).stream().map(SyncNotices::department).toList();
    return Fields.of("tenantId", organization.organizationId()).and("orgInfoList", rows);
  }

  private static Fields department(DepartmentRow row) {
    return Fields.of("orgCode", row.code())
        .and("orgName", row.name())
        .and("parentCode", row.parentCode());
  }

  Notice department(OrderKey order, Departments.Change change, Instant at) {
    return PlainNotice.of(
        PartnerCallback.SINGLE_ORG_SYNC,
        order,
        () ->
            department(change.row())
                .and("instanceId", instances.instance(order))
                .and("tenantId", change.row().organizationId())
                .and("flag", change.flag())
                .and("testFlag", 0)
                .and("timeStamp", WireTimes.kit(at)));
  }

  /** At most five hundred members a call. */
  List<Notice> authorized(WorldEvent event, WorldEvent.Bound bound) {
    OrderKey order = event.order().key();
    List<Notice> notices = new ArrayList<>();
    List<MemberRow> members = bound.members();
    for (int from = 0; from < members.size(); from += MOST_MEMBERS) {
      List<MemberRow> some = members.subList(from, Math.min(members.size(), from + MOST_MEMBERS));
      notices.add(
          PlainNotice.of(
              PartnerCallback.AUTH_SYNC,
              order,
              () ->
                  members(bound, some, event.at())
                      .and("instanceId", instances.instance(order))
                      .and("testFlag", 0)));
    }
    return notices;
  }

  private static Fields members(WorldEvent.Bound bound, List<MemberRow> members, Instant at) {
    return members(
        bound.binding().appId(),
        bound.organization().organizationId(),
        members.stream().map(row -> member(row.account(), row.name())).toList(),
        at);
  }

  static Fields members(String appId, String tenantId, List<Fields> members, Instant at) {
    return Fields.of("appId", appId)
        .and("tenantId", tenantId)
        .and("userList", members)
        .and("currentSyncTime", WireTimes.kit(at))
        .and("timeStamp", WireTimes.kit(at))
        .and("flag", ADDED);
  }

  static Fields member(String account, String name) {
    return Fields.of("userName", account)
        .and("name", name)
        .and("orgCode", Departments.top())
        .and("role", "user")
        .and("enable", "true");
  }
}
