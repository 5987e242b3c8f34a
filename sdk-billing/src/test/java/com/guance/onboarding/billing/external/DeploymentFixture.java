package com.guance.onboarding.billing.external;

import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.Site;
import com.guance.onboarding.domain.Terms;
import com.guance.onboarding.spi.BillingGateway.BillingAccount;
import com.guance.onboarding.spi.BillingGateway.Credentials;
import com.guance.onboarding.spi.BillingGateway.Login;
import com.guance.onboarding.spi.BillingGateway.NewAccount;
import com.guance.onboarding.spi.BillingGateway.Verification;
import com.guance.onboarding.transport.HttpSettings;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** A deployment in this process, a gateway over it and one buyer. */
abstract class DeploymentFixture {

  static final HuaweiAccountId BUYER = new HuaweiAccountId("buyer-1");
  static final Terms TERMS = new Terms("2026-01", "Wendy", Instant.parse("2026-01-01T00:00:00Z"));
  static final Credentials CREDENTIALS =
      new Credentials(Secret.of("Aa1!aaaa"), Verification.none());

  final FakeDeployment deployment = new FakeDeployment();
  final GuanceExternalApi api =
      GuanceExternalApi.connect(
          ExternalSettings.builder()
              .http(HttpSettings.builder().baseUrl(deployment.address()).maxAttempts(1).build())
              .accessKey(Secret.of("a"))
              .secretKey(Secret.of("s"))
              .build());
  final DeploymentGateway gateway = DeploymentGateway.over(api, new Site("cn4"));

  @AfterEach
  void close() {
    api.close();
    deployment.close();
  }

  static NewAccount wanted(String userName, String email) {
    return new NewAccount(BUYER, new Login(userName, email), Optional.empty(), TERMS);
  }

  final BillingAccount register() {
    return gateway.register(wanted("gcy-ops", "wendy@example.com"), CREDENTIALS, "key");
  }
}
