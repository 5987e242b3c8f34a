package com.guance.onboarding.huawei.gateway;

/** An order to bind, as it is sent. */
record NewBindingPayload(String orderId, String orderLineId, String organizationId) {}
