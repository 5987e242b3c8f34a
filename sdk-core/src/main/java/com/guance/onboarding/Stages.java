package com.guance.onboarding;

import com.guance.onboarding.domain.Actor;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Which stages are done, by whom, and whether that is proven or rests on a person's word. */
final class Stages {

  /** The stages of one sitting in the KooGallery console. */
  static final List<Stage> CONSOLE =
      List.of(Stage.ORGANIZATION, Stage.MEMBER, Stage.APP_BINDING, Stage.APP_AUTHORIZATION);

  private static final List<Stage> ALL = List.of(Stage.values());
  private static final Optional<Actor> BY_SDK = Optional.of(Actor.SDK);
  private static final Optional<Actor> BY_CALLBACK = Optional.of(Actor.CALLBACK);

  private final FlowState state;
  private final Organizations organizations;
  private final Capabilities capabilities;
  private final Map<Stage, StageStatus> done = new EnumMap<>(Stage.class);

  Stages(FlowState state, Capabilities capabilities) {
    this.state = state;
    this.organizations = state.organizations();
    this.capabilities = capabilities;
    for (Stage stage : ALL) {
      Optional<Actor> actor = proof(stage);
      if (actor.isPresent()) {
        done.put(stage, new StageStatus(stage, actor.get(), true));
      }
    }
    laterProofsProveEarlierStages();
    for (Stage stage : ALL) {
      if (!done.containsKey(stage) && word(stage)) {
        done.put(stage, new StageStatus(stage, Actor.PERSON, false));
      }
    }
  }

  /** Whether a stage is done, if only by a person's word. */
  boolean closed(Stage stage) {
    return done.containsKey(stage);
  }

  boolean proven(Stage stage) {
    StageStatus status = done.get(stage);
    return status != null && status.verified();
  }

  /** Whether a stage has every proof that this installation can deliver. */
  boolean settled(Stage stage) {
    return proven(stage)
        || (closed(stage) && !capabilities.proves(stage) && !provableWithKey(stage));
  }

  private boolean provableWithKey(Stage stage) {
    return capabilities.provesWithKey(stage)
        && (stage == Stage.DATAKIT ? Verification.keyKept(state) : Verification.provable(state));
  }

  List<StageStatus> all() {
    return new ArrayList<>(done.values());
  }

  Stage current() {
    for (Stage stage : ALL) {
      if (stage != Stage.COMPLETED && !settled(stage)) {
        return stage;
      }
    }
    return Stage.COMPLETED;
  }

  private Optional<Actor> proof(Stage stage) {
    return switch (stage) {
      case PURCHASE -> either(state.has(FactKind.ORDER_READ), state.has(FactKind.INSTANCE_OPENED));
      case ORGANIZATION ->
          either(
              organizations.created().isPresent() && !organizations.pending(),
              organizations.synced().isPresent());
      case MEMBER -> either(organizations.memberAdded().isPresent(), organizations.memberSynced());
      case APP_BINDING ->
          either(organizations.binding().isPresent(), organizations.boundByCallbacks());
      case APP_AUTHORIZATION ->
          either(organizations.authorization().isPresent(), organizations.memberSynced());
      case SIGN_IN ->
          either(state.has(FactKind.LOGIN_ADDRESS), state.anyOn(FactKind.APPLICATION_SYNCED));
      case BILLING_ACCOUNT -> either(Billing.account(state).isPresent(), false);
      case ENTERPRISE_INFO -> either(Billing.enterprise(state).isPresent(), false);
      case WORKSPACE ->
          either(
              !Verification.wrong(state) && (Billing.bound(state) || Verification.proven(state)),
              false);
      case DATAKIT -> either(state.has(FactKind.DATAKIT_SEEN), false);
      case COMPLETED -> Optional.empty();
    };
  }

  private static Optional<Actor> either(boolean sdk, boolean callback) {
    return sdk ? BY_SDK : callback ? BY_CALLBACK : Optional.empty();
  }

  /** A later proof; when it came is asked for only where an earlier stage has none of its own. */
  private record Proof(Actor by, Supplier<Instant> at) {}

  /**
   * A bound order has an organization, an authorized member is one, and so on; unless that was
   * taken back after the later proof came.
   */
  private void laterProofsProveEarlierStages() {
    Optional<Proof> later =
        state.latest(FactKind.SIGNED_IN).map(visit -> new Proof(Actor.CALLBACK, visit::at));
    for (int i = CONSOLE.size() - 1; i >= 0; i--) {
      Stage stage = CONSOLE.get(i);
      StageStatus status = done.get(stage);
      if (status != null) {
        later = Optional.of(new Proof(status.by(), () -> organizations.provenAt(stage)));
      } else if (later.isPresent()
          && later.get().at().get().isAfter(organizations.takenBack(stage))) {
        done.put(stage, new StageStatus(stage, later.get().by(), true));
      }
    }
  }

  private boolean word(Stage stage) {
    if (state.has(FactKind.IMPORTED)) {
      return stage != Stage.COMPLETED; // the partner says so of all, and nobody has looked
    }
    return switch (stage) {
      case PURCHASE -> state.has(FactKind.ORDERED);
      case ORGANIZATION -> word(stage, Slugs.CREATE_ORGANIZATION);
      case MEMBER -> word(stage, Slugs.ADD_MEMBER);
      case APP_BINDING -> word(stage, Slugs.BIND_APP);
      case APP_AUTHORIZATION -> word(stage, Slugs.AUTHORIZE_MEMBERS);
      case SIGN_IN -> said(Slugs.SIGN_IN);
      case BILLING_ACCOUNT ->
          said(Slugs.REGISTER_BILLING) || said(Slugs.BIND_BILLING) || said(Slugs.ENTER_WORKSPACE);
      case ENTERPRISE_INFO -> said(Slugs.ENTERPRISE_INFO) || said(Slugs.ENTER_WORKSPACE);
      case WORKSPACE ->
          said(Slugs.ENTER_WORKSPACE)
              || said(Slugs.BIND_WORKSPACE)
              || said(Slugs.CREATE_WORKSPACE)
              || said(Slugs.REGISTER_GUANCE_ACCOUNT);
      case DATAKIT -> said(Slugs.INSTALL_DATAKIT);
      case COMPLETED -> false;
    };
  }

  private boolean said(String slug) {
    return state.has(FactKind.TASK_CONFIRMED)
        && state.confirmed(Slugs.id(state.id(), slug)).isPresent();
  }

  /** A word that was given before the thing was taken back does not count any more. */
  private boolean word(Stage stage, String slug) {
    if (!state.has(FactKind.TASK_CONFIRMED)) {
      return false;
    }
    Instant off = organizations.takenBack(stage);
    return state
        .confirmed(Slugs.id(state.id(), slug))
        .filter(fact -> fact.at().isAfter(off))
        .isPresent();
  }
}
