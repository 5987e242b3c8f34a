package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.testkit.PartnerCalls.Signing;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rehearsals: the saved debug orders, and the calls when a seller applies for a credential. Each
 * call is made once, with the test flag, whatever comes back.
 */
final class DialTest {

  private static final String TEST_FLAG = "testFlag";

  private final World world;
  private final KooGallery kooGallery;
  private final PartnerConnection partner;
  private final List<DialedCall> dialed = new ArrayList<>();
  private final Map<MockOrder, String> instances = new EnumMap<>(MockOrder.class);

  DialTest(World world, KooGallery kooGallery) {
    this.world = world;
    this.kooGallery = kooGallery;
    this.partner = kooGallery.required();
  }

  /** New orders first: the others change what those have made. */
  List<DialedCall> run() {
    for (MockOrder order : MockOrder.values()) {
      switch (order) {
        case MOCKMONTYTRIALTOFORMAL -> refresh(order, MockOrder.MOCKPERIODDAYTRIAL);
        case MOCKMONTYRENEW -> refresh(order, MockOrder.MOCKPERIODYEARNEW);
        case MOCKMONTYCHANGE -> change(order, instance(MockOrder.MOCKPERIODYEARNEW));
        case MOCKMONTYUNSUBSCRIBE ->
            call(
                order,
                PartnerCallback.RELEASE_INSTANCE,
                InstanceNotices.release(
                    instance(MockOrder.MOCKONETIMENEW), Optional.of(order.key())));
        default -> create(order);
      }
    }
    return List.copyOf(dialed);
  }

  private String instance(MockOrder order) {
    return instances.getOrDefault(order, "");
  }

  private void create(MockOrder order) {
    CallResult created =
        call(
            order,
            PartnerCallback.NEW_INSTANCE,
            InstanceNotices.newInstance(order.key(), world.ids().next("biz-")));
    String instance = created.body().path("instanceId").asText("");
    instances.put(order, instance);
    // What the last order releases may be gone since the day before.
    if (order != MockOrder.MOCKONETIMENEW) {
      call(order, PartnerCallback.QUERY_INSTANCE, InstanceNotices.query(instance));
    }
  }

  private void refresh(MockOrder order, MockOrder created) {
    Instant expiry = world.now().plus(Duration.ofDays(30));
    String scene = order == MockOrder.MOCKMONTYRENEW ? "RENEWAL" : order.orderType;
    call(
        order,
        PartnerCallback.REFRESH_INSTANCE,
        InstanceNotices.refresh(instance(created), order.key(), scene, expiry));
  }

  private void change(MockOrder order, String instance) {
    call(
        order,
        PartnerCallback.CHANGE_INSTANCE_CHECK,
        InstanceNotices.check(instance, SellerOrders.mockProduct()));
    call(order, PartnerCallback.UPGRADE_INSTANCE, InstanceNotices.upgrade(instance, order.key()));
  }

  private CallResult call(MockOrder order, PartnerCallback callback, Fields body) {
    return call(Optional.of(order.key()), callback, body.and(TEST_FLAG, "1"));
  }

  private CallResult call(Optional<OrderKey> order, PartnerCallback callback, Fields body) {
    CallResult result =
        kooGallery
            .calls()
            .send(
                partner,
                callback,
                kooGallery.calls().sign(partner, callback, Payload.of(body), Signing.TRUE));
    boolean passed =
        result.succeeded() || (callback == PartnerCallback.NEW_INSTANCE && result.processing());
    String orderId = order.map(OrderKey::orderId).orElse("");
    dialed.add(new DialedCall(orderId, callback.wireName(), result.result(), passed));
    note(order, callback, result, passed);
    return result;
  }

  private void note(
      Optional<OrderKey> order, PartnerCallback callback, CallResult result, boolean passed) {
    CallbackRow row =
        ImmutableCallbackRow.builder()
            .callbackId(world.ids().next("cb-"))
            .activity(callback.wireName())
            .order(order)
            .test(true)
            .attempts(1)
            .status(passed ? CallbackRow.Status.DELIVERED : CallbackRow.Status.GIVEN_UP)
            .lastResult(result.result())
            .bodySign(result.bodySign())
            .lastAttemptAt(world.now())
            .build();
    world.act(Origin.GATEWAY, () -> world.tables().callbacks.put(row.callbackId(), row) == null);
  }

  /** The test organization does not exist: nothing of it is in the world. */
  List<DialedCall> applyForCredential() {
    OrganizationRow organization =
        ImmutableOrganizationRow.builder()
            .organizationId("test-tenant")
            .huaweiAccountId("test-account")
            .name("Test organization")
            .shortName("test")
            .activeFrom(world.now())
            .build();
    SyncNotices syncs = kooGallery.syncs();
    String tenant = organization.organizationId();
    String app = "test-app";
    test(
        PartnerCallback.TENANT_SYNC,
        syncs.tenant(organization, URI.create("https://test.example.com")).and("orderId", ""));
    test(PartnerCallback.APPLICATION_SYNC, syncs.application(tenant, app));
    test(
        PartnerCallback.ALL_ORG_SYNC,
        Fields.of("tenantId", tenant)
            .and(
                "orgInfoList",
                List.of(
                    Fields.of("orgCode", Departments.top())
                        .and("orgName", organization.name())
                        .and("parentCode", ""))));
    List<Fields> members = List.of(SyncNotices.member("tester", "Tester"));
    test(PartnerCallback.AUTH_SYNC, SyncNotices.members(app, tenant, members, world.now()));
    return List.copyOf(dialed);
  }

  private void test(PartnerCallback callback, Fields body) {
    call(
        Optional.empty(),
        callback,
        body.and("instanceId", "").and(TEST_FLAG, 1).and("timeStamp", WireTimes.kit(world.now())));
  }
}
