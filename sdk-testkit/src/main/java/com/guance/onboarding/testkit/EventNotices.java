package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.OrderKey;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What KooGallery has to say of what has happened, as far as the partner wants to hear it. */
final class EventNotices {

  private final InstanceNotices instances;
  private final SyncNotices syncs;
  private final PartnerDesk desk;
  private final Supplier<URI> domain;

  EventNotices(
      InstanceNotices instances, SyncNotices syncs, PartnerDesk desk, Supplier<URI> domain) {
    this.instances = instances;
    this.syncs = syncs;
    this.desk = desk;
    this.domain = domain;
  }

  List<Notice> of(WorldEvent event, PartnerConnection backend) {
    List<Notice> notices = new ArrayList<>();
    OrderKey order = event.order().key();
    boolean ordered = event.kind() == WorldEvent.Kind.PURCHASED || event.change().isPresent();
    if (ordered) {
      notices.add(instances.orderNotify(event.change().orElse(order), order));
    }
    switch (event.kind()) {
      case PURCHASED -> notices.add(desk.newInstance(order));
      case ORGANIZATION_BOUND ->
          event.bound().ifPresent(to -> notices.addAll(syncs.bound(event, to, domain.get())));
      case MEMBERS_AUTHORIZED ->
          event.bound().ifPresent(to -> notices.addAll(syncs.authorized(event, to)));
      case SIGNED_IN -> {
        // Nobody is told.
      }
      case RENEWED -> notices.add(instances.renewal(event));
      case UPGRADED -> notices.add(upgrade(event, backend));
      case FROZEN -> notices.add(instances.status(event, "FREEZE"));
      case UNFROZEN -> notices.add(instances.status(event, "UNFREEZE"));
      case RELEASED -> notices.add(instances.release(event));
    }
    notices.removeIf(notice -> !backend.fires(notice.callback()));
    return notices;
  }

  private Notice upgrade(WorldEvent event, PartnerConnection backend) {
    OrderKey order = event.order().key();
    OrderKey change = event.change().orElse(order);
    return backend.fires(PartnerCallback.CHANGE_INSTANCE_CHECK)
        ? desk.upgradeCheck(order, change, SellerOrders.product(event.order()))
        : desk.upgrade(order, change);
  }
}
