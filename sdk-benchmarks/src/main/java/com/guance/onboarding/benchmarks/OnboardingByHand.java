package com.guance.onboarding.benchmarks;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.guance.onboarding.benchmarks.Bodies.Account;
import com.guance.onboarding.benchmarks.Bodies.Authorizations;
import com.guance.onboarding.benchmarks.Bodies.Binding;
import com.guance.onboarding.benchmarks.Bodies.Code;
import com.guance.onboarding.benchmarks.Bodies.Consent;
import com.guance.onboarding.benchmarks.Bodies.Enterprise;
import com.guance.onboarding.benchmarks.Bodies.Member;
import com.guance.onboarding.benchmarks.Bodies.Organization;
import com.guance.onboarding.benchmarks.Bodies.Reply;
import com.guance.onboarding.benchmarks.Bodies.Settlement;
import com.guance.onboarding.benchmarks.Bodies.Workspace;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The thirteen calls of the branch that registers, one after the other, nothing kept. */
final class OnboardingByHand {

  private static final String HUAWEI = "joint-operations";
  private static final String GUANCE = "billing";
  private static final String V1 = "v1";
  private static final String KEY = "0123456789abcdef0123456789abcdef";
  private static final String PASSWORD = Customer.PASSWORD.reveal();
  private static final String ORDER = Customer.ORDER.orderId();
  private static final String LINE = Customer.ORDER.orderLineId();

  private final ByHand.Reads<Reply> reader = ByHand.reads(Reply.class);
  private final Map<Class<?>, ObjectWriter> writers = new HashMap<>();
  private final ByHand http;
  private final Person person;

  /** Whoever answers from a recording accepts any code, and a DataKit is there. */
  OnboardingByHand(ByHand http) {
    this(
        http,
        new Person() {
          @Override
          public String code() {
            return "123456";
          }

          @Override
          public void install(String workspace) {
            // the recording has it
          }
        });
  }

  OnboardingByHand(ByHand http, Person person) {
    this.http = http;
    this.person = person;
  }

  /** What a person does meanwhile. */
  interface Person {

    /** Reads the code in the last mail. */
    String code() throws IOException;

    /** Installs a DataKit in a workspace. */
    void install(String workspace) throws IOException;
  }

  /** Does all of it; returns the host of the first DataKit. */
  String run() throws IOException {
    String buyer = there(get(HUAWEI, V1, "orders", ORDER, "lines", LINE).huaweiAccountId());
    Reply organization =
        post(new Organization(buyer, "GCY Ltd", "gcy", KEY), HUAWEI, V1, "organizations");
    String tenant = there(organization.organizationId());
    post(new Member("Wendy", "Wendy", PASSWORD), HUAWEI, V1, "organizations", tenant, "members");
    Reply bound = post(new Binding(ORDER, LINE, tenant), HUAWEI, V1, "app-bindings");
    String binding = there(bound.bindingId());
    Authorizations members = new Authorizations(List.of("Wendy"));
    post(members, HUAWEI, V1, "app-bindings", binding, "authorizations");
    there(get(HUAWEI, V1, "app-bindings", binding, "login-address").url());
    return workspace(buyer, account(buyer));
  }

  private String account(String buyer) throws IOException {
    if (!http.missing(http.at(GUANCE, V1, "huawei-accounts", buyer, "billing-account").build())) {
      throw new IOException("this buyer has an account");
    }
    Reply code = post(new Code("REGISTER", Customer.EMAIL, KEY), GUANCE, V1, "verification-codes");
    String verification = there(code.verificationId());
    Account account =
        new Account(
            buyer,
            "gcy-ops",
            PASSWORD,
            Customer.EMAIL,
            verification,
            person.code(),
            "cn4",
            consent(),
            KEY);
    String id = there(post(account, GUANCE, V1, "billing-accounts").billingAccountId());
    http.put(
        http.at(GUANCE, V1, "billing-accounts", id, "enterprise").build(),
        bytes(new Enterprise("GCY Ltd")),
        KEY,
        reader);
    return id;
  }

  private String workspace(String buyer, String account) throws IOException {
    Workspace wanted = new Workspace(account, "gcy-prod", "zh", "cn4", consent(), KEY);
    String id = there(post(wanted, GUANCE, V1, "workspaces").workspaceId());
    post(new Settlement(account, buyer, ORDER, LINE), GUANCE, V1, "workspaces", id, "binding");
    person.install(id);
    Reply dataKits =
        http.get(
            http.at(GUANCE, V1, "workspaces", id, "datakits")
                .addQueryParameter("pageSize", "1")
                .build(),
            reader);
    return there(there(dataKits.items()).get(0).host());
  }

  private static Consent consent() {
    return new Consent("2026-01", "Wendy", Customer.START.toString());
  }

  private static <T> T there(@Nullable T value) {
    return Objects.requireNonNull(value, "the answer lacks what it must have");
  }

  private Reply get(String... path) throws IOException {
    return http.get(http.at(path).build(), reader);
  }

  private Reply post(Object body, String... path) throws IOException {
    return http.post(http.at(path).build(), bytes(body), KEY, reader);
  }

  private byte[] bytes(Object body) throws IOException {
    return there(writers.computeIfAbsent(body.getClass(), ByHand::writes)).writeValueAsBytes(body);
  }
}
