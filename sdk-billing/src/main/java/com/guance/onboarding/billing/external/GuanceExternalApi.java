package com.guance.onboarding.billing.external;

import com.guance.onboarding.billing.api.AccessKey;
import com.guance.onboarding.billing.api.Answers;
import com.guance.onboarding.billing.api.DqlQuery;
import com.guance.onboarding.billing.api.DqlResult;
import com.guance.onboarding.billing.api.Page;
import com.guance.onboarding.billing.api.Pages;
import com.guance.onboarding.billing.api.Reading;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.transport.TransportRuntime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The accounts and workspaces of a private deployment, through Guance's External API.
 *
 * <p>Blocking and thread-safe; keep one per deployment. Every call is signed. Failures are {@link
 * com.guance.onboarding.error.OnboardingException}s with Guance's error code and trace id. Reading
 * is repeated where that may help; writing is not, because the deployment does not recognise a
 * repetition: look before you repeat.
 *
 * <p>Lists are lazy streams: a page is asked for when its first item is wanted.
 */
public final class GuanceExternalApi implements AutoCloseable {

  static final String PROVIDER = "guance-external";

  private static final Answers<AccountPayload> ACCOUNT = Answers.of(AccountPayload.class);
  private static final Answers<Page<AccountPayload>> ACCOUNTS =
      Answers.pagesOf(AccountPayload.class);
  private static final Answers<WorkspacePayload> WORKSPACE = Answers.of(WorkspacePayload.class);
  private static final Answers<Page<WorkspacePayload>> WORKSPACES =
      Answers.pagesOf(WorkspacePayload.class);
  private static final Answers<AccessKeyPayload> KEY = Answers.of(AccessKeyPayload.class);
  private static final Answers<Page<DataKitPayload>> DATAKITS =
      Answers.pagesOf(DataKitPayload.class);
  private static final Answers<DqlResult> RESULT = Answers.of(DqlResult.class);
  private static final Answers<Object> ANYTHING = Answers.of(Object.class);

  private final ExternalCalls calls;

  private GuanceExternalApi(ExternalCalls calls) {
    this.calls = calls;
  }

  /** The same client whose calls all end within a time from now. */
  GuanceExternalApi within(Duration time) {
    return new GuanceExternalApi(calls.within(time));
  }

  /**
   * Opens a client; nothing is sent yet.
   *
   * @param settings which deployment, and as whom
   * @return the client, to be closed
   */
  public static GuanceExternalApi connect(ExternalSettings settings) {
    return connect(settings, TransportRuntime.system());
  }

  /**
   * Opens a client whose time is decided by the caller.
   *
   * @param settings which deployment, and as whom
   * @param runtime time, waiting, randomness and ids
   * @return the client, to be closed
   */
  public static GuanceExternalApi connect(ExternalSettings settings, TransportRuntime runtime) {
    return new GuanceExternalApi(new ExternalCalls(settings, runtime, new Nonces()));
  }

  /** {@return all accounts} */
  public Stream<Account> accounts() {
    return accounts(Optional.empty());
  }

  /**
   * Searches accounts by user name or e-mail address, as the deployment understands searching.
   *
   * @param search what to search for
   * @return the accounts, more than the exact matches perhaps
   */
  public Stream<Account> accounts(String search) {
    return accounts(Optional.of(search));
  }

  private Stream<Account> accounts(Optional<String> search) {
    return calls.list(
        "list accounts",
        ACCOUNTS,
        page -> api -> api.accounts(search.orElse(null), page, Pages.LARGEST),
        AccountPayload::toAccount);
  }

  /**
   * Creates an account.
   *
   * @param account what to create
   * @return the account
   */
  public Account addAccount(NewDeployedAccount account) {
    Map<String, Object> body = account.toBody();
    Reading<AccountPayload> reading =
        calls.write("add account", ACCOUNT, api -> api.addAccount(body));
    return reading.content().toAccount(reading);
  }

  /**
   * Changes an account; repeatable.
   *
   * @param accountId the account
   * @param changes what to change
   */
  public void modifyAccount(String accountId, AccountChanges changes) {
    String id = Inputs.id("accountId", accountId);
    Map<String, Object> body = changes.toBody();
    calls.write("modify account", ANYTHING, api -> api.modifyAccount(id, body));
  }

  /**
   * Deletes accounts; repeatable.
   *
   * @param accountIds the accounts
   */
  public void deleteAccounts(List<String> accountIds) {
    Map<String, Object> body = Map.of("accountUUIDs", Inputs.ids("accountIds", accountIds));
    calls.write("delete accounts", ANYTHING, api -> api.deleteAccounts(body));
  }

  /** {@return all workspaces} */
  public Stream<DeployedWorkspace> workspaces() {
    return workspaces(Optional.empty());
  }

  /**
   * Searches workspaces, as the deployment understands searching.
   *
   * @param search what to search for
   * @return the workspaces, more than the exact matches perhaps
   */
  public Stream<DeployedWorkspace> workspaces(String search) {
    return workspaces(Optional.of(search));
  }

  private Stream<DeployedWorkspace> workspaces(Optional<String> search) {
    return calls.list(
        "list workspaces",
        WORKSPACES,
        page -> api -> api.workspaces(search.orElse(null), page, Pages.LARGEST),
        WorkspacePayload::toWorkspace);
  }

  /**
   * Creates a workspace.
   *
   * @param workspace what to create
   * @return the workspace
   */
  public DeployedWorkspace createWorkspace(NewDeployedWorkspace workspace) {
    Map<String, Object> body = workspace.toBody();
    Reading<WorkspacePayload> reading =
        calls.write("create workspace", WORKSPACE, api -> api.createWorkspace(body));
    return reading.content().toWorkspace(reading);
  }

  /**
   * Changes a workspace; repeatable. Its language and who pays cannot be changed.
   *
   * @param workspace the workspace
   * @param name the new name, empty to leave it
   * @param options how it stores and queries
   */
  public void modifyWorkspace(
      WorkspaceId workspace, Optional<String> name, WorkspaceOptions options) {
    String id = Inputs.id("workspaceId", workspace.value());
    Map<String, Object> body = options.toBody(name);
    calls.write("modify workspace", ANYTHING, api -> api.modifyWorkspace(id, body));
  }

  /**
   * Gives a workspace to another owner. The old one leaves it.
   *
   * @param workspace the workspace
   * @param accountId the new owner
   */
  public void transferOwner(WorkspaceId workspace, String accountId) {
    String id = Inputs.id("workspaceId", workspace.value());
    Map<String, Object> body = Map.of("accountUUID", Inputs.id("accountId", accountId));
    calls.write("transfer workspace", ANYTHING, api -> api.transferOwner(id, body));
  }

  /**
   * Creates an API key for a workspace.
   *
   * @param workspace the workspace
   * @param name the key's name
   * @return the key, with its secret
   */
  public AccessKey addAccessKey(WorkspaceId workspace, String name) {
    Map<String, Object> body =
        Map.of(
            "name", Inputs.text("name", name),
            "workspaceUUID", Inputs.id("workspaceId", workspace.value()));
    Reading<AccessKeyPayload> reading =
        calls.write("add access key", KEY, api -> api.addAccessKey(body));
    return reading.content().toAccessKey(reading);
  }

  /**
   * Lists the DataKits of a workspace.
   *
   * @param workspace the workspace
   * @param onlineOnly whether to leave out those that do not report at the moment
   * @return their hosts
   */
  public Stream<DataKitHost> dataKits(WorkspaceId workspace, boolean onlineOnly) {
    String id = Inputs.id("workspaceId", workspace.value());
    return calls.list(
        "list datakits",
        DATAKITS,
        page -> api -> api.dataKits(id, onlineOnly ? Boolean.TRUE : null, page, Pages.LARGEST),
        DataKitPayload::toHost);
  }

  /**
   * Asks a workspace in DQL.
   *
   * @param workspace the workspace
   * @param query the question
   * @return the answer
   */
  public DqlResult query(WorkspaceId workspace, DqlQuery query) {
    String id = Inputs.id("workspaceId", workspace.value());
    return calls.read("query data", RESULT, api -> api.query(id, query.toBody())).content();
  }

  /** Ends running calls and closes every connection. Repeatable. */
  @Override
  public void close() {
    calls.close();
  }
}
