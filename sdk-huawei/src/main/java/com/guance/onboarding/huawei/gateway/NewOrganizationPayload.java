package com.guance.onboarding.huawei.gateway;

import com.guance.onboarding.spi.MarketplaceGateway.NewOrganization;

/** An organization to create, as it is sent. */
record NewOrganizationPayload(
    String huaweiAccountId, String name, String shortName, String externalReference) {

  static NewOrganizationPayload of(NewOrganization order, String reference) {
    return new NewOrganizationPayload(
        order.buyer().value(), order.name(), order.shortName().value(), reference);
  }

  @Override
  public String toString() {
    return "NewOrganizationPayload[***]";
  }
}
