package com.guance.onboarding.billing.external;

import com.guance.onboarding.domain.BillingAccountId;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.error.ConflictException;
import com.guance.onboarding.error.InvalidRequestException;
import com.guance.onboarding.error.NotFoundException;
import com.guance.onboarding.spi.BillingGateway.BillingAccount;
import com.guance.onboarding.spi.BillingGateway.Login;
import com.guance.onboarding.spi.BillingGateway.NewAccount;
import java.util.Map;
import java.util.Optional;

/** The accounts of a deployment in the place of Billing Center accounts. */
final class Payers {

  private final GuanceExternalApi api;
  private final Directory directory;
  private final Trust trust;

  Payers(GuanceExternalApi api, Directory directory, Trust trust) {
    this.api = api;
    this.directory = directory;
    this.trust = trust;
  }

  Optional<BillingAccount> find(HuaweiAccountId buyer) {
    return directory.payingFor(buyer).map(Payers::described);
  }

  Account require(BillingAccountId id) {
    return directory
        .byId(id)
        .orElseThrow(
            () -> new NotFoundException(Refusals.of("find account", "ACCOUNT_NOT_FOUND").build()));
  }

  BillingAccount register(NewAccount wanted, Secret password) {
    String externalId = Marks.externalId(wanted.huaweiAccount());
    Account registered = takeOrAdd(externalId, wanted.login(), password, Field.BILLING_USER_NAME);
    return described(directory.mark(registered, marks(wanted)));
  }

  /** A repetition finds what an earlier try has added under the same external id. */
  Account takeOrAdd(String externalId, Login login, Secret password, Field userNameField) {
    return directory
        .byExternalId(externalId)
        .orElseGet(() -> add(externalId, login, password, userNameField));
  }

  private Account add(String externalId, Login login, Secret password, Field userNameField) {
    if (directory.byUserName(login.userName()).isPresent()) {
      throw new ConflictException(
          Refusals.of("add account", "USER_NAME_TAKEN", userNameField).rule("is taken").build());
    }
    return api.addAccount(
        NewDeployedAccount.builder()
            .userName(login.userName())
            .name(login.userName())
            .email(Optional.of(login.email()).filter(email -> !email.isEmpty()))
            .password(password)
            .externalId(externalId)
            .build());
  }

  BillingAccount bind(NewAccount wanted) {
    trust.require("bind account", Field.BILLING_CHOICE, "must be register");
    Account found =
        directory
            .byUserName(wanted.login().userName())
            .orElseThrow(
                () ->
                    new NotFoundException(
                        Refusals.of("bind account", "ACCOUNT_NOT_FOUND", Field.BILLING_USER_NAME)
                            .rule("is the user name of no account")
                            .build()));
    if (found.email().filter(wanted.login().email()::equalsIgnoreCase).isEmpty()) {
      throw new InvalidRequestException(
          Refusals.of("bind account", "EMAIL_MISMATCH", Field.BILLING_EMAIL)
              .rule("is not that account's")
              .build());
    }
    if (paysForAnother(found, wanted.huaweiAccount())) {
      throw new ConflictException(
          Refusals.of("bind account", "ACCOUNT_BOUND_ELSEWHERE", Field.BILLING_USER_NAME)
              .rule("settles through another Huawei account")
              .build());
    }
    return described(directory.mark(found, marks(wanted)));
  }

  void confirm(BillingAccountId id, String companyName) {
    directory.mark(require(id), Map.of(Marks.ENTERPRISE, companyName));
  }

  private static boolean paysForAnother(Account account, HuaweiAccountId buyer) {
    return Marks.of(account, Marks.HUAWEI_ACCOUNT)
        .filter(other -> !other.equals(buyer.value()))
        .isPresent();
  }

  private static Map<String, String> marks(NewAccount wanted) {
    return Map.of(
        Marks.HUAWEI_ACCOUNT,
        wanted.huaweiAccount().value(),
        Marks.TERMS,
        wanted.terms().version() + "@" + wanted.terms().at());
  }

  private static BillingAccount described(Account account) {
    return new BillingAccount(
        new BillingAccountId(account.id()),
        account.userName().orElse(""),
        Marks.of(account, Marks.ENTERPRISE),
        true);
  }
}
