package com.guance.onboarding.huawei.openapi;

import com.guance.onboarding.domain.HuaweiAccountId;

/**
 * The account that a pair of keys belongs to: the seller's own, never a buyer's.
 *
 * @param id the account's id
 * @param name the account's name, empty if IAM does not say
 */
public record SellerAccount(HuaweiAccountId id, String name) {}
