package com.guance.onboarding.huawei.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.guance.onboarding.domain.BindingId;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.ShortName;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.spi.MarketplaceGateway.NewMember;
import com.guance.onboarding.spi.MarketplaceGateway.NewOrganization;
import com.guance.onboarding.spi.MarketplaceGateway.Organization;
import com.guance.onboarding.transport.TransportRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** What the tests of the client share: a server, messages, and every operation once. */
final class GatewayServer {

  static final HuaweiAccountId BUYER = new HuaweiAccountId("688055390f3049f283fe9f1aa90f7858");
  static final OrderKey ORDER = new OrderKey("CS-1", "CS-1-000001");
  static final ShortName GCY = new ShortName("gcy");
  static final TenantId TENANT = new TenantId("tenant-1");
  static final BindingId BINDING = new BindingId("binding-1");
  static final NewOrganization NEW_ORGANIZATION = new NewOrganization(BUYER, "GCY Ltd", GCY);
  static final NewMember WENDY = new NewMember("Wendy", "Wendy Wu");
  static final Secret PASSWORD = Secret.of("canary-password");
  static final String ORGANIZATION_KEY = "organization:688055390f3049f283fe9f1aa90f7858:gcy";

  static final Organization ORGANIZATION = new Organization(TENANT, "GCY Ltd", GCY, false);
  static final String ROOT = "/joint-operations/v1";

  private GatewayServer() {}

  static WireMockExtension start() {
    return WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();
  }

  static JointOperationsGateway connect(String baseUrl) {
    JointOperationsSettings settings =
        JointOperationsSettings.builder()
            .baseUrl(URI.create(baseUrl))
            .bearer(() -> Secret.of("canary-token"))
            .http(http -> http.maxAttempts(2))
            .build();
    return JointOperationsGateway.connect(settings, runtime());
  }

  /** Time stands still and nobody waits. */
  static TransportRuntime runtime() {
    return TransportRuntime.builder()
        .clock(Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC))
        .sleeper(time -> {})
        .requestIds(() -> "req-1")
        .build();
  }

  static String message(String name) {
    try (InputStream file = GatewayServer.class.getResourceAsStream(name + ".json")) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void answerAll(WireMockExtension server, int status, String body) {
    server.stubFor(any(anyUrl()).willReturn(jsonResponse(body, status)));
  }

  /** Every operation, by the name that exceptions and logs give it. */
  static Map<String, Consumer<JointOperationsGateway>> operations() {
    Map<String, Consumer<JointOperationsGateway>> all = new LinkedHashMap<>();
    all.put("find order", gateway -> gateway.order(ORDER));
    all.put("find organization", gateway -> gateway.findOrganization(BUYER, GCY));
    all.put("list organizations", gateway -> gateway.organizations(BUYER).forEach(one -> {}));
    all.put("read organization", gateway -> gateway.organization(TENANT));
    all.put(
        "create organization",
        gateway -> gateway.createOrganization(NEW_ORGANIZATION, ORGANIZATION_KEY));
    all.put("find member", gateway -> gateway.hasMember(TENANT, "Wendy"));
    all.put("add member", gateway -> gateway.addMember(TENANT, WENDY, PASSWORD, "member-key"));
    all.put("find binding", gateway -> gateway.findBinding(ORDER));
    all.put("bind order", gateway -> gateway.bind(ORDER, TENANT, "binding-key"));
    all.put("find authorization", gateway -> gateway.isAuthorized(BINDING, "Wendy"));
    all.put("authorize member", gateway -> gateway.authorize(BINDING, "Wendy", "authorize-key"));
    all.put("read login address", gateway -> gateway.loginAddress(BINDING));
    return all;
  }
}
