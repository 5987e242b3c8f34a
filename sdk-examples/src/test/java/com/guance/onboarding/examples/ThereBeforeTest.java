package com.guance.onboarding.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.Progress;
import com.guance.onboarding.domain.Branch;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.domain.TaskKind;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.examples.backend.Hands;
import com.guance.onboarding.testkit.Buyer;
import com.guance.onboarding.testkit.NewOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The buyer has made organization and member by hand before: the guide's usual case. */
class ThereBeforeTest {

  private static final String NOT_IN_FORCE =
      "the member was there before; the password that was chosen is not in force";

  private static OnboardingId begin(Journey journey) {
    Buyer buyer = journey.emulator.buyer();
    buyer.purchase(
        NewOrder.builder().order(journey.request.order()).buyer(buyer.account()).build());
    return journey.flow.begin(journey.sample(Branch.REGISTER).build());
  }

  private static Optional<Map<String, Secret>> password(PersonTask task) {
    return task.kind() == TaskKind.SET_PASSWORD && task.stage() == Stage.MEMBER
        ? Optional.of(Map.of("password", Secret.of(Journey.PASSWORD)))
        : Optional.empty();
  }

  private static List<String> remarks(Journey journey, OnboardingId id) {
    return journey.flow.explain(id).remarks();
  }

  @Test
  void memberThere_isAdoptedAndNobodyIsAskedForAPassword() {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      TenantId organization = journey.emulator.buyer().createOrganization("GCY Ltd", "gcy");
      journey.emulator.buyer().addMember(organization, "Wendy");
      OnboardingId id = begin(journey);

      Progress.Waiting waiting =
          (Progress.Waiting)
              journey.flow.advance(
                  id,
                  task -> {
                    assertThat(password(task)).as("is asked for nothing at KooGallery").isEmpty();
                    return Optional.empty();
                  });

      assertThat(waiting.tasks())
          .extracting("stage")
          .isNotEmpty()
          .doesNotContain(Stage.ORGANIZATION, Stage.MEMBER);
      assertThat(journey.emulator.remoteCalls("addMember")).isZero();
      assertThat(remarks(journey, id)).doesNotContain(NOT_IN_FORCE);
    }
  }

  @Test
  void memberNotThere_isLookedForOnceInACallAndThenAskedForAndAdded() {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      journey.emulator.buyer().createOrganization("GCY Ltd", "gcy");
      OnboardingId id = begin(journey);

      Progress.Waiting waiting = (Progress.Waiting) journey.flow.advance(id);

      assertThat(waiting.tasks())
          .singleElement()
          .satisfies(task -> assertThat(password(task)).isPresent());
      assertThat(journey.emulator.remoteCalls("listMembers")).isEqualTo(1);
      assertThat(journey.toTheEnd(id)).isInstanceOf(Progress.Completed.class);
      assertThat(journey.emulator.remoteCalls("addMember")).isEqualTo(1);
      assertThat(remarks(journey, id)).doesNotContain(NOT_IN_FORCE);
    }
  }

  @Test
  void memberAddedByHandWhileThePasswordWasChosen_isSaid() {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      TenantId organization = journey.emulator.buyer().createOrganization("GCY Ltd", "gcy");
      OnboardingId id = begin(journey);
      journey.flow.advance(
          id,
          task -> {
            if (password(task).isPresent()) {
              journey.emulator.buyer().addMember(organization, "Wendy");
            }
            return password(task);
          });

      assertThat(remarks(journey, id)).contains(NOT_IN_FORCE);
    }
  }

  @Test
  void memberAddedByHandInTheNewOrganization_isSaid() {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      OnboardingId id = begin(journey);
      journey.flow.advance(id);
      journey.emulator.buyer().addMember(organization(journey, id), "Wendy");

      journey.flow.advance(id, ThereBeforeTest::password);

      assertThat(remarks(journey, id)).contains(NOT_IN_FORCE);
    }
  }

  private static TenantId organization(Journey journey, OnboardingId id) {
    return journey.flow.get(id).organization().orElseThrow().tenant().orElseThrow();
  }

  @Test
  void organizationOfAnotherName_isSaidWithoutTheNames() {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      journey.emulator.buyer().createOrganization("Quite Another", "gcy");
      OnboardingId id = begin(journey);
      journey.flow.advance(id);

      assertThat(remarks(journey, id))
          .contains(
              "the request gives organization gcy another name than it has; the name cannot be"
                  + " changed");
      assertThat(journey.flow.get(id).organization().orElseThrow().name())
          .isEqualTo("Quite Another");
    }
  }

  @Test
  void organizationOfTheSameName_isNoRemark() {
    try (Journey journey = new Journey(Hands.GATEWAYS)) {
      OnboardingId id = begin(journey);
      journey.flow.advance(id);

      assertThat(remarks(journey, id)).noneMatch(remark -> remark.contains("another name"));
    }
  }
}
