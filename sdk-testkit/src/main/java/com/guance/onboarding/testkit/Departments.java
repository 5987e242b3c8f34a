package com.guance.onboarding.testkit;

import java.util.List;
import java.util.Optional;

/** The departments of organizations; each organization has a top one of its own name. */
final class Departments {

  static final int DELETED = 0;
  static final int ADDED = 1;
  static final int MODIFIED = 2;

  private static final String TOP = "10000";
  private static final int NAME_LENGTH = 128;

  private final World world;

  Departments(World world) {
    this.world = world;
  }

  /** A department and what has become of it, as singleOrgSync flags it. */
  record Change(DepartmentRow row, int flag) {}

  /** What to change; without a code, a department is added. */
  record Wanted(Optional<String> code, Optional<String> name, Optional<String> parentCode) {}

  List<DepartmentRow> of(OrganizationRow organization) {
    return world.act(Origin.GATEWAY, () -> rows(organization));
  }

  static String top() {
    return TOP;
  }

  private List<DepartmentRow> rows(OrganizationRow organization) {
    String id = organization.organizationId();
    List<DepartmentRow> all = world.tables().departments;
    if (all.stream().noneMatch(row -> row.organizationId().equals(id))) {
      all.add(new DepartmentRow(id, TOP, organization.name(), ""));
    }
    return all.stream().filter(row -> row.organizationId().equals(id)).toList();
  }

  Change put(OrganizationRow organization, Wanted wanted) {
    return world.act(Origin.GATEWAY, () -> set(organization, wanted));
  }

  private Change set(OrganizationRow organization, Wanted wanted) {
    List<DepartmentRow> known = rows(organization);
    Optional<DepartmentRow> old = wanted.code().flatMap(code -> find(known, code));
    String parent =
        wanted.parentCode().orElseGet(() -> old.map(DepartmentRow::parentCode).orElse(TOP));
    if (!parent.isEmpty() && find(known, parent).isEmpty()) {
      throw Refused.missing("DEPARTMENT", "there is no such parent department");
    }
    String name = wanted.name().orElseGet(() -> old.map(DepartmentRow::name).orElse("R&D"));
    DepartmentRow row =
        new DepartmentRow(
            organization.organizationId(),
            wanted.code().orElseGet(() -> "dept" + world.ids().suffix()),
            Values.text("name", name, 1, NAME_LENGTH),
            parent);
    old.ifPresent(world.tables().departments::remove);
    world.tables().departments.add(row);
    return new Change(row, old.isPresent() ? MODIFIED : ADDED);
  }

  Change remove(OrganizationRow organization, String code) {
    return world.act(
        Origin.GATEWAY,
        () -> {
          List<DepartmentRow> known = rows(organization);
          DepartmentRow row =
              find(known, code)
                  .orElseThrow(() -> Refused.missing("DEPARTMENT", "there is no such department"));
          if (known.stream().anyMatch(other -> other.parentCode().equals(code))
              || code.equals(TOP)) {
            throw Refused.conflict("DEPARTMENT_IN_USE", "it has departments or members");
          }
          world.tables().departments.remove(row);
          return new Change(row, DELETED);
        });
  }

  private static Optional<DepartmentRow> find(List<DepartmentRow> rows, String code) {
    return rows.stream().filter(row -> row.code().equals(code)).findFirst();
  }
}
