package com.guance.onboarding;

import static com.guance.onboarding.FlowTest.ORDER;
import static com.guance.onboarding.FlowTest.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.domain.Fact;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.error.ConflictException;
import org.junit.jupiter.api.Test;

/** Details that come too late: refused with the reason, remarked on, or the same as before. */
class BeginTooLateTest {

  private final FlowTest world = new FlowTest();
  private final OnboardingId id = world.flow.begin(request().build());

  private void refused(String reason) {
    int kept = world.store.facts(id).size();
    OnboardingRequest other = OnboardingRequest.of(ORDER).organization("Other", "other").build();
    assertThatThrownBy(() -> world.newFlow().begin(other))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("organization.name")
        .hasMessageContaining("has ended: " + reason);
    assertThat(world.store.facts(id)).hasSize(kept);
  }

  @Test
  void begin_otherDetailsOfACancelledOnboarding_isRefusedWithTheReason() {
    world.flow.cancel(id, "the buyer changed his mind");

    refused("the buyer changed his mind");
  }

  /** Withdrawn, and nobody has advanced it since. */
  @Test
  void begin_otherDetailsOfAWithdrawnOnboarding_isRefusedAtOnce() {
    world.flow.record(new Fact.Withdrawn(id, "ordered twice"));

    refused("ordered twice");
  }

  @Test
  void begin_sameDetailsOfACancelledOnboarding_isTheSameOnboarding() {
    world.flow.cancel(id, "the buyer changed his mind");

    assertThat(world.flow.begin(request().build())).isEqualTo(id);
    assertThat(world.flow.begin(OnboardingRequest.of(ORDER).build())).isEqualTo(id);
  }

  /** Cancelling what is complete ends nothing, and details of it are treated as before. */
  @Test
  void begin_afterCompletion_namesWhatWasUsed() {
    assertThat(world.toTheEnd(id)).isInstanceOf(Progress.Completed.class);
    world.flow.cancel(id, "too late");

    OnboardingRequest other = OnboardingRequest.of(ORDER).organization("Other", "other").build();
    assertThatThrownBy(() -> world.flow.begin(other))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("has been used");
  }

  private void refused(OnboardingRequest late, String field, String why) {
    int kept = world.store.facts(id).size();
    assertThatThrownBy(() -> world.newFlow().begin(late))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining(field)
        .hasMessageContaining(why);
    assertThat(world.store.facts(id)).hasSize(kept);
  }

  /** Nothing has used it, and nothing will. */
  @Test
  void begin_newDetailAfterCompletion_isRefusedAndTheSameAsBeforeIsNot() {
    world.toTheEnd(id);

    refused(
        request().workspaceOwner("later@example.com").build(),
        "workspace.email",
        "cannot be taken, the onboarding is completed");
    assertThat(world.flow.begin(request().build())).isEqualTo(id);
    assertThat(world.flow.begin(OnboardingRequest.of(ORDER).build())).isEqualTo(id);
  }

  @Test
  void begin_detailOfAWorkspaceThatIsThere_isRemarkedOn() {
    world.flow.advance(id, FlowTest.answers());
    assertThat(world.gateways.count("workspace binding")).isEqualTo(1);
    assertThat(world.flow.explain(id).remarks()).noneMatch(one -> one.contains("was given after"));

    world.flow.begin(request().workspaceOwner("later@example.com").build());

    assertThat(world.flow.explain(id).remarks())
        .contains("workspace.email was given after WORKSPACE was done, and changes nothing there");
    assertThat(world.toTheEnd(id)).isInstanceOf(Progress.Completed.class);
  }

  private static OnboardingRequest claim(String account) {
    return OnboardingRequest.of(ORDER).claimedHuaweiAccount(new HuaweiAccountId(account)).build();
  }

  /** At any time: a claim that trusted sources contradict already would be a conflict at once. */
  @Test
  void begin_claimThatIsNotTheProvenBuyer_isRefusedAndTheBuyerStays() {
    world.flow.advance(id);
    refused(claim("zzz"), "huaweiAccountId", "must be the account that bought the order");

    world.flow.advance(id, FlowTest.answers());
    refused(claim("zzz"), "huaweiAccountId", "must be the account that bought the order");

    world.toTheEnd(id);
    refused(claim("zzz"), "huaweiAccountId", "must be the account that bought the order");
    assertThat(world.flow.get(id).huaweiAccount()).contains(new HuaweiAccountId("buyer-1"));
  }

  @Test
  void begin_wrongClaimBeforeAnybodyNamedTheBuyer_canBeSaidAgainAndMended() {
    world.flow.begin(claim("zzz"));
    Progress stuck = world.flow.advance(id);
    assertThat(((Progress.Waiting) stuck).problem().orElseThrow().code())
        .isEqualTo("HUAWEI_ACCOUNT_CONFLICT");

    assertThat(world.flow.begin(claim("zzz"))).isEqualTo(id);
    refused(claim("yyy"), "huaweiAccountId", "must be the account that bought the order");
    world.flow.begin(claim("buyer-1"));
    assertThat(world.toTheEnd(id)).isInstanceOf(Progress.Completed.class);
  }
}
