package com.guance.onboarding.testkit;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The checks of a Joint Operations gateway about organizations. */
final class OrganizationConformance {

  static final String ORGANIZATIONS = "/organizations";

  private final GatewayConformanceSettings settings;
  private final GatewayChecks checks;
  private final GatewayProbe gateway;
  private final String shortName;
  private Optional<String> organization = Optional.empty();

  OrganizationConformance(
      GatewayConformanceSettings settings, GatewayChecks checks, GatewayProbe gateway) {
    this.settings = settings;
    this.checks = checks;
    this.gateway = gateway;
    this.shortName = "c" + settings.run();
  }

  void run() {
    checks.check("organization is created", this::createOrganization);
    checks.check("same key gives the stored answer", this::sameKey);
    checks.check("same key with other values is a conflict", this::reusedKey);
    checks.check("existing organization is a conflict with its id", this::existing);
    checks.check("another buyer's short name is taken", this::taken);
    checks.check("organization is found by its buyer only", this::findOrganization);
    checks.check("unknown organization is not found", this::unknownOrganization);
    checks.check("refused value is named and not repeated", this::invalidShortName);
    checks.check("refused call may be corrected under its key", this::corrected);
    checks.check("call without a key is refused", this::withoutKey);
    checks.check("body that is no JSON is refused", this::noJson);
  }

  String shortName() {
    return shortName;
  }

  String organization() {
    return organization.orElseThrow(() -> Unfit.skipped("needs the organization"));
  }

  private GatewayReply create(String key, Fields body) {
    return gateway.post(ORGANIZATIONS, key + "-" + settings.run(), body);
  }

  private Fields newOrganization(String buyer) {
    return Fields.of("huaweiAccountId", buyer)
        .and("name", "Conformance")
        .and("shortName", shortName)
        .and("externalReference", "organization-" + settings.run());
  }

  private Fields newOrganization() {
    return newOrganization(settings.buyer().value());
  }

  private void createOrganization() {
    GatewayReply created =
        create("organization", newOrganization())
            .ok(201)
            .saying("huaweiAccountId", settings.buyer().value())
            .saying("shortName", shortName)
            .saying("tenantCode", shortName)
            .saying("name", "Conformance");
    if (!Set.of("CREATING", "ACTIVE").contains(created.text("status"))) {
      throw Unfit.failed("status is neither CREATING nor ACTIVE");
    }
    organization = Optional.of(created.text("organizationId"));
  }

  private void sameKey() {
    String id = organization();
    create("organization", newOrganization()).ok(201).saying("organizationId", id);
  }

  private void reusedKey() {
    organization();
    create("organization", newOrganization().and("name", "Another"))
        .refused(409, "IDEMPOTENCY_KEY_REUSED");
  }

  private void existing() {
    String id = organization();
    create("organization-again", newOrganization())
        .refused(409, "ORGANIZATION_EXISTS")
        .existing(id);
  }

  private void taken() {
    organization();
    create("organization-stranger", newOrganization("stranger-" + settings.run()))
        .refused(409, "SHORT_NAME_TAKEN")
        .naming("shortName")
        .existing("")
        .notTelling(organization());
  }

  private void findOrganization() {
    String path = ORGANIZATIONS + "?shortName=" + shortName + "&huaweiAccountId=";
    String own = path + GatewayProbe.in(settings.buyer().value());
    if (!ConformancePages.ids(gateway, own, "organizationId").equals(List.of(organization()))) {
      throw Unfit.failed("the list for its buyer is not this organization alone");
    }
    if (!ConformancePages.ids(gateway, path + "stranger", "organizationId").isEmpty()) {
      throw Unfit.failed("the list for another buyer is not empty");
    }
    gateway.get(ORGANIZATIONS + "/" + GatewayProbe.in(organization())).ok(200);
  }

  private void unknownOrganization() {
    gateway
        .get(ORGANIZATIONS + "/unknown-" + settings.run())
        .refused(404, "ORGANIZATION_NOT_FOUND");
  }

  private void invalidShortName() {
    String invalid = "INVALID " + settings.run();
    create("invalid", newOrganization().and("shortName", invalid))
        .refused(422, "INVALID_VALUE")
        .naming("shortName")
        .withRule()
        .notTelling(invalid);
  }

  /** Refused first, then right: the key was not used up by the refusal. */
  private void corrected() {
    organization();
    create("corrected", newOrganization().and("shortName", "X")).refused(422, "INVALID_VALUE");
    create("corrected", newOrganization()).refused(409, "ORGANIZATION_EXISTS");
  }

  private void withoutKey() {
    gateway.postWithoutKey(ORGANIZATIONS, newOrganization()).refused(400, "INVALID_REQUEST");
  }

  private void noJson() {
    gateway
        .postText(ORGANIZATIONS, "no-json-" + settings.run(), "{\"name\":")
        .refused(400, "INVALID_REQUEST");
  }
}
