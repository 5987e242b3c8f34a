package com.guance.onboarding.testkit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Workspaces: created, bound to an account, reported to by DataKits. */
final class Workspaces {

  static final String TOKEN_NOT_FOUND = "kodo.tokenNotFound";

  private static final int NAME_LENGTH = 256;

  private final World world;
  private final BillingAccounts accounts;
  private final Codes codes;
  private final Orders orders;
  private final Locks locks;

  Workspaces(World world, BillingAccounts accounts, Codes codes, Orders orders) {
    this.world = world;
    this.accounts = accounts;
    this.codes = codes;
    this.orders = orders;
    this.locks = new Locks(world);
  }

  /** What to create; language and site are fixed then. */
  record Wanted(
      String billingAccountId,
      String name,
      String language,
      String site,
      Optional<String> reference) {}

  /** The e-mail address of the owner's Guance account, and the code that was sent there. */
  record Proof(String email, Codes.Typed code) {}

  WorkspaceRow create(Wanted wanted, Optional<Proof> proof) {
    BillingAccountRow account = accounts.find(wanted.billingAccountId());
    Optional<String> owner = account.guanceAccountId();
    check(wanted, "");
    if (proof.isPresent()) {
      Values.email("email", proof.get().email());
      if (accounts.byEmail(proof.get().email()).isEmpty()) {
        throw Refused.of(422, "EMAIL_NOT_REGISTERED", "no Guance account has this address")
            .field("email", "the address of a Guance account");
      }
      codes.use(proof.get().code(), Codes.CREATE_WORKSPACE, proof.get().email());
      owner = accounts.byEmail(proof.get().email()).map(GuanceAccountRow::guanceAccountId);
    } else if (owner.isEmpty()) {
      throw Refused.invalid("email", "required, with its code, for a bound account");
    }
    return add(wanted, owner);
  }

  /** A new Guance account and its workspace, in one act. */
  record Registered(GuanceAccountRow account, WorkspaceRow workspace) {}

  Registered registerAndCreate(
      BillingAccounts.Owner owner, String password, Wanted wanted, Codes.Typed code) {
    accounts.find(wanted.billingAccountId());
    check(wanted, "workspace.");
    accounts.checkNewGuanceAccount(owner, password);
    codes.use(code, Codes.REGISTER_ACCOUNT, owner.email());
    GuanceAccountRow account = accounts.addGuanceAccount(owner.userName(), owner.email());
    return new Registered(account, add(wanted, Optional.of(account.guanceAccountId())));
  }

  private void check(Wanted wanted, String path) {
    Values.text(path + "name", wanted.name(), 1, NAME_LENGTH);
    Values.language(path + "language", wanted.language());
    Values.site("site", wanted.site());
    if (!world.settings().idempotencyKeys()) {
      return;
    }
    wanted
        .reference()
        .flatMap(reference -> all().filter(row -> carries(row, reference)).findFirst())
        .ifPresent(
            row -> {
              throw Refused.conflict("WORKSPACE_EXISTS", "the reference has a workspace")
                  .existing(row.workspaceId());
            });
  }

  static boolean carries(WorkspaceRow row, String reference) {
    return row.externalReference().filter(reference::equals).isPresent();
  }

  WorkspaceRow add(Wanted wanted, Optional<String> owner) {
    return put(
        fresh(wanted.name(), wanted.language(), wanted.site())
            .ownerId(owner)
            .billingAccountId(wanted.billingAccountId())
            .externalReference(wanted.reference())
            .build());
  }

  /** A workspace that nobody pays for yet, with a token of its own. */
  ImmutableWorkspaceRow.Builder fresh(String name, String language, String site) {
    return ImmutableWorkspaceRow.builder()
        .workspaceId(world.ids().next("wksp_"))
        .name(name)
        .language(language)
        .site(site)
        .bound(false)
        .createdAt(world.now())
        .token(world.ids().next("tkn_"));
  }

  /** Who settles a workspace, through which order. */
  record Settlement(String billingAccountId, String huaweiAccountId, String orderId) {}

  WorkspaceRow bind(String workspaceId, Settlement by) {
    WorkspaceRow row = find(workspaceId);
    BillingAccountRow account = accounts.find(by.billingAccountId());
    if (account.huaweiAccountId().filter(by.huaweiAccountId()::equals).isEmpty()) {
      throw Refused.invalid("huaweiAccountId", "the Huawei account of the billing account");
    }
    if (row.billingAccountId().filter(by.billingAccountId()::equals).isEmpty()) {
      throw Refused.conflict("WORKSPACE_BOUND_ELSEWHERE", "the workspace is another account's")
          .field("workspaceId", "a workspace of this billing account");
    }
    if (row.bound()) {
      return row;
    }
    return put(
        ImmutableWorkspaceRow.builder()
            .from(row)
            .bound(true)
            .orderId(by.orderId())
            .settlement(
                new SettlementRow(
                    by.billingAccountId(),
                    Optional.of(by.huaweiAccountId()),
                    orders.instanceOf(by.orderId())))
            .build());
  }

  Stream<WorkspaceRow> all() {
    return world.tables().workspaces.values().stream();
  }

  WorkspaceRow find(String workspaceId) {
    WorkspaceRow row = world.tables().workspaces.get(workspaceId);
    if (row == null) {
      throw Refused.missing("WORKSPACE", "there is no such workspace");
    }
    return row;
  }

  /** The workspace that a data token belongs to. */
  WorkspaceRow ofToken(String token) {
    return all()
        .filter(row -> Hmac.same(row.token(), token))
        .findFirst()
        .orElseThrow(() -> Refused.of(403, TOKEN_NOT_FOUND, "token not found"));
  }

  WorkspaceRow put(WorkspaceRow row) {
    world.tables().workspaces.put(row.workspaceId(), row);
    return row;
  }

  /** A DataKit that reports; a workspace whose data is gone takes nothing in. */
  DataKitRow install(String workspaceId, String host) {
    if (locks.gone(find(workspaceId))) {
      throw Refused.conflict("DATA_GONE", "the workspace takes nothing in any more");
    }
    return dataKits(workspaceId).stream()
        .filter(row -> row.host().equals(host))
        .findFirst()
        .orElseGet(
            () -> {
              DataKitRow row = new DataKitRow(workspaceId, host, world.now());
              world.tables().dataKits.add(row);
              return row;
            });
  }

  /** What has reported, as far as it can be seen: not before an upgrade, not after the wiping. */
  List<DataKitRow> dataKits(String workspaceId) {
    WorkspaceRow workspace = find(workspaceId);
    if (locks.gone(workspace)) {
      return List.of();
    }
    return world.tables().dataKits.stream()
        .filter(row -> row.workspaceId().equals(workspaceId))
        .filter(row -> workspace.dataVisibleFrom().filter(row.firstSeenAt()::isBefore).isEmpty())
        .toList();
  }
}
