package com.guance.onboarding.huawei.signin;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.guance.onboarding.huawei.signin.SignInFixture.settings;
import static com.guance.onboarding.huawei.signin.SignInFixture.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.guance.onboarding.Onboarding;
import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.error.ProtocolException;
import com.guance.onboarding.error.TransportException;
import com.guance.onboarding.transport.HostLookup;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a domain from outside may lead the client secret: nowhere but to where it belongs. */
class SignInNetworkTest {

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.wireMockConfig().dynamicPort())
          .build();

  @RegisterExtension
  static final WireMockExtension THIEF =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.wireMockConfig().dynamicPort())
          .build();

  private final SignInFixture fixture = new SignInFixture();
  private final List<String> lookedUp = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254",
        "https://169.254.169.254",
        "https://127.0.0.1",
        "https://2130706433",
        "https://[::1]",
        "https://localhost",
        "https://user@host",
        "https://user@idp.example.com",
        "https://idp.example.com:8443",
        "https://idp.example.com/path",
        "https://idp.example.com?a=b"
      })
  void complete_withADomainThatMustNotBe_looksUpAndSendsNothing(String domain) {
    fixture.bought("CS1", domain);

    assertRefused(signIn("10.0.0.1"), "the organization's sign-in domain must");
    assertThat(lookedUp).isEmpty();
  }

  @Test
  void complete_withTheServersOwnAddress_isNotServedUnlessNamedInSettings() {
    fixture.bought("CS1", SERVER.baseUrl());

    assertRefused(signIn("127.0.0.1"), "must begin with https");
    SERVER.verify(0, anyRequestedFor(anyUrl()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.1",
        "127.0.0.1",
        "169.254.169.254",
        "192.168.0.1",
        "100.100.100.200",
        "0.0.0.0",
        "::1",
        "fd00::1",
        "::ffff:10.0.0.1"
      })
  void complete_withANameThatLeadsInside_connectsToNothing(String address) {
    fixture.bought("CS1", "https://idp.example.com");

    assertRefused(signIn(address), "no address that is allowed");
    assertThat(lookedUp).containsOnly("idp.example.com");
  }

  @Test
  void complete_onThisMachineByANameThatLeadsElsewhere_connectsToNothing() {
    URI origin = URI.create("http://localhost:" + SERVER.getPort());
    fixture.bought("CS1", origin.toString());

    assertRefused(signIn(lookup("8.8.8.8"), origin), "no address that is allowed");
    SERVER.verify(0, anyRequestedFor(anyUrl()));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void complete_redirected_doesNotFollow(int status) {
    fixture.bought("CS1", SERVER.baseUrl());
    SERVER.stubFor(
        any(anyUrl())
            .willReturn(
                aResponse().withStatus(status).withHeader("Location", THIEF.baseUrl() + "/c")));
    THIEF.stubFor(any(anyUrl()).willReturn(okJson(token("stolen"))));

    assertRefused(signIn(lookup("127.0.0.1"), URI.create(SERVER.baseUrl())), "redirects");
    SERVER.verify(1, anyRequestedFor(anyUrl()));
    THIEF.verify(0, anyRequestedFor(anyUrl()));
  }

  @Test
  void complete_redirectedWhileReadingTheMember_keepsTheToken() {
    fixture.bought("CS1", SERVER.baseUrl());
    SERVER.stubFor(post(anyUrl()).willReturn(okJson(token("canary-access"))));
    SERVER.stubFor(
        get(anyUrl())
            .willReturn(aResponse().withStatus(302).withHeader("Location", THIEF.baseUrl())));

    assertRefused(signIn(lookup("127.0.0.1"), URI.create(SERVER.baseUrl())), "redirects");
    THIEF.verify(0, anyRequestedFor(anyUrl()));
  }

  @Test
  void complete_answeredWithMoreThan64KiB_readsNoFurther() {
    fixture.bought("CS1", SERVER.baseUrl());
    String padding = "{\"pad\":\"" + "x".repeat(65_536) + "\",\"access_token\":\"a\"}";
    SERVER.stubFor(any(anyUrl()).willReturn(okJson(padding)));

    assertThatThrownBy(
            () ->
                signIn(lookup("127.0.0.1"), URI.create(SERVER.baseUrl()))
                    .complete("code-1", "tenant-1"))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("65536");
  }

  /** The caller hears the reason, and so does an operator who looks at the stage. */
  private void assertRefused(SignIn signIn, String why) {
    assertThatThrownBy(() -> signIn.complete("code-1", "tenant-1"))
        .isInstanceOfSatisfying(
            TransportException.class, refused -> assertThat(refused.isRetryable()).isFalse())
        .hasMessageContaining(why);
    Onboarding onboarding =
        fixture.flow().find(new LookupKey.ByTenant(SignInFixture.TENANT)).get(0);
    assertThat(fixture.flow().explain(onboarding.id()).remarks())
        .anySatisfy(remark -> assertThat(remark).startsWith("SIGN_IN: ").contains(why));
  }

  private HostLookup lookup(String address) {
    return host -> {
      lookedUp.add(host);
      return List.of(InetAddress.getByName(address));
    };
  }

  private SignIn signIn(String address) {
    return SignIn.connect(
        settings().build(), fixture.flow(), fixture.secrets(), fixture.runtime(lookup(address)));
  }

  private SignIn signIn(HostLookup hosts, URI loopback) {
    return SignIn.connect(
        settings().addLoopbackOrigins(loopback).build(),
        fixture.flow(),
        fixture.secrets(),
        fixture.runtime(hosts));
  }
}
