package com.guance.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.InputField;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.PersonTask;
import com.guance.onboarding.domain.Problem;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.ShortName;
import com.guance.onboarding.domain.TaskKind;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.spi.BillingGateway.Workspace;
import com.guance.onboarding.spi.MarketplaceGateway.Organization;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where the vendors know what there is, it is offered with what tells one from the other. */
class OfferedChoiceTest {

  private static final String NO_MORE = "ORGANIZATION_LIMIT_REACHED";

  private final FlowTest world = new FlowTest();

  private static PersonTask task(Progress progress) {
    return ((Progress.Waiting) progress)
        .tasks().stream().filter(task -> task.kind() == TaskKind.CORRECT).findFirst().orElseThrow();
  }

  private static Problem problem(Progress progress) {
    return ((Progress.Waiting) progress).problem().orElseThrow();
  }

  private void workspace(String id, String name) {
    Workspace there = FakeGateways.unbound(new WorkspaceId(id));
    world.gateways.workspaces.put(
        there.id(), new Workspace(there.id(), name, there.language(), "cn4", there.state()));
  }

  private void organization(String shortName) {
    world.gateways.organizations.put(
        "buyer-1/" + shortName,
        new Organization(
            new TenantId("tenant-" + shortName), shortName, new ShortName(shortName), false));
  }

  @Test
  void workspace_severalAndNoneNamed_isAChoiceWithNamesAndSites() {
    workspace("wksp_b", "gcy-prod");
    workspace("wksp_d", "gcy\ntest");
    OnboardingId id =
        world.flow.begin(
            FlowTest.without(
                Field.WORKSPACE_NAME,
                Field.WORKSPACE_LANGUAGE,
                Field.WORKSPACE_EMAIL,
                Field.WORKSPACE_CHOICE));

    Progress asked = world.toTheEnd(id);
    asked = choose(id, asked, Field.WORKSPACE_CHOICE, "existing");
    PersonTask choice = task(asked);

    assertThat(choice.textEn())
        .startsWith("The account has several workspaces; choose one: ")
        .contains("wksp_b (gcy-prod, cn4)", "wksp_d (gcy test, cn4)");
    assertThat(choice.textZh()).contains("请选择", "wksp_b（gcy-prod, cn4）").doesNotContain("未被接受");
    InputField input = choice.inputs().get(0);
    assertThat(input.name()).isEqualTo("workspace.id");
    assertThat(input.options()).containsExactlyInAnyOrder("wksp_b", "wksp_d");
    assertThat(input.label().ruleZh()).isEqualTo("须为该账号的工作空间之一");
    assertThat(problem(asked).remedy()).startsWith("Choose one offered for workspace.id");

    world.flow.advance(id, Answers.of(choice.id(), Map.of("workspace.id", Secret.of("wksp_d"))));
    assertThat(world.flow.get(id).workspace().orElseThrow().id().value()).isEqualTo("wksp_d");
  }

  private Progress choose(OnboardingId id, Progress asked, Field field, String value) {
    PersonTask open = ((Progress.Waiting) asked).tasks().get(0);
    assertThat(open.inputs()).extracting(InputField::name).contains(field.path());
    return world.flow.advance(id, Answers.of(open.id(), Map.of(field.path(), Secret.of(value))));
  }

  @Test
  void organization_buyerCanHaveNoMore_offersThoseThatThereAre() {
    organization("gcy-one");
    organization("gcy-two");
    world.gateways.refuseNext("create organization", NO_MORE, "organization.shortName");
    OnboardingId id = world.flow.begin(FlowTest.request().build());

    Progress refused = world.flow.advance(id);

    PersonTask correct = task(refused);
    assertThat(correct.inputs().get(0).options()).containsExactly("gcy-one", "gcy-two");
    assertThat(problem(refused).code()).isEqualTo(NO_MORE);
    assertThat(problem(refused).remedyZh()).isEqualTo("请从所列选项中选择「组织简称」。");

    world.flow.advance(
        id, Answers.of(correct.id(), Map.of("organization.shortName", Secret.of("gcy-two"))));
    assertThat(world.flow.get(id).organization().orElseThrow().shortName())
        .isEqualTo(new ShortName("gcy-two"));
    assertThat(world.gateways.effects).doesNotContain("organization");
  }

  @Test
  void organization_gatewayListsNone_isAskedForOnceAndTyped() {
    world.gateways.refuseNext("create organization", NO_MORE, "organization.shortName");
    OnboardingId id = world.flow.begin(FlowTest.request().build());

    PersonTask first = task(world.flow.advance(id));

    assertThat(first.inputs().get(0).options()).isEmpty();
    assertThat(task(world.flow.advance(id)).id()).isEqualTo(first.id());
  }
}
