package com.guance.onboarding.billing.external;

import com.guance.onboarding.billing.datakit.TokenCheck;
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
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A private deployment as the Guance side of the flow: accounts are registered and workspaces
 * created through the External API, without people.
 *
 * <p>A deployment has no Billing Center. Who pays for what, which company it is and which order a
 * workspace belongs to are written beside the account, in its attributes, and read from there. The
 * deployment takes attributes only as a whole and has no way to write them only if they are
 * unchanged. Within one process each account has one writer at a time, and what was written is read
 * back. Two processes that write beside one account between each other's reading and writing can
 * still lose a mark, and with it a workspace that was made: let one process serve the onboardings
 * of one buyer.
 *
 * <p>A deployment sends no codes, so nobody proves here that a typed e-mail address is his own.
 * Therefore only accounts that the flow registers itself are used, unless {@link
 * #DANGEROUS_trustTypedEmail()} says otherwise.
 */
public final class DeploymentGateway implements BillingGateway {

  private final FirstHosts hosts;
  private final Site site;
  private final Trust trust;
  private final Directory directory;
  private final Payers payers;
  private final Settlements settlements;
  private final Workshop workshop;

  private DeploymentGateway(FirstHosts hosts, Site site, Trust trust) {
    this.hosts = hosts;
    GuanceExternalApi api = hosts.api();
    this.site = site;
    this.trust = trust;
    this.directory = new Directory(api);
    this.payers = new Payers(api, directory, trust);
    this.settlements = new Settlements(directory, payers, site);
    this.workshop = new Workshop(api, directory);
  }

  /**
   * Puts a deployment behind the flow.
   *
   * @param api the deployment's External API; stays open
   * @param site the key under which your {@link com.guance.onboarding.billing.Sites} know it
   * @return the gateway
   */
  public static DeploymentGateway over(GuanceExternalApi api, Site site) {
    return new DeploymentGateway(new FirstHosts(api, Optional.empty()), site, Trust.PROVEN_ONLY);
  }

  /**
   * Also lets buyers use accounts that exist already, by user name and e-mail address alone. Who
   * knows both can then bind somebody else's account.
   *
   * @return a gateway that does so
   */
  public DeploymentGateway DANGEROUS_trustTypedEmail() {
    return new DeploymentGateway(hosts, site, Trust.TYPED);
  }

  /**
   * Also asks the deployment's dataway, before the first DataKit is waited for, whether it takes
   * the workspace's token. If not, the flow says so instead of waiting for what cannot come.
   *
   * @param dataway the check; stays open
   * @return a gateway that does so
   */
  public DeploymentGateway checkingTokens(TokenCheck dataway) {
    return new DeploymentGateway(new FirstHosts(hosts.api(), Optional.of(dataway)), site, trust);
  }

  @Override
  public DeploymentGateway within(Duration time) {
    return new DeploymentGateway(hosts.within(time), site, trust);
  }

  @Override
  public boolean idempotent() {
    return false;
  }

  @Override
  public boolean sendsCodes() {
    return false;
  }

  @Override
  public Optional<BillingAccount> findAccount(HuaweiAccountId huaweiAccount) {
    return payers.find(huaweiAccount);
  }

  @Override
  public Optional<SentCode> findCode(String reference) {
    return Optional.empty();
  }

  @Override
  public SentCode sendCode(CodePurpose purpose, String email, String reference) {
    throw new UnsupportedOperationException("a private deployment sends no codes");
  }

  @Override
  public BillingAccount register(NewAccount account, Credentials credentials, String key) {
    return payers.register(account, credentials.password());
  }

  @Override
  public BillingAccount bind(NewAccount account, Verification verification, String key) {
    return payers.bind(account);
  }

  @Override
  public void confirmEnterprise(BillingAccountId account, String companyName) {
    payers.confirm(account, companyName);
  }

  @Override
  public Stream<Workspace> workspaces(BillingAccountId account, boolean bound) {
    return settlements.of(account, bound);
  }

  @Override
  public Optional<Workspace> findWorkspace(String reference) {
    return workshop.find(reference).map(settlements::read);
  }

  @Override
  public Workspace workspace(WorkspaceId id) {
    return settlements.read(id);
  }

  @Override
  public Workspace createWorkspace(NewWorkspace workspace, Optional<Verification> verification) {
    Account payer = payers.require(workspace.account());
    Account owner = workspace.owner().map(email -> ownerOf(email, payer)).orElse(payer);
    return made(workspace, owner);
  }

  @Override
  public Workspace registerAccountAndWorkspace(
      NewWorkspace workspace, String userName, Credentials credentials) {
    Account owner =
        payers.takeOrAdd(
            workspace.reference(),
            new Login(userName, workspace.owner().orElse("")),
            credentials.password(),
            Field.WORKSPACE_USER_NAME);
    return made(workspace, owner);
  }

  @Override
  public Workspace bindWorkspace(WorkspaceId id, Settlement settlement, String key) {
    return settlements.bind(id, settlement);
  }

  /**
   * Reads the token for an install command that you show.
   *
   * @param id the workspace
   * @return the token
   * @throws NotFoundException if there is no such workspace, or the deployment does not show it
   */
  public Secret installToken(WorkspaceId id) {
    return settlements
        .require(id)
        .dataToken()
        .orElseThrow(
            () ->
                new NotFoundException(
                    Refusals.of("read install token", "TOKEN_NOT_SHOWN")
                        .rule("the deployment does not show the token; take it from the console")
                        .build()));
  }

  @Override
  public boolean checksTokens() {
    return hosts.dataway().isPresent();
  }

  @Override
  public WorkspaceFinding checkToken(WorkspaceId id, Site at) {
    return hosts.finding(settlements.require(id).dataToken());
  }

  @Override
  public Optional<String> firstDataKitHost(WorkspaceId id) {
    return hosts.of(id);
  }

  private Account ownerOf(String email, Account payer) {
    if (payer.email().filter(email::equalsIgnoreCase).isPresent()) {
      return payer;
    }
    trust.require(
        "create workspace", Field.WORKSPACE_EMAIL, "must be the address of the billing account");
    return directory
        .byEmail(email)
        .orElseThrow(
            () ->
                new InvalidRequestException(
                    Refusals.of("create workspace", "EMAIL_NOT_REGISTERED", Field.WORKSPACE_EMAIL)
                        .rule("belongs to no Guance account")
                        .build()));
  }

  private Workspace made(NewWorkspace wanted, Account owner) {
    WorkspaceId id = workshop.make(wanted.reference(), owner, wanted.form());
    return new Workspace(
        id,
        wanted.form().name(),
        wanted.form().language().code(),
        site.key(),
        new WorkspaceState(WorkspaceState.Binding.UNBOUND, Optional.empty(), Optional.empty()));
  }
}
