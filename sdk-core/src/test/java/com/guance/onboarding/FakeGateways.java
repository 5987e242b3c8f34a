package com.guance.onboarding;

import com.guance.onboarding.domain.AppId;
import com.guance.onboarding.domain.BillingAccountId;
import com.guance.onboarding.domain.BindingId;
import com.guance.onboarding.domain.ChargingMode;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.ShortName;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.domain.VerificationId;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.error.ConflictException;
import com.guance.onboarding.error.InvalidRequestException;
import com.guance.onboarding.error.Refusal;
import com.guance.onboarding.spi.BillingGateway;
import com.guance.onboarding.spi.CodePurpose;
import com.guance.onboarding.spi.MarketplaceGateway;
import com.guance.onboarding.spi.OrderDetails;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Both gateways without a wire and without idempotency keys: every effect is counted. */
final class FakeGateways implements MarketplaceGateway, BillingGateway {

  final List<String> effects = new ArrayList<>();
  final Map<String, List<String>> keys = new HashMap<>();
  final Map<OrderKey, OrderDetails> orders = new HashMap<>();
  final Map<String, Organization> organizations = new HashMap<>();
  final Map<String, BillingAccount> accounts = new HashMap<>();
  final Map<String, SentCode> codes = new HashMap<>();
  final Map<WorkspaceId, Workspace> workspaces = new HashMap<>();
  final Map<String, WorkspaceId> references = new HashMap<>();
  final Map<OrderKey, Binding> bindings = new HashMap<>();
  final List<String> members = new ArrayList<>();
  Optional<String> dataKitHost = Optional.of("host-1");
  final Map<String, RuntimeException> refusals = new HashMap<>();
  boolean conflicts;
  boolean idempotent;
  Runnable beforeEffect = () -> {};
  Runnable beforeOrder = () -> {};
  Runnable afterEffect = () -> {};
  private final Clock clock;

  FakeGateways(Clock clock) {
    this.clock = clock;
  }

  FakeGateways order(OrderKey order, String buyer) {
    orders.put(
        order,
        OrderDetails.builder()
            .order(order)
            .productId("product")
            .chargingMode(ChargingMode.PERIOD)
            .buyer(new HuaweiAccountId(buyer))
            .build());
    return this;
  }

  static Workspace unbound(WorkspaceId id) {
    return new Workspace(
        id,
        "prod",
        "zh",
        "cn4",
        new WorkspaceState(WorkspaceState.Binding.UNBOUND, Optional.empty(), Optional.empty()));
  }

  static Workspace bound(WorkspaceId id, BillingAccountId payer) {
    return new Workspace(
        id,
        "prod",
        "zh",
        "cn4",
        new WorkspaceState(WorkspaceState.Binding.BOUND, Optional.of(payer), Optional.empty()));
  }

  @Override
  public FakeGateways within(Duration time) {
    return this;
  }

  /** A refusal of one call, the next of its kind. */
  FakeGateways refuseNext(String call, String code, String field) {
    refusals.put(
        call,
        new InvalidRequestException(
            Refusal.of("fake", call)
                .code(code)
                .status(422)
                .field(field)
                .rule("is not what it should be")
                .build()));
    return this;
  }

  private void refused(String call) {
    RuntimeException refusal = refusals.remove(call);
    if (refusal != null) {
      throw refusal;
    }
  }

  private synchronized void effect(String name) {
    beforeEffect.run();
    effects.add(name);
    afterEffect.run();
  }

  long count(String name) {
    return effects.stream().filter(name::equals).count();
  }

  @Override
  public Optional<OrderDetails> order(OrderKey order) {
    beforeOrder.run();
    return Optional.ofNullable(orders.get(order));
  }

  @Override
  public synchronized Optional<Organization> findOrganization(
      HuaweiAccountId buyer, ShortName shortName) {
    return Optional.ofNullable(organizations.get(buyer + "/" + shortName));
  }

  @Override
  public synchronized Stream<Organization> organizations(HuaweiAccountId buyer) {
    return organizations.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(buyer + "/"))
        .map(Map.Entry::getValue)
        .sorted(Comparator.comparing(one -> one.shortName().value()));
  }

  @Override
  public Organization organization(TenantId tenant) {
    return organizations.values().stream()
        .filter(one -> one.tenant().equals(tenant))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public synchronized Organization createOrganization(NewOrganization order, String key) {
    refused("create organization");
    if (order.shortName().value().equals("taken")) {
      throw new ConflictException(
          Refusal.of("fake", "create organization")
              .code("SHORT_NAME_TAKEN")
              .status(409)
              .field("organization.shortName")
              .rule("is taken")
              .build());
    }
    Organization created =
        new Organization(
            new TenantId("tenant-" + order.shortName()), order.name(), order.shortName(), false);
    organizations.put(order.buyer() + "/" + order.shortName(), created);
    effect("organization");
    return created;
  }

  @Override
  public boolean hasMember(TenantId tenant, String account) {
    return members.contains(tenant + "/" + account);
  }

  @Override
  public void addMember(TenantId tenant, NewMember member, Secret initialPassword, String key) {
    refused("add member");
    members.add(tenant + "/" + member.account());
    effect("member");
  }

  @Override
  public Optional<Binding> findBinding(OrderKey order) {
    return Optional.ofNullable(bindings.get(order));
  }

  @Override
  public Binding bind(OrderKey order, TenantId tenant, String key) {
    refused("bind app");
    keys.computeIfAbsent("binding", effect -> new ArrayList<>()).add(key);
    if (conflicts && bindings.containsKey(order)) {
      throw new ConflictException(
          Refusal.of("fake", "bind")
              .code("ORDER_ALREADY_BOUND")
              .status(409)
              .existingId(bindings.get(order).id().value())
              .build());
    }
    Binding binding =
        new Binding(
            new BindingId("binding-" + bindings.size()),
            tenant,
            new BindingNames(
                Optional.of(new InstanceId("instance-" + order.orderLineId())),
                Optional.of(new AppId("app"))));
    bindings.put(order, binding);
    effect("binding");
    return binding;
  }

  @Override
  public boolean isAuthorized(BindingId binding, String account) {
    return effects.contains("authorization");
  }

  @Override
  public void authorize(BindingId binding, String account, String key) {
    refused("authorize");
    effect("authorization");
  }

  @Override
  public URI loginAddress(BindingId binding) {
    return URI.create("https://login.example.com/" + binding);
  }

  @Override
  public boolean idempotent() {
    return idempotent;
  }

  @Override
  public synchronized Optional<BillingAccount> findAccount(HuaweiAccountId huaweiAccount) {
    return Optional.ofNullable(accounts.get(huaweiAccount.value()));
  }

  @Override
  public Optional<SentCode> findCode(String reference) {
    return Optional.ofNullable(codes.get(reference));
  }

  @Override
  public SentCode sendCode(CodePurpose purpose, String email, String reference) {
    SentCode sent =
        new SentCode(
            new VerificationId("v" + codes.size()), clock.instant().plus(Duration.ofMinutes(10)));
    codes.put(reference, sent);
    effect("code");
    return sent;
  }

  private void check(Verification verification) {
    if (!verification.code().reveal().equals("123456")) {
      throw new InvalidRequestException(
          Refusal.of("fake", "register")
              .code("CODE_WRONG")
              .status(422)
              .field("code")
              .rule("is wrong")
              .build());
    }
  }

  @Override
  public synchronized BillingAccount register(
      NewAccount account, Credentials credentials, String key) {
    check(credentials.verification());
    refused("register");
    return account(account, true);
  }

  /** One account for each Huawei account, as the Billing Center has it. */
  private BillingAccount account(NewAccount account, boolean guance) {
    BillingAccount there = accounts.get(account.huaweiAccount().value());
    if (there != null) {
      throw new ConflictException(
          Refusal.of("fake", "register")
              .code("HUAWEI_ACCOUNT_ALREADY_BOUND")
              .status(409)
              .existingId(there.id().value())
              .build());
    }
    BillingAccount made =
        new BillingAccount(
            new BillingAccountId("account-" + accounts.size()),
            account.login().userName(),
            Optional.empty(),
            guance);
    accounts.put(account.huaweiAccount().value(), made);
    effect("billing account");
    return made;
  }

  @Override
  public BillingAccount bind(NewAccount account, Verification verification, String key) {
    check(verification);
    refused("bind");
    return account(account, false);
  }

  @Override
  public void confirmEnterprise(BillingAccountId account, String companyName) {
    accounts.replaceAll(
        (id, one) ->
            one.id().equals(account)
                ? new BillingAccount(
                    account, one.userName(), Optional.of(companyName), one.guanceAccount())
                : one);
    effect("enterprise");
  }

  @Override
  public Stream<Workspace> workspaces(BillingAccountId account, boolean bound) {
    return workspaces.values().stream().filter(one -> one.state().bound() == bound);
  }

  @Override
  public Optional<Workspace> findWorkspace(String reference) {
    return Optional.ofNullable(references.get(reference)).map(this::workspace);
  }

  @Override
  public Workspace workspace(WorkspaceId id) {
    return Objects.requireNonNull(workspaces.get(id));
  }

  @Override
  public Workspace createWorkspace(NewWorkspace order, Optional<Verification> verification) {
    verification.ifPresent(this::check);
    refused("create workspace");
    WorkspaceId id = new WorkspaceId("wksp_" + workspaces.size());
    Workspace created =
        new Workspace(
            id,
            order.form().name(),
            order.form().language().code(),
            order.form().site().key(),
            new WorkspaceState(WorkspaceState.Binding.UNBOUND, Optional.empty(), Optional.empty()));
    workspaces.put(id, created);
    references.put(order.reference(), id);
    effect("workspace");
    return created;
  }

  @Override
  public Workspace registerAccountAndWorkspace(
      NewWorkspace order, String userName, Credentials credentials) {
    refused("register guance account");
    return createWorkspace(order, Optional.of(credentials.verification()));
  }

  @Override
  public Workspace bindWorkspace(WorkspaceId id, Settlement settlement, String key) {
    refused("bind workspace");
    Workspace old = workspace(id);
    Workspace bound =
        new Workspace(
            id,
            old.name(),
            old.language(),
            old.site(),
            new WorkspaceState(
                WorkspaceState.Binding.BOUND,
                Optional.of(settlement.account()),
                Optional.of(settlement.order().orderId())));
    workspaces.put(id, bound);
    effect("workspace binding");
    return bound;
  }

  @Override
  public Optional<String> firstDataKitHost(WorkspaceId id) {
    return dataKitHost;
  }
}
