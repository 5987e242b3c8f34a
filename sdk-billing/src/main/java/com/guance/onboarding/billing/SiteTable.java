package com.guance.onboarding.billing;

import com.guance.onboarding.domain.Site;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The documented addresses, contracts/guance.md §2. Domains differ from site to site by no rule, so
 * every host is written out; a dash stands where no document names one in full.
 */
final class SiteTable {

  private static final URI BILLING_CN = URI.create("https://boss.guance.com/#/signin");
  private static final URI BILLING_ABROAD = URI.create("https://bill.guance.one/");

  /** Key, console, OpenAPI, dataway, sign-in, Billing Center, place. */
  private static final String GUANCE =
      """
      cn1 console.guance.com     openapi.guance.com     openway.guance.com     auth.guance.com     cn Hangzhou, Alibaba Cloud
      cn2 aws-console.guance.com aws-openapi.guance.com aws-openway.guance.com aws-auth.guance.com cn Ningxia, AWS
      cn3 cn3-console.guance.com cn3-openapi.guance.com cn3-openway.guance.com cn3-auth.guance.com cn Zhangjiakou
      cn4 cn4-console.guance.com cn4-openapi.guance.com cn4-openway.guance.com cn4-auth.guance.com cn Guangzhou, Huawei Cloud
      cn5 cn5-console.guance.com cn5-openapi.guance.com cn5-openway.guance.com cn5-auth.guance.com cn 21Vianet
      cn6 cn6-console.guance.one cn6-openapi.guance.one cn6-openway.guance.one cn6-auth.guance.com abroad Hong Kong, Alibaba Cloud
      us1 us1-console.guance.com us1-openapi.guance.com us1-openway.guance.com us1-auth.guance.com abroad Oregon, AWS
      eu1 eu1-console.guance.one eu1-openapi.guance.one eu1-openway.guance.one eu1-auth.guance.com abroad Frankfurt, AWS
      ap1 ap1-console.guance.one ap1-openapi.guance.one ap1-openway.guance.one ap1-auth.guance.com abroad Singapore, AWS
      za1 -                      -                      za1-openway.guance.one -                   abroad South Africa, Huawei Cloud
      id1 -                      -                      id1-openway.guance.one -                   abroad Jakarta, Tencent Cloud
      """;

  private static final String TRUEWATCH =
      """
      us1 us1-console.truewatch.com us1-openapi.truewatch.com us1-openway.truewatch.com us1-auth.truewatch.com - Oregon, AWS
      eu1 eu1-console.truewatch.com eu1-openapi.truewatch.com eu1-openway.truewatch.com eu1-auth.truewatch.com - Frankfurt, AWS
      ap1 ap1-console.truewatch.com ap1-openapi.truewatch.com ap1-openway.truewatch.com ap1-auth.truewatch.com - Singapore, AWS
      za1 -                         za1-openapi.truewatch.com za1-openway.truewatch.com za1-auth.truewatch.com - South Africa, Huawei Cloud
      id1 -                         id1-openapi.truewatch.com id1-openway.truewatch.com id1-auth.truewatch.com - Jakarta, Tencent Cloud
      """;

  private SiteTable() {}

  static List<SiteHosts> of(Brand brand) {
    String table = brand == Brand.GUANCE ? GUANCE : TRUEWATCH;
    return table.lines().map(line -> row(brand, line.split(" +", 7))).toList();
  }

  private static SiteHosts row(Brand brand, String[] cells) {
    return SiteHosts.builder()
        .site(new Site(cells[0]))
        .brand(brand)
        .console(host(cells[1]))
        .openApi(host(cells[2]))
        .openway(URI.create("https://" + cells[3]))
        .auth(host(cells[4]))
        .billingCenter(billingCenter(cells[5]))
        .place(cells[6])
        .build();
  }

  private static Optional<URI> host(String cell) {
    return cell.equals("-") ? Optional.empty() : Optional.of(URI.create("https://" + cell));
  }

  private static Optional<URI> billingCenter(String cell) {
    return switch (cell) {
      case "cn" -> Optional.of(BILLING_CN);
      case "abroad" -> Optional.of(BILLING_ABROAD);
      default -> Optional.empty();
    };
  }
}
