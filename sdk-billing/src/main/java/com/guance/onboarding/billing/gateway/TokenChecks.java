package com.guance.onboarding.billing.gateway;

import com.guance.onboarding.billing.SiteHosts;
import com.guance.onboarding.billing.Sites;
import com.guance.onboarding.billing.datakit.TokenCheck;
import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.Site;
import com.guance.onboarding.error.NotFoundException;
import com.guance.onboarding.spi.WorkspaceFinding;
import com.guance.onboarding.spi.WorkspaceFinding.Aspect;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Asks the dataways of the sites about tokens, if the installation wants that.
 *
 * @param sites where each site answers
 * @param opened opens the check of a site; empty if nobody is to be asked
 * @param time how long a check may take; empty if only by its own deadline
 */
record TokenChecks(
    Sites sites, Optional<Function<SiteHosts, TokenCheck>> opened, Optional<Duration> time) {

  TokenChecks within(Duration left) {
    return new TokenChecks(sites, opened, Optional.of(left));
  }

  boolean wanted() {
    return opened.isPresent();
  }

  /** Reads the token and asks; what cannot be found out is no obstacle. */
  WorkspaceFinding finding(Site site, Supplier<Secret> token) {
    try (TokenCheck check = opened.orElseThrow().apply(sites.hosts(site))) {
      return time.map(check::within).orElse(check).finding(token.get());
    } catch (InvalidInputException e) {
      return WorkspaceFinding.unverified(Aspect.TOKEN, "the site's dataway is not known");
    } catch (NotFoundException e) {
      return WorkspaceFinding.unverified(Aspect.TOKEN, "the gateway does not tell the token");
    }
  }
}
