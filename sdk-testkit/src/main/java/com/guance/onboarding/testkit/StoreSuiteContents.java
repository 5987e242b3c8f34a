package com.guance.onboarding.testkit;

import static com.guance.onboarding.testkit.StoreRows.at;
import static com.guance.onboarding.testkit.StoreRows.claim;
import static com.guance.onboarding.testkit.StoreRows.commit;
import static com.guance.onboarding.testkit.StoreRows.event;
import static com.guance.onboarding.testkit.StoreRows.fact;
import static com.guance.onboarding.testkit.StoreRows.id;
import static com.guance.onboarding.testkit.StoreRows.instance;
import static com.guance.onboarding.testkit.StoreRows.nonce;
import static com.guance.onboarding.testkit.StoreRows.snapshot;
import static com.guance.onboarding.testkit.StoreRows.version;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.AppId;
import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.spi.CommitResult.Status;
import com.guance.onboarding.spi.FactRow;
import com.guance.onboarding.spi.NonceRow;
import com.guance.onboarding.spi.OutboxRow;
import com.guance.onboarding.spi.SnapshotRow;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Second part of the store suite: what is kept and how it is found. */
abstract class StoreSuiteContents extends StoreSuiteConditions {

  private static final int LONG = 300_000;

  @Test
  void facts_ofSeveralCommits_comeInTheOrderOfStoring() {
    stored(version("ob-1", 1).addFacts(fact("Z"), fact("A")));
    stored(version("ob-2", 1).addFacts(fact("Z")));
    stored(version("ob-1", 2).addFacts(fact("M"), fact("B"), fact("a")));

    assertThat(store().facts(id("ob-1")))
        .containsExactly(fact("Z"), fact("A"), fact("M"), fact("B"), fact("a"));
    assertThat(store().facts(id("ob-2"))).containsExactly(fact("Z"));
  }

  @Test
  void facts_thereAlready_areSkippedAndTold() {
    assertThat(store(version("ob-1", 1).addFacts(fact("A"), fact("B"))).newFacts())
        .containsExactlyInAnyOrder("A", "B");

    assertThat(
            store(version("ob-1", 2).addFacts(new FactRow("B", "other"), fact("C"), fact("A")))
                .newFacts())
        .containsExactly("C");
    assertThat(store(version("ob-1", 3).addFacts(fact("A"))).newFacts()).isEmpty();

    assertThat(store().facts(id("ob-1"))).containsExactly(fact("A"), fact("B"), fact("C"));
    assertThat(store().load(id("ob-1")).orElseThrow().version()).isEqualTo(3);
  }

  @Test
  void facts_keysThatLookAlike_areNotTheSame() {
    List<FactRow> facts =
        List.of(fact("é"), fact("e"), fact("E"), fact("e "), fact("ｅ"), fact("%"), fact("_"));

    assertThat(store(version("ob-1", 1).addAllFacts(facts)).newFacts()).hasSize(facts.size());

    assertThat(store().facts(id("ob-1"))).containsExactlyElementsOf(facts);
  }

  @Test
  void facts_withoutSnapshot_waitUnderTheirId() {
    assertThat(store(commit("ob-1").addFacts(fact("A")).addKeys(instance("i-1"))).newFacts())
        .containsExactly("A");
    assertThat(store(commit("ob-1").addFacts(fact("A"), fact("B"))).newFacts())
        .containsExactly("B");

    assertThat(store().load(id("ob-1"))).isEmpty();
    assertThat(store().find(instance("i-1"))).containsExactly(id("ob-1"));
    assertThat(store(version("ob-1", 2)).status()).isEqualTo(Status.STALE);
    stored(version("ob-1", 1).addFacts(fact("C")));
    stored(commit("ob-1").addFacts(fact("D")));
    assertThat(store().facts(id("ob-1")))
        .containsExactly(fact("A"), fact("B"), fact("C"), fact("D"));
    assertThat(store().load(id("ob-1")).orElseThrow().version()).isEqualTo(1);
  }

  @Test
  void find_byEachName_oldestOnboardingFirst() {
    LookupKey tenant = new LookupKey.ByTenant(new TenantId("t"));
    LookupKey app = new LookupKey.ByTenantApp(new TenantId("t"), new AppId("x"));
    stored(version("ob-3", 1).addKeys(instance("i-3")));
    stored(version("ob-1", 1).addKeys(instance("i-1"), tenant, app));
    stored(version("ob-2", 1).addKeys(tenant));
    stored(version("ob-3", 2).addKeys(instance("i-3"), tenant));

    assertThat(store().find(tenant)).containsExactly(id("ob-3"), id("ob-1"), id("ob-2"));
    assertThat(store().find(app)).containsExactly(id("ob-1"));
    assertThat(store().find(instance("i-3"))).containsExactly(id("ob-3"));
    assertThat(store().find(instance("I-3"))).isEmpty();
    assertThat(store().find(new LookupKey.ByTenant(new TenantId("i-3")))).isEmpty();
  }

  @Test
  void findAny_severalNames_eachOnboardingOnce() {
    LookupKey tenant = new LookupKey.ByTenant(new TenantId("t"));
    stored(version("ob-2", 1).addKeys(instance("i-2"), tenant));
    stored(version("ob-1", 1).addKeys(instance("i-1"), tenant));
    stored(version("ob-3", 1).addKeys(instance("i-3")));

    assertThat(store().findAny(List.of(instance("i-1"), tenant, instance("I-3"))))
        .containsExactlyInAnyOrder(id("ob-2"), id("ob-1"));
    assertThat(store().findAny(List.of(instance("i-3")))).containsExactly(id("ob-3"));
    assertThat(store().findAny(List.of(instance("nobody")))).isEmpty();
  }

  @Test
  void find_withLimit_anyAndNoMoreThanThat() {
    LookupKey tenant = new LookupKey.ByTenant(new TenantId("t"));
    for (String one : List.of("ob-1", "ob-2", "ob-3")) {
      stored(version(one, 1).addKeys(tenant, instance(one)));
    }

    assertThat(store().find(tenant, 2)).hasSize(2).doesNotHaveDuplicates();
    assertThat(store().find(tenant, 9))
        .containsExactlyInAnyOrder(id("ob-1"), id("ob-2"), id("ob-3"));
    assertThat(store().find(instance("ob-2"), 2)).containsExactly(id("ob-2"));
    assertThat(store().find(instance("nobody"), 2)).isEmpty();
  }

  @Test
  void due_longestDueFirst_upToTheTimeAndTheLimit() {
    stored(version(snapshot("ob-1", 1).dueAt(at(30)).build()));
    stored(version(snapshot("ob-2", 1).dueAt(at(10)).build()));
    stored(version(snapshot("ob-3", 1).build()));
    stored(version(snapshot("ob-4", 1).dueAt(at(20)).build()));
    stored(version(snapshot("ob-5", 1).dueAt(at(-1_000_000_000L)).build()));

    assertThat(store().due(at(20), 10)).containsExactly(id("ob-5"), id("ob-2"), id("ob-4"));
    assertThat(store().due(at(99), 2)).containsExactly(id("ob-5"), id("ob-2"));
    assertThat(store().due(at(-1_000_000_001L), 10)).isEmpty();
    assertThat(store().due(at(99), 0)).isEmpty();
  }

  @Test
  void due_timeChanges_isFoundAtTheNewOneOnly() {
    stored(version(snapshot("ob-1", 1).dueAt(at(10)).build()));
    stored(version(snapshot("ob-2", 1).dueAt(at(10)).build()));
    stored(version(snapshot("ob-1", 2).dueAt(at(50)).build()));
    stored(version(snapshot("ob-2", 2).outcome("COMPLETED").build()));

    assertThat(store().due(at(49), 10)).isEmpty();
    assertThat(store().due(at(50), 10)).containsExactly(id("ob-1"));
  }

  @Test
  void outbox_untilDelivered_oldestFirstAndEachOnce() {
    stored(version("ob-1", 1).addOutbox(event("z", "ob-1"), event("a", "ob-1")));
    stored(commit().addOutbox(new OutboxRow("z", id("ob-2"), "again"), event("m", "ob-2")));

    assertThat(store().outbox(10))
        .containsExactly(event("z", "ob-1"), event("a", "ob-1"), event("m", "ob-2"));
    assertThat(store().outbox(2)).containsExactly(event("z", "ob-1"), event("a", "ob-1"));
    assertThat(store().outboxAfter("z", 1)).containsExactly(event("a", "ob-1"));
    assertThat(store().outboxAfter("a", 9)).containsExactly(event("m", "ob-2"));
    assertThat(store().outboxAfter("m", 9)).isEmpty();
    assertThat(store().outboxAfter("unknown", 1)).containsExactly(event("z", "ob-1"));

    stored(commit().addDelivered("z", "m", "unknown"));
    stored(commit().addDelivered("z"));

    assertThat(store().outbox(10)).containsExactly(event("a", "ob-1"));
  }

  @Test
  void bodies_longAndOfAllScripts_areReadBackAsTheyWere() {
    String odd = "观测云 😀 é \"'\\;-- \t\n\r \u007f %_ ${x} {0} ' OR 1=1";
    String text = odd + "x".repeat(LONG) + "云".repeat(LONG);
    SnapshotRow row = snapshot("客户-😀", 1).body(text).build();

    stored(
        version(row)
            .addFacts(new FactRow(odd.strip(), text), new FactRow("empty", ""))
            .addNonces(new NonceRow("n-云", at(60), text))
            .addOutbox(new OutboxRow("e-云", id("客户-😀"), text)));
    reopen();

    assertThat(store().load(id("客户-😀"))).contains(row);
    assertThat(store().facts(id("客户-😀")))
        .containsExactly(new FactRow(odd.strip(), text), new FactRow("empty", ""));
    assertThat(store().nonce("n-云").orElseThrow().value()).isEqualTo(text);
    assertThat(store().outbox(1).get(0).body()).isEqualTo(text);
  }

  @Test
  void commit_charactersThatAreNone_areStoredSomehow() {
    stored(version("ob-1", 1).addFacts(new FactRow("half \ud83d", "zero \u0000 half \udc00")));

    assertThat(store().facts(id("ob-1"))).hasSize(1);
    assertThat(store(version("ob-1", 2).addFacts(fact("half \ud83d"))).newFacts()).isEmpty();
  }

  @Test
  void keys_asLongAsPromised_areStored() {
    String key = "云".repeat(255);

    stored(
        version("ob-1", 1)
            .addFacts(fact(key))
            .addNonces(nonce(key, 60))
            .addAcquire(claim(key, "me", 60))
            .addOutbox(event(key, "ob-1"))
            .addKeys(instance("云".repeat(128))));

    assertThat(store().facts(id("ob-1"))).containsExactly(fact(key));
    assertThat(store().nonce(key)).isPresent();
    assertThat(store().claim(key)).isPresent();
    assertThat(store().find(instance("云".repeat(128)))).hasSize(1);
    assertThat(store().outbox(9)).containsExactly(event(key, "ob-1"));
  }

  @Test
  void reopening_everything_isStillThere() {
    SnapshotRow row = snapshot("ob-1", 1).dueAt(at(5)).build();
    stored(
        version(row)
            .addFacts(fact("A"))
            .addKeys(instance("i-1"))
            .addNonces(nonce("n", 60))
            .addAcquire(claim("c", "me", 60))
            .addOutbox(event("e", "ob-1")));

    reopen();

    assertThat(store().load(id("ob-1"))).contains(row);
    assertThat(store().facts(id("ob-1"))).containsExactly(fact("A"));
    assertThat(store().find(instance("i-1"))).containsExactly(id("ob-1"));
    assertThat(store().due(at(5), 9)).containsExactly(id("ob-1"));
    assertThat(store().nonce("n")).contains(nonce("n", 60));
    assertThat(store().claim("c")).contains(claim("c", "me", 60));
    assertThat(store().outbox(9)).containsExactly(event("e", "ob-1"));
    assertThat(store(version("ob-1", 2).addFacts(fact("A"), fact("B"))).newFacts())
        .isEqualTo(Set.of("B"));
  }
}
