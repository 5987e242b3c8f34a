package com.guance.onboarding.billing;

import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.Site;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sites of one brand and where they answer.
 *
 * <p>A workspace lives on one site for ever, so a site is never defaulted: asking for one that is
 * not in the table is an error. Immutable; {@link #with(SiteHosts)} gives a changed copy.
 */
public final class Sites {

  /** What Guance advises to customers of Huawei Cloud. */
  private static final Site GUANGZHOU = new Site("cn4");

  private final Brand brand;
  private final Map<String, SiteHosts> table;

  private Sites(Brand brand, Map<String, SiteHosts> table) {
    this.brand = brand;
    this.table = table;
  }

  /** {@return the documented sites of Guance} */
  public static Sites documented() {
    return documented(Brand.GUANCE);
  }

  /**
   * The documented sites of a brand.
   *
   * @param brand the brand
   * @return its table
   */
  public static Sites documented(Brand brand) {
    Map<String, SiteHosts> table = new LinkedHashMap<>();
    SiteTable.of(brand).forEach(hosts -> table.put(hosts.site().key(), hosts));
    return new Sites(brand, table);
  }

  /**
   * Adds a site or replaces its addresses, for private links, private deployments and tests.
   *
   * @param hosts the site's addresses
   * @return a copy of this table with that site
   */
  public Sites with(SiteHosts hosts) {
    Map<String, SiteHosts> changed = new LinkedHashMap<>(table);
    changed.put(hosts.site().key(), hosts);
    return new Sites(brand, changed);
  }

  /** {@return whose sites these are} */
  public Brand brand() {
    return brand;
  }

  /**
   * Looks a site up.
   *
   * @param site the site
   * @return its addresses
   * @throws InvalidInputException naming {@code workspace.site} if this brand has no such site
   */
  public SiteHosts hosts(Site site) {
    SiteHosts hosts = table.get(site.key());
    if (hosts == null) {
      throw new InvalidInputException(
          "workspace.site",
          "must be a site of " + brand.label() + ": " + String.join(", ", table.keySet()));
    }
    return hosts;
  }

  /** {@return all sites, in the order of the table} */
  public List<SiteHosts> all() {
    return List.copyOf(table.values());
  }

  /**
   * The site that Guance recommends to customers of Huawei Cloud; a recommendation to show, never a
   * default to apply.
   *
   * @return {@code cn4} if this table has it, else empty
   */
  public Optional<Site> recommendedForHuawei() {
    return table.containsKey(GUANGZHOU.key()) ? Optional.of(GUANGZHOU) : Optional.empty();
  }
}
