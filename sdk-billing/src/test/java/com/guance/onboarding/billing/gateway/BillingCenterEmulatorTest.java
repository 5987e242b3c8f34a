package com.guance.onboarding.billing.gateway;

import static com.guance.onboarding.billing.gateway.GatewayServer.BUYER;
import static com.guance.onboarding.billing.gateway.GatewayServer.SITE;
import static com.guance.onboarding.billing.gateway.GatewayServer.TERMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.guance.onboarding.domain.BillingAccountId;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.Language;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.error.AuthenticationException;
import com.guance.onboarding.error.ConflictException;
import com.guance.onboarding.error.NotFoundException;
import com.guance.onboarding.error.RateLimitedException;
import com.guance.onboarding.error.RemoteException;
import com.guance.onboarding.spi.BillingGateway.BillingAccount;
import com.guance.onboarding.spi.BillingGateway.Credentials;
import com.guance.onboarding.spi.BillingGateway.Login;
import com.guance.onboarding.spi.BillingGateway.NewAccount;
import com.guance.onboarding.spi.BillingGateway.NewWorkspace;
import com.guance.onboarding.spi.BillingGateway.SentCode;
import com.guance.onboarding.spi.BillingGateway.Settlement;
import com.guance.onboarding.spi.BillingGateway.Verification;
import com.guance.onboarding.spi.BillingGateway.Workspace;
import com.guance.onboarding.spi.BillingGateway.WorkspaceForm;
import com.guance.onboarding.spi.CodePurpose;
import com.guance.onboarding.testkit.Emulator;
import com.guance.onboarding.testkit.EmulatorSettings;
import com.guance.onboarding.transport.TransportRuntime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client against the emulator, which speaks the wire with code of its own. */
class BillingCenterEmulatorTest {

  private static final Emulator EMULATOR =
      Emulator.start(EmulatorSettings.builder().token(Secret.of("token")).build());
  private static final OrderKey ORDER = new OrderKey("CS-1", "1");
  private static final String EMAIL = "wendy@example.com";
  private static final NewAccount ACCOUNT =
      new NewAccount(BUYER, new Login("wendy", EMAIL), Optional.of(SITE), TERMS);
  private static final Secret PASSWORD = Secret.of("password");

  private final BillingCenterGateway gateway = connect("token");

  @AfterAll
  static void end() {
    EMULATOR.close();
  }

  @BeforeEach
  void begin() {
    EMULATOR.reset();
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void everyOperation_onTheRegisterPath_works() {
    assertThat(gateway.findAccount(BUYER)).isEmpty();
    assertThat(gateway.findCode("register")).isEmpty();
    SentCode sent = gateway.sendCode(CodePurpose.REGISTER, EMAIL, "register");
    assertThat(gateway.findCode("register")).contains(sent);

    BillingAccount account =
        gateway.register(ACCOUNT, new Credentials(PASSWORD, typed(sent)), "account");
    assertThat(account.guanceAccount()).isTrue();
    assertThat(gateway.findAccount(BUYER)).contains(account);
    assertThat(gateway.findCode("register")).isEmpty();
    gateway.confirmEnterprise(account.id(), "GCY Ltd");
    gateway.confirmEnterprise(account.id(), "GCY Ltd");
    assertThat(gateway.findAccount(BUYER).orElseThrow().enterprise()).contains("GCY Ltd");

    assertThat(gateway.findWorkspace("workspace")).isEmpty();
    Workspace created =
        gateway.createWorkspace(order(account.id(), Optional.empty()), Optional.empty());
    assertThat(gateway.findWorkspace("workspace")).contains(created);
    assertThat(gateway.workspaces(account.id(), false)).containsExactly(created);
    Workspace bound =
        gateway.bindWorkspace(created.id(), new Settlement(account.id(), BUYER, ORDER), "binding");
    assertThat(bound.state().bound()).isTrue();
    assertThat(bound.state().account()).contains(account.id());
    assertThat(gateway.workspace(created.id())).isEqualTo(bound);
    assertThat(gateway.workspaces(account.id(), true)).containsExactly(bound);

    assertThat(gateway.installToken(created.id()).reveal()).isNotEmpty();
    assertThat(gateway.firstDataKitHost(created.id())).isEmpty();
    EMULATOR.given().dataKit(created.id(), "ecs-1");
    EMULATOR.given().dataKit(created.id(), "ecs-2");
    assertThat(gateway.firstDataKitHost(created.id())).contains("ecs-1");
  }

  @Test
  void bind_ofAnExistingAccount_works() {
    EMULATOR.given().billingAccount("wendy", EMAIL);
    SentCode sent = gateway.sendCode(CodePurpose.BIND, EMAIL, "bind");

    BillingAccount account = gateway.bind(ACCOUNT, typed(sent), "account");

    assertThat(account.guanceAccount()).isFalse();
    assertThat(gateway.findAccount(BUYER)).contains(account);
  }

  @Test
  void createWorkspace_forAGuanceAccountThatExists_needsItsCode() {
    BillingAccountId account = boundAccount();
    EMULATOR.given().guanceAccount("wendy", EMAIL);
    SentCode sent = gateway.sendCode(CodePurpose.CREATE_WORKSPACE, EMAIL, "create");

    Workspace created =
        gateway.createWorkspace(order(account, Optional.of(EMAIL)), Optional.of(typed(sent)));

    assertThat(created.language()).isEqualTo("zh");
    assertThat(created.site()).isEqualTo("cn4");
  }

  @Test
  void registerAccountAndWorkspace_withItsCode_works() {
    BillingAccountId account = boundAccount();
    SentCode sent = gateway.sendCode(CodePurpose.REGISTER_ACCOUNT, EMAIL, "new");

    Workspace created =
        gateway.registerAccountAndWorkspace(
            order(account, Optional.of(EMAIL)), "wendy", new Credentials(PASSWORD, typed(sent)));

    assertThat(gateway.findWorkspace("workspace")).contains(created);
  }

  @Test
  void sendCode_whileOneIsOnItsWay_givesThatOneAndNoOther() {
    SentCode sent = gateway.sendCode(CodePurpose.REGISTER, EMAIL, "one");

    assertThat(gateway.sendCode(CodePurpose.REGISTER, EMAIL, "one")).isEqualTo(sent);
    RateLimitedException tooSoon =
        catchThrowableOfType(RateLimitedException.class, () -> sendImpatiently("two"));
    assertThat(tooSoon.code()).isEqualTo("CODE_RECENTLY_SENT");
    assertThat(tooSoon.retryAfter()).contains(Duration.ofSeconds(60));
    assertThat(EMULATOR.mail().mails()).hasSize(1);
  }

  @Test
  void register_withCodesThatCannotBeUsed_namesTheCode() {
    SentCode sent = gateway.sendCode(CodePurpose.REGISTER, EMAIL, "one");
    Verification wrong = new Verification(sent.id(), Secret.of("wrong"));
    for (int attempt = 1; attempt < 5; attempt++) {
      assertRefused("CODE_WRONG", "code", () -> register(wrong));
    }
    assertRefused("CODE_ATTEMPTS_EXCEEDED", "code", () -> register(wrong));

    EMULATOR.clock().advance(Duration.ofMinutes(1));
    SentCode late = gateway.sendCode(CodePurpose.REGISTER, EMAIL, "two");
    EMULATOR.clock().advance(Duration.ofMinutes(10));
    assertRefused("CODE_EXPIRED", "code", () -> register(typed(late)));

    SentCode good = gateway.sendCode(CodePurpose.REGISTER, EMAIL, "three");
    register(typed(good));
    assertRefused("CODE_USED", "code", () -> registerAnother(typed(good)));
  }

  @Test
  void register_ofABoundHuaweiAccount_carriesTheExistingId() {
    BillingAccountId existing = boundAccount();
    SentCode sent = gateway.sendCode(CodePurpose.REGISTER, EMAIL, "one");

    ConflictException conflict =
        catchThrowableOfType(ConflictException.class, () -> register(typed(sent)));

    assertThat(conflict.existingId()).contains(existing.value());
  }

  @Test
  void register_ofATakenUserName_namesTheField() {
    EMULATOR.given().billingAccount("wendy", "other@example.com");
    SentCode sent = gateway.sendCode(CodePurpose.REGISTER, EMAIL, "one");

    assertRefused("USER_NAME_TAKEN", "billing.userName", () -> register(typed(sent)));
  }

  @Test
  void bind_ofWhatDoesNotFit_namesTheField() {
    EMULATOR.given().billingAccount("anna", "anna@example.com");
    SentCode sent = gateway.sendCode(CodePurpose.BIND, EMAIL, "one");

    assertRefused(
        "BILLING_ACCOUNT_NOT_FOUND",
        "billing.userName",
        () -> gateway.bind(ACCOUNT, typed(sent), "account"));
    assertRefused(
        "EMAIL_MISMATCH",
        "billing.email",
        () ->
            gateway.bind(
                new NewAccount(BUYER, new Login("anna", EMAIL), Optional.empty(), TERMS),
                typed(sent),
                "account"));
  }

  @Test
  void createWorkspace_ofWhatDoesNotFit_namesTheField() {
    BillingAccountId account = boundAccount();
    SentCode sent = gateway.sendCode(CodePurpose.CREATE_WORKSPACE, EMAIL, "one");

    assertRefused(
        "EMAIL_NOT_REGISTERED",
        "workspace.email",
        () ->
            gateway.createWorkspace(order(account, Optional.of(EMAIL)), Optional.of(typed(sent))));
    assertRefused(
        "INVALID_VALUE",
        "workspace.email",
        () -> gateway.createWorkspace(order(account, Optional.empty()), Optional.empty()));
  }

  @Test
  void bindWorkspace_ofSomebodyElse_namesTheField() {
    BillingAccountId account = boundAccount();
    WorkspaceId other = EMULATOR.given().workspaceOfSomebodyElse("prod");

    assertRefused(
        "WORKSPACE_BOUND_ELSEWHERE",
        "workspace.id",
        () -> gateway.bindWorkspace(other, new Settlement(account, BUYER, ORDER), "binding"));
    assertRefused(
        "WORKSPACE_NOT_FOUND",
        "workspace.id",
        () -> gateway.workspace(new WorkspaceId("wksp_404")));
  }

  @Test
  void workspaces_ofMoreThanOnePage_areReadToTheEnd() {
    BillingAccountId account = boundAccount();
    for (int i = 0; i < 250; i++) {
      EMULATOR.given().workspace(account, "workspace " + i, "en", "cn4");
    }

    assertThat(gateway.workspaces(account, false)).hasSize(250);
    assertThat(EMULATOR.remoteCalls("listBillingAccountWorkspaces")).isEqualTo(3);
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
    SentCode sent = gateway.sendCode(CodePurpose.REGISTER, EMAIL, "one");
    EMULATOR.fault(fault, 1, "registerBillingAccount");

    BillingAccount account = register(typed(sent));

    assertThat(gateway.findAccount(BUYER)).contains(account);
    assertThat((List<?>) EMULATOR.state().get("billingAccounts")).hasSize(1);
  }

  @Test
  void call_withAWrongToken_isNotAuthenticated() {
    try (BillingCenterGateway stranger = connect("another token")) {
      assertThatThrownBy(() -> stranger.findAccount(BUYER))
          .isInstanceOf(AuthenticationException.class);
    }
  }

  @Test
  void confirmEnterprise_ofNoAccount_isNotFound() {
    assertThatThrownBy(() -> gateway.confirmEnterprise(new BillingAccountId("404"), "GCY Ltd"))
        .isInstanceOf(NotFoundException.class);
  }

  private static BillingAccountId boundAccount() {
    return EMULATOR.given().billingAccount(BUYER, "anna", "anna@example.com", "GCY Ltd");
  }

  private static NewWorkspace order(BillingAccountId account, Optional<String> owner) {
    return new NewWorkspace(
        account, new WorkspaceForm("prod", Language.ZH, SITE), owner, "workspace", TERMS);
  }

  private static Verification typed(SentCode sent) {
    return new Verification(sent.id(), EMULATOR.mail().code(sent.id()).orElseThrow());
  }

  private BillingAccount register(Verification code) {
    return gateway.register(ACCOUNT, new Credentials(PASSWORD, code), "account");
  }

  private void registerAnother(Verification code) {
    NewAccount another =
        new NewAccount(
            new HuaweiAccountId("another"), new Login("another", EMAIL), Optional.of(SITE), TERMS);
    gateway.register(another, new Credentials(PASSWORD, code), "another account");
  }

  private static void assertRefused(String code, String field, Runnable call) {
    RemoteException refusal = catchThrowableOfType(RemoteException.class, call::run);
    assertThat(refusal.code()).isEqualTo(code);
    assertThat(refusal.field()).contains(field);
  }

  /** Does not wait the sixty seconds until another code can be sent. */
  private static void sendImpatiently(String reference) {
    try (BillingCenterGateway impatient =
        BillingCenterGateway.connect(settings("token", Duration.ofSeconds(30)), runtime())) {
      impatient.sendCode(CodePurpose.REGISTER, EMAIL, reference);
    }
  }

  private static BillingCenterGateway connect(String token) {
    return BillingCenterGateway.connect(settings(token, Duration.ofMinutes(2)), runtime());
  }

  private static BillingCenterSettings settings(String token, Duration deadline) {
    return BillingCenterSettings.builder()
        .baseUrl(EMULATOR.billingCenterUri())
        .bearer(() -> Secret.of(token))
        .http(http -> http.deadline(deadline))
        .build();
  }

  private static TransportRuntime runtime() {
    return TransportRuntime.builder()
        .clock(EMULATOR.clock())
        .sleeper(EMULATOR.clock().sleeper())
        .build();
  }
}
