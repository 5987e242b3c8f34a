package com.guance.onboarding;

import static com.guance.onboarding.FlowTest.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.AppId;
import com.guance.onboarding.domain.BillingChoice;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.Names;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Source;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.domain.TaskKind;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.spi.InstallGuide;
import com.guance.onboarding.spi.Observations;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Where the tasks lead that begin at the buyer's own login address. */
class TaskLinksTest {

  private static final OnboardingId ID = new OnboardingId("onb_1");
  private static final URI OWN = URI.create("https://partner.example.com/help");
  private static final URI UNIFIED =
      URI.create(
          "https://macroverse.huaweicloud.com/unified-login/#/portal-login?ind=UNOP&appId=app-1");
  private static final InstallGuide NONE = site -> Map.of();

  private final MovableClock clock = new MovableClock(Instant.parse("2026-01-01T00:00:00Z"));

  private static Observed appBound() {
    return Observations.applicationSynced(
        Names.builder()
            .onboarding(ID)
            .tenant(new TenantId("tenant-1"))
            .app(new AppId("app-1"))
            .build(),
        "client",
        Optional.empty(),
        true,
        Instant.parse("2026-01-01T00:00:00Z"));
  }

  private static Optional<URI> link(TaskKind kind, List<Observed> known, Map<TaskKind, URI> links) {
    List<Observed> facts = new ArrayList<>(known);
    facts.add(Inbox.ordered(ORDER, Source.PARTNER));
    return new Tasks(FlowState.of(ID, facts), new Pointers(links, NONE, List.of()))
        .console(kind, Stage.BILLING_ACCOUNT, "slug", Optional.empty(), List.of())
        .link();
  }

  @ParameterizedTest
  @EnumSource(
      names = {"SIGN_IN", "ENTER_WORKSPACE", "BIND_BILLING_ACCOUNT", "REGISTER_BILLING_ACCOUNT"})
  void link_loginAddressKnown_isItUnlessThePartnerHasSetOne(TaskKind kind) {
    assertThat(link(kind, List.of(appBound()), Map.of())).contains(UNIFIED);
    assertThat(link(kind, List.of(appBound()), Map.of(kind, OWN))).contains(OWN);
    assertThat(link(kind, List.of(), Map.of(kind, OWN))).contains(OWN);
  }

  @ParameterizedTest
  @EnumSource(names = {"SIGN_IN", "ENTER_WORKSPACE", "BIND_BILLING_ACCOUNT"})
  void link_nothingKnown_isNoneAndTheWordsNameTheMenu(TaskKind kind) {
    assertThat(link(kind, List.of(), Map.of())).isEmpty();
    assertThat(TaskText.of(kind).en()).contains("App Binding > Common Apps");
    assertThat(TaskText.of(kind).zh()).contains("应用绑定 > 通用应用");
  }

  @Test
  void link_registrationAndNothingKnown_isThePublishedPage() {
    assertThat(link(TaskKind.REGISTER_BILLING_ACCOUNT, List.of(), Map.of()))
        .contains(URI.create("https://auth.guance.com/businessRegister"));
  }

  @ParameterizedTest
  @EnumSource(names = {"CREATE_ORGANIZATION", "BIND_APP", "INSTALL_DATAKIT"})
  void link_whatIsDoneElsewhere_isNeverTheLoginAddress(TaskKind kind) {
    assertThat(link(kind, List.of(appBound()), Map.of())).isEmpty();
  }

  /** A gateway says the login address, and people do the rest at Guance. */
  private PersonTask atGuance(BillingChoice choice, OnboardingFlowBuilder builder) {
    FakeGateways fake = new FakeGateways(clock).order(ORDER, "buyer-1");
    OnboardingFlow flow = builder.clock(clock).marketplace(fake).build();
    OnboardingRequest request =
        OnboardingRequest.of(ORDER)
            .organization("GCY Ltd", "gcy")
            .member("Wendy")
            .with(Field.BILLING_CHOICE, choice.code())
            .with(Field.WORKSPACE_SITE, "cn4")
            .terms("2026-01", "Wendy", clock.instant())
            .build();
    Progress progress = flow.advance(flow.begin(request), FlowTest.answers());
    List<PersonTask> tasks = ((Progress.Waiting) progress).tasks();
    assertThat(tasks).hasSize(1);
    return tasks.get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "REGISTER, REGISTER_BILLING_ACCOUNT",
    "BIND, BIND_BILLING_ACCOUNT",
    "ALREADY_BOUND, ENTER_WORKSPACE"
  })
  void advance_builderHasALink_handsOutThatAndElseTheBuyersLoginAddress(
      BillingChoice choice, TaskKind kind) {
    PersonTask plain = atGuance(choice, OnboardingFlow.builder());
    PersonTask linked = atGuance(choice, OnboardingFlow.builder().link(kind, OWN));
    PersonTask other = atGuance(choice, OnboardingFlow.builder().link(TaskKind.SIGN_IN, OWN));

    assertThat(plain.kind()).isEqualTo(kind);
    assertThat(plain.link().orElseThrow()).hasHost("login.example.com");
    assertThat(linked.link()).contains(OWN);
    assertThat(other.link()).isEqualTo(plain.link());
  }
}
