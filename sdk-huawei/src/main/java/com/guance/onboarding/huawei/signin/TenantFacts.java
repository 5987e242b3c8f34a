package com.guance.onboarding.huawei.signin;

import com.guance.onboarding.domain.AppId;
import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.huawei.signin.TenantAccess.OrganizationNames;
import com.guance.onboarding.spi.FactReader;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What callbacks have shown about one organization and one application, read for one sign-in. */
final class TenantFacts {

  /** What authSync says about a member. */
  enum Standing {
    ENABLED,
    DISABLED,
    UNKNOWN
  }

  private static final Logger LOG = LoggerFactory.getLogger(TenantFacts.class);

  private static final Set<FactKind> KINDS =
      Set.of(FactKind.TENANT_SYNCED, FactKind.APPLICATION_SYNCED, FactKind.MEMBER_SYNCED);

  private final TenantId tenant;
  private final AppId app;
  private final List<Observed> facts;

  private TenantFacts(TenantId tenant, AppId app, List<Observed> facts) {
    this.tenant = tenant;
    this.app = app;
    this.facts = facts;
  }

  static TenantFacts read(FactReader reader, TenantId tenant, AppId app) {
    return new TenantFacts(
        tenant, app, reader.observed(new LookupKey.ByTenantApp(tenant, app), KINDS));
  }

  /** Empty unless both organization and application are bound, to one order at least. */
  Optional<TenantAccess> access() {
    Optional<Observed> application =
        latestOfEach(FactKind.APPLICATION_SYNCED)
            .filter(Observed::on)
            .filter(fact -> fact.value(Detail.CLIENT_ID).isPresent())
            .max(Comparator.comparing(Observed::at));
    return application.flatMap(
        bound -> domain(bound.at()).map(organization -> access(bound, organization)));
  }

  /** Whether any callback has told of the organization. */
  boolean known() {
    return !facts.isEmpty();
  }

  /**
   * Refuses whom authSync has not let in.
   *
   * @param standing what authSync says
   * @param beforeAuthSync whether those may come in of whom it has said nothing
   */
  static void check(Standing standing, boolean beforeAuthSync, String operation) {
    if (standing == Standing.DISABLED) {
      throw SignInErrors.refused(
          operation, "MEMBER_DISABLED", "the member is not authorized for the application");
    }
    if (standing == Standing.UNKNOWN && !beforeAuthSync) {
      throw SignInErrors.refused(
          operation, "MEMBER_UNKNOWN", "authSync has not named the member yet");
    }
  }

  Standing standing(String userName) {
    List<Observed> latest =
        latest(
            all(FactKind.MEMBER_SYNCED)
                .filter(fact -> fact.value(Detail.MEMBER).filter(userName::equals).isPresent()));
    if (latest.isEmpty()) {
      return Standing.UNKNOWN;
    }
    return latest.stream().anyMatch(Observed::on) ? Standing.ENABLED : Standing.DISABLED;
  }

  private TenantAccess access(Observed application, Observed organization) {
    return new TenantAccess(
        organization.value(Detail.DOMAIN).orElseThrow(),
        application.value(Detail.CLIENT_ID).orElseThrow(),
        application.value(Detail.SECRET_REF),
        new OrganizationNames(
            organization.value(Detail.NAME).orElse(tenant.value()),
            organization.value(Detail.SHORT_NAME).orElse("")));
  }

  /**
   * The organization with the domain to call. A domain that was changed since the application was
   * last synchronized waits for the next time: the client secret in hand belongs to the old one.
   */
  private Optional<Observed> domain(Instant applicationSynced) {
    if (latestOfEach(FactKind.TENANT_SYNCED).noneMatch(Observed::on)) {
      return Optional.empty();
    }
    List<Observed> known =
        all(FactKind.TENANT_SYNCED)
            .filter(Observed::on)
            .filter(fact -> fact.value(Detail.DOMAIN).filter(d -> !d.isBlank()).isPresent())
            .sorted(Comparator.comparing(Observed::at))
            .toList();
    if (known.isEmpty()) {
      return Optional.empty();
    }
    Observed newest = known.get(known.size() - 1);
    Observed usable =
        known.stream()
            .filter(fact -> !fact.at().isAfter(applicationSynced))
            .reduce((earlier, later) -> later)
            .orElse(known.get(0));
    if (!usable.value(Detail.DOMAIN).equals(newest.value(Detail.DOMAIN))) {
      LOG.warn(
          "the sign-in domain of {} has changed; it is used after the next applicationSync",
          tenant);
    }
    return Optional.of(usable);
  }

  private Stream<Observed> latestOfEach(FactKind kind) {
    return latest(all(kind)).stream();
  }

  /** The facts of this organization, and of this application where they name one. */
  private Stream<Observed> all(FactKind kind) {
    return facts.stream()
        .filter(fact -> fact.kind() == kind)
        .filter(fact -> fact.names().tenant().filter(tenant::equals).isPresent())
        .filter(fact -> fact.names().app().filter(other -> !other.equals(app)).isEmpty());
  }

  /** Of each onboarding the latest fact; of one moment the one that was stored last. */
  private static List<Observed> latest(Stream<Observed> facts) {
    Map<Optional<OnboardingId>, Observed> latest = new LinkedHashMap<>();
    facts.forEach(
        fact ->
            latest.merge(
                fact.names().onboarding(),
                fact,
                (known, next) -> next.at().isBefore(known.at()) ? known : next));
    return List.copyOf(latest.values());
  }
}
