package com.guance.onboarding.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.testkit.FakePartner.Asked;
import com.guance.onboarding.testkit.FakePartner.Reply;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnboardingEmulator
final class CallbacksTest {

  private final Emulator emulator;
  private final FakePartner partner = new FakePartner();

  CallbacksTest(Emulator emulator) {
    this.emulator = emulator;
  }

  @AfterEach
  void close() {
    emulator.kooGallery().disconnect();
    partner.close();
  }

  private void connect() {
    emulator.kooGallery().connect(partner.connection().build());
  }

  private void await(String activity) {
    Eventually.holds(activity + " is delivered", () -> delivered(activity));
  }

  private boolean delivered(String activity) {
    return emulator.rows("callbacks").stream()
        .anyMatch(
            row ->
                activity.equals(row.get("activity")) && Boolean.TRUE.equals(row.get("delivered")));
  }

  private TenantId bound(OrderKey order) {
    TenantId tenant = emulator.buyer().createOrganization("GCY Ltd", "gcy");
    emulator.buyer().addMember(tenant, "Wendy");
    emulator.buyer().bind(order, tenant);
    return tenant;
  }

  @Test
  void purchase_connected_asksForTheInstanceThenForItsAddress() {
    connect();

    OrderKey order = emulator.buyer().purchase();
    await("queryInstance");

    assertThat(partner.activities()).containsExactly("newInstance", "queryInstance");
    assertThat(partner.asked()).allMatch(Asked::signed);
    Asked created = partner.asked().get(0);
    assertThat(created.get("orderId")).isEqualTo(order.orderId());
    assertThat(created.get("businessId")).isNotBlank();
    assertThat(created.body().has("testFlag")).isFalse();
    String instance = FakePartner.instance(order.orderLineId());
    assertThat(partner.asked().get(1).get("instanceId")).isEqualTo(instance);
    assertThat(emulator.rows("orders").get(0)).containsEntry("instanceId", instance);
    assertThat(emulator.rows("callbacks").get(0))
        .containsEntry("activity", "newInstance")
        .containsEntry("orderId", order.orderId())
        .containsEntry("attempts", 1)
        .containsEntry("lastResult", "000000")
        .containsEntry("bodySign", "VALID")
        .containsEntry("delivered", true);
  }

  @Test
  void bodies_ofEveryCall_areSortedAndSignedInRealTime() {
    connect();
    long before = System.currentTimeMillis();

    OrderKey order = emulator.buyer().purchase();
    bound(order);

    assertThat(partner.asked())
        .allSatisfy(
            call -> {
              List<String> names =
                  call.body().properties().stream().map(java.util.Map.Entry::getKey).toList();
              assertThat(names).isSorted();
              assertThat(call.timestamp()).isBetween(before, System.currentTimeMillis());
            });
    assertThat(partner.asked().stream().map(Asked::nonce)).doesNotHaveDuplicates();
  }

  @Test
  void bind_connected_syncsOrganizationApplicationAndDepartmentsInThisOrder() throws Exception {
    connect();
    OrderKey order = emulator.buyer().purchase();

    TenantId tenant = bound(order);

    assertThat(partner.activities())
        .containsSubsequence("newInstance", "tenantSync", "applicationSync", "allOrgSync");
    Asked organization = partner.asked("tenantSync").get(0);
    assertThat(organization.signed()).isTrue();
    assertThat(organization.get("tenantId")).isEqualTo(tenant.value());
    assertThat(organization.get("tenantCode")).isEqualTo("gcy");
    assertThat(organization.get("orderId")).isEqualTo(order.orderId());
    assertThat(organization.get("instanceId")).isEqualTo(FakePartner.instance(order.orderLineId()));
    assertThat(organization.get("domainName")).isEqualTo(emulator.baseUri().toString());
    assertThat(organization.body().get("flag").isInt()).isTrue();
    assertThat(organization.body().get("testFlag").intValue()).isZero();
    assertThat(organization.get("timeStamp")).matches("20260302090000[0-9]{3}");
    Asked application = partner.asked("applicationSync").get(0);
    PrivateKey key = privateKey(emulator.kooGallery().clientSecretKey());
    assertThat(open(application.get("clientSecret"), key)).matches("[0-9a-f]{32}");
    assertThat(partner.asked("allOrgSync").get(0).body().at("/orgInfoList/0/orgName").asText())
        .isEqualTo("GCY Ltd");
  }

  @Test
  void applicationSync_partnersOwnKey_isEncryptedForIt() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(3072);
    KeyPair pair = generator.generateKeyPair();
    String pem = Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded());
    emulator.kooGallery().connect(partner.connection().publicKey(pem).build());

    bound(emulator.buyer().purchase());

    Asked application = partner.asked("applicationSync").get(0);
    assertThat(open(application.get("clientSecret"), pair.getPrivate())).matches("[0-9a-f]{32}");
  }

  @Test
  void connect_keyThatCannotBeRead_isRefused() {
    PartnerConnection bad = partner.connection().publicKey("no key").build();

    assertThatThrownBy(() -> emulator.kooGallery().connect(bad))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PEM");
  }

  private static PrivateKey privateKey(Secret pem) throws Exception {
    String text = pem.reveal().replaceAll("-----[A-Z ]+-----", "");
    return java.security.KeyFactory.getInstance("RSA")
        .generatePrivate(
            new java.security.spec.PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(text)));
  }

  static String open(String ciphertext, PrivateKey key) throws Exception {
    Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        key,
        new OAEPParameterSpec(
            "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
    return new String(
        cipher.doFinal(Base64.getDecoder().decode(ciphertext)),
        java.nio.charset.StandardCharsets.UTF_8);
  }

  @Test
  void authorize_connected_namesTheMembersLater() {
    connect();
    OrderKey order = emulator.buyer().purchase();
    bound(order);

    emulator.buyer().authorize(order, "Wendy");
    await("authSync");

    Asked members = partner.asked("authSync").get(0);
    assertThat(members.body().at("/userList/0/userName").asText()).isEqualTo("Wendy");
    assertThat(members.body().at("/userList/0/enable").asText()).isEqualTo("true");
    assertThat(members.get("flag")).isEqualTo("1");
    assertThat(members.get("currentSyncTime")).hasSize(17);
  }

  @Test
  void department_ofABoundOrganization_isSyncedAlone() {
    connect();
    TenantId tenant = bound(emulator.buyer().purchase());

    String code = emulator.kooGallery().department(tenant, Optional.empty(), "R&D");
    emulator.kooGallery().department(tenant, Optional.of(code), "Research");

    assertThat(partner.asked("singleOrgSync"))
        .extracting(call -> call.get("orgName") + " " + call.get("flag"))
        .containsExactly("R&D 1", "Research 2");
    assertThat(partner.asked("singleOrgSync").get(0).get("parentCode")).isEqualTo("10000");
  }

  @Test
  void subscription_everyChange_reachesThePartner() {
    emulator
        .kooGallery()
        .connect(partner.connection().callbacks(EnumSet.allOf(PartnerCallback.class)).build());
    OrderKey order = emulator.buyer().purchase();
    await("queryInstance");
    partner.forget();

    emulator.buyer().subscriptions().renew(order);
    emulator.buyer().subscriptions().freeze(order);
    emulator.buyer().subscriptions().unfreeze(order);
    emulator.buyer().subscriptions().upgrade(order);
    await("upgradeInstance");
    emulator.buyer().subscriptions().close(order);

    assertThat(partner.activities())
        .containsExactly(
            "orderNotify",
            "refreshInstance",
            "updateInstanceStatus",
            "updateInstanceStatus",
            "orderNotify",
            "changeInstanceCheck",
            "upgradeInstance",
            "releaseInstance");
    Asked renewal = partner.asked("refreshInstance").get(0);
    assertThat(renewal.get("scene")).isEqualTo("RENEWAL");
    assertThat(renewal.get("orderId")).startsWith("CS").isNotEqualTo(order.orderId());
    assertThat(renewal.get("expireTime")).isEqualTo("20270302010000");
    assertThat(partner.asked("updateInstanceStatus"))
        .extracting(call -> call.get("status"))
        .containsExactly("FREEZE", "UNFREEZE");
    assertThat(partner.asked("changeInstanceCheck").get(0).body().at("/productInfo/productId"))
        .isNotNull();
    assertThat(partner.asked("releaseInstance").get(0).body().has("orderId")).isFalse();
    assertThat(partner.asked()).allMatch(Asked::signed);
  }

  @Test
  void upgrade_refusedByThePartner_isNotOrdered() {
    connect();
    OrderKey order = emulator.buyer().purchase();
    await("queryInstance");
    partner.answers(asked -> asked.activity().equals("changeInstanceCheck"), Reply.code("000002"));

    emulator.buyer().subscriptions().upgrade(order);

    assertThat(partner.activities())
        .contains("changeInstanceCheck")
        .doesNotContain("upgradeInstance");
  }

  @Test
  void connection_plainHttpElsewhere_isRefused() {
    PartnerConnection.Builder elsewhere =
        PartnerConnection.builder()
            .productionKey(FakePartner.PRODUCTION_KEY)
            .syncKey(FakePartner.SYNC_KEY)
            .uri(URI.create("http://partner.example.com"));

    assertThatThrownBy(elsewhere::build).isInstanceOf(IllegalArgumentException.class);
    PartnerConnection secure = elsewhere.uri(URI.create("https://partner.example.com/x")).build();
    assertThat(secure.productionUrl()).hasToString("https://partner.example.com/x");
    assertThat(secure.toString()).doesNotContain("key");
  }

  @Test
  void purchase_withoutAPartner_callsNobody() {
    emulator.buyer().purchase();

    assertThat(emulator.rows("callbacks")).isEmpty();
  }
}
