package com.guance.onboarding.billing.gateway;

import com.guance.onboarding.billing.Sites;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.Site;
import com.guance.onboarding.error.InvalidRequestException;
import com.guance.onboarding.error.Refusal;
import com.guance.onboarding.spi.BillingGateway.Login;
import com.guance.onboarding.spi.BillingGateway.NewWorkspace;
import java.util.Optional;

/** Refuses values that cannot be right, in the same way as the gateway would. */
final class Checks {

  private final Sites sites;

  Checks(Sites sites) {
    this.sites = sites;
  }

  void value(String operation, Field field, String value) {
    try {
      field.check(value);
    } catch (InvalidInputException e) {
      throw refused(operation, e);
    }
  }

  void login(String operation, Login login) {
    value(operation, Field.BILLING_USER_NAME, login.userName());
    value(operation, Field.BILLING_EMAIL, login.email());
  }

  void workspace(String operation, NewWorkspace workspace) {
    value(operation, Field.WORKSPACE_NAME, workspace.form().name());
    site(operation, workspace.form().site());
    if (workspace.owner().isPresent()) {
      value(operation, Field.WORKSPACE_EMAIL, workspace.owner().get());
    }
  }

  String owner(String operation, Optional<String> email) {
    return email.orElseThrow(() -> refused(operation, missing(Field.WORKSPACE_EMAIL)));
  }

  Site site(String operation, Optional<Site> site) {
    return site(
        operation, site.orElseThrow(() -> refused(operation, missing(Field.WORKSPACE_SITE))));
  }

  private Site site(String operation, Site site) {
    try {
      return sites.hosts(site).site();
    } catch (InvalidInputException e) {
      throw refused(operation, e);
    }
  }

  private static InvalidInputException missing(Field field) {
    return new InvalidInputException(field.path(), "is missing");
  }

  private static InvalidRequestException refused(String operation, InvalidInputException why) {
    return new InvalidRequestException(
        Refusal.of(BillingCenterErrors.PROVIDER, operation)
            .code("INVALID_VALUE")
            .field(why.field())
            .rule(why.rule())
            .build());
  }
}
