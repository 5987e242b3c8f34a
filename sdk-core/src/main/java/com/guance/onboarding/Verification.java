package com.guance.onboarding;

import com.guance.onboarding.domain.BillingChoice;
import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.Language;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.Site;
import com.guance.onboarding.domain.WorkspaceChoice;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.spi.WorkspaceFinding;
import com.guance.onboarding.spi.WorkspaceFinding.Aspect;
import com.guance.onboarding.spi.WorkspaceFinding.Result;
import com.guance.onboarding.spi.WorkspaceVerifier.Expected;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a state says about the workspace's API key and what was seen with it. */
final class Verification {

  /** What makes a workspace a commercial one that works. */
  private static final Set<Aspect> DECISIVE = EnumSet.of(Aspect.PLAN, Aspect.BILLS, Aspect.LOCK);

  private Verification() {}

  /** The name under which a key is kept. */
  static String secretName(OnboardingId id) {
    return "workspace-key:" + id;
  }

  static boolean keyKept(FlowState state) {
    return state.latest(FactKind.WORKSPACE_KEY).filter(Observed::on).isPresent();
  }

  /** The task that asks for a key; another one after a key was given up. */
  static String keySlug(FlowState state) {
    return state
        .latest(FactKind.WORKSPACE_KEY)
        .map(fact -> Slugs.CREATE_API_KEY + "-" + fact.at().toEpochMilli())
        .orElse(Slugs.CREATE_API_KEY);
  }

  /** A person has said that there will be no key. */
  static boolean declined(FlowState state) {
    return state.confirmed(Slugs.id(state.id(), keySlug(state))).isPresent();
  }

  /** A token can be asked about without a key, so that alone is no look at the workspace. */
  static boolean seen(FlowState state) {
    return keyKept(state)
        && state.all(FactKind.WORKSPACE_VERIFIED).stream().anyMatch(fact -> !ofToken(fact));
  }

  static boolean ofToken(Observed finding) {
    return finding.subject().equals(Aspect.TOKEN.name());
  }

  /** What is known of the token. */
  static Optional<Observed> token(FlowState state) {
    return state.of(FactKind.WORKSPACE_VERIFIED, Aspect.TOKEN.name());
  }

  /** The dataway could not be asked about the token: another time it can. */
  static boolean tokenNotAsked(FlowState state) {
    return token(state)
        .flatMap(fact -> fact.value(Detail.CODE))
        .filter(WorkspaceFinding.NOT_ASKED::equals)
        .isPresent();
  }

  static List<Observed> findings(FlowState state, Result result) {
    if (!state.has(FactKind.WORKSPACE_VERIFIED)) {
      return List.of();
    }
    return state.all(FactKind.WORKSPACE_VERIFIED).stream()
        .filter(fact -> result.name().equals(fact.values().get(Detail.STATE)))
        .toList();
  }

  /** What is wrong with the workspace itself. */
  static boolean wrong(FlowState state) {
    return state.has(FactKind.WORKSPACE_VERIFIED)
        && findings(state, Result.WRONG).stream().anyMatch(fact -> !ofToken(fact));
  }

  /** Guance has said that it is a commercial workspace, and nothing else is wrong. */
  static boolean proven(FlowState state) {
    return state.has(FactKind.WORKSPACE_VERIFIED)
        && !wrong(state)
        && DECISIVE.stream()
            .allMatch(
                aspect ->
                    state
                        .of(FactKind.WORKSPACE_VERIFIED, aspect.name())
                        .flatMap(fact -> fact.value(Detail.STATE))
                        .filter(Result.PROVEN.name()::equals)
                        .isPresent());
  }

  /** Whether a look could still prove more than it has: Guance may simply not say. */
  static boolean provable(FlowState state) {
    return keyKept(state) && (!seen(state) || wrong(state) || proven(state));
  }

  static Optional<Site> site(FlowState state) {
    return Billing.workspace(state)
        .flatMap(fact -> fact.value(Detail.SITE))
        .or(() -> state.answers().of(Field.WORKSPACE_SITE))
        .map(Site::new);
  }

  static Optional<WorkspaceId> workspace(FlowState state) {
    return Billing.workspaceId(state).or(() -> Billing.named(state).map(WorkspaceId::new));
  }

  static Expected expected(FlowState state) {
    boolean made =
        Billing.workspaceChoice(state).filter(one -> one != WorkspaceChoice.EXISTING).isPresent()
            && !Billing.scene(state, Billing.FOUND);
    return new Expected(
        site(state).orElseThrow(),
        workspace(state),
        made ? state.answers().of(Field.WORKSPACE_LANGUAGE).map(Language::from) : Optional.empty(),
        made ? owner(state) : Optional.empty());
  }

  /** Whoever proved the address that the workspace was made with. */
  private static Optional<String> owner(FlowState state) {
    boolean registered =
        Billing.choice(state).filter(BillingChoice.REGISTER::equals).isPresent()
            && Billing.workspaceChoice(state).filter(WorkspaceChoice.CREATE::equals).isPresent();
    return registered
        ? state.answers().of(Field.BILLING_EMAIL)
        : state.answers().of(Field.WORKSPACE_EMAIL);
  }

  /** Somebody has said since the last look that something was mended. */
  static boolean lookAgain(FlowState state) {
    Instant looked =
        state.latest(FactKind.WORKSPACE_VERIFIED).map(Observed::at).orElse(Instant.MIN);
    return findings(state, Result.WRONG).stream()
        .flatMap(fact -> state.confirmed(Slugs.id(state.id(), Slugs.mend(fact))).stream())
        .anyMatch(word -> !word.at().isBefore(looked));
  }
}
