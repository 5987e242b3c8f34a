package com.guance.onboarding.examples;

import com.guance.onboarding.billing.SiteHosts;
import com.guance.onboarding.billing.Sites;
import com.guance.onboarding.billing.openapi.OpenApiVerifier;
import com.guance.onboarding.billing.openapi.VerifierSettings;
import com.guance.onboarding.domain.BillingAccountId;
import com.guance.onboarding.domain.Branch;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.testkit.Emulator;
import com.guance.onboarding.testkit.NewOrder;
import com.guance.onboarding.transport.TransportRuntime;
import java.time.Duration;
import java.time.Instant;

/** Prepares what each branch of the guide starts from, and the purchase itself. */
final class DemoWorld {

  private static final HuaweiAccountId BUYER =
      new HuaweiAccountId("0a1b2c3d4e5f60718293a4b5c6d7e8f9");
  private static final String WORKSPACE = "wksp_0f1e2d3c4b5a69788796a5b4c3d2e1f0";

  private DemoWorld() {}

  /** Makes the world of a branch and returns the request that fits it. */
  static OnboardingRequest prepare(Emulator emulator, RequestFile file, Branch branch) {
    Instant now = emulator.clock().instant();
    OnboardingRequest.Builder request = file.request(branch, now);
    emulator.buyer().purchase(NewOrder.builder().order(file.order()).buyer(BUYER).build());
    switch (branch) {
      case ALREADY_BOUND -> {
        BillingAccountId account =
            emulator.given().billingAccount(BUYER, userName(file), email(file), company(file));
        emulator
            .given()
            .boundWorkspace(id(file), account, workspace(file), language(file), site(file));
      }
      case EXISTING_WORKSPACE -> {
        WorkspaceId id = id(file);
        BillingAccountId account = unbound(emulator, file);
        emulator.given().workspace(id, account, workspace(file), language(file), site(file));
        request.with(Field.WORKSPACE_ID, id.value());
      }
      case NEW_WORKSPACE -> {
        unbound(emulator, file);
        String owner = file.value(Field.WORKSPACE_EMAIL).orElse(email(file));
        emulator.given().guanceAccount(owner, owner);
      }
      case NEW_ACCOUNT -> unbound(emulator, file);
      case REGISTER -> {}
    }
    return request.build();
  }

  /** Guance's own APIs, played by the emulator at every site. */
  static OpenApiVerifier verifier(
      Emulator emulator, TransportRuntime runtime, Duration impatience) {
    return OpenApiVerifier.of(
        VerifierSettings.builder()
            .sites(sites(emulator))
            .http(http -> http.attemptTimeout(impatience))
            .build(),
        runtime);
  }

  static Sites sites(Emulator emulator) {
    Sites sites = Sites.documented();
    for (SiteHosts hosts : sites.all()) {
      sites =
          sites.with(
              SiteHosts.builder()
                  .from(hosts)
                  .openApi(emulator.openApiUri())
                  .openway(emulator.datawayUri())
                  .build());
    }
    return sites;
  }

  private static BillingAccountId unbound(Emulator emulator, RequestFile file) {
    return emulator.given().billingAccount(userName(file), email(file));
  }

  private static String userName(RequestFile file) {
    return file.value(Field.BILLING_USER_NAME).orElse("gcy-ops");
  }

  private static String email(RequestFile file) {
    return file.value(Field.BILLING_EMAIL).orElse("wendy@example.com");
  }

  private static String company(RequestFile file) {
    return file.require(Field.ENTERPRISE_NAME);
  }

  /** What exists already is as the request says, as far as it does. */
  private static WorkspaceId id(RequestFile file) {
    return new WorkspaceId(file.value(Field.WORKSPACE_ID).orElse(WORKSPACE));
  }

  private static String language(RequestFile file) {
    return file.value(Field.WORKSPACE_LANGUAGE).orElse("zh");
  }

  private static String site(RequestFile file) {
    return file.value(Field.WORKSPACE_SITE).orElse("cn4");
  }

  private static String workspace(RequestFile file) {
    return file.value(Field.WORKSPACE_NAME).orElse("gcy-prod");
  }
}
