/**
 * The client of the Joint Operations gateway: an installation's own access to what KooGallery has
 * no public API for. {@link com.guance.onboarding.huawei.gateway.JointOperationsGateway} is the way
 * in; the contract is {@code docs/api/joint-operations.yaml}.
 */
@NullMarked
@ModelStyle
package com.guance.onboarding.huawei.gateway;

import org.jspecify.annotations.NullMarked;
