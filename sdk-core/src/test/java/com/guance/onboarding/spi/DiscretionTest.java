package com.guance.onboarding.spi;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.ShortName;
import com.guance.onboarding.domain.TenantId;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiscretionTest {

  private static final String CANARY = "canary-4f1c";

  @Test
  void toString_ofWhatNamesPeopleAndCompanies_showsNoName() {
    TenantId tenant = new TenantId("tenant-1");
    ShortName gcy = new ShortName("gcy");

    assertThat(
            List.of(
                new MarketplaceGateway.NewOrganization(new HuaweiAccountId("b-1"), CANARY, gcy),
                new MarketplaceGateway.Organization(tenant, CANARY, gcy, false),
                new MarketplaceGateway.NewMember(CANARY, CANARY),
                new ObservedOrganization("gcy", CANARY, CANARY),
                ObservedMember.of(tenant, CANARY),
                new BillingGateway.Login(CANARY, CANARY)))
        .allSatisfy(thing -> assertThat(thing.toString()).doesNotContain(CANARY));
  }
}
