package com.guance.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.domain.AppId;
import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.Names;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.Source;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.error.StoreException;
import com.guance.onboarding.spi.FactInbox;
import com.guance.onboarding.spi.FactRow;
import com.guance.onboarding.spi.NonceRow;
import com.guance.onboarding.spi.Observations;
import com.guance.onboarding.spi.ObservedMember;
import com.guance.onboarding.store.AesGcmSealer;
import com.guance.onboarding.store.InMemoryStore;
import com.guance.onboarding.store.KeyRing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Members are known again, whatever the current key, and nobody can guess one from the rows. */
class StoredMembersTest {

  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
  private static final OrderKey ORDER = new OrderKey("CS-1", "CS-1-000001");
  private static final InstanceId INSTANCE = new InstanceId("inst-1");
  private static final TenantId TENANT = new TenantId("tenant-1");
  private static final AppId APP = new AppId("app-1");
  private static final Names NAMES =
      Names.builder().instance(INSTANCE).tenant(TENANT).app(APP).build();
  private static final ObservedMember WENDY = ObservedMember.of(TENANT, "13800138000");
  private static final ObservedMember BOB = ObservedMember.of(TENANT, "bob@example.com");
  private static final String OLD = "old:b2xkb2xkb2xkb2xkb2xkb2xkb2xkb2xkb2xkb2xkb2w=";
  private static final String NEW = "new:bmV3bmV3bmV3bmV3bmV3bmV3bmV3bmV3bmV3bmV3bmU=";

  private final InMemoryStore store = InMemoryStore.create();

  private OnboardingFlow node(String keys) {
    return OnboardingFlow.builder()
        .store(store)
        .sealer(sealer(keys))
        .callbacks(true)
        .staffListener(
            (eventId, list) -> {
              throw new IllegalStateException("not now");
            })
        .clock(new MovableClock(START))
        .build();
  }

  private static AesGcmSealer sealer(String keys) {
    return AesGcmSealer.of(KeyRing.parse(Secret.of(keys)));
  }

  private static Observed synced(ObservedMember member, boolean enabled, int second) {
    return Observations.memberSynced(NAMES, member, enabled, START.plusSeconds(second));
  }

  private static OnboardingId opened(OnboardingFlow flow) {
    return flow.record(Observations.instanceOpened(ORDER, INSTANCE)).get(0);
  }

  private List<FactRow> members(OnboardingId id) {
    return store.facts(id).stream().filter(row -> row.key().startsWith("MEMBER_SYNCED")).toList();
  }

  @Test
  void rows_ofMembers_holdNothingThatAGuessCouldBeComparedWith() {
    OnboardingFlow flow = node(OLD);
    OnboardingId id = opened(flow);

    flow.record(synced(WENDY, true, 1));
    flow.record(Observations.signedIn(NAMES, WENDY, START.plusSeconds(2)));

    assertThat(
            flow.reader().observed(new LookupKey.ByInstance(INSTANCE), Set.of(FactKind.values())))
        .extracting(Observed::subject)
        .contains(TENANT + "/" + APP + "/" + WENDY.digest(), WENDY.digest());
    assertThat(store.facts(id))
        .hasSize(4)
        .noneMatch(row -> (row.key() + row.body()).contains(WENDY.digest()))
        .noneMatch(row -> (row.key() + row.body()).contains(WENDY.userName()));
  }

  @Test
  void event_withAListOfStaff_isNotNamedAfterWhatAGuessCouldBeComparedWith() {
    OnboardingFlow flow = node(OLD);
    opened(flow);
    String list = "{\"mobile\":\"13800138000\"}";

    receiveStaff(flow, list, "n-1");
    receiveStaff(flow, list, "n-2");

    assertThat(store.outbox(9))
        .hasSize(1)
        .noneMatch(row -> row.eventId().contains(OrderIds.digest(list)));
  }

  private static void receiveStaff(OnboardingFlow flow, String list, String nonce) {
    NonceRow row = new NonceRow(nonce, START.plusSeconds(120), "");
    flow.inbox()
        .receive(
            NAMES,
            opened -> new FactInbox.Incoming(List.of(), Optional.of(row), Optional.of(list)));
  }

  @Test
  void reading_repeatedByNodesWithOtherCurrentKeys_isOneFact() {
    OnboardingId id = opened(node(OLD));

    Stream.of(OLD, OLD + "," + NEW, NEW + "," + OLD, OLD + "," + NEW)
        .forEach(keys -> node(keys).record(synced(WENDY, true, 1)));

    assertThat(members(id)).hasSize(1);
  }

  @Test
  void reading_afterAChangeOfKeys_isOfTheSameMember() {
    OnboardingFlow before = node(OLD);
    OnboardingId id = opened(before);
    before.record(synced(WENDY, true, 1));
    before.record(synced(BOB, true, 2));

    OnboardingFlow after = node(NEW + "," + OLD);
    after.record(synced(WENDY, false, 3));
    after.record(synced(WENDY, true, 1));

    assertThat(members(id)).hasSize(3);
    FlowState state =
        FlowState.of(
            id,
            after.reader().observed(new LookupKey.ByInstance(INSTANCE), Set.of(FactKind.values())));
    assertThat(state.organizations().synced(WENDY.userName())).isFalse();
    assertThat(state.organizations().synced(BOB.userName())).isTrue();
  }

  @Test
  @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void reading_parkedBeforeAChangeOfKeys_isAdoptedAfterIt() {
    node(OLD).record(synced(WENDY, true, 1));

    OnboardingFlow after = node(NEW + "," + OLD);
    OnboardingId id = opened(after);

    assertThat(members(id)).hasSize(1);
    assertThat(
            after
                .reader()
                .observed(new LookupKey.ByTenantApp(TENANT, APP), Set.of(FactKind.values())))
        .filteredOn(fact -> fact.kind() == FactKind.MEMBER_SYNCED)
        .singleElement()
        .satisfies(fact -> assertThat(fact.value(Detail.MEMBER)).contains(WENDY.userName()));
    assertThat(store.find(new LookupKey.ByInstance(INSTANCE))).containsExactly(id);
    after.record(synced(WENDY, true, 1));
    assertThat(members(id)).hasSize(1);
  }

  @Test
  void sealed_movedToAnotherFactOfTheOnboarding_isRefused() {
    FactCodec codec = new FactCodec(Optional.of(sealer(OLD)));
    OnboardingId id = OrderIds.of(ORDER);
    FactRow email = codec.encode(id, answer(Field.BILLING_EMAIL, "wendy@example.com"));
    FactRow name = codec.encode(id, answer(Field.MEMBER_NAME, "Wendy"));

    assertThat(codec.decode(id, email).value(Detail.ANSWER)).contains("wendy@example.com");
    assertThatThrownBy(() -> codec.decode(id, new FactRow(name.key(), email.body())))
        .isInstanceOf(StoreException.class);
  }

  private static Observed answer(Field field, String value) {
    return Observed.of(FactKind.ANSWERED, Source.PARTNER)
        .names(Names.of(OrderIds.of(ORDER)))
        .subject(field.path())
        .with(Detail.ANSWER, value)
        .build();
  }

  @Test
  void sealed_inARowWhoseKeyNoStoreKeeps_opensAgain() {
    OnboardingId id = node(OLD).begin(OnboardingRequest.of(ORDER).build());
    node(OLD)
        .record(
            Observed.of(FactKind.ORGANIZATION_KNOWN, Source.READ)
                .names(Names.of(id))
                .subject("half \ud83d zero \0")
                .with(Detail.NAME, "GCY Ltd")
                .build());

    assertThat(
            node(OLD)
                .reader()
                .observed(new LookupKey.ByOrder(ORDER), Set.of(FactKind.ORGANIZATION_KNOWN)))
        .extracting(fact -> fact.value(Detail.NAME))
        .containsExactly(Optional.of("GCY Ltd"));
  }
}
