package com.guance.onboarding.huawei.callback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.OnboardingFlowBuilder;
import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.spi.OnboardingStore;
import com.guance.onboarding.store.InMemoryStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/** A handler over a flow in memory, and KooGallery's side of the talk. */
final class HandlerFixture implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  static final OrderKey ORDER = new OrderKey("CS1", "CS1-1");
  static final InstanceId INSTANCE = new InstanceId("b-1");

  final OnboardingFlow flow;
  final CallbackHandler handler;
  private final AtomicLong calls = new AtomicLong();

  HandlerFixture() {
    this(InMemoryStore.create(), new PartnerDecisions() {}, settings -> settings, flow -> flow);
  }

  HandlerFixture(PartnerDecisions decisions) {
    this(InMemoryStore.create(), decisions, settings -> settings, flow -> flow);
  }

  HandlerFixture(
      OnboardingStore store,
      PartnerDecisions decisions,
      UnaryOperator<CallbackSettings.Builder> settings,
      UnaryOperator<OnboardingFlowBuilder> flowSettings) {
    flow =
        flowSettings
            .apply(
                OnboardingFlow.builder()
                    .store(store)
                    .clock(Clock.fixed(Signing.NOW, ZoneOffset.UTC))
                    .callbacks(true))
            .build();
    handler =
        CallbackHandler.builder(flow, settings.apply(Admission.settings()).build())
            .decisions(decisions)
            .build();
  }

  /** One that waits a second for the partner and the store together. */
  static HandlerFixture impatient(OnboardingStore store, PartnerDecisions decisions) {
    return new HandlerFixture(
        store, decisions, settings -> settings.answerWithin(Duration.ofSeconds(1)), flow -> flow);
  }

  /** A nonce that no call has had. */
  String nonce() {
    return String.format("%032d", calls.incrementAndGet());
  }

  CallbackRequest production(String body) {
    return Signing.production(nonce(), body.replace('\'', '"'));
  }

  CallbackRequest sync(String activity, String body) {
    return Signing.sync(Signing.SYNC_KEY, nonce(), activity, body.replace('\'', '"'));
  }

  CallbackRequest newInstance(String businessId) {
    return newInstance(ORDER, businessId);
  }

  CallbackRequest newInstance(OrderKey order, String businessId) {
    return production(
        "{'activity':'newInstance','businessId':'"
            + businessId
            + "','orderId':'"
            + order.orderId()
            + "','orderLineId':'"
            + order.orderLineId()
            + "'}");
  }

  CallbackRequest query(String instance) {
    return production("{'activity':'queryInstance','instanceId':'" + instance + "'}");
  }

  CallbackRequest status(String instance, String status) {
    return statusLater(instance, status, 0);
  }

  /** Signed some seconds after the others, by which KooGallery's orders are told apart. */
  CallbackRequest statusLater(String instance, String status, int seconds) {
    String body =
        "{'activity':'updateInstanceStatus','instanceId':'"
            + instance
            + "','status':'"
            + status
            + "'}";
    return Signing.production(
        Signing.PRODUCTION_KEY,
        nonce(),
        Long.toString(Signing.NOW.plusSeconds(seconds).toEpochMilli()),
        body.replace('\'', '"'));
  }

  CallbackRequest refresh(String instance, String expires) {
    return production(
        "{'activity':'refreshInstance','expireTime':'"
            + expires
            + "','instanceId':'"
            + instance
            + "','orderId':'CS2','orderLineId':'CS2-1','scene':'RENEWAL'}");
  }

  CallbackRequest release(String instance) {
    return production("{'activity':'releaseInstance','instanceId':'" + instance + "'}");
  }

  CallbackRequest tenantSync(String instance, int flag, String time) {
    return sync(
        "tenantSync",
        "{'domainName':'https://acme.idp.example','flag':"
            + flag
            + ",'instanceId':'"
            + instance
            + "','name':'Acme','orderId':'CS1','tenantCode':'acme','tenantId':'tenant-1','testFlag':0,'timeStamp':'"
            + time
            + "'}");
  }

  CallbackRequest applicationSync(String instance, String time) {
    return sync(
        "applicationSync",
        "{'appId':'app-1','clientId':'cid','clientSecret':'eA==','flag':1,'instanceId':'"
            + instance
            + "','tenantId':'tenant-1','testFlag':0,'timeStamp':'"
            + time
            + "'}");
  }

  CallbackRequest authSync(String instance, int flag, String time) {
    return sync(
        "authSync",
        "{'appId':'app-1','currentSyncTime':'"
            + time
            + "','flag':"
            + flag
            + ",'instanceId':'"
            + instance
            + "','tenantId':'tenant-1','testFlag':0,'timeStamp':'"
            + time
            + "','userList':[{'userName':'alice','name':'Alice','role':'admin','enable':'true'}]}");
  }

  CallbackRequest allOrgSync(String instance, String time) {
    return sync(
        "allOrgSync",
        "{'instanceId':'"
            + instance
            + "','orgInfoList':[{'orgCode':'d-1','orgName':'Acme'}],'tenantId':'tenant-1','testFlag':0,'timeStamp':'"
            + time
            + "'}");
  }

  JsonNode answer(CallbackRequest request) {
    return json(handler.handle(request));
  }

  String code(CallbackRequest request) {
    return answer(request).path("resultCode").asText();
  }

  static String code(CallbackReply reply) {
    return json(reply).path("resultCode").asText();
  }

  static JsonNode json(CallbackReply reply) {
    try {
      return JSON.readTree(reply.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long onboardings(LookupKey key) {
    return flow.find(key).size();
  }

  static URI entry() {
    return URI.create("https://app.example.com");
  }

  @Override
  public void close() {
    handler.close();
    flow.close();
  }
}
