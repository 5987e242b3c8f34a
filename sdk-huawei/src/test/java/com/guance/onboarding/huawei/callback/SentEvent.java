package com.guance.onboarding.huawei.callback;

import java.util.function.BiFunction;

/** Each kind of event that KooGallery sends, about one and the same instance. */
enum SentEvent {
  NEW_INSTANCE((koo, number) -> koo.newInstance("b-" + number)),
  QUERY_INSTANCE((koo, number) -> koo.query("b-1")),
  REFRESH_INSTANCE((koo, number) -> koo.refresh("b-1", "20270101000000")),
  UPDATE_INSTANCE_STATUS((koo, number) -> koo.status("b-1", "FREEZE")),
  RELEASE_INSTANCE((koo, number) -> koo.release("b-1")),
  UPGRADE_INSTANCE(
      (koo, number) ->
          koo.production(
              "{'activity':'upgradeInstance','instanceId':'b-1','orderId':'CS3','orderLineId':'CS3-1'}")),
  CHANGE_INSTANCE_CHECK(
      (koo, number) ->
          koo.production(
              "{'activity':'changeInstanceCheck','instanceId':'b-1','productInfo':{'skuCode':'s-2'}}")),
  ORDER_NOTIFY(
      (koo, number) ->
          koo.production(
              "{'activity':'orderNotify','orderId':'CS1','orderLineId':'CS1-1','testFlag':'0'}")),
  TENANT_SYNC((koo, number) -> koo.tenantSync("b-1", 1, SentEvent.TIME)),
  APPLICATION_SYNC((koo, number) -> koo.applicationSync("b-1", SentEvent.TIME)),
  AUTH_SYNC((koo, number) -> koo.authSync("b-1", 1, SentEvent.TIME)),
  SINGLE_ORG_SYNC(
      (koo, number) ->
          koo.sync(
              "singleOrgSync",
              "{'flag':1,'instanceId':'b-1','orgCode':'d-1','orgName':'Acme','tenantId':'tenant-1','testFlag':0,'timeStamp':'"
                  + SentEvent.TIME
                  + "'}")),
  ALL_ORG_SYNC((koo, number) -> koo.allOrgSync("b-1", SentEvent.TIME));

  private static final String TIME = "20260101080000000";

  private final BiFunction<HandlerFixture, Integer, CallbackRequest> requests;

  SentEvent(BiFunction<HandlerFixture, Integer, CallbackRequest> requests) {
    this.requests = requests;
  }

  /** What must have happened before: the instance exists, unless this is what opens it. */
  void prepare(HandlerFixture koo) {
    if (this != NEW_INSTANCE) {
      koo.answer(koo.newInstance("b-1"));
    }
  }

  /** A request with a signature of its own; a number tells KooGallery's tries apart. */
  CallbackRequest request(HandlerFixture koo, int number) {
    return requests.apply(koo, number);
  }

  /** Whether each signed request is answered once only. */
  boolean question() {
    return this == QUERY_INSTANCE || this == CHANGE_INSTANCE_CHECK;
  }

  boolean changes() {
    return !question() && this != ORDER_NOTIFY;
  }
}
