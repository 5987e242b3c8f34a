package com.guance.onboarding.billing.openapi;

import com.guance.onboarding.error.AuthenticationException;
import com.guance.onboarding.spi.WorkspaceFinding;
import com.guance.onboarding.spi.WorkspaceFinding.Aspect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Looks at what people did in consoles through the OpenAPI: the plan, the bills, the lock, the
 * language and the owner of a workspace. What Guance does not say is said to be unverified.
 *
 * <p>Reading only, one call, and one more where an owner is expected; repeatable.
 */
public final class WorkspaceVerification {

  private final GuanceOpenApi api;

  private WorkspaceVerification(GuanceOpenApi api) {
    this.api = api;
  }

  /**
   * Prepares to look.
   *
   * @param api the client whose key belongs to the workspace; stays open
   * @return the verification
   */
  public static WorkspaceVerification of(GuanceOpenApi api) {
    return new WorkspaceVerification(api);
  }

  /**
   * Looks at everything that is expected.
   *
   * @param expected what should be
   * @return one finding for each thing; a single one if the key is not known at this site
   * @throws com.guance.onboarding.error.OnboardingException if the OpenAPI cannot be asked
   */
  public List<WorkspaceFinding> verify(WorkspaceExpectation expected) {
    return look(expected).findings();
  }

  /**
   * A look.
   *
   * @param seen the workspace; empty if the site does not know the key
   * @param findings one for each thing
   */
  record Look(Optional<Workspace> seen, List<WorkspaceFinding> findings) {}

  Look look(WorkspaceExpectation expected) {
    Workspace seen;
    try {
      seen = api.workspace();
    } catch (AuthenticationException e) {
      return new Look(
          Optional.empty(),
          List.of(
              WorkspaceFinding.wrong(
                  Aspect.KEY_AND_SITE,
                  e.code(),
                  "the site does not know the API key",
                  "Give the Key ID of an API key of this workspace, and check that the workspace"
                      + " is on this site.")));
    }
    return new Look(Optional.of(seen), compared(seen, expected));
  }

  private List<WorkspaceFinding> compared(Workspace seen, WorkspaceExpectation expected) {
    List<WorkspaceFinding> findings = new ArrayList<>();
    findings.add(WorkspaceFinding.proven(Aspect.KEY_AND_SITE));
    expected.workspace().ifPresent(id -> findings.add(workspace(seen, id.value())));
    if (expected.commercial()) {
      findings.add(plan(seen));
      findings.add(bills(seen));
    }
    findings.add(lock(seen));
    expected.language().ifPresent(language -> findings.add(language(seen, language.code())));
    expected.owner().ifPresent(owner -> findings.add(owner(owner)));
    return List.copyOf(findings);
  }

  private static WorkspaceFinding workspace(Workspace seen, String expected) {
    return seen.id().value().equals(expected)
        ? WorkspaceFinding.proven(Aspect.WORKSPACE)
        : WorkspaceFinding.wrong(
            Aspect.WORKSPACE,
            "OTHER_WORKSPACE",
            "the API key belongs to another workspace",
            "Give the Key ID of an API key of the workspace " + expected + ".");
  }

  private static WorkspaceFinding plan(Workspace seen) {
    return seen.version()
        .map(
            plan ->
                switch (plan) {
                  case COMMERCIAL -> WorkspaceFinding.proven(Aspect.PLAN);
                  case FREE ->
                      WorkspaceFinding.wrong(
                          Aspect.PLAN,
                          "FREE_PLAN",
                          "the workspace is on the free plan",
                          "The owner upgrades it in the console under Billing; that cannot be"
                              + " undone.");
                  case UNKNOWN ->
                      WorkspaceFinding.unverified(Aspect.PLAN, "Guance does not say the plan");
                })
        .orElseGet(() -> WorkspaceFinding.unverified(Aspect.PLAN, "Guance does not say the plan"));
  }

  private static WorkspaceFinding bills(Workspace seen) {
    return seen.billingState()
        .filter(state -> state != BillingState.UNKNOWN)
        .map(
            state ->
                state == BillingState.NORMAL
                    ? WorkspaceFinding.proven(Aspect.BILLS)
                    : WorkspaceFinding.wrong(
                        Aspect.BILLS,
                        "NOT_BILLED",
                        "the workspace is not billed",
                        "The owner binds it to the Billing Center account in the console."))
        .orElseGet(
            () ->
                WorkspaceFinding.unverified(
                    Aspect.BILLS, "Guance does not say the state of the bills"));
  }

  private static WorkspaceFinding lock(Workspace seen) {
    return seen.locked()
        .map(
            locked ->
                locked
                    ? since(
                        WorkspaceFinding.wrong(
                            Aspect.LOCK,
                            "LOCKED",
                            "the workspace is locked and will be wiped",
                            "The owner unlocks it in the Billing Center before that."),
                        seen.lockedAt())
                    : WorkspaceFinding.proven(Aspect.LOCK))
        .orElseGet(() -> WorkspaceFinding.unverified(Aspect.LOCK, "Guance does not say the lock"));
  }

  private static WorkspaceFinding language(Workspace seen, String expected) {
    return seen.language()
        .map(
            language ->
                language.code().equals(expected)
                    ? WorkspaceFinding.proven(Aspect.LANGUAGE)
                    : WorkspaceFinding.wrong(
                        Aspect.LANGUAGE,
                        "OTHER_LANGUAGE",
                        "the workspace has another language",
                        "The owner looks into Manage, Space settings; during onboarding the"
                            + " language is fixed."))
        .orElseGet(
            () -> WorkspaceFinding.unverified(Aspect.LANGUAGE, "Guance does not say the language"));
  }

  private WorkspaceFinding owner(String expected) {
    Optional<Member> owner = api.members().filter(Member::isOwner).findFirst();
    return owner
        .map(
            member ->
                names(member).contains(expected.toLowerCase(Locale.ROOT))
                    ? WorkspaceFinding.proven(Aspect.OWNER)
                    : WorkspaceFinding.wrong(
                        Aspect.OWNER,
                        "OTHER_OWNER",
                        "the workspace belongs to somebody else",
                        "Ask its present owner to transfer it in the console under member"
                            + " management."))
        .orElseGet(
            () -> WorkspaceFinding.unverified(Aspect.OWNER, "Guance does not say the owner"));
  }

  private static List<String> names(Member member) {
    List<String> names = new ArrayList<>(3);
    names.add(member.accountId().toLowerCase(Locale.ROOT));
    member.userName().ifPresent(name -> names.add(name.toLowerCase(Locale.ROOT)));
    member.email().ifPresent(email -> names.add(email.toLowerCase(Locale.ROOT)));
    return names;
  }

  private static WorkspaceFinding since(WorkspaceFinding finding, Optional<Instant> time) {
    return new WorkspaceFinding(finding.aspect(), finding.result(), finding.problem(), time);
  }
}
