package com.guance.onboarding.huawei.callback;

/** Each kind of event that KooGallery sends, about one and the same instance. */
enum SentEvent {
  NEW_INSTANCE,
  QUERY_INSTANCE,
  REFRESH_INSTANCE,
  UPDATE_INSTANCE_STATUS,
  RELEASE_INSTANCE,
  UPGRADE_INSTANCE,
  CHANGE_INSTANCE_CHECK,
  ORDER_NOTIFY,
  TENANT_SYNC,
  APPLICATION_SYNC,
  AUTH_SYNC,
  SINGLE_ORG_SYNC,
  ALL_ORG_SYNC;

  private static final String TIME = "20260101080000000";
  private static final String UPGRADE =
      "{'activity':'upgradeInstance','instanceId':'b-1','orderId':'CS3','orderLineId':'CS3-1'}";
  private static final String CHECK =
      "{'activity':'changeInstanceCheck','instanceId':'b-1','productInfo':{'skuCode':'s-2'}}";
  private static final String NOTICE =
      "{'activity':'orderNotify','orderId':'CS1','orderLineId':'CS1-1','testFlag':'0'}";
  private static final String DEPARTMENT =
      "{'flag':1,'instanceId':'b-1','orgCode':'d-1','orgName':'Acme','tenantId':'tenant-1',"
          + "'testFlag':0,'timeStamp':'"
          + TIME
          + "'}";

  /** What must have happened before: the instance exists, unless this is what opens it. */
  void prepare(HandlerFixture koo) {
    if (this != NEW_INSTANCE) {
      koo.answer(koo.newInstance("b-1"));
    }
  }

  /** A request with a signature of its own; a number tells KooGallery's tries apart. */
  CallbackRequest request(HandlerFixture koo, int number) {
    return switch (this) {
      case NEW_INSTANCE -> koo.newInstance("b-" + number);
      case QUERY_INSTANCE -> koo.query("b-1");
      case REFRESH_INSTANCE -> koo.refresh("b-1", "20270101000000");
      case UPDATE_INSTANCE_STATUS -> koo.status("b-1", "FREEZE");
      case RELEASE_INSTANCE -> koo.release("b-1");
      case UPGRADE_INSTANCE -> koo.production(UPGRADE);
      case CHANGE_INSTANCE_CHECK -> koo.production(CHECK);
      case ORDER_NOTIFY -> koo.production(NOTICE);
      case TENANT_SYNC -> koo.tenantSync("b-1", 1, TIME);
      case APPLICATION_SYNC -> koo.applicationSync("b-1", TIME);
      case AUTH_SYNC -> koo.authSync("b-1", 1, TIME);
      case SINGLE_ORG_SYNC -> koo.sync("singleOrgSync", DEPARTMENT);
      case ALL_ORG_SYNC -> koo.allOrgSync("b-1", TIME);
    };
  }

  /** Whether each signed request is answered once only. */
  boolean question() {
    return this == QUERY_INSTANCE || this == CHANGE_INSTANCE_CHECK;
  }

  boolean changes() {
    return !question() && this != ORDER_NOTIFY;
  }
}
