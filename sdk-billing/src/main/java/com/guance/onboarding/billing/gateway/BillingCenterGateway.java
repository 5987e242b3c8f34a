package com.guance.onboarding.billing.gateway;

import static com.guance.onboarding.billing.gateway.BillingCenterCalls.fields;
import static com.guance.onboarding.billing.gateway.BillingCenterErrors.ACCOUNT_NOT_FOUND;
import static com.guance.onboarding.billing.gateway.BillingCenterErrors.BIND;
import static com.guance.onboarding.billing.gateway.BillingCenterErrors.CONFIRM_ENTERPRISE;
import static com.guance.onboarding.billing.gateway.BillingCenterErrors.FIND_ACCOUNT;
import static com.guance.onboarding.billing.gateway.BillingCenterErrors.FIND_CODE;
import static com.guance.onboarding.billing.gateway.BillingCenterErrors.FIND_DATAKIT;
import static com.guance.onboarding.billing.gateway.BillingCenterErrors.READ_TOKEN;
import static com.guance.onboarding.billing.gateway.BillingCenterErrors.REGISTER;
import static com.guance.onboarding.billing.gateway.BillingCenterErrors.SEND_ACCOUNT_CODE;
import static com.guance.onboarding.billing.gateway.BillingCenterErrors.SEND_WORKSPACE_CODE;

import com.guance.onboarding.domain.BillingAccountId;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.Site;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.error.InvalidRequestException;
import com.guance.onboarding.error.NotFoundException;
import com.guance.onboarding.spi.BillingGateway;
import com.guance.onboarding.spi.CodePurpose;
import com.guance.onboarding.spi.WorkspaceFinding;
import com.guance.onboarding.transport.TransportRuntime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The calls to a Billing Center gateway: an installation's own access to Guance's Billing Center,
 * which has no public API.
 *
 * <p>Blocking and thread-safe; make one and keep it. Reads are repeated after a failure, and so are
 * writes: each carries its idempotency key on every try. Values that cannot be right are refused
 * before anything is sent, in the same way as the gateway refuses them: {@link
 * InvalidRequestException} naming field and rule, then with status 0.
 */
public final class BillingCenterGateway implements BillingGateway, AutoCloseable {

  private final BillingCenterCalls calls;
  private final Checks checks;
  private final TokenChecks tokens;
  private final WorkspaceCalls workspaces;

  private BillingCenterGateway(BillingCenterCalls calls, Checks checks, TokenChecks tokens) {
    this.calls = calls;
    this.checks = checks;
    this.tokens = tokens;
    this.workspaces = new WorkspaceCalls(calls, checks);
  }

  /**
   * Prepares the calls; nothing is sent yet.
   *
   * @param settings where the gateway is and how it knows us
   * @return the gateway
   */
  public static BillingCenterGateway connect(BillingCenterSettings settings) {
    return connect(settings, TransportRuntime.system());
  }

  /**
   * Prepares the calls with another clock.
   *
   * @param settings where the gateway is and how it knows us
   * @param runtime where time, waiting and ids come from
   * @return the gateway
   */
  public static BillingCenterGateway connect(
      BillingCenterSettings settings, TransportRuntime runtime) {
    return new BillingCenterGateway(
        BillingCenterCalls.connect(settings, runtime),
        new Checks(settings.sites()),
        new TokenChecks(settings.sites(), settings.tokenChecks(), Optional.empty()));
  }

  @Override
  public BillingCenterGateway within(Duration time) {
    return new BillingCenterGateway(calls.within(time), checks, tokens.within(time));
  }

  @Override
  public Optional<BillingAccount> findAccount(HuaweiAccountId huaweiAccount) {
    BillingAccountPayload found;
    try {
      found = calls.read(FIND_ACCOUNT, calls.api().findAccount(huaweiAccount.value()));
    } catch (NotFoundException e) {
      // Anybody can answer 404; only the gateway's own word means that there is no account.
      if (e.code().equals(ACCOUNT_NOT_FOUND)) {
        return Optional.empty();
      }
      throw e;
    }
    return Optional.of(found.account(fields(FIND_ACCOUNT), huaweiAccount));
  }

  @Override
  public Optional<SentCode> findCode(String reference) {
    return calls
        .pages()
        .<SentCodePayload>find(
            FIND_CODE,
            cursor -> calls.api().codes(reference, cursor),
            found -> reference.equals(found.externalReference()))
        .map(found -> found.code(fields(FIND_CODE)));
  }

  @Override
  public SentCode sendCode(CodePurpose purpose, String email, String reference) {
    boolean forAccount = purpose == CodePurpose.REGISTER || purpose == CodePurpose.BIND;
    String operation = forAccount ? SEND_ACCOUNT_CODE : SEND_WORKSPACE_CODE;
    checks.value(operation, forAccount ? Field.BILLING_EMAIL : Field.WORKSPACE_EMAIL, email);
    NewCodePayload sent = new NewCodePayload(purpose, email, reference);
    return calls.write(operation, reference, calls.api().sendCode(sent)).code(fields(operation));
  }

  @Override
  public BillingAccount register(NewAccount account, Credentials credentials, String key) {
    checks.login(REGISTER, account.login());
    Site site = checks.site(REGISTER, account.site());
    NewAccountPayload sent = NewAccountPayload.toRegister(account, credentials, site, key);
    return calls
        .write(REGISTER, key, calls.api().register(sent))
        .account(fields(REGISTER), account.huaweiAccount());
  }

  @Override
  public BillingAccount bind(NewAccount account, Verification verification, String key) {
    checks.login(BIND, account.login());
    NewAccountPayload sent = NewAccountPayload.toBind(account, verification, key);
    return calls
        .write(BIND, key, calls.api().bind(sent))
        .account(fields(BIND), account.huaweiAccount());
  }

  @Override
  public void confirmEnterprise(BillingAccountId account, String companyName) {
    checks.value(CONFIRM_ENTERPRISE, Field.ENTERPRISE_NAME, companyName);
    BillingAccountPayload confirmed =
        calls.put(
            CONFIRM_ENTERPRISE,
            calls.api().confirmEnterprise(account.value(), new EnterprisePayload(companyName)));
    fields(CONFIRM_ENTERPRISE)
        .same("billingAccountId", account.value(), confirmed.billingAccountId());
  }

  @Override
  public Stream<Workspace> workspaces(BillingAccountId account, boolean bound) {
    return workspaces.of(account, bound);
  }

  @Override
  public Optional<Workspace> findWorkspace(String reference) {
    return workspaces.find(reference);
  }

  @Override
  public Workspace workspace(WorkspaceId id) {
    return workspaces.read(id);
  }

  @Override
  public Workspace createWorkspace(NewWorkspace workspace, Optional<Verification> verification) {
    return workspaces.create(workspace, verification);
  }

  @Override
  public Workspace registerAccountAndWorkspace(
      NewWorkspace workspace, String userName, Credentials credentials) {
    return workspaces.registerAccountAndCreate(workspace, userName, credentials);
  }

  @Override
  public Workspace bindWorkspace(WorkspaceId id, Settlement settlement, String key) {
    return workspaces.bind(id, settlement, key);
  }

  @Override
  public Optional<Instant> lockedSince(WorkspaceId id) {
    try {
      return lifecycle().read(id).lock().map(WorkspaceLife.Lock::since);
    } catch (NotFoundException e) {
      // gone, or a gateway from before the life of a workspace was asked for: it does not say
      return Optional.empty();
    }
  }

  /**
   * Reads the token for an install command that you show.
   *
   * @param id the workspace
   * @return the token
   * @throws com.guance.onboarding.error.OnboardingException if the gateway does not tell
   */
  public Secret installToken(WorkspaceId id) {
    InstallTokenPayload found = calls.read(READ_TOKEN, calls.api().installToken(id.value()));
    return Secret.of(fields(READ_TOKEN).text("token", found.token()));
  }

  @Override
  public boolean checksTokens() {
    return tokens.wanted();
  }

  @Override
  public WorkspaceFinding checkToken(WorkspaceId id, Site site) {
    return tokens.finding(site, () -> installToken(id));
  }

  @Override
  public Optional<String> firstDataKitHost(WorkspaceId id) {
    return calls
        .pages()
        .<DataKitPayload>find(
            FIND_DATAKIT, cursor -> calls.api().dataKits(id.value(), cursor), any -> true)
        .map(found -> found.host(fields(FIND_DATAKIT)));
  }

  /**
   * What becomes of a workspace after its onboarding, on the same connections: closed with this
   * gateway.
   *
   * @return settlement, lock, upgrade
   */
  public WorkspaceLifecycle lifecycle() {
    return new WorkspaceLifecycle(calls);
  }

  /** Ends running calls and closes every connection. Repeatable. */
  @Override
  public void close() {
    calls.transport().close();
  }

  /**
   * Says who is called.
   *
   * @return the kind of gateway and its host
   */
  @Override
  public String toString() {
    return "BillingCenterGateway[" + calls.transport() + "]";
  }
}
