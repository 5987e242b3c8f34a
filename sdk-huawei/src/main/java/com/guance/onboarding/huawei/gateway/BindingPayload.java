package com.guance.onboarding.huawei.gateway;

import com.guance.onboarding.domain.AppId;
import com.guance.onboarding.domain.BindingId;
import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.spi.MarketplaceGateway.Binding;
import com.guance.onboarding.spi.MarketplaceGateway.BindingNames;
import com.guance.onboarding.transport.AnswerFields;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An order's binding, as it comes. */
record BindingPayload(
    @Nullable String bindingId,
    @Nullable String orderId,
    @Nullable String orderLineId,
    @Nullable String organizationId,
    @Nullable String instanceId,
    @Nullable String appId) {

  boolean isOf(OrderKey order) {
    return order.orderId().equals(orderId) && order.orderLineId().equals(orderLineId);
  }

  Binding binding(AnswerFields fields, OrderKey asked) {
    fields.same("orderId", asked.orderId(), orderId);
    fields.same("orderLineId", asked.orderLineId(), orderLineId);
    return new Binding(
        fields.value("bindingId", bindingId, BindingId::new),
        fields.value("organizationId", organizationId, TenantId::new),
        new BindingNames(
            optional(fields, "instanceId", instanceId, InstanceId::new),
            optional(fields, "appId", appId, AppId::new)));
  }

  private static <V> Optional<V> optional(
      AnswerFields fields, String field, @Nullable String value, Function<String, V> type) {
    return value == null || value.isBlank()
        ? Optional.empty()
        : Optional.of(fields.value(field, value, type));
  }
}
