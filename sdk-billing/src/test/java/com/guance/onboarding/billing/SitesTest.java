package com.guance.onboarding.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.billing.datakit.TokenCheck;
import com.guance.onboarding.billing.openapi.OpenApiVerifier;
import com.guance.onboarding.billing.openapi.VerifierSettings;
import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.Site;
import com.guance.onboarding.error.InvalidSettingException;
import com.guance.onboarding.error.TransportException;
import com.guance.onboarding.spi.WorkspaceVerifier.Expected;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SitesTest {

  @ParameterizedTest
  @CsvSource({
    "GUANCE,cn1,https://console.guance.com,https://openapi.guance.com,https://openway.guance.com,https://auth.guance.com",
    "GUANCE,cn2,https://aws-console.guance.com,https://aws-openapi.guance.com,https://aws-openway.guance.com,https://aws-auth.guance.com",
    "GUANCE,cn3,https://cn3-console.guance.com,https://cn3-openapi.guance.com,https://cn3-openway.guance.com,https://cn3-auth.guance.com",
    "GUANCE,cn4,https://cn4-console.guance.com,https://cn4-openapi.guance.com,https://cn4-openway.guance.com,https://cn4-auth.guance.com",
    "GUANCE,cn5,https://cn5-console.guance.com,https://cn5-openapi.guance.com,https://cn5-openway.guance.com,https://cn5-auth.guance.com",
    "GUANCE,cn6,https://cn6-console.guance.one,https://cn6-openapi.guance.one,https://cn6-openway.guance.one,https://cn6-auth.guance.com",
    "GUANCE,us1,https://us1-console.guance.com,https://us1-openapi.guance.com,https://us1-openway.guance.com,https://us1-auth.guance.com",
    "GUANCE,eu1,https://eu1-console.guance.one,https://eu1-openapi.guance.one,https://eu1-openway.guance.one,https://eu1-auth.guance.com",
    "GUANCE,ap1,https://ap1-console.guance.one,https://ap1-openapi.guance.one,https://ap1-openway.guance.one,https://ap1-auth.guance.com",
    "GUANCE,za1,,,https://za1-openway.guance.one,",
    "GUANCE,id1,,,https://id1-openway.guance.one,",
    "TRUEWATCH,us1,https://us1-console.truewatch.com,https://us1-openapi.truewatch.com,https://us1-openway.truewatch.com,https://us1-auth.truewatch.com",
    "TRUEWATCH,eu1,https://eu1-console.truewatch.com,https://eu1-openapi.truewatch.com,https://eu1-openway.truewatch.com,https://eu1-auth.truewatch.com",
    "TRUEWATCH,ap1,https://ap1-console.truewatch.com,https://ap1-openapi.truewatch.com,https://ap1-openway.truewatch.com,https://ap1-auth.truewatch.com",
    "TRUEWATCH,za1,,https://za1-openapi.truewatch.com,https://za1-openway.truewatch.com,https://za1-auth.truewatch.com",
    "TRUEWATCH,id1,,https://id1-openapi.truewatch.com,https://id1-openway.truewatch.com,https://id1-auth.truewatch.com"
  })
  void hosts_documentedSite_areThoseOfTheDocument(
      Brand brand,
      String key,
      @Nullable URI console,
      @Nullable URI openApi,
      URI openway,
      @Nullable URI auth) {
    SiteHosts hosts = Sites.documented(brand).hosts(new Site(key));
    assertThat(hosts.console()).isEqualTo(Optional.ofNullable(console));
    assertThat(hosts.openApi()).isEqualTo(Optional.ofNullable(openApi));
    assertThat(hosts.openway()).isEqualTo(openway);
    assertThat(hosts.auth()).isEqualTo(Optional.ofNullable(auth));
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
        .hasMessageEndingWith(
            "must be a site of Guance: cn1, cn2, cn3, cn4, cn5, cn6, us1, eu1, ap1, za1, id1");
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

  private static SiteHosts.Builder plain(String openway) {
    return SiteHosts.builder()
        .site(new Site("cn4"))
        .openway(URI.create(openway))
        .DANGEROUS_allowPlainHttp(URI.create("http://dataway.internal:9528"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://dataway.internal:9528", "http://Dataway.internal:9528/v1"})
  void builder_plainHttpOfTheNamedOrigin_isTaken(String openway) {
    assertThat(plain(openway).build().openway()).isEqualTo(URI.create(openway));
  }

  @Test
  void http_plainHttpThatTheSiteTakes_isCalled() {
    SiteHosts site = plain("http://dataway.internal:9528").build();

    try (TokenCheck check = TokenCheck.connect(site)) {
      assertThat(check).isNotNull();
    }
    assertThat(site.http(site.openway(), http -> http.maxAttempts(2)).maxAttempts()).isEqualTo(2);
    URI other = URI.create("http://dataway.internal:9529");
    assertThatThrownBy(() -> site.http(other, http -> {}))
        .isInstanceOf(InvalidSettingException.class);
  }

  @Test
  void verifier_plainHttpThatTheSiteTakes_isAsked() {
    URI address = URI.create("http://dataway.internal:9528");
    SiteHosts site = plain(address.toString()).openApi(address).build();
    OpenApiVerifier verifier =
        OpenApiVerifier.of(VerifierSettings.builder().sites(Sites.documented().with(site)).build());
    Expected expected =
        new Expected(site.site(), Optional.empty(), Optional.empty(), Optional.empty());

    assertThatThrownBy(
            () -> verifier.within(Duration.ZERO).firstHost(expected, Secret.of("wsak_1")))
        .isInstanceOf(TransportException.class)
        .hasMessageContaining("no time left");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://dataway.internal",
        "http://dataway.internal:9529",
        "http://openway.internal:9528"
      })
  void builder_plainHttpOfAnotherOrigin_isRefused(String openway) {
    SiteHosts.Builder builder = plain(openway);
    assertThatThrownBy(builder::build)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("DANGEROUS_allowPlainHttp");
  }
}
