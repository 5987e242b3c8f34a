package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.BillingAccountId;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.domain.WorkspaceId;
import java.util.Map;
import java.util.Optional;

/** What exists before a test begins. Puts things into the world without anybody's call. */
public final class Given {

  private final World world;
  private final Console console;

  Given(World world, Console console) {
    this.world = world;
    this.console = console;
  }

  /**
   * An order of a number that the test chooses.
   *
   * @param order the order line
   * @param buyer the buyer's Huawei account
   * @return the order line
   */
  public OrderKey order(OrderKey order, HuaweiAccountId buyer) {
    NewOrder wanted = NewOrder.builder().order(order).buyer(buyer).build();
    return world.act(Origin.PERSON, () -> console.orders().purchase(wanted)).key();
  }

  /**
   * A reseller, who may have fifty organizations instead of five.
   *
   * @param buyer the Huawei account
   */
  public void reseller(HuaweiAccountId buyer) {
    world.act(Origin.PERSON, () -> world.tables().resellers.add(buyer.value()));
  }

  /**
   * An organization of a buyer.
   *
   * @param buyer the buyer's Huawei account
   * @param name its full name
   * @param shortName its short name
   * @return its id
   */
  public TenantId organization(HuaweiAccountId buyer, String name, String shortName) {
    Organizations.Wanted wanted =
        new Organizations.Wanted(buyer.value(), name, shortName, Optional.empty());
    return new TenantId(
        world.act(Origin.PERSON, () -> console.organizations().create(wanted)).organizationId());
  }

  /**
   * An organization of somebody else with this short name.
   *
   * @param shortName the short name that cannot be had any more
   * @return its id
   */
  public TenantId takenShortName(String shortName) {
    return organization(stranger(), "Somebody Else", shortName);
  }

  private HuaweiAccountId stranger() {
    return new HuaweiAccountId(world.ids().next(""));
  }

  /**
   * A Billing Center account that settles through a buyer's Huawei account already.
   *
   * @param buyer the buyer's Huawei account
   * @param userName its user name
   * @param email its e-mail address
   * @param enterprise the company's name
   * @return its id
   */
  public BillingAccountId billingAccount(
      HuaweiAccountId buyer, String userName, String email, String enterprise) {
    return account(Optional.of(buyer.value()), userName, email, Optional.of(enterprise));
  }

  /**
   * A Billing Center account that settles through no Huawei account yet, so that it can be bound.
   *
   * @param userName its user name
   * @param email its e-mail address
   * @return its id
   */
  public BillingAccountId billingAccount(String userName, String email) {
    return account(Optional.empty(), userName, email, Optional.empty());
  }

  private BillingAccountId account(
      Optional<String> buyer, String userName, String email, Optional<String> enterprise) {
    BillingAccountRow row =
        ImmutableBillingAccountRow.builder()
            .billingAccountId(world.ids().next("bill-"))
            .userName(userName)
            .email(email)
            .huaweiAccountId(buyer)
            .registeredAt(world.now())
            .enterprise(enterprise)
            .build();
    world.act(Origin.PERSON, () -> console.accounts().put(row));
    return new BillingAccountId(row.billingAccountId());
  }

  /**
   * A Guance account without a workspace.
   *
   * @param userName its user name
   * @param email its e-mail address
   * @return its id
   */
  public String guanceAccount(String userName, String email) {
    return world
        .act(Origin.PERSON, () -> console.accounts().addGuanceAccount(userName, email))
        .guanceAccountId();
  }

  /**
   * A workspace that the account could bind.
   *
   * @param account the Billing Center account
   * @param name its name
   * @param language {@code zh} or {@code en}
   * @param site the key of its site
   * @return its id
   */
  public WorkspaceId workspace(
      BillingAccountId account, String name, String language, String site) {
    return workspace(newWorkspaceId(), account, name, language, site);
  }

  /**
   * A workspace that the account could bind, of an id that the test chooses.
   *
   * @param id its id
   * @param account the Billing Center account
   * @param name its name
   * @param language {@code zh} or {@code en}
   * @param site the key of its site
   * @return its id
   */
  public WorkspaceId workspace(
      WorkspaceId id, BillingAccountId account, String name, String language, String site) {
    return put(row(id, account, name, language, site).build());
  }

  /**
   * A workspace that settles through the account already.
   *
   * @param account the Billing Center account
   * @param name its name
   * @param language {@code zh} or {@code en}
   * @param site the key of its site
   * @return its id
   */
  public WorkspaceId boundWorkspace(
      BillingAccountId account, String name, String language, String site) {
    return boundWorkspace(newWorkspaceId(), account, name, language, site);
  }

  /**
   * A workspace that settles through the account already, of an id that the test chooses.
   *
   * @param id its id
   * @param account the Billing Center account
   * @param name its name
   * @param language {@code zh} or {@code en}
   * @param site the key of its site
   * @return its id
   */
  public WorkspaceId boundWorkspace(
      WorkspaceId id, BillingAccountId account, String name, String language, String site) {
    return put(
        row(id, account, name, language, site).bound(true).settlement(settlement(account)).build());
  }

  private SettlementRow settlement(BillingAccountId account) {
    return new SettlementRow(
        account.value(),
        console.accounts().find(account.value()).huaweiAccountId(),
        Optional.empty());
  }

  private WorkspaceId newWorkspaceId() {
    return new WorkspaceId(world.ids().next("wksp_"));
  }

  private ImmutableWorkspaceRow.Builder row(
      WorkspaceId id, BillingAccountId account, String name, String language, String site) {
    return console
        .workspaces()
        .fresh(name, language, site)
        .workspaceId(id.value())
        .ownerId(console.accounts().find(account.value()).guanceAccountId())
        .billingAccountId(account.value());
  }

  private WorkspaceId put(WorkspaceRow row) {
    world.act(Origin.PERSON, () -> console.workspaces().put(row));
    return new WorkspaceId(row.workspaceId());
  }

  /**
   * A workspace of somebody else, bound to an account of theirs.
   *
   * @param name its name
   * @return its id
   */
  public WorkspaceId workspaceOfSomebodyElse(String name) {
    String unique = world.ids().next("other-");
    BillingAccountId account =
        billingAccount(stranger(), unique, unique + "@elsewhere.example", "Somebody Else");
    return boundWorkspace(account, name, "zh", "cn4");
  }

  /**
   * An account of the private deployment.
   *
   * @param userName its user name
   * @param email its e-mail address
   * @return its id
   */
  public String deployedAccount(String userName, String email) {
    DeployedAccountRow row =
        ImmutableDeployedAccountRow.builder()
            .accountId(world.ids().next("acnt_"))
            .userName(userName)
            .email(email)
            .name(userName)
            .mobile("")
            .externalId("")
            .attributes(Json.tree(Map.of()))
            .createdAt(world.now())
            .build();
    return world.act(Origin.PERSON, () -> console.apis().accounts().put(row)).accountId();
  }

  /**
   * A workspace of the private deployment.
   *
   * @param ownerId the id of the account that owns it
   * @param name its name
   * @param language {@code zh} or {@code en}
   * @return its id
   */
  public WorkspaceId deployedWorkspace(String ownerId, String name, String language) {
    return new WorkspaceId(
        world
            .act(Origin.PERSON, () -> console.apis().deployedWorkspace(name, language, ownerId))
            .workspaceId());
  }

  /**
   * A DataKit that reports to a workspace.
   *
   * @param workspace the workspace
   * @param host its host
   */
  public void dataKit(WorkspaceId workspace, String host) {
    world.act(Origin.PERSON, () -> console.workspaces().install(workspace.value(), host));
  }
}
