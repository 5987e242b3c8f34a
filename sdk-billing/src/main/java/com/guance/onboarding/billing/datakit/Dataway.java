package com.guance.onboarding.billing.datakit;

import com.guance.onboarding.billing.Brand;
import com.guance.onboarding.billing.SiteHosts;

/** Where DataKit sends to and comes from, for one brand and site. */
record Dataway(SiteHosts hosts, String token) {

  String url() {
    String openway = hosts.openway().toString();
    String base = openway.endsWith("/") ? openway.substring(0, openway.length() - 1) : openway;
    return base + "?token=" + token;
  }

  String installerBaseUrl() {
    return hosts.brand() == Brand.TRUEWATCH
        ? "https://static.truewatch.com/datakit"
        : "https://static.guance.com/datakit";
  }

  String chartRepository() {
    return hosts.brand() == Brand.TRUEWATCH
        ? "https://pubrepo.truewatch.com/chartrepo/truewatch"
        : "https://pubrepo.guance.com/chartrepo/datakit";
  }

  /** The token is in it. */
  @Override
  public String toString() {
    return "Dataway[" + hosts.site() + "]";
  }
}
