package com.guance.onboarding.billing.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.guance.onboarding.billing.api.StubServer;
import com.guance.onboarding.billing.datakit.TokenCheck;
import com.guance.onboarding.domain.BillingAccountId;
import com.guance.onboarding.domain.Language;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Site;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.error.NotFoundException;
import com.guance.onboarding.error.TransportException;
import com.guance.onboarding.spi.BillingGateway.NewWorkspace;
import com.guance.onboarding.spi.BillingGateway.Settlement;
import com.guance.onboarding.spi.BillingGateway.Workspace;
import com.guance.onboarding.spi.BillingGateway.WorkspaceForm;
import com.guance.onboarding.spi.WorkspaceFinding;
import com.guance.onboarding.spi.WorkspaceFinding.Aspect;
import com.guance.onboarding.spi.WorkspaceFinding.Result;
import com.guance.onboarding.transport.HttpSettings;
import com.guance.onboarding.transport.TransportRuntime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Workspaces of a deployment: made once for one order, bound to whoever owns them. */
final class DeploymentWorkspacesTest extends DeploymentFixture {

  private static NewWorkspace workspace(BillingAccountId account, String reference) {
    return new NewWorkspace(
        account,
        new WorkspaceForm("gcy-prod", Language.ZH, new Site("cn4")),
        Optional.empty(),
        reference,
        TERMS);
  }

  @Test
  void createWorkspace_repeatedAndCut_isMadeOnce() {
    BillingAccountId payer = register().id();
    deployment.existingWorkspace("gcy-prod", payer.value());
    deployment.cutAfter("/workspace/create");
    assertThatThrownBy(() -> gateway.createWorkspace(workspace(payer, "ref-1"), Optional.empty()))
        .isInstanceOf(TransportException.class);
    Workspace found = gateway.findWorkspace("ref-1").orElseThrow();
    Workspace again = gateway.createWorkspace(workspace(payer, "ref-1"), Optional.empty());
    assertThat(again.id()).isEqualTo(found.id());
    assertThat(found.id().value()).endsWith("2");
    assertThat(gateway.createWorkspace(workspace(payer, "ref-1"), Optional.empty()).id())
        .isEqualTo(found.id());
    assertThat(deployment.effects).containsExactly("account", "workspace");
    assertThat(gateway.findWorkspace("ref-2")).isEmpty();
  }

  @Test
  void createWorkspace_severalOrdersOfOneBuyerAtOnce_eachKeepsItsMarkAndItsWorkspace()
      throws Exception {
    BillingAccountId payer = register().id();
    List<String> references = IntStream.range(0, 8).mapToObj(i -> "ref-" + i).toList();
    ExecutorService threads = Executors.newFixedThreadPool(references.size());
    try {
      List<Callable<WorkspaceId>> orders = new ArrayList<>();
      for (String reference : references) {
        // a gateway for each, as every step of the flow has its own
        DeploymentGateway own = DeploymentGateway.over(api, new Site("cn4"));
        orders.add(() -> own.createWorkspace(workspace(payer, reference), Optional.empty()).id());
      }
      List<WorkspaceId> made = new ArrayList<>();
      for (Future<WorkspaceId> order : threads.invokeAll(orders, 60, TimeUnit.SECONDS)) {
        made.add(order.get());
      }
      assertThat(made).doesNotHaveDuplicates();
      assertThat(references)
          .extracting(reference -> gateway.findWorkspace(reference).map(Workspace::id).orElse(null))
          .containsExactlyElementsOf(made);
    } finally {
      threads.shutdownNow();
    }
    assertThat(gateway.findAccount(BUYER)).isPresent();
    assertThat(deployment.workspaces).hasSize(8);
  }

  @Test
  void createWorkspace_anotherOrdersWorkspaceOfTheSameNameAppeared_isNotAdopted() {
    BillingAccountId payer = register().id();
    ObjectNode account = deployment.accounts.get(0);
    String modify = "/account/" + account.get("uuid").asText() + "/modify";
    deployment.cutAfter(modify);
    assertThatThrownBy(() -> gateway.createWorkspace(workspace(payer, "ref-1"), Optional.empty()))
        .isInstanceOf(TransportException.class);
    WorkspaceId second = gateway.createWorkspace(workspace(payer, "ref-2"), Optional.empty()).id();

    assertThat(gateway.findWorkspace("ref-1")).isEmpty();
    WorkspaceId first = gateway.createWorkspace(workspace(payer, "ref-1"), Optional.empty()).id();

    assertThat(first).isNotEqualTo(second);
    assertThat(gateway.findWorkspace("ref-2").map(Workspace::id)).contains(second);
  }

  @Test
  void registerAccountAndWorkspace_answersLost_makesOneOfEach() {
    BillingAccountId payer = register().id();
    NewWorkspace wanted =
        new NewWorkspace(
            payer,
            new WorkspaceForm("gcy-prod", Language.EN, new Site("cn4")),
            Optional.of("tom@example.com"),
            "ref-1",
            TERMS);
    for (String path : new String[] {"/account/add", "/workspace/create"}) {
      deployment.cutAfter(path);
      assertThatThrownBy(() -> gateway.registerAccountAndWorkspace(wanted, "tom", CREDENTIALS))
          .isInstanceOf(TransportException.class);
    }
    Workspace made = gateway.registerAccountAndWorkspace(wanted, "tom", CREDENTIALS);
    assertThat(gateway.findWorkspace("ref-1").map(Workspace::id)).contains(made.id());
    assertThat(deployment.effects).containsExactly("account", "account", "workspace");
    Settlement settlement = new Settlement(payer, BUYER, new OrderKey("CS-1", "CS-1-1"));
    assertThat(gateway.bindWorkspace(made.id(), settlement, "key").state().bound()).isTrue();
  }

  @Test
  void bindWorkspace_ownAndForeign_bindsOnlyTheOwn() {
    BillingAccountId payer = register().id();
    String own = deployment.existingWorkspace("own", payer.value()).get("uuid").asText();
    String foreign = deployment.existingWorkspace("foreign", "acnt_9").get("uuid").asText();
    Settlement settlement = new Settlement(payer, BUYER, new OrderKey("CS-1", "CS-1-1"));
    assertThat(gateway.workspaces(payer, false).map(Workspace::id))
        .containsExactly(new WorkspaceId(own));
    Workspace bound = gateway.bindWorkspace(new WorkspaceId(own), settlement, "key");
    assertThat(bound.state().orderId()).contains("CS-1");
    assertThat(bound.state().account()).contains(payer);
    assertThat(gateway.bindWorkspace(new WorkspaceId(own), settlement, "key")).isEqualTo(bound);
    assertThat(gateway.workspaces(payer, false)).isEmpty();
    assertThat(gateway.workspaces(payer, true)).containsExactly(bound);
    for (String id : new String[] {foreign, "wksp_none"}) {
      assertThatThrownBy(() -> gateway.bindWorkspace(new WorkspaceId(id), settlement, "key"))
          .isInstanceOfSatisfying(
              NotFoundException.class, e -> assertThat(e.field()).contains("workspace.id"));
    }
  }

  @Test
  void installToken_shownByTheDeployment_isASecret() {
    BillingAccountId payer = register().id();
    WorkspaceId id =
        new WorkspaceId(deployment.existingWorkspace("own", payer.value()).get("uuid").asText());
    assertThat(gateway.installToken(id).reveal()).startsWith("tkn_");
    deployment.workspaces.get(0).remove("token");
    assertThatThrownBy(() -> gateway.installToken(id)).isInstanceOf(NotFoundException.class);
    assertThat(gateway.firstDataKitHost(id)).isEmpty();
  }

  @Test
  void checkToken_whateverTheDatawaySays_isSaidWithoutTheToken() {
    BillingAccountId payer = register().id();
    WorkspaceId id =
        new WorkspaceId(deployment.existingWorkspace("own", payer.value()).get("uuid").asText());
    try (StubServer server = new StubServer();
        TokenCheck dataway =
            TokenCheck.connect(
                HttpSettings.builder().baseUrl(server.address()).maxAttempts(1).build(),
                TransportRuntime.system())) {
      DeploymentGateway checking = gateway.checkingTokens(dataway).within(Duration.ofSeconds(30));
      server.answer(403, "{\"errorCode\":\"kodo.tokenNotFound\"}");
      WorkspaceFinding wrong = checking.checkToken(id, new Site("cn4"));
      assertThat(wrong.result()).isEqualTo(Result.WRONG);
      assertThat(wrong.problem().orElseThrow().code()).isEqualTo("TOKEN_NOT_FOUND");
      assertThat(wrong.toString()).doesNotContain("tkn_");

      server.answer(200, "{\"code\":200}");
      assertThat(checking.checkToken(id, new Site("cn4")))
          .isEqualTo(WorkspaceFinding.proven(Aspect.TOKEN));

      server.answer(500, "{}");
      assertThat(checking.checkToken(id, new Site("cn4")).result()).isEqualTo(Result.UNVERIFIED);

      deployment.workspaces.get(0).remove("token");
      assertThat(checking.checkToken(id, new Site("cn4")).problem().orElseThrow().rule())
          .isEqualTo("the deployment does not show the token");
    }
    assertThat(gateway.checksTokens()).isFalse();
  }
}
