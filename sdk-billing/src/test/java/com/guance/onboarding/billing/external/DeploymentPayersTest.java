package com.guance.onboarding.billing.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.error.ConflictException;
import com.guance.onboarding.error.InvalidRequestException;
import com.guance.onboarding.error.RemoteException;
import com.guance.onboarding.error.TransportException;
import com.guance.onboarding.error.UnavailableException;
import com.guance.onboarding.spi.BillingGateway.BillingAccount;
import com.guance.onboarding.spi.BillingGateway.Login;
import com.guance.onboarding.spi.BillingGateway.NewAccount;
import com.guance.onboarding.spi.BillingGateway.Verification;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Accounts of a deployment in the place of Billing Center accounts. */
final class DeploymentPayersTest extends DeploymentFixture {
  @Test
  void register_newAccount_isFoundByItsBuyerAndRepeatable() {
    assertThat(gateway.findAccount(BUYER)).isEmpty();
    BillingAccount registered = register();
    assertThat(gateway.findAccount(BUYER)).contains(registered);
    assertThat(register()).isEqualTo(registered);
    assertThat(deployment.effects).containsExactly("account");
    assertThat(registered.guanceAccount()).isTrue();
    assertThat(deployment.accounts.get(0).toString()).doesNotContain("Aa1!aaaa", "Wendy\"");
  }

  @Test
  void register_answerLost_isAdoptedOnTheNextTry() {
    deployment.cutAfter("/account/add");
    assertThatThrownBy(this::register).isInstanceOf(TransportException.class);
    assertThat(gateway.findAccount(BUYER)).isEmpty();
    register();
    assertThat(deployment.effects).containsExactly("account");
    assertThat(gateway.findAccount(BUYER)).isPresent();
  }

  @Test
  void register_userNameTaken_namesTheField() {
    deployment.existingAccount("gcy-ops", "other@example.com");
    assertThatThrownBy(this::register)
        .isInstanceOfSatisfying(
            ConflictException.class, e -> assertThat(e.field()).contains("billing.userName"));
    assertThat(deployment.effects).isEmpty();
  }

  @Test
  void bind_withoutTrust_isRefused() {
    deployment.existingAccount("ops", "wendy@example.com");
    assertThatThrownBy(
            () -> gateway.bind(wanted("ops", "wendy@example.com"), Verification.none(), "key"))
        .isInstanceOfSatisfying(
            InvalidRequestException.class, e -> assertThat(e.field()).contains("billing.choice"));
  }

  @Test
  void bind_withTrust_checksNameAddressAndOtherBuyers() {
    DeploymentGateway trusting = gateway.DANGEROUS_trustTypedEmail();
    ObjectNode account = deployment.existingAccount("ops", "wendy@example.com");
    account.putObject("attributes").putObject("theirs").put("a", 1);
    refused(trusting, "nobody", "wendy@example.com", "billing.userName");
    refused(trusting, "ops", "tom@example.com", "billing.email");
    BillingAccount bound =
        trusting.bind(wanted("ops", "Wendy@example.com"), Verification.none(), "key");
    assertThat(trusting.findAccount(BUYER)).contains(bound);
    assertThat(account.at("/attributes/theirs/a").asInt()).isEqualTo(1);
    NewAccount other =
        new NewAccount(
            new HuaweiAccountId("buyer-2"),
            new Login("ops", "wendy@example.com"),
            Optional.empty(),
            TERMS);
    assertThatThrownBy(() -> trusting.bind(other, Verification.none(), "key"))
        .isInstanceOf(ConflictException.class);
  }

  private static void refused(
      DeploymentGateway trusting, String userName, String email, String field) {
    assertThatThrownBy(() -> trusting.bind(wanted(userName, email), Verification.none(), "key"))
        .isInstanceOfSatisfying(RemoteException.class, e -> assertThat(e.field()).contains(field))
        .hasMessageNotContaining(email);
  }

  @Test
  void register_anotherProcessWritesOverTheMark_writesItAgain() {
    deployment.loseChanges(1);
    register();
    assertThat(gateway.findAccount(BUYER)).isPresent();
  }

  @Test
  void register_theMarkIsNeverKept_saysSoInsteadOfGoingOn() {
    deployment.loseChanges(9);
    assertThatThrownBy(this::register)
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("MARK_LOST");
  }

  @Test
  void confirmEnterprise_marksOfOthersAppearedMeanwhile_stay() {
    BillingAccount payer = register();
    deployment.accounts.get(0).withObject("/attributes").put("theirs", "stays");
    gateway.confirmEnterprise(payer.id(), "GCY Ltd");
    assertThat(deployment.accounts.get(0).at("/attributes/theirs").asText()).isEqualTo("stays");
    assertThat(gateway.findAccount(BUYER).flatMap(BillingAccount::enterprise)).contains("GCY Ltd");
  }
}
