package com.guance.onboarding.huawei.signin;

import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.domain.AppId;
import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.Names;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.spi.Observations;
import com.guance.onboarding.spi.ObservedMember;
import com.guance.onboarding.spi.ObservedOrganization;
import com.guance.onboarding.spi.SecretStore;
import com.guance.onboarding.testkit.SettableClock;
import com.guance.onboarding.transport.HostLookup;
import com.guance.onboarding.transport.TransportRuntime;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A flow in memory that has heard the callbacks of an organization, and a clock to move. */
final class SignInFixture {

  static final TenantId TENANT = new TenantId("tenant-1");
  static final AppId APP = new AppId("app-1");
  static final String SECRET_REF = "client-secret-1";
  static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  private final SettableClock clock = SettableClock.standing(NOW);
  private final OnboardingFlow flow = OnboardingFlow.builder().callbacks(true).clock(clock).build();
  private final FakeSecretStore secrets = new FakeSecretStore();

  OnboardingFlow flow() {
    return flow;
  }

  SecretStore secrets() {
    return secrets;
  }

  void advance(Duration time) {
    clock.advance(time);
  }

  TransportRuntime runtime() {
    return runtime(TransportRuntime.system().hosts());
  }

  TransportRuntime runtime(HostLookup hosts) {
    return TransportRuntime.builder().clock(clock).sleeper(time -> {}).hosts(hosts).build();
  }

  static SignInSettings.Builder settings() {
    return SignInSettings.builder()
        .app(APP)
        .putReturnAddresses("home", URI.create("https://guance.example.com/bye?a=b"));
  }

  /** A purchase with everything that signing in needs. */
  void bought(String order, String domain) {
    opened(order);
    tenantSynced(order, domain, true, NOW.minusSeconds(60));
    applicationSynced(order, true, NOW.minusSeconds(50));
    memberSynced(order, "wendy", true, NOW.minusSeconds(40));
  }

  void opened(String order) {
    flow.record(
        Observations.instanceOpened(
            new OrderKey(order, order + "-1"), new InstanceId("inst-" + order)));
  }

  void tenantSynced(String order, String domain, boolean bound, Instant at) {
    flow.record(
        Observations.tenantSynced(
            names(order).build(), new ObservedOrganization("gcy", "GCY Ltd", domain), bound, at));
  }

  void applicationSynced(String order, boolean bound, Instant at) {
    secrets.put(SECRET_REF, Secret.of("canary-client-secret"));
    flow.record(
        Observations.applicationSynced(
            names(order).app(APP).build(), "client-1", Optional.of(SECRET_REF), bound, at));
  }

  void memberSynced(String order, String userName, boolean enabled, Instant at) {
    flow.record(
        Observations.memberSynced(
            names(order).app(APP).build(), ObservedMember.of(TENANT, userName), enabled, at));
  }

  private static Names.Builder names(String order) {
    return Names.builder().instance(new InstanceId("inst-" + order)).tenant(TENANT);
  }

  static String token(String access) {
    return "{\"access_token\":\""
        + access
        + "\",\"token_type\":\"Bearer\",\"expires_in\":7200,\"scope\":\"get_user_info\","
        + "\"refresh_token\":\"canary-refresh\"}";
  }

  static String member(String tenant, String userName) {
    return "{\"id\":\"1\",\"userId\":\"u-1\",\"userName\":\""
        + userName
        + "\",\"name\":\"canary-Wendy\",\"email\":\"canary@x.example\",\"mobile\":\"canary-139\","
        + "\"role\":\"admin\",\"organizationName\":\"Dept\",\"organizationCode\":\"d-1\","
        + "\"projectName\":\"GCY Ltd\",\"tenant\":\""
        + tenant
        + "\",\"new\":{}}";
  }

  private static final class FakeSecretStore implements SecretStore {

    private final Map<String, Secret> kept = new ConcurrentHashMap<>();

    @Override
    public void put(String name, Secret secret) {
      kept.put(name, secret);
    }

    @Override
    public Optional<Secret> get(String name) {
      return Optional.ofNullable(kept.get(name));
    }

    @Override
    public void forget(String name) {
      kept.remove(name);
    }
  }
}
