package com.guance.onboarding;

import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.domain.TaskKind;
import com.guance.onboarding.spi.MarketplaceGateway;
import com.guance.onboarding.spi.OrderSource;
import java.util.List;
import java.util.Optional;

/** What comes next on KooGallery: from the purchase to the login address. */
final class MarketplacePlan {

  private static final String NEW_INSTANCE = "newInstance";
  private static final String TENANT_SYNC = "tenantSync";
  private static final String APPLICATION_SYNC = "applicationSync";
  private static final String AUTH_SYNC = "authSync";
  private static final List<Field> ORGANIZATION =
      List.of(Field.ORGANIZATION_NAME, Field.ORGANIZATION_SHORT_NAME);
  private static final List<Field> MEMBER = List.of(Field.MEMBER_ACCOUNT, Field.MEMBER_NAME);

  private final Capabilities capabilities;
  private final Optional<ReadOrderStep> readOrder;
  private final Optional<Gateway> gateway;

  MarketplacePlan(
      Capabilities capabilities,
      Optional<OrderSource> orders,
      Optional<MarketplaceGateway> gateway,
      ReadOrderStep.SiblingLines siblings) {
    this.capabilities = capabilities;
    this.readOrder = orders.map(source -> new ReadOrderStep(source, siblings));
    this.gateway = gateway.map(Gateway::new);
  }

  /** The steps that need the gateway. */
  private record Gateway(
      CreateOrganizationStep create,
      ListOrganizationsStep list,
      ReadOrganizationStep read,
      AddMemberStep addMember,
      BindAppStep bind,
      AuthorizeMemberStep authorize,
      ReadLoginAddressStep loginAddress) {

    Gateway(MarketplaceGateway gateway) {
      this(
          new CreateOrganizationStep(gateway),
          new ListOrganizationsStep(gateway),
          new ReadOrganizationStep(gateway),
          new AddMemberStep(gateway),
          new BindAppStep(gateway),
          new AuthorizeMemberStep(gateway),
          new ReadLoginAddressStep(gateway));
    }
  }

  /** Adds what is next; true when the stages after these may begin. */
  boolean next(AgendaDraft draft, Stages stages) {
    purchase(draft);
    boolean done =
        gateway
            .map(steps -> byGateway(draft, stages, steps))
            .orElseGet(() -> byPeople(draft, stages));
    boolean ready = done && signIn(draft, stages);
    if (!ready && gateway.isEmpty()) {
      // people do the console's steps under their own names: it can be mended meanwhile
      BuyerProof.contradicted(draft, Stage.ORGANIZATION);
    }
    return ready;
  }

  /** Lets the order be read: whose it is, and whether the line has a subscription of its own. */
  void purchase(AgendaDraft draft) {
    if (!draft.state().has(FactKind.ORDER_READ)) {
      readOrder.ifPresent(draft::order);
    }
    if (capabilities.callbacks() && !draft.state().has(FactKind.INSTANCE_OPENED)) {
      if (!capabilities.orders()) {
        draft.event(NEW_INSTANCE);
      }
    }
  }

  /** Whether nobody knows yet what the order is about, and it makes sense to look at once. */
  boolean unread(AgendaDraft draft) {
    return draft.state().has(FactKind.INSTANCE_OPENED)
        && !draft.state().has(FactKind.ORDER_READ)
        && readOrder.filter(draft::due).isPresent();
  }

  private boolean byGateway(AgendaDraft draft, Stages stages, Gateway steps) {
    FlowState state = draft.state();
    if (!state.has(FactKind.ORDER_READ)) {
      return false;
    }
    if (!stages.closed(Stage.ORGANIZATION)) {
      organization(draft, steps);
      return false;
    }
    if (!stages.closed(Stage.MEMBER)) {
      if (draft.have(Stage.MEMBER, MEMBER)) {
        draft.step(steps.addMember());
      }
      return false;
    }
    if (!stages.closed(Stage.APP_BINDING)) {
      draft.step(steps.bind());
      return false;
    }
    if (!stages.closed(Stage.APP_AUTHORIZATION)) {
      authorization(draft, steps);
      return false;
    }
    return true;
  }

  private static void authorization(AgendaDraft draft, Gateway steps) {
    if (draft.have(Stage.APP_AUTHORIZATION, List.of(Field.MEMBER_ACCOUNT))) {
      // who takes the place of a member who left has to be added first
      boolean replaced = draft.state().organizations().anotherMemberIsMeant();
      draft.step(replaced ? steps.addMember() : steps.authorize());
    }
  }

  private static void organization(AgendaDraft draft, Gateway steps) {
    FlowState state = draft.state();
    if (state.organizations().pending()) {
      draft.step(steps.read());
    } else if (BuyerProof.known(draft, Stage.ORGANIZATION)) {
      if (ListOrganizationsStep.needed(state)) {
        draft.step(steps.list());
      }
      if (draft.have(Stage.ORGANIZATION, ORGANIZATION)) {
        draft.step(steps.create());
      }
    }
  }

  /** One sitting: all tasks together, in order, each with what will prove it. */
  private boolean byPeople(AgendaDraft draft, Stages stages) {
    console(draft, stages, Stage.ORGANIZATION, TaskKind.CREATE_ORGANIZATION);
    console(draft, stages, Stage.MEMBER, TaskKind.ADD_MEMBER);
    console(draft, stages, Stage.APP_BINDING, TaskKind.BIND_APP);
    console(draft, stages, Stage.APP_AUTHORIZATION, TaskKind.AUTHORIZE_MEMBERS);
    if (capabilities.callbacks()) {
      awaited(draft, stages);
    }
    return Stages.CONSOLE.stream().allMatch(stages::closed);
  }

  private void console(AgendaDraft draft, Stages stages, Stage stage, TaskKind kind) {
    if (!stages.closed(stage)) {
      List<Field> details =
          List.of(
              Field.ORGANIZATION_NAME,
              Field.ORGANIZATION_SHORT_NAME,
              Field.MEMBER_ACCOUNT,
              Field.MEMBER_NAME);
      draft.task(draft.tasks().console(kind, stage, slug(stage), proof(stage), details));
    }
  }

  private static String slug(Stage stage) {
    return switch (stage) {
      case ORGANIZATION -> Slugs.CREATE_ORGANIZATION;
      case MEMBER -> Slugs.ADD_MEMBER;
      case APP_BINDING -> Slugs.BIND_APP;
      default -> Slugs.AUTHORIZE_MEMBERS;
    };
  }

  private Optional<String> proof(Stage stage) {
    if (!capabilities.callbacks()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (stage) {
          case ORGANIZATION -> TENANT_SYNC;
          case APP_BINDING -> TENANT_SYNC + " and " + APPLICATION_SYNC;
          default -> AUTH_SYNC;
        });
  }

  private static void awaited(AgendaDraft draft, Stages stages) {
    FlowState state = draft.state();
    if (!stages.proven(Stage.APP_BINDING)) {
      if (state.organizations().synced().isEmpty()) {
        draft.event(TENANT_SYNC);
      }
      if (!state.anyOn(FactKind.APPLICATION_SYNCED)) {
        draft.event(APPLICATION_SYNC);
      }
    }
    if (!stages.proven(Stage.APP_AUTHORIZATION)) {
      draft.event(AUTH_SYNC);
    }
  }

  private boolean signIn(AgendaDraft draft, Stages stages) {
    if (stages.closed(Stage.SIGN_IN)) {
      return true;
    }
    boolean bound = draft.state().organizations().bindingId().isPresent();
    if (gateway.isPresent() && bound) {
      draft.step(gateway.get().loginAddress());
    } else if (capabilities.callbacks()) {
      draft.event(APPLICATION_SYNC);
    } else {
      draft.task(
          draft
              .tasks()
              .console(
                  TaskKind.SIGN_IN,
                  Stage.SIGN_IN,
                  Slugs.SIGN_IN,
                  Optional.empty(),
                  List.of(Field.MEMBER_ACCOUNT, Field.ORGANIZATION_SHORT_NAME)));
    }
    return false;
  }
}
