package com.guance.onboarding.spi;

import com.guance.onboarding.domain.BillingAccountId;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.Language;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.Site;
import com.guance.onboarding.domain.Terms;
import com.guance.onboarding.domain.VerificationId;
import com.guance.onboarding.domain.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Guance Billing Center, which has no public API, behind a gateway of the installation ({@code
 * docs/api/billing-center.yaml}).
 *
 * <p>Blocking, safe for several threads. Every method may throw an {@link
 * com.guance.onboarding.error.OnboardingException}; a refusal names its field as {@code
 * com.guance.onboarding.domain.Field} spells it, or {@code code} or {@code password}. Writes carry
 * a key that is the same on every try.
 */
public interface BillingGateway {

  /**
   * The same gateway for one step of the flow: looking and acting share one deadline, which is
   * shorter than the claim under which the step runs.
   *
   * @param time how long all calls of the returned gateway together may take from now on
   * @return a gateway that keeps to it; by default this one, whose calls are bounded one by one
   */
  default BillingGateway within(Duration time) {
    return this;
  }

  /**
   * Whether creating takes an idempotency key and answers a repetition with what exists.
   *
   * @return false when the flow must look before each try, the first included
   */
  default boolean idempotent() {
    return true;
  }

  /**
   * Whether e-mail addresses are proven by codes that the gateway sends.
   *
   * @return false when no code is sent and none has to be typed: then {@link #sendCode} is never
   *     called, and writes get {@link Verification#none()}
   */
  default boolean sendsCodes() {
    return true;
  }

  /**
   * Finds the account that a Huawei account pays through.
   *
   * @param huaweiAccount the buyer's account
   * @return the Billing Center account
   */
  Optional<BillingAccount> findAccount(HuaweiAccountId huaweiAccount);

  /**
   * Finds a code that is on its way: unused and not expired.
   *
   * @param reference the reference it was sent under
   * @return the code's id and expiry, never the code
   */
  Optional<SentCode> findCode(String reference);

  /**
   * Sends a verification code by e-mail.
   *
   * @param purpose what for
   * @param email where to
   * @param reference our reference, the idempotency key too
   * @return the code's id and expiry, never the code
   */
  SentCode sendCode(CodePurpose purpose, String email, String reference);

  /**
   * Registers the Commercial Plan.
   *
   * @param account what to register
   * @param credentials password and code
   * @param key the idempotency key
   * @return the account
   */
  BillingAccount register(NewAccount account, Credentials credentials, String key);

  /**
   * Binds an existing account to the buyer's Huawei account.
   *
   * @param account whose account
   * @param verification the code
   * @param key the idempotency key
   * @return the account
   */
  BillingAccount bind(NewAccount account, Verification verification, String key);

  /**
   * Confirms the enterprise information; repeatable.
   *
   * @param account the account
   * @param companyName the company's name
   */
  void confirmEnterprise(BillingAccountId account, String companyName);

  /**
   * Lists an account's workspaces, page by page as the stream is read.
   *
   * @param account the account
   * @param bound those that settle through it already, or those that could
   * @return the workspaces
   */
  Stream<Workspace> workspaces(BillingAccountId account, boolean bound);

  /**
   * Finds the workspace that was created under our reference.
   *
   * @param reference the reference
   * @return the workspace; one of the same name that is not ours is never found
   */
  Optional<Workspace> findWorkspace(String reference);

  /**
   * Reads a workspace.
   *
   * @param id the workspace
   * @return the workspace
   */
  Workspace workspace(WorkspaceId id);

  /**
   * Creates a workspace.
   *
   * @param workspace what to create
   * @param verification the code; empty on the register path, where the owner is just proven
   * @return the workspace
   */
  Workspace createWorkspace(NewWorkspace workspace, Optional<Verification> verification);

  /**
   * Registers a Guance account and creates a workspace with it.
   *
   * @param workspace what to create
   * @param userName the new account's user name
   * @param credentials password and code
   * @return the workspace
   */
  Workspace registerAccountAndWorkspace(
      NewWorkspace workspace, String userName, Credentials credentials);

  /**
   * Lets a workspace settle through the buyer's account; repeatable.
   *
   * @param id the workspace
   * @param settlement the accounts and the order
   * @param key the idempotency key
   * @return the workspace
   */
  Workspace bindWorkspace(WorkspaceId id, Settlement settlement, String key);

  /**
   * Tells since when a workspace is locked: readable, and wiped in the end.
   *
   * @param id the workspace
   * @return since when; empty when it is not locked, and where the gateway does not say, which is
   *     the default
   */
  default Optional<Instant> lockedSince(WorkspaceId id) {
    return Optional.empty();
  }

  /**
   * Whether {@link #checkToken} can be asked.
   *
   * @return false by default: then it is never called
   */
  default boolean checksTokens() {
    return false;
  }

  /**
   * Asks the dataway of the workspace's site whether it takes the token that DataKit will report
   * with. Asked before the first DataKit is waited for, where no API key of the workspace is there.
   *
   * @param id the workspace
   * @param site its site
   * @return what was seen of {@link WorkspaceFinding.Aspect#TOKEN}
   */
  default WorkspaceFinding checkToken(WorkspaceId id, Site site) {
    return WorkspaceFinding.unverified(
        WorkspaceFinding.Aspect.TOKEN, "the gateway checks no tokens");
  }

  /**
   * Finds the first DataKit that has reported.
   *
   * @param id the workspace
   * @return its host, empty while none has reported
   */
  Optional<String> firstDataKitHost(WorkspaceId id);

  /**
   * A Billing Center account.
   *
   * @param id its id
   * @param userName its user name
   * @param enterprise the company's name, once confirmed
   * @param guanceAccount whether a Guance account was registered with it
   */
  record BillingAccount(
      BillingAccountId id, String userName, Optional<String> enterprise, boolean guanceAccount) {

    /** Returns the id only. */
    @Override
    public String toString() {
      return "BillingAccount[" + id + "]";
    }
  }

  /**
   * A code on its way.
   *
   * @param id the code's id, never the code
   * @param expiresAt until when it can be used
   */
  record SentCode(VerificationId id, Instant expiresAt) {}

  /**
   * A code that somebody has typed.
   *
   * @param id which code was sent
   * @param code the code
   */
  record Verification(VerificationId id, Secret code) {

    private static final Verification NONE =
        new Verification(new VerificationId("none"), Secret.of("none"));

    /** {@return what stands in a code's place at gateways that send none} */
    public static Verification none() {
      return NONE;
    }
  }

  /**
   * What registering needs besides names.
   *
   * @param password the chosen password
   * @param verification the code
   */
  record Credentials(Secret password, Verification verification) {}

  /**
   * Whose account to register or bind.
   *
   * @param huaweiAccount the buyer's account
   * @param login user name and e-mail
   * @param site where the new account lives; unused when binding
   * @param terms the consent
   */
  record NewAccount(HuaweiAccountId huaweiAccount, Login login, Optional<Site> site, Terms terms) {}

  /**
   * User name and e-mail.
   *
   * @param userName the user name
   * @param email the e-mail address
   */
  record Login(String userName, String email) {

    /** Returns a mask. */
    @Override
    public String toString() {
      return "Login[***]";
    }
  }

  /**
   * A workspace.
   *
   * @param id its id
   * @param name its name
   * @param language {@code zh} or {@code en}, as the gateway says it
   * @param site the key of its site
   * @param state whether it is bound, and to which order
   */
  record Workspace(
      WorkspaceId id, String name, String language, String site, WorkspaceState state) {}

  /**
   * Whether a workspace is bound.
   *
   * @param binding whether it settles through a Billing Center account
   * @param account the account
   * @param orderId the order it was bound with
   */
  record WorkspaceState(
      Binding binding, Optional<BillingAccountId> account, Optional<String> orderId) {

    /** Whether a workspace settles through an account. */
    public enum Binding {
      /** It does not. */
      UNBOUND,
      /** It does. */
      BOUND,
      /** A state that this version does not know: nobody can say. */
      UNKNOWN
    }

    /** {@return whether it is known to settle through an account} */
    public boolean bound() {
      return binding == Binding.BOUND;
    }
  }

  /**
   * A workspace to create.
   *
   * @param account the account it will settle through
   * @param form name, language, site
   * @param owner the owner's e-mail address; empty on the register path
   * @param reference our reference, the idempotency key too
   * @param terms the consent
   */
  record NewWorkspace(
      BillingAccountId account,
      WorkspaceForm form,
      Optional<String> owner,
      String reference,
      Terms terms) {

    /** Returns the reference only. */
    @Override
    public String toString() {
      return "NewWorkspace[" + reference + "]";
    }
  }

  /**
   * What is fixed when a workspace is created.
   *
   * @param name its name
   * @param language its language
   * @param site its site
   */
  record WorkspaceForm(String name, Language language, Site site) {}

  /**
   * Whom a workspace settles through.
   *
   * @param account the Billing Center account
   * @param huaweiAccount the buyer's account
   * @param order the order line
   */
  record Settlement(BillingAccountId account, HuaweiAccountId huaweiAccount, OrderKey order) {}
}
