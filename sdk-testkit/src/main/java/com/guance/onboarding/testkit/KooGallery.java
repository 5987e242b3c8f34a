package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.TenantId;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * KooGallery towards a partner's backend: once one is connected, whatever happens to orders and
 * organizations is reported to it with signed calls, and repeated by KooGallery's schedule.
 */
public final class KooGallery {

  private final World world;
  private final Console console;
  private final Browser browser = new Browser();
  private final ClientSecretCipher cipher = new ClientSecretCipher();
  private final SellerCredential credential = new SellerCredential();
  private final PartnerCalls calls;
  private final Courier courier;
  private final PartnerDesk desk;
  private final Departments departments;
  private final SyncNotices syncs;
  private final EventNotices notices;
  private final Clients clients;
  private final Runnable noMoreWaiting;
  private final PartnerRobot robot;
  private final MemberBrowser members;
  private volatile @Nullable PartnerConnection partner;
  private volatile URI domain = URI.create("http://127.0.0.1");

  KooGallery(World world, Console console, Faults faults, Buyer buyer) {
    this.world = world;
    this.console = console;
    this.calls = new PartnerCalls(browser, Clock.systemUTC());
    InstanceNotices instances = new InstanceNotices(world);
    this.departments = new Departments(world);
    this.clients = new Clients(world);
    this.syncs = new SyncNotices(instances, departments, clients, this::encrypted);
    this.desk = new PartnerDesk(world, console, instances, this::follow);
    this.notices = new EventNotices(instances, syncs, desk, this::domain);
    CallbackSender sender = new CallbackSender(world, faults, calls, this::connected);
    this.courier = new Courier(world, sender, desk::instanceKnown);
    ConsoleActs acts = new ConsoleActs(world, console);
    this.robot = new PartnerRobot(acts, buyer, browser, this::usable);
    this.members = new MemberBrowser(acts, browser, this::connected, this::domain);
    this.noMoreWaiting = world.settings().clock().whenAdvanced(courier::catchUp);
    world.listen(this::on);
  }

  /** Where this emulator is: the sign-in domain of all organizations. */
  void servedAt(URI uri) {
    domain = uri;
    world.settings().partner().ifPresent(this::connect);
  }

  URI domain() {
    return domain;
  }

  /**
   * Reports to a partner's backend from now on what happens; what has happened before stays
   * unreported.
   *
   * @param backend the backend and the keys that both sides share
   */
  public void connect(PartnerConnection backend) {
    ClientSecretCipher.check(backend.publicKey());
    credential.forget();
    partner = backend;
    world.partnerConnected(true);
    courier.start();
  }

  /** Reports nothing any more; what has not been delivered never will be. */
  public void disconnect() {
    partner = null;
    world.partnerConnected(false);
    robot.forget();
  }

  Optional<PartnerConnection> connected() {
    return Optional.ofNullable(partner);
  }

  PartnerConnection required() {
    return connected()
        .orElseThrow(() -> Refused.conflict("NO_PARTNER", "no partner's backend is connected"));
  }

  /** The partner, unless his application has no key yet: a buyer has to wait for that. */
  private Optional<PartnerConnection> usable() {
    return connected().filter(backend -> !credential.awaited());
  }

  SellerCredential credential() {
    required();
    return credential;
  }

  PartnerCalls calls() {
    return calls;
  }

  /** What an application signs in with at an organization's domain. */
  ClientRow client(String organizationId, String appId) {
    return clients.of(organizationId, appId);
  }

  MemberBrowser members() {
    return members;
  }

  SyncNotices syncs() {
    return syncs;
  }

  /**
   * The private key that opens the client secrets for a partner that has given no public key.
   *
   * @return the key, PKCS#8 in PEM
   */
  public Secret clientSecretKey() {
    return cipher.ownPrivateKey();
  }

  private String encrypted(Secret secret) {
    return cipher.encrypt(secret, credential.of(required()));
  }

  /** A waiting act goes on once its callbacks have been called about; authSync comes late. */
  private void on(WorldEvent event, Origin origin) {
    PartnerConnection backend = partner;
    if (backend == null) {
      return;
    }
    OrderKey order = event.order().key();
    if (event.kind() == WorldEvent.Kind.RELEASED) {
      courier.cancel(order);
      robot.forget(order);
    }
    List<Delivery> sent = courier.add(notices.of(event, backend));
    if (origin == Origin.PERSON) {
      courier.awaitFirstCalls(
          sent.stream().filter(one -> one.notice.callback() != PartnerCallback.AUTH_SYNC).toList());
    }
    if (event.kind() == WorldEvent.Kind.PURCHASED && backend.playBuyer()) {
      robot.play(order);
    }
  }

  /** What an answer has led to; what was waiting for the instance's name may go now. */
  private void follow(Notice notice) {
    notice.order().ifPresent(order -> courier.instanceNamed(order, world.now()));
    if (connected().filter(to -> to.fires(notice.callback())).isPresent()) {
      courier.add(List.of(notice));
    }
  }

  /**
   * Adds a department to an organization, or renames it, and tells the partner.
   *
   * @param organization the organization
   * @param code its code; empty for a new department
   * @param name its name
   * @return its code
   */
  public String department(TenantId organization, Optional<String> code, String name) {
    Departments.Wanted wanted = new Departments.Wanted(code, Optional.of(name), Optional.empty());
    return Refusals.shown(() -> changeDepartment(organization.value(), wanted)).code();
  }

  DepartmentRow changeDepartment(String organizationId, Departments.Wanted wanted) {
    return tell(departments.put(organization(organizationId), wanted));
  }

  DepartmentRow removeDepartment(String organizationId, String code) {
    return tell(departments.remove(organization(organizationId), code));
  }

  private OrganizationRow organization(String organizationId) {
    return world.act(Origin.PERSON, () -> console.organizations().find(organizationId));
  }

  private DepartmentRow tell(Departments.Change change) {
    if (connected().filter(to -> to.fires(PartnerCallback.SINGLE_ORG_SYNC)).isPresent()) {
      List<Notice> notices =
          world.act(
              Origin.PERSON,
              () ->
                  console
                      .bindings()
                      .all()
                      .filter(row -> row.organizationId().equals(change.row().organizationId()))
                      .map(row -> syncs.department(row.order(), change, world.eventTime()))
                      .toList());
      courier.awaitFirstCalls(courier.add(notices));
    }
    return change.row();
  }

  /**
   * Replays the nine debug orders with the test flag, as KooGallery does twice a day.
   *
   * @return what was asked and what came back
   * @throws IllegalStateException if no partner is connected
   */
  public List<DialedCall> dialTest() {
    return Refusals.shown(() -> new DialTest(world, this).run());
  }

  /**
   * Tells the partner of an organization for a test credential: ids of instance and order are
   * empty.
   *
   * @return what was asked and what came back
   * @throws IllegalStateException if no partner is connected
   */
  public List<DialedCall> applyForCredential() {
    return Refusals.shown(() -> new DialTest(world, this).applyForCredential());
  }

  void reset() {
    courier.clear();
    robot.forget();
  }

  void close() {
    noMoreWaiting.run();
    robot.close();
    courier.close();
    browser.close();
  }
}
