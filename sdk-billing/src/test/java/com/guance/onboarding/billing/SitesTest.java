package com.guance.onboarding.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.Site;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SitesTest {

  @ParameterizedTest
  @CsvSource({
    "cn1,https://console.guance.com,https://openapi.guance.com,https://openway.guance.com,https://auth.guance.com",
    "cn2,https://aws-console.guance.com,https://aws-openapi.guance.com,https://aws-openway.guance.com,https://aws-auth.guance.com",
    "cn4,https://cn4-console.guance.com,https://cn4-openapi.guance.com,https://cn4-openway.guance.com,https://cn4-auth.guance.com",
    "cn6,https://cn6-console.guance.one,https://cn6-openapi.guance.one,https://cn6-openway.guance.one,https://cn6-auth.guance.com",
    "us1,https://us1-console.guance.com,https://us1-openapi.guance.com,https://us1-openway.guance.com,https://us1-auth.guance.com",
    "ap1,https://ap1-console.guance.one,https://ap1-openapi.guance.one,https://ap1-openway.guance.one,https://ap1-auth.guance.com"
  })
  void hosts_documentedSite_areThoseOfTheDocument(
      String key, URI console, URI openApi, URI openway, URI auth) {
    SiteHosts hosts = Sites.documented().hosts(new Site(key));
    assertThat(hosts.console()).contains(console);
    assertThat(hosts.openApi()).contains(openApi);
    assertThat(hosts.openway()).isEqualTo(openway);
    assertThat(hosts.auth()).contains(auth);
  }

  @Test
  void all_perBrand_hasEverySite() {
    assertThat(Sites.documented().all())
        .extracting(hosts -> hosts.site().key())
        .containsExactly(
            "cn1", "cn2", "cn3", "cn4", "cn5", "cn6", "us1", "eu1", "ap1", "za1", "id1");
    assertThat(Sites.documented(Brand.TRUEWATCH).all())
        .extracting(hosts -> hosts.site().key())
        .containsExactly("us1", "eu1", "ap1", "za1", "id1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cn7", "default", "aws", "hangzhou", "xx"})
  void hosts_unknownSite_isRefusedNamingTheField(String key) {
    assertThatThrownBy(() -> Sites.documented().hosts(new Site(key)))
        .isInstanceOfSatisfying(
            InvalidInputException.class, e -> assertThat(e.field()).isEqualTo("workspace.site"))
        .hasMessageContaining("cn4")
        .hasMessageNotContaining(key.equals("aws") ? "zz" : key);
  }

  @Test
  void hosts_siteOfTheOtherBrand_isRefused() {
    assertThatThrownBy(() -> Sites.documented(Brand.TRUEWATCH).hosts(new Site("cn4")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("TrueWatch");
  }

  @Test
  void recommendedForHuawei_guance_isGuangzhou() {
    assertThat(Sites.documented().recommendedForHuawei()).contains(new Site("cn4"));
    assertThat(Sites.documented(Brand.TRUEWATCH).recommendedForHuawei()).isEmpty();
  }

  @Test
  void with_override_replacesOneSiteAndLeavesTheTable() {
    Sites documented = Sites.documented();
    SiteHosts mine =
        SiteHosts.builder()
            .from(documented.hosts(new Site("cn4")))
            .openway(URI.create("http://127.0.0.1:9528"))
            .build();
    assertThat(documented.with(mine).hosts(new Site("cn4")).openway())
        .isEqualTo(URI.create("http://127.0.0.1:9528"));
    assertThat(documented.hosts(new Site("cn4")).openway())
        .isEqualTo(URI.create("https://cn4-openway.guance.com"));
  }

  @Test
  void requireOpenApi_publishedByNoDocument_saysWhichSettingHelps() {
    assertThatThrownBy(() -> Sites.documented().hosts(new Site("za1")).requireOpenApi())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("sites.za1.openApi");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://openway.example.com",
        "ftp://openway.example.com",
        "https://user@openway.example.com",
        "https://openway.example.com?x=1",
        "https://openway.example.com/#x",
        "https://openway.example.com/a'b",
        "openway.example.com"
      })
  void builder_addressThatIsMoreThanAnAddress_isRefused(String openway) {
    SiteHosts.Builder builder =
        SiteHosts.builder().site(new Site("cn4")).openway(URI.create(openway));
    assertThatThrownBy(builder::build)
        .isInstanceOfSatisfying(
            InvalidInputException.class, e -> assertThat(e.field()).isEqualTo("sites.cn4.openway"));
  }

  @Test
  void builder_plainHttp_needsTheDangerousSwitch() {
    SiteHosts hosts =
        SiteHosts.builder()
            .site(new Site("cn4"))
            .openway(URI.create("http://dataway.internal:9528"))
            .DANGEROUS_allowPlainHttp()
            .build();
    assertThat(hosts.openway().getScheme()).isEqualTo("http");
  }
}
