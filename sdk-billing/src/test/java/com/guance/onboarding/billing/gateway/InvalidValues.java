package com.guance.onboarding.billing.gateway;

import static com.guance.onboarding.billing.gateway.GatewayServer.ACCOUNT;
import static com.guance.onboarding.billing.gateway.GatewayServer.BUYER;
import static com.guance.onboarding.billing.gateway.GatewayServer.EMAIL;
import static com.guance.onboarding.billing.gateway.GatewayServer.REFERENCE;
import static com.guance.onboarding.billing.gateway.GatewayServer.SITE;
import static com.guance.onboarding.billing.gateway.GatewayServer.TERMS;

import com.guance.onboarding.domain.Language;
import com.guance.onboarding.domain.Site;
import com.guance.onboarding.spi.BillingGateway.Login;
import com.guance.onboarding.spi.BillingGateway.NewAccount;
import com.guance.onboarding.spi.BillingGateway.NewWorkspace;
import com.guance.onboarding.spi.BillingGateway.WorkspaceForm;
import java.util.Optional;

/** Requests that differ from the good one in one value. */
final class InvalidValues {

  private InvalidValues() {}

  static NewAccount withLogin(String userName, String email) {
    return new NewAccount(BUYER, new Login(userName, email), Optional.of(SITE), TERMS);
  }

  static NewAccount withSite(Optional<Site> site) {
    return new NewAccount(BUYER, new Login("wendy", EMAIL), site, TERMS);
  }

  static NewWorkspace withForm(String name, Site site) {
    return new NewWorkspace(
        ACCOUNT, new WorkspaceForm(name, Language.ZH, site), Optional.of(EMAIL), REFERENCE, TERMS);
  }

  static NewWorkspace withOwner(Optional<String> owner) {
    return new NewWorkspace(
        ACCOUNT, new WorkspaceForm("prod", Language.ZH, SITE), owner, REFERENCE, TERMS);
  }
}
