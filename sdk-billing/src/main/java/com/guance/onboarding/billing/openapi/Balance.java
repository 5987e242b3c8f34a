package com.guance.onboarding.billing.openapi;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What is left on the account that settles the workspace, in the site's currency.
 *
 * @param cash money
 * @param coupons vouchers
 * @param storedCards prepaid cards; negative when they are overdrawn
 */
public record Balance(
    Optional<BigDecimal> cash, Optional<BigDecimal> coupons, Optional<BigDecimal> storedCards) {}
