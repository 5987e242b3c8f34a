package com.guance.onboarding.testkit;

import java.util.List;
import java.util.Optional;

/** What people do that concerns the partner only: departments, and what the seller does. */
final class KooGalleryRoutes {

  private static final String BASE = ControlRoutes.BASE + "/buyer";

  private final World world;
  private final KooGallery kooGallery;

  KooGalleryRoutes(World world, KooGallery kooGallery) {
    this.world = world;
    this.kooGallery = kooGallery;
  }

  List<Route> all() {
    return List.of(
        Route.post("buyerDepartment", BASE + "/department", call -> department(call.body()))
            .only("organizationId", "code", "name", "parentCode", "remove"),
        Route.post(
                "buyerDialTest",
                BASE + "/dial-test",
                call -> dialed(new DialTest(world, kooGallery).run()))
            .only(),
        Route.post(
                "buyerApplyForCredential",
                BASE + "/apply-for-credential",
                call -> dialed(new DialTest(world, kooGallery).applyForCredential()))
            .only(),
        Route.repeatable(
                "sellerCredential",
                "POST",
                ControlRoutes.BASE + "/seller/credential",
                call -> credential(call.body()))
            .only("publicKey"));
  }

  private Answer credential(Body body) {
    SellerCredential credential = kooGallery.credential();
    credential.enter(body.optional("publicKey"));
    return Answer.ok(Fields.of("publicKeyAwaited", credential.awaited()));
  }

  private Answer department(Body body) {
    String organization = body.optional("organizationId").orElseGet(this::newestOrganization);
    Optional<String> code = body.optional("code");
    DepartmentRow row =
        body.flag("remove")
            ? kooGallery.removeDepartment(organization, body.text("code"))
            : kooGallery.changeDepartment(
                organization,
                new Departments.Wanted(code, body.optional("name"), body.optional("parentCode")));
    return Answer.ok(
        Fields.of("organizationId", row.organizationId())
            .and("code", row.code())
            .and("name", row.name())
            .and("parentCode", row.parentCode()));
  }

  private String newestOrganization() {
    return world
        .act(
            Origin.PERSON,
            () -> world.tables().organizations.keySet().stream().reduce((first, last) -> last))
        .orElseThrow(() -> Refused.missing("ORGANIZATION", "none was created yet"));
  }

  private static Answer dialed(List<DialedCall> calls) {
    List<Fields> items =
        calls.stream()
            .map(
                call ->
                    Fields.of("orderId", call.orderId())
                        .and("activity", call.activity())
                        .and("result", call.result())
                        .and("passed", call.passed()))
            .toList();
    return Answer.ok(
        Fields.of("passed", calls.stream().allMatch(DialedCall::passed)).and("items", items));
  }
}
