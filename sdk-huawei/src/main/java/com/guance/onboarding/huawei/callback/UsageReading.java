package com.guance.onboarding.huawei.callback;

import com.guance.onboarding.domain.InstanceId;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * What an instance has used: altogether on demand, or out of a package (contracts/koogallery.md
 * §1.4).
 *
 * @param value how much, with at most four decimals
 * @param at when that was
 * @param related the on-demand instance, when the instance asked for is a package
 * @param dashboard where the buyer can look
 */
public record UsageReading(
    BigDecimal value, Instant at, Optional<InstanceId> related, Optional<URI> dashboard) {}
