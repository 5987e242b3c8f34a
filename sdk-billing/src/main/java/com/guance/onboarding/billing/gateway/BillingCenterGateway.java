package com.guance.onboarding.billing.gateway;

import static com.guance.onboarding.billing.gateway.BillingCenterErrors.ACCOUNT_NOT_FOUND;
import static com.guance.onboarding.billing.gateway.BillingCenterErrors.BIND;
import static com.guance.onboarding.billing.gateway.BillingCenterErrors.BIND_WORKSPACE;
import static com.guance.onboarding.billing.gateway.BillingCenterErrors.CONFIRM_ENTERPRISE;
import static com.guance.onboarding.billing.gateway.BillingCenterErrors.CREATE_WORKSPACE;
import static com.guance.onboarding.billing.gateway.BillingCenterErrors.FIND_ACCOUNT;
import static com.guance.onboarding.billing.gateway.BillingCenterErrors.FIND_CODE;
import static com.guance.onboarding.billing.gateway.BillingCenterErrors.FIND_DATAKIT;
import static com.guance.onboarding.billing.gateway.BillingCenterErrors.FIND_WORKSPACE;
import static com.guance.onboarding.billing.gateway.BillingCenterErrors.LIST_WORKSPACES;
import static com.guance.onboarding.billing.gateway.BillingCenterErrors.PROVIDER;
import static com.guance.onboarding.billing.gateway.BillingCenterErrors.READ_TOKEN;
import static com.guance.onboarding.billing.gateway.BillingCenterErrors.READ_WORKSPACE;
import static com.guance.onboarding.billing.gateway.BillingCenterErrors.REGISTER;
import static com.guance.onboarding.billing.gateway.BillingCenterErrors.REGISTER_GUANCE_ACCOUNT;
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
import com.guance.onboarding.transport.AnswerFields;
import com.guance.onboarding.transport.CallOptions;
import com.guance.onboarding.transport.CursorPages;
import com.guance.onboarding.transport.IdempotencyKey;
import com.guance.onboarding.transport.Retryable;
import com.guance.onboarding.transport.Transport;
import com.guance.onboarding.transport.TransportRuntime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import retrofit2.Call;

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

  private final Transport transport;
  private final BillingCenterApi api;
  private final CursorPages pages;
  private final Checks checks;
  private final TokenChecks tokens;

  private BillingCenterGateway(
      Transport transport,
      BillingCenterApi api,
      CursorPages pages,
      Checks checks,
      TokenChecks tokens) {
    this.transport = transport;
    this.api = api;
    this.pages = pages;
    this.checks = checks;
    this.tokens = tokens;
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
    Transport transport =
        Transport.connect(PROVIDER, settings.httpSettings(), runtime, BillingCenterErrors.table());
    return new BillingCenterGateway(
        transport,
        transport.api(BillingCenterApi.class),
        new CursorPages(PROVIDER, transport, settings.httpSettings(), runtime),
        new Checks(settings.sites()),
        new TokenChecks(settings.sites(), settings.tokenChecks(), Optional.empty()));
  }

  @Override
  public BillingCenterGateway within(Duration time) {
    Transport bounded = transport.within(time);
    return new BillingCenterGateway(
        bounded, api, pages.through(bounded), checks, tokens.within(time));
  }

  @Override
  public Optional<BillingAccount> findAccount(HuaweiAccountId huaweiAccount) {
    BillingAccountPayload found;
    try {
      found = read(FIND_ACCOUNT, api.findAccount(huaweiAccount.value()));
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
    return pages
        .<SentCodePayload>find(
            FIND_CODE,
            cursor -> api.codes(reference, cursor),
            found -> reference.equals(found.externalReference()))
        .map(found -> found.code(fields(FIND_CODE)));
  }

  @Override
  public SentCode sendCode(CodePurpose purpose, String email, String reference) {
    boolean forAccount = purpose == CodePurpose.REGISTER || purpose == CodePurpose.BIND;
    String operation = forAccount ? SEND_ACCOUNT_CODE : SEND_WORKSPACE_CODE;
    checks.value(operation, forAccount ? Field.BILLING_EMAIL : Field.WORKSPACE_EMAIL, email);
    NewCodePayload sent = new NewCodePayload(purpose, email, reference);
    return write(operation, reference, api.sendCode(sent)).code(fields(operation));
  }

  @Override
  public BillingAccount register(NewAccount account, Credentials credentials, String key) {
    checks.login(REGISTER, account.login());
    Site site = checks.site(REGISTER, account.site());
    NewAccountPayload sent = NewAccountPayload.toRegister(account, credentials, site, key);
    return write(REGISTER, key, api.register(sent))
        .account(fields(REGISTER), account.huaweiAccount());
  }

  @Override
  public BillingAccount bind(NewAccount account, Verification verification, String key) {
    checks.login(BIND, account.login());
    NewAccountPayload sent = NewAccountPayload.toBind(account, verification, key);
    return write(BIND, key, api.bind(sent)).account(fields(BIND), account.huaweiAccount());
  }

  @Override
  public void confirmEnterprise(BillingAccountId account, String companyName) {
    checks.value(CONFIRM_ENTERPRISE, Field.ENTERPRISE_NAME, companyName);
    // No key: PUT says by itself that it may be repeated.
    BillingAccountPayload confirmed =
        transport.call(
            CONFIRM_ENTERPRISE,
            Retryable.KEYED_WRITE,
            CallOptions.none(),
            api.confirmEnterprise(account.value(), new EnterprisePayload(companyName)));
    fields(CONFIRM_ENTERPRISE)
        .same("billingAccountId", account.value(), confirmed.billingAccountId());
  }

  @Override
  public Stream<Workspace> workspaces(BillingAccountId account, boolean bound) {
    AnswerFields fields = fields(LIST_WORKSPACES);
    String state = bound ? "BOUND" : "BINDABLE";
    return pages.<WorkspacePayload>stream(
            LIST_WORKSPACES, cursor -> api.workspaces(account.value(), state, cursor))
        .map(found -> found.workspace(fields));
  }

  @Override
  public Optional<Workspace> findWorkspace(String reference) {
    return pages
        .<WorkspacePayload>find(
            FIND_WORKSPACE,
            cursor -> api.workspacesByReference(reference, cursor),
            found -> reference.equals(found.externalReference()))
        .map(found -> found.workspace(fields(FIND_WORKSPACE)));
  }

  @Override
  public Workspace workspace(WorkspaceId id) {
    return read(READ_WORKSPACE, api.workspace(id.value())).workspace(fields(READ_WORKSPACE), id);
  }

  @Override
  public Workspace createWorkspace(NewWorkspace workspace, Optional<Verification> verification) {
    checks.workspace(CREATE_WORKSPACE, workspace);
    NewWorkspacePayload sent = NewWorkspacePayload.of(workspace, verification);
    return write(CREATE_WORKSPACE, workspace.reference(), api.createWorkspace(sent))
        .workspace(fields(CREATE_WORKSPACE));
  }

  @Override
  public Workspace registerAccountAndWorkspace(
      NewWorkspace workspace, String userName, Credentials credentials) {
    checks.workspace(REGISTER_GUANCE_ACCOUNT, workspace);
    checks.value(REGISTER_GUANCE_ACCOUNT, Field.WORKSPACE_USER_NAME, userName);
    Login owner = new Login(userName, checks.owner(REGISTER_GUANCE_ACCOUNT, workspace.owner()));
    NewGuanceAccountPayload sent = NewGuanceAccountPayload.of(workspace, owner, credentials);
    AnswerFields fields = fields(REGISTER_GUANCE_ACCOUNT);
    GuanceAccountPayload registered =
        write(REGISTER_GUANCE_ACCOUNT, workspace.reference(), api.registerAccount(sent));
    return fields.required("workspace", registered.workspace()).workspace(fields);
  }

  @Override
  public Workspace bindWorkspace(WorkspaceId id, Settlement settlement, String key) {
    SettlementPayload sent = SettlementPayload.of(settlement);
    return write(BIND_WORKSPACE, key, api.bindWorkspace(id.value(), sent))
        .workspace(fields(BIND_WORKSPACE), id);
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
    InstallTokenPayload found = read(READ_TOKEN, api.installToken(id.value()));
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
    return pages
        .<DataKitPayload>find(FIND_DATAKIT, cursor -> api.dataKits(id.value(), cursor), any -> true)
        .map(found -> found.host(fields(FIND_DATAKIT)));
  }

  /**
   * What becomes of a workspace after its onboarding, on the same connections: closed with this
   * gateway.
   *
   * @return settlement, lock, upgrade
   */
  public WorkspaceLifecycle lifecycle() {
    return new WorkspaceLifecycle(transport);
  }

  /** Ends running calls and closes every connection. Repeatable. */
  @Override
  public void close() {
    transport.close();
  }

  /**
   * Says who is called.
   *
   * @return the kind of gateway and its host
   */
  @Override
  public String toString() {
    return "BillingCenterGateway[" + transport + "]";
  }

  private <T> T read(String operation, Call<T> call) {
    return read(transport, operation, call);
  }

  private <T> T write(String operation, String key, Call<T> call) {
    return write(transport, operation, key, call);
  }

  static <T> T read(Transport transport, String operation, Call<T> call) {
    return transport.call(operation, Retryable.READ, CallOptions.none(), call);
  }

  static <T> T write(Transport transport, String operation, String key, Call<T> call) {
    return transport.call(
        operation,
        Retryable.KEYED_WRITE,
        CallOptions.none().withIdempotencyKey(IdempotencyKey.of(key)),
        call);
  }

  private static AnswerFields fields(String operation) {
    return new AnswerFields(PROVIDER, operation);
  }
}
