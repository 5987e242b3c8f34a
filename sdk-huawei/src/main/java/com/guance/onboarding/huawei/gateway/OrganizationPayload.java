package com.guance.onboarding.huawei.gateway;

import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.ShortName;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.spi.MarketplaceGateway.Organization;
import com.guance.onboarding.transport.AnswerFields;
import org.jspecify.annotations.Nullable;

/** An organization, as it comes. */
record OrganizationPayload(
    @Nullable String organizationId,
    @Nullable String name,
    @Nullable String shortName,
    @Nullable String huaweiAccountId,
    @Nullable Status status) {

  /** How far KooGallery has got with it; one that we do not know of is not waited for. */
  enum Status {
    CREATING,
    ACTIVE,
    UNKNOWN
  }

  /** Whether it is this buyer's: a name alone is never a match. */
  boolean is(HuaweiAccountId buyer, ShortName wanted) {
    return isOf(buyer) && wanted.value().equals(shortName);
  }

  boolean isOf(HuaweiAccountId buyer) {
    return buyer.value().equals(huaweiAccountId);
  }

  Organization organization(AnswerFields fields) {
    return new Organization(
        fields.value("organizationId", organizationId, TenantId::new),
        fields.text("name", name),
        fields.value("shortName", shortName, ShortName::new),
        fields.required("status", status) == Status.CREATING);
  }

  Organization organization(AnswerFields fields, HuaweiAccountId buyer, ShortName asked) {
    fields.same("huaweiAccountId", buyer.value(), huaweiAccountId);
    fields.same("shortName", asked.value(), shortName);
    return organization(fields);
  }

  Organization organization(AnswerFields fields, TenantId asked) {
    fields.same("organizationId", asked.value(), organizationId);
    return organization(fields);
  }
}
