package com.guance.onboarding;

import static com.guance.onboarding.FlowTest.ORDER;
import static com.guance.onboarding.FlowTest.answers;
import static com.guance.onboarding.FlowTest.request;
import static com.guance.onboarding.FlowTest.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.domain.Fact;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.Names;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Outcome;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.ShortName;
import com.guance.onboarding.domain.Source;
import com.guance.onboarding.domain.TaskKind;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.error.ConflictException;
import com.guance.onboarding.spi.ClaimRow;
import com.guance.onboarding.spi.Commit;
import com.guance.onboarding.spi.FactRow;
import com.guance.onboarding.spi.MarketplaceGateway;
import com.guance.onboarding.spi.Observations;
import com.guance.onboarding.spi.ObservedOrganization;
import com.guance.onboarding.spi.Retention;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What one call has read is carried on: nothing is read twice, and nobody else is overlooked. */
class CarriedWorkTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final MovableClock clock = new MovableClock(START);
  private final CountingStore store = new CountingStore();
  private final FakeGateways gateways = new FakeGateways(clock).order(ORDER, "buyer-1");
  private final OnboardingFlow flow = newFlow();

  private OnboardingFlow newFlow() {
    return OnboardingFlow.builder()
        .store(store)
        .clock(clock)
        .marketplace(gateways)
        .billing(gateways)
        .build();
  }

  private Progress toTheEnd(OnboardingFlow node, OnboardingId id) {
    Progress progress = node.advance(id, answers());
    while (progress instanceof Progress.Waiting waiting && waiting.notBefore().isPresent()) {
      clock.set(waiting.notBefore().get());
      progress = node.advance(id, answers());
    }
    return progress;
  }

  @Test
  void advance_wholeOnboarding_neverReadsWhatItHasWritten() {
    OnboardingId id = flow.begin(request().build());

    assertThat(toTheEnd(flow, id)).isInstanceOf(Progress.Completed.class);

    assertThat(store.factReads).isZero();
  }

  @Test
  void advance_stepsThatNeedNoAnswer_followEachOtherWithOneCommitEach() {
    OnboardingId id = flow.begin(request().build());
    store.commits.clear();

    toTheEnd(flow, id);

    long intents = store.commits.stream().filter(commit -> !commit.acquire().isEmpty()).count();
    long together =
        store.commits.stream()
            .filter(commit -> !commit.acquire().isEmpty() && !commit.facts().isEmpty())
            .count();
    assertThat(intents).isEqualTo(13);
    assertThat(together).isEqualTo(9);
    assertThat(store.commits).hasSizeLessThanOrEqualTo(20);
  }

  @Test
  void advance_buyerOfManyOnboardings_looksFirstAndReadsNoListOfThem() {
    LookupKey buyer = new LookupKey.ByAccount(new HuaweiAccountId("buyer-1"));
    for (int i = 0; i < 20; i++) {
      OnboardingId other = new OnboardingId("onb_other" + i);
      store.store.commit(Commit.builder().now(START).id(other).addKeys(buyer).build());
    }
    gateways.createOrganization(
        new MarketplaceGateway.NewOrganization(
            new HuaweiAccountId("buyer-1"), "GCY Ltd", new ShortName("gcy")),
        "key of another onboarding");

    assertThat(toTheEnd(flow, flow.begin(request().build())))
        .isInstanceOf(Progress.Completed.class);

    assertThat(store.mostFound).isLessThanOrEqualTo(2);
    assertThat(store.find(buyer)).hasSize(21);
    assertThat(gateways.count("organization")).isEqualTo(1);
  }

  @Test
  void advance_anotherNodeAfterRestart_readsTheFactsOnce() {
    OnboardingId id = flow.begin(request().build());

    assertThat(toTheEnd(newFlow(), id)).isInstanceOf(Progress.Completed.class);

    assertThat(store.factReads).isEqualTo(1);
  }

  /** Something new that stands in no step's way. */
  private static Observed word(OnboardingId id, int number) {
    return Observations.departmentsSynced(Names.of(id), START.plusMillis(number));
  }

  @Test
  void advance_otherNodeWritesBeforeEachCommit_isSeenAndNothingIsLost() {
    OnboardingId id = flow.begin(request().build());
    OnboardingFlow other = newFlow();
    int[] words = {0};
    store.beforeCommit =
        () -> {
          if (words[0] < 200) {
            Runnable again = store.beforeCommit;
            store.beforeCommit = () -> {};
            other.record(word(id, words[0]++));
            store.beforeCommit = words[0] % 2 == 0 ? again : () -> store.beforeCommit = again;
          }
        };

    assertThat(toTheEnd(flow, id)).isInstanceOf(Progress.Completed.class);

    assertThat(gateways.effects).doesNotHaveDuplicates().hasSize(9);
    assertThat(words[0]).isGreaterThan(5);
    Set<String> stored = new HashSet<>();
    store.facts(id).forEach(row -> stored.add(row.key()));
    for (int i = 0; i < words[0]; i++) {
      assertThat(stored).contains(word(id, i).key());
    }
  }

  /** Gives the company's name when it is asked for; then somebody else is faster a few times. */
  private Answers companyWhile(int times, Runnable faster) {
    return task -> {
      if (task.kind() != TaskKind.PROVIDE_DETAILS) {
        return answers().to(task);
      }
      int[] left = {times};
      store.beforeCommit =
          () -> {
            Runnable again = store.beforeCommit;
            store.beforeCommit = () -> {};
            faster.run();
            store.beforeCommit = --left[0] > 0 ? again : () -> {};
          };
      return Optional.of(Map.of("enterprise.name", Secret.of("GCY Ltd")));
    };
  }

  @Test
  void advance_othersWriteBeforeAnAnswerIsStored_answerIsKeptAndAskedForOnce() {
    OnboardingId id = flow.begin(without(Field.ENTERPRISE_NAME));
    OnboardingFlow other = newFlow();
    int[] words = {0};
    int[] asked = {0};
    Answers company = companyWhile(5, () -> other.record(word(id, words[0]++)));

    flow.advance(
        id,
        task -> {
          asked[0] += task.kind() == TaskKind.PROVIDE_DETAILS ? 1 : 0;
          return company.to(task);
        });

    assertThat(words[0]).isEqualTo(5);
    assertThat(asked[0]).isEqualTo(1);
    assertThat(toTheEnd(flow, id)).isInstanceOf(Progress.Completed.class);
  }

  @Test
  void advance_anotherAnswerIsUsedBeforeThisOneIsStored_thisOneIsRefusedByName() {
    OnboardingId id = flow.begin(without(Field.ENTERPRISE_NAME));
    OnboardingFlow other = newFlow();
    Answers company =
        companyWhile(
            1,
            () -> {
              other.begin(OnboardingRequest.of(ORDER).enterprise("Another Ltd").build());
              toTheEnd(other, id);
            });

    assertThatThrownBy(() -> flow.advance(id, company))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("enterprise.name");
  }

  @Test
  void advance_withdrawnByAnotherNodeBetweenTwoSteps_stopsThere() {
    OnboardingId id = flow.begin(request().build());
    OnboardingFlow other = newFlow();
    gateways.afterEffect =
        () -> {
          if (gateways.count("organization") == 1 && gateways.count("member") == 0) {
            other.record(new Fact.Withdrawn(id, "changed their mind"));
          }
        };

    assertThat(flow.advance(id, answers())).isInstanceOf(Progress.Abandoned.class);

    assertThat(gateways.effects).containsExactly("organization");
  }

  @Test
  void advance_claimTakenOverWhileTheStepRan_dropsWhatTheLateOwnerBrings() {
    OnboardingId id = flow.begin(request().build());
    ClaimRow thief =
        new ClaimRow(Claims.onboarding(id), "another node", START.plus(Duration.ofHours(1)));
    gateways.afterEffect =
        () -> {
          clock.set(clock.instant().plusSeconds(46));
          store.store.commit(Commit.builder().now(clock.instant()).addAcquire(thief).build());
          gateways.afterEffect = () -> {};
        };

    assertThat(flow.advance(id, answers())).isInstanceOf(Progress.Waiting.class);

    assertThat(store.facts(id)).noneMatch(row -> row.key().startsWith("ORGANIZATION_KNOWN"));
  }

  @Test
  void begin_afterItWasPruned_isReadAfresh() {
    OnboardingId id = flow.begin(request().build());
    flow.cancel(id, "not needed");
    clock.set(START.plus(Duration.ofDays(400)));
    store.prune(new Retention(clock.instant(), Retention.PARKED, Duration.ofDays(365)));

    assertThat(store.load(id)).isEmpty();
    flow.begin(request().build());

    assertThat(flow.get(id).outcome()).isEqualTo(Outcome.WAITING);
  }

  @Test
  void carriedState_afterEachCommit_isWhatTheStoreWouldGive() {
    Ledger ledger = new Ledger(store, new FactCodec(Optional.empty()), clock);
    OnboardingId id = flow.begin(request().build());
    toTheEnd(flow, id);
    List<Observed> facts = new ArrayList<>(ledger.facts(id));
    Names names = Names.builder().order(ORDER).tenant(new TenantId("t-1")).build();
    facts.add(Inbox.ordered(new OrderKey("CS-2", "1"), Source.CALLBACK));
    facts.add(
        Observations.tenantSynced(
            names,
            new ObservedOrganization("gcy", "GCY \0\ud800 Ltd", "https://gcy.example"),
            true,
            START.plusNanos(1_999_999)));
    OnboardingId copy = new OnboardingId("onb_copy");
    Ledger.Work work = ledger.loadOrNew(copy);
    for (Observed fact : facts) {
      work = ledger.save(ledger.change(work.plus(List.of(fact)), Optional.empty())).work().get();
      List<Observed> read = ledger.facts(copy);
      assertThat(work.facts())
          .usingRecursiveComparison()
          .ignoringFieldsMatchingRegexes(".*key")
          .isEqualTo(read);
      assertThat(work.facts())
          .extracting(Observed::key)
          .isEqualTo(store.facts(copy).stream().map(FactRow::key).toList());
    }
    assertThat(work.facts()).hasSizeGreaterThan(30);
    assertThat(ledger.load(copy).orElseThrow().version()).isEqualTo(work.version());
  }

  @Test
  void advance_wholeOnboarding_allocatesLittle() {
    for (int i = 0; i < 200; i++) {
      whole();
    }
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 50; i++) {
      whole();
    }
    long each = (threads.getCurrentThreadAllocatedBytes() - before) / 50;
    assertThat(each).isLessThan(288 << 10);
  }

  private static void whole() {
    CarriedWorkTest one = new CarriedWorkTest();
    one.toTheEnd(one.flow, one.flow.begin(request().build()));
  }
}
