package com.guance.onboarding;

import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.spi.Observations;
import com.guance.onboarding.spi.SecretStore;
import com.guance.onboarding.spi.WorkspaceFinding.Result;
import com.guance.onboarding.spi.WorkspaceVerifier;
import com.guance.onboarding.spi.WorkspaceVerifier.Seen;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks at the workspace through Guance's public APIs, with the key that the buyer has given. */
final class VerifierSights implements Sights {

  private static final Set<Detail> ID = EnumSet.of(Detail.WORKSPACE_ID);

  /** What a finding says; the rest words it. */
  private static final List<Detail> SAID = List.of(Detail.STATE, Detail.CODE, Detail.SINCE);

  private final WorkspaceVerifier verifier;
  private final SecretStore keys;

  VerifierSights(WorkspaceVerifier verifier, SecretStore keys) {
    this.verifier = verifier;
    this.keys = keys;
  }

  @Override
  public List<Look> looks() {
    return List.of(
        new Look(Stage.WORKSPACE, this::workspace), new Look(Stage.DATAKIT, this::dataKit));
  }

  private Optional<Secret> key(Vantage view) {
    FlowState state = view.seen().state();
    return Verification.keyKept(state) && Verification.site(state).isPresent()
        ? keys.get(Verification.secretName(state.id()))
        : Optional.empty();
  }

  private Sighting workspace(Vantage view) {
    Optional<Secret> key = key(view);
    if (key.isEmpty()) {
      return Sighting.notKnown(Stage.WORKSPACE, "no API key of the workspace is kept");
    }
    FlowState state = view.seen().state();
    Seen seen = view.seen().within(verifier).verify(Verification.expected(state), key.get());
    if (VerifiedFacts.keyProblem(seen).isPresent()) {
      return Sighting.notKnown(Stage.WORKSPACE, "Guance does not take the kept API key any more");
    }
    List<Mending> drifts = new ArrayList<>();
    for (Observed fact : VerifiedFacts.of(view.seen(), seen)) {
      if (fact.kind() == FactKind.WORKSPACE) {
        Map<String, String> shown = Contrast.shown(fact, ID);
        drifts.add(view.unrecorded(Stage.WORKSPACE, shown, List.of(fact), Set.of()));
      } else if (!says(fact, Detail.STATE).equals(Result.UNVERIFIED.name())) {
        // Who cannot be asked, or does not say, takes nothing back of what was said before.
        finding(view, fact).ifPresent(drifts::add);
      }
    }
    return Sighting.of(Stage.WORKSPACE, drifts);
  }

  /** What Guance says now of one thing, beside what it said last. */
  private static Optional<Mending> finding(Vantage view, Observed there) {
    Optional<Observed> local = view.known().of(FactKind.WORKSPACE_VERIFIED, there.subject());
    if (local.isEmpty()) {
      return Optional.of(view.unrecorded(Stage.WORKSPACE, shown(there), List.of(there), Set.of()));
    }
    if (SAID.stream().allMatch(one -> says(local.get(), one).equals(says(there, one)))) {
      return Optional.empty();
    }
    Drift drift =
        new Drift(
            Stage.WORKSPACE,
            Drift.Kind.DIFFERS,
            shown(local.get()),
            shown(there),
            Optional.of(Drift.Repair.ADOPT));
    return Optional.of(
        new Mending(drift, context -> Readings.adopted(context, List.of(there)), Set.of()));
  }

  private static Map<String, String> shown(Observed finding) {
    String said =
        SAID.stream()
            .map(one -> says(finding, one))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" "));
    return Map.of(finding.subject().toLowerCase(Locale.ROOT), said);
  }

  private static String says(Observed finding, Detail detail) {
    return finding.value(detail).orElse("");
  }

  /** Seen once is seen. */
  private Sighting dataKit(Vantage view) {
    if (view.known().has(FactKind.DATAKIT_SEEN)) {
      return Sighting.same(Stage.DATAKIT);
    }
    Optional<Secret> key = key(view);
    if (key.isEmpty()) {
      return Sighting.notKnown(Stage.DATAKIT, "no API key of the workspace is kept");
    }
    FlowState state = view.seen().state();
    List<Observed> read =
        view.seen()
            .within(verifier)
            .firstHost(Verification.expected(state), key.get())
            .map(host -> List.of(Observations.dataKitSeen(state.id(), host)))
            .orElse(List.of());
    return BillingSights.dataKit(view, read);
  }
}
