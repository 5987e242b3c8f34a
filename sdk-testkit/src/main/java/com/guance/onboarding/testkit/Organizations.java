package com.guance.onboarding.testkit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Organizations and their members, by the rules of the buyer's console. */
final class Organizations {

  private static final int ADMINISTRATOR_LIMIT = 5;
  private static final int RESELLER_LIMIT = 50;
  private static final int NAME_LENGTH = 60;
  private static final int MEMBER_NAME_LENGTH = 64;
  private static final int PASSWORD_LENGTH = 128;

  private final World world;

  Organizations(World world) {
    this.world = world;
  }

  /** What to create. */
  record Wanted(
      String huaweiAccountId, String name, String shortName, Optional<String> reference) {}

  OrganizationRow create(Wanted wanted) {
    Values.huaweiAccount("huaweiAccountId", wanted.huaweiAccountId());
    Values.text("name", wanted.name(), 1, NAME_LENGTH);
    Values.shortName("shortName", wanted.shortName());
    refuseTaken(wanted);
    refuseTooMany(wanted.huaweiAccountId());
    OrganizationRow row =
        ImmutableOrganizationRow.builder()
            .organizationId(world.ids().next(""))
            .huaweiAccountId(wanted.huaweiAccountId())
            .name(wanted.name())
            .shortName(wanted.shortName())
            .externalReference(wanted.reference())
            .activeFrom(world.now().plus(world.settings().organizationCreationTime()))
            .build();
    world.tables().organizations.put(row.organizationId(), row);
    return row;
  }

  private void refuseTaken(Wanted wanted) {
    all()
        .filter(row -> row.shortName().equals(wanted.shortName()))
        .findFirst()
        .ifPresent(
            row -> {
              if (row.huaweiAccountId().equals(wanted.huaweiAccountId())) {
                throw Refused.conflict("ORGANIZATION_EXISTS", "the buyer has this organization")
                    .existing(row.organizationId());
              }
              throw Refused.conflict("SHORT_NAME_TAKEN", "another buyer has this short name")
                  .field("shortName", "unique on KooGallery");
            });
  }

  private void refuseTooMany(String huaweiAccountId) {
    boolean reseller = world.tables().resellers.contains(huaweiAccountId);
    long have = all().filter(row -> row.huaweiAccountId().equals(huaweiAccountId)).count();
    if (have >= (reseller ? RESELLER_LIMIT : ADMINISTRATOR_LIMIT)) {
      throw Refused.of(422, "ORGANIZATION_LIMIT_REACHED", "the buyer has too many organizations")
          .field("huaweiAccountId", "5 for an administrator, 50 for a reseller");
    }
  }

  Stream<OrganizationRow> all() {
    return world.tables().organizations.values().stream();
  }

  OrganizationRow find(String organizationId) {
    OrganizationRow row = world.tables().organizations.get(organizationId);
    if (row == null) {
      throw Refused.missing("ORGANIZATION", "there is no such organization");
    }
    return row;
  }

  boolean active(OrganizationRow row) {
    return !row.activeFrom().isAfter(world.now());
  }

  /** The organization, unless KooGallery is still creating it. */
  OrganizationRow ready(String organizationId) {
    OrganizationRow row = find(organizationId);
    if (!active(row)) {
      throw Refused.conflict("ORGANIZATION_CREATING", "the organization is still being created")
          .field("organizationId", "status ACTIVE");
    }
    return row;
  }

  MemberRow addMember(String organizationId, String account, String name, String password) {
    OrganizationRow organization = ready(organizationId);
    Values.account("account", account);
    Values.text("name", name, 1, MEMBER_NAME_LENGTH);
    Values.text("initialPassword", password, 1, PASSWORD_LENGTH);
    members(organizationId).stream()
        .filter(row -> row.account().equals(account))
        .findFirst()
        .ifPresent(
            row -> {
              throw Refused.conflict("MEMBER_EXISTS", "the organization has this member")
                  .existing(row.memberId());
            });
    MemberRow row =
        ImmutableMemberRow.builder()
            .memberId(world.ids().next("mem-"))
            .organizationId(organizationId)
            .account(account)
            .name(name)
            .signInName(account + "@" + organization.shortName())
            .mustChangePassword(true)
            .build();
    world.tables().members.put(row.memberId(), row);
    return row;
  }

  List<MemberRow> members(String organizationId) {
    return world.tables().members.values().stream()
        .filter(row -> row.organizationId().equals(organizationId))
        .toList();
  }
}
