package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.Secret;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Judges a gateway that a partner has written by our contract: idempotency, conflicts with the id
 * of what exists, paging, refusals that name field and rule.
 *
 * <p>It works with things that it makes: one organization with three members, or one account with
 * one workspace. They stay; run it against a test system. What it cannot try without an order, an
 * e-mail address or the codes that were sent there is skipped and said so. With the same {@link
 * GatewayConformanceSettings#run()} a second time makes nothing more, and skips what needs a new
 * buyer.
 */
public final class GatewayConformance {

  private GatewayConformance() {}

  /**
   * Judges a gateway with made-up names.
   *
   * @param kind which contract it speaks
   * @param baseUrl the address before {@code /joint-operations/v1} or {@code /billing/v1}
   * @param bearer the token that it asks for; empty if it asks for none
   * @param lines takes one line for each check, PASS, FAIL or SKIP, as soon as it is known; without
   *     anything that the gateway said but codes and names of fields
   * @return how many checks have failed
   */
  public static int run(
      GatewayKind kind, URI baseUrl, Optional<Secret> bearer, Consumer<String> lines) {
    return run(
        GatewayConformanceSettings.builder().kind(kind).baseUrl(baseUrl).bearer(bearer).build(),
        lines);
  }

  /**
   * Judges a gateway.
   *
   * @param settings which one, and what may be used for it
   * @param lines takes one line for each check, PASS, FAIL or SKIP, as soon as it is known; without
   *     anything that the gateway said but codes and names of fields
   * @return how many checks have failed
   */
  public static int run(GatewayConformanceSettings settings, Consumer<String> lines) {
    GatewayChecks checks = new GatewayChecks(lines);
    if (settings.kind() == GatewayKind.JOINT_OPERATIONS) {
      new MarketplaceConformance(settings, checks).run();
    } else {
      new BillingConformance(settings, checks).run();
    }
    return checks.summary();
  }
}
