package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.AppId;
import com.guance.onboarding.domain.Fact;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.Names;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Source;
import com.guance.onboarding.domain.Subscription;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.spi.Observations;
import com.guance.onboarding.spi.ObservedMember;
import com.guance.onboarding.spi.ObservedOrganization;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says what KooGallery's callbacks would say, as facts. */
final class Reports {

  private Reports() {}

  static List<Fact> of(WorldEvent event) {
    OrderRow order = event.order();
    InstanceId instance = new InstanceId(order.instanceId());
    return switch (event.kind()) {
      case PURCHASED -> List.of(Observations.instanceOpened(order.key(), instance));
      case ORGANIZATION_BOUND -> bound(event).flatMap(bound -> binding(event, bound)).toList();
      case MEMBERS_AUTHORIZED ->
          bound(event).flatMap(bound -> authorization(event, bound)).toList();
      case SIGNED_IN -> bound(event).flatMap(bound -> signIn(event, bound)).toList();
      case RENEWED -> renewal(event, instance);
      case UPGRADED -> List.of(changed(event, instance, "UPGRADE"));
      case FROZEN -> List.of(Observations.status(instance, Subscription.State.FROZEN, event.at()));
      case UNFROZEN ->
          List.of(Observations.status(instance, Subscription.State.ACTIVE, event.at()));
      case RELEASED -> List.of(Observations.released(instance, event.at()));
    };
  }

  private static Stream<WorldEvent.Bound> bound(WorldEvent event) {
    return event.bound().stream();
  }

  private static Stream<Fact> binding(WorldEvent event, WorldEvent.Bound bound) {
    OrganizationRow organization = bound.organization();
    Names tenant = names(event, bound).order(event.order().key()).app(Optional.empty()).build();
    return Stream.of(
        Observations.tenantSynced(
            tenant,
            new ObservedOrganization(
                organization.shortName(),
                organization.name(),
                "https://" + organization.shortName() + ".tenants.example.com"),
            true,
            event.at()),
        Observations.applicationSynced(
            names(event, bound).build(),
            "client-" + bound.binding().appId(),
            Optional.empty(),
            true,
            event.at()));
  }

  private static Stream<Fact> authorization(WorldEvent event, WorldEvent.Bound bound) {
    return bound.members().stream()
        .map(
            member ->
                Observations.memberSynced(
                    names(event, bound).build(), synced(member), true, event.at()));
  }

  private static Stream<Fact> signIn(WorldEvent event, WorldEvent.Bound bound) {
    Names names =
        Names.builder()
            .tenant(new TenantId(bound.organization().organizationId()))
            .app(new AppId(bound.binding().appId()))
            .build();
    HuaweiAccountId buyer = new HuaweiAccountId(event.order().huaweiAccountId());
    return Stream.concat(
        bound.members().stream()
            .map(member -> Observations.signedIn(names, synced(member), event.at())),
        Stream.of(Observations.accountProven(event.order().key(), buyer, Source.CALLBACK)));
  }

  private static Names.Builder names(WorldEvent event, WorldEvent.Bound bound) {
    Names.Builder names = Names.builder();
    names.instance(new InstanceId(event.order().instanceId()));
    names.tenant(new TenantId(bound.organization().organizationId()));
    names.app(new AppId(bound.binding().appId()));
    return names;
  }

  private static ObservedMember synced(MemberRow member) {
    return new ObservedMember(
        member.account(), digest(member.organizationId() + "/" + member.account()));
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static List<Fact> renewal(WorldEvent event, InstanceId instance) {
    Stream<Fact> change = Stream.of(changed(event, instance, "RENEWAL"));
    Stream<Fact> expiry =
        event.order().expiresAt().stream()
            .map(end -> Observations.expiry(instance, end, event.at()));
    return Stream.concat(change, expiry).toList();
  }

  private static Fact changed(WorldEvent event, InstanceId instance, String scene) {
    OrderKey by = event.change().orElse(event.order().key());
    return Observations.subscriptionChanged(instance, by, scene);
  }
}
