package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.BillingAccountId;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.WorkspaceId;
import java.util.Optional;

/** What the buyer does on Guance's pages; codes are read in the mail and typed. */
public final class GuancePages {

  private final ConsoleActs acts;

  GuancePages(ConsoleActs acts) {
    this.acts = acts;
  }

  /**
   * Registers the Commercial Plan, and with it a Guance account of the same user name.
   *
   * @param buyer the Huawei account to settle through
   * @param userName the user name
   * @param email the e-mail address
   * @return the Billing Center account
   */
  public BillingAccountId register(HuaweiAccountId buyer, String userName, String email) {
    BillingAccounts.Owner owner = new BillingAccounts.Owner(buyer.value(), userName, email);
    return id(Refusals.shown(() -> acts.register(owner, "cn4")));
  }

  /**
   * Lets an existing account settle through a Huawei account.
   *
   * @param buyer the Huawei account
   * @param userName the account's user name
   * @param email the account's e-mail address
   * @return the Billing Center account
   */
  public BillingAccountId bind(HuaweiAccountId buyer, String userName, String email) {
    BillingAccounts.Owner owner = new BillingAccounts.Owner(buyer.value(), userName, email);
    return id(Refusals.shown(() -> acts.bindAccount(owner)));
  }

  private static BillingAccountId id(BillingAccountRow row) {
    return new BillingAccountId(row.billingAccountId());
  }

  /**
   * Confirms the enterprise information.
   *
   * @param account the Billing Center account
   * @param companyName the company's name
   */
  public void confirmEnterprise(BillingAccountId account, String companyName) {
    Refusals.shown(() -> acts.confirmEnterprise(account.value(), companyName));
  }

  /**
   * Creates a workspace for the Guance account that was registered with the Billing Center account.
   *
   * @param account the Billing Center account
   * @param name its name
   * @param language {@code zh} or {@code en}
   * @param site the key of the site
   * @return the workspace, not bound yet
   */
  public WorkspaceId createWorkspace(
      BillingAccountId account, String name, String language, String site) {
    return create(account, name, language, site, Optional.empty());
  }

  /**
   * Creates a workspace for the Guance account of an e-mail address, proven with a code.
   *
   * @param account the Billing Center account
   * @param name its name
   * @param language {@code zh} or {@code en}
   * @param site the key of the site
   * @param email the address of a Guance account
   * @return the workspace, not bound yet
   */
  public WorkspaceId createWorkspace(
      BillingAccountId account, String name, String language, String site, String email) {
    return create(account, name, language, site, Optional.of(email));
  }

  private WorkspaceId create(
      BillingAccountId account, String name, String language, String site, Optional<String> email) {
    Workspaces.Wanted wanted =
        new Workspaces.Wanted(account.value(), name, language, site, Optional.empty());
    return new WorkspaceId(Refusals.shown(() -> acts.createWorkspace(wanted, email)).workspaceId());
  }

  /**
   * Binds a workspace, so that it settles through the order.
   *
   * @param workspace the workspace
   * @param order the order
   */
  public void bindWorkspace(WorkspaceId workspace, OrderKey order) {
    Refusals.shown(() -> acts.bindWorkspace(workspace.value(), order));
  }

  /**
   * Creates an API key under Manage &gt; API Key Management.
   *
   * @param workspace the workspace
   * @return its Key ID, which calls of the OpenAPI carry
   */
  public Secret createApiKey(WorkspaceId workspace) {
    return Secret.of(Refusals.shown(() -> acts.createApiKey(workspace.value())).keyId());
  }

  /**
   * Reads the data token that the page Integrations &gt; DataKit shows.
   *
   * @param workspace the workspace
   * @return the token
   */
  public Secret dataToken(WorkspaceId workspace) {
    return Secret.of(
        Refusals.shown(() -> acts.workspaceOr(Optional.of(workspace.value()))).token());
  }

  /**
   * Has a DataKit report with a token, as the install command would. From then on DQL shows its
   * host object, and a private deployment's list shows the DataKit.
   *
   * @param token the data token in the command
   * @param host its host
   * @throws IllegalStateException if the dataway does not know the token
   */
  public void reportDataKit(Secret token, String host) {
    Refusals.shown(() -> acts.reportDataKit(token.reveal(), host));
  }

  /**
   * Installs a DataKit, which reports at once.
   *
   * @param workspace the workspace
   * @param host its host
   */
  public void installDataKit(WorkspaceId workspace, String host) {
    Refusals.shown(() -> acts.installDataKit(workspace.value(), host));
  }
}
