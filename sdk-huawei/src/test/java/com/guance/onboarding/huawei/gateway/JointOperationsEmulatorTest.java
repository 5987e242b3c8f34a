package com.guance.onboarding.huawei.gateway;

import static com.guance.onboarding.huawei.gateway.GatewayServer.BUYER;
import static com.guance.onboarding.huawei.gateway.GatewayServer.GCY;
import static com.guance.onboarding.huawei.gateway.GatewayServer.NEW_ORGANIZATION;
import static com.guance.onboarding.huawei.gateway.GatewayServer.ORDER;
import static com.guance.onboarding.huawei.gateway.GatewayServer.PASSWORD;
import static com.guance.onboarding.huawei.gateway.GatewayServer.WENDY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.guance.onboarding.domain.ChargingMode;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.ShortName;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.error.AuthenticationException;
import com.guance.onboarding.error.ConflictException;
import com.guance.onboarding.error.InvalidRequestException;
import com.guance.onboarding.error.NotFoundException;
import com.guance.onboarding.error.RemoteException;
import com.guance.onboarding.spi.MarketplaceGateway.Binding;
import com.guance.onboarding.spi.MarketplaceGateway.NewMember;
import com.guance.onboarding.spi.MarketplaceGateway.NewOrganization;
import com.guance.onboarding.spi.MarketplaceGateway.Organization;
import com.guance.onboarding.spi.OrderDetails;
import com.guance.onboarding.testkit.Emulator;
import com.guance.onboarding.testkit.EmulatorSettings;
import com.guance.onboarding.transport.TransportRuntime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client against the emulator, which speaks the wire with code of its own. */
class JointOperationsEmulatorTest {

  private static final Emulator EMULATOR =
      Emulator.start(EmulatorSettings.builder().token(Secret.of("token")).build());

  private final JointOperationsGateway gateway = connect("token");

  @AfterAll
  static void end() {
    EMULATOR.close();
  }

  @BeforeEach
  void begin() {
    EMULATOR.reset();
    EMULATOR.given().order(ORDER, BUYER);
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void everyOperation_inTheOrderOfAnOnboarding_works() {
    OrderDetails order = gateway.order(ORDER).orElseThrow();
    assertThat(order.buyer()).contains(BUYER);
    assertThat(order.chargingMode()).isNotEqualTo(ChargingMode.UNKNOWN);
    assertThat(order.productId()).isPresent();

    assertThat(gateway.findOrganization(BUYER, GCY)).isEmpty();
    Organization created = gateway.createOrganization(NEW_ORGANIZATION, "organization");
    assertThat(gateway.findOrganization(BUYER, GCY)).contains(created);
    assertThat(gateway.organization(created.tenant())).isEqualTo(created);

    assertThat(gateway.hasMember(created.tenant(), "Wendy")).isFalse();
    gateway.addMember(created.tenant(), WENDY, PASSWORD, "member");
    assertThat(gateway.hasMember(created.tenant(), "Wendy")).isTrue();

    assertThat(gateway.findBinding(ORDER)).isEmpty();
    Binding bound = gateway.bind(ORDER, created.tenant(), "binding");
    assertThat(gateway.findBinding(ORDER)).contains(bound);
    assertThat(bound.names().app()).isPresent();
    assertThat(bound.names().instance()).isPresent();

    assertThat(gateway.isAuthorized(bound.id(), "Wendy")).isFalse();
    gateway.authorize(bound.id(), "Wendy", "authorization");
    assertThat(gateway.isAuthorized(bound.id(), "Wendy")).isTrue();
    assertThat(gateway.loginAddress(bound.id())).hasScheme("https");
  }

  @Test
  void order_thatDoesNotExistYet_isEmpty() {
    assertThat(gateway.order(new OrderKey("CS-404", "1"))).isEmpty();
  }

  @Test
  void createOrganization_again_isTheSameOrItsIdInAConflict() {
    Organization created = gateway.createOrganization(NEW_ORGANIZATION, "organization");

    assertThat(gateway.createOrganization(NEW_ORGANIZATION, "organization")).isEqualTo(created);
    ConflictException conflict =
        catchThrowableOfType(
            ConflictException.class,
            () -> gateway.createOrganization(NEW_ORGANIZATION, "another key"));
    assertThat(conflict.existingId()).contains(created.tenant().value());
  }

  @Test
  void createOrganization_withAKeyOfSomethingElse_isAConflict() {
    gateway.createOrganization(NEW_ORGANIZATION, "organization");

    assertRefused(
        "IDEMPOTENCY_KEY_REUSED",
        "",
        () ->
            gateway.createOrganization(
                new NewOrganization(BUYER, "Other", new ShortName("other")), "organization"));
  }

  @Test
  void createOrganization_ofATakenShortName_namesTheField() {
    EMULATOR.given().takenShortName("gcy");

    ConflictException conflict =
        catchThrowableOfType(
            ConflictException.class,
            () -> gateway.createOrganization(NEW_ORGANIZATION, "organization"));

    assertThat(conflict.field()).contains("organization.shortName");
    assertThat(conflict.existingId()).isEmpty();
    assertThat(gateway.findOrganization(BUYER, GCY)).isEmpty();
  }

  @Test
  void createOrganization_beyondTheLimit_asksForOneThatExists() {
    for (String name : List.of("one", "two", "three", "four", "five")) {
      EMULATOR.given().organization(BUYER, name, name);
    }

    assertRefused(
        "ORGANIZATION_LIMIT_REACHED",
        "organization.shortName",
        () -> gateway.createOrganization(NEW_ORGANIZATION, "organization"));
    try (var there = gateway.organizations(BUYER)) {
      assertThat(there.map(one -> one.shortName().value()))
          .containsExactlyInAnyOrder("one", "two", "three", "four", "five");
    }
    try (var others = gateway.organizations(new HuaweiAccountId("somebody-else"))) {
      assertThat(others).isEmpty();
    }
  }

  @Test
  void addMember_again_isAConflictWithItsId() {
    TenantId tenant = EMULATOR.given().organization(BUYER, "GCY Ltd", "gcy");
    gateway.addMember(tenant, WENDY, PASSWORD, "member");
    gateway.addMember(tenant, WENDY, PASSWORD, "member");

    ConflictException conflict =
        catchThrowableOfType(
            ConflictException.class,
            () -> gateway.addMember(tenant, WENDY, PASSWORD, "another key"));
    assertThat(conflict.existingId()).isPresent();
  }

  @Test
  void bind_ofABoundOrder_isAConflict() {
    TenantId one = EMULATOR.given().organization(BUYER, "One", "one");
    TenantId two = EMULATOR.given().organization(BUYER, "Two", "two");
    Binding bound = gateway.bind(ORDER, one, "binding");

    ConflictException elsewhere =
        catchThrowableOfType(
            ConflictException.class, () -> gateway.bind(ORDER, two, "another key"));
    assertThat(elsewhere.existingId()).contains(bound.id().value());

    OrderKey second = EMULATOR.given().order(new OrderKey("CS-2", "1"), BUYER);
    assertRefused(
        "PRODUCT_ALREADY_BOUND",
        "organization.shortName",
        () -> gateway.bind(second, one, "second"));
  }

  @Test
  void authorize_ofAStranger_namesTheField() {
    TenantId tenant = EMULATOR.given().organization(BUYER, "GCY Ltd", "gcy");
    Binding bound = gateway.bind(ORDER, tenant, "binding");

    InvalidRequestException refusal =
        catchThrowableOfType(
            InvalidRequestException.class,
            () -> gateway.authorize(bound.id(), "Wendy", "authorization"));
    assertThat(refusal.field()).contains("member.account");
  }

  @Test
  void lists_ofMoreThanOnePage_areReadToTheEnd() {
    TenantId tenant = EMULATOR.given().organization(BUYER, "GCY Ltd", "gcy");
    Binding bound = gateway.bind(ORDER, tenant, "binding");
    for (int i = 0; i < 120; i++) {
      gateway.addMember(tenant, new NewMember("member" + i, "Member"), PASSWORD, "m" + i);
      gateway.authorize(bound.id(), "member" + i, "a" + i);
    }

    assertThat(gateway.isAuthorized(bound.id(), "member119")).isTrue();
    assertThat(gateway.isAuthorized(bound.id(), "member120")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "duplicate",
        "cut-before",
        "cut-after",
        "throttle",
        "error-500",
        "malformed",
        "unknown-fields",
      })
  void write_underAFault_happensOnce(String fault) {
    EMULATOR.fault(fault, 1, "createOrganization");

    Organization created = gateway.createOrganization(NEW_ORGANIZATION, "organization");

    assertThat(gateway.findOrganization(BUYER, GCY)).contains(created);
    assertThat((List<?>) EMULATOR.state().get("organizations")).hasSize(1);
  }

  @Test
  void call_withAWrongToken_isNotAuthenticated() {
    try (JointOperationsGateway stranger = connect("another token")) {
      assertThatThrownBy(() -> stranger.order(ORDER)).isInstanceOf(AuthenticationException.class);
    }
  }

  @Test
  void organization_thatDoesNotExist_isNotFound() {
    assertThatThrownBy(() -> gateway.organization(new TenantId("404")))
        .isInstanceOf(NotFoundException.class);
  }

  private static void assertRefused(String code, String field, Runnable call) {
    RemoteException refusal = catchThrowableOfType(RemoteException.class, call::run);
    assertThat(refusal.code()).isEqualTo(code);
    assertThat(refusal.field().orElse("")).isEqualTo(field);
  }

  private static JointOperationsGateway connect(String token) {
    JointOperationsSettings settings =
        JointOperationsSettings.builder()
            .baseUrl(EMULATOR.jointOperationsUri())
            .bearer(() -> Secret.of(token))
            .http(http -> http.deadline(Duration.ofMinutes(2)))
            .build();
    TransportRuntime runtime =
        TransportRuntime.builder()
            .clock(EMULATOR.clock())
            .sleeper(EMULATOR.clock().sleeper())
            .build();
    return JointOperationsGateway.connect(settings, runtime);
  }
}
