package com.guance.onboarding.testkit;

import java.util.Optional;
import java.util.stream.Stream;

/** Accounts of the Billing Center and of the Guance studio. */
final class BillingAccounts {

  private static final int ENTERPRISE_LENGTH = 256;
  private static final int PASSWORD_LENGTH = 128;
  private static final int USER_NAME_LENGTH = 64;

  private final World world;
  private final Codes codes;

  BillingAccounts(World world, Codes codes) {
    this.world = world;
    this.codes = codes;
  }

  /** Who wants an account. */
  record Owner(String huaweiAccountId, String userName, String email) {}

  /** Registers the Commercial Plan, and a Guance account of the same user name with it. */
  BillingAccountRow register(Owner owner, String password, String site, Codes.Typed code) {
    check(owner);
    Values.text("password", password, 1, PASSWORD_LENGTH);
    Values.site("site", site);
    refuseBound(owner.huaweiAccountId());
    if (all().anyMatch(row -> row.userName().equals(owner.userName()))
        || guanceAccountTaken(owner)) {
      throw Refused.conflict("USER_NAME_TAKEN", "the user name is in use")
          .field("userName", "unique in the Billing Center");
    }
    codes.use(code, Codes.REGISTER, owner.email());
    GuanceAccountRow studio =
        byEmail(owner.email()).orElseGet(() -> addGuanceAccount(owner.userName(), owner.email()));
    return put(
        ImmutableBillingAccountRow.builder()
            .billingAccountId(world.ids().next("bill-"))
            .userName(owner.userName())
            .email(owner.email())
            .huaweiAccountId(owner.huaweiAccountId())
            .registeredAt(world.now())
            .guanceAccountId(studio.guanceAccountId())
            .build());
  }

  private boolean guanceAccountTaken(Owner owner) {
    return byUserName(owner.userName())
        .filter(row -> !row.email().equals(owner.email()))
        .isPresent();
  }

  /** Lets an existing account settle through a Huawei account. */
  BillingAccountRow bind(Owner owner, Codes.Typed code) {
    check(owner);
    refuseBound(owner.huaweiAccountId());
    BillingAccountRow row =
        all()
            .filter(account -> account.userName().equals(owner.userName()))
            .findFirst()
            .orElseThrow(
                () ->
                    Refused.missing("BILLING_ACCOUNT", "there is no such account")
                        .field("userName", "an account of the Billing Center"));
    if (!row.email().equalsIgnoreCase(owner.email())) {
      throw Refused.of(422, "EMAIL_MISMATCH", "the account has another e-mail address")
          .field("email", "the address of the account");
    }
    if (row.huaweiAccountId().isPresent()) {
      throw Refused.conflict(
              "BILLING_ACCOUNT_BOUND_ELSEWHERE", "the account settles through another buyer")
          .field("userName", "an account that settles through no other Huawei account");
    }
    codes.use(code, Codes.BIND, owner.email());
    return put(
        ImmutableBillingAccountRow.builder()
            .from(row)
            .huaweiAccountId(owner.huaweiAccountId())
            .build());
  }

  private static void check(Owner owner) {
    Values.huaweiAccount("huaweiAccountId", owner.huaweiAccountId());
    Values.text("userName", owner.userName(), 2, USER_NAME_LENGTH);
    Values.email("email", owner.email());
  }

  private void refuseBound(String huaweiAccountId) {
    of(huaweiAccountId)
        .ifPresent(
            row -> {
              throw Refused.conflict(
                      "HUAWEI_ACCOUNT_ALREADY_BOUND", "the Huawei account has an account")
                  .existing(row.billingAccountId());
            });
  }

  BillingAccountRow confirmEnterprise(String billingAccountId, String name) {
    BillingAccountRow row = find(billingAccountId);
    Values.text("name", name, 1, ENTERPRISE_LENGTH);
    return put(ImmutableBillingAccountRow.builder().from(row).enterprise(name).build());
  }

  void checkNewGuanceAccount(Owner owner, String password) {
    Values.text("userName", owner.userName(), 2, USER_NAME_LENGTH);
    Values.email("email", owner.email());
    Values.text("password", password, 1, PASSWORD_LENGTH);
    if (byUserName(owner.userName()).isPresent()) {
      throw Refused.conflict("GUANCE_USER_NAME_TAKEN", "the user name is in use")
          .field("userName", "unique among Guance accounts");
    }
    if (byEmail(owner.email()).isPresent()) {
      throw Refused.conflict("EMAIL_TAKEN", "the e-mail address is in use")
          .field("email", "one Guance account for each address");
    }
  }

  GuanceAccountRow addGuanceAccount(String userName, String email) {
    GuanceAccountRow row = new GuanceAccountRow(world.ids().next("acnt_"), userName, email);
    world.tables().guanceAccounts.put(row.guanceAccountId(), row);
    return row;
  }

  Optional<GuanceAccountRow> byEmail(String email) {
    return world.tables().guanceAccounts.values().stream()
        .filter(row -> row.email().equalsIgnoreCase(email))
        .findFirst();
  }

  private Optional<GuanceAccountRow> byUserName(String userName) {
    return world.tables().guanceAccounts.values().stream()
        .filter(row -> row.userName().equals(userName))
        .findFirst();
  }

  Stream<BillingAccountRow> all() {
    return world.tables().billingAccounts.values().stream();
  }

  Optional<BillingAccountRow> of(String huaweiAccountId) {
    return all()
        .filter(row -> row.huaweiAccountId().filter(huaweiAccountId::equals).isPresent())
        .findFirst();
  }

  BillingAccountRow find(String billingAccountId) {
    BillingAccountRow row = world.tables().billingAccounts.get(billingAccountId);
    if (row == null) {
      throw Refused.missing("BILLING_ACCOUNT", "there is no such account");
    }
    return row;
  }

  BillingAccountRow put(BillingAccountRow row) {
    world.tables().billingAccounts.put(row.billingAccountId(), row);
    return row;
  }
}
