package com.guance.onboarding.huawei.callback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.guance.onboarding.store.InMemoryStore;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever has the key may still send anything: it is answered, and nothing of ours fails. */
class SignedNonsenseTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> FIELDS =
      List.of(
          "instanceId",
          "orderId",
          "orderLineId",
          "businessId",
          "testFlag",
          "scene",
          "expireTime",
          "status",
          "productInfo",
          "tenantId",
          "tenantCode",
          "name",
          "domainName",
          "flag",
          "timeStamp",
          "appId",
          "clientId",
          "clientSecret",
          "userList",
          "currentSyncTime",
          "orgCode",
          "orgName",
          "parentCode",
          "orgInfoList",
          "userName",
          "new",
          "Flag ");
  private static final List<String> ACTIVITIES =
      List.of(
          "newInstance",
          "queryInstance",
          "refreshInstance",
          "updateInstanceStatus",
          "releaseInstance",
          "upgradeInstance",
          "changeInstanceCheck",
          "orderNotify",
          "other");
  private static final List<String> SYNCS =
      List.of("tenantSync", "applicationSync", "authSync", "singleOrgSync", "allOrgSync", "other");
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "a",
          "b-1",
          "b-1,b-2",
          "1",
          "0",
          "9",
          "FREEZE",
          "UNFREEZE",
          "RENEWAL",
          "20270101000000",
          "20260101080000000",
          "99999999999999",
          "MOCKPERIODYEARNEW",
          "x y",
          "测试",
          "\ud800",
          "\u0000",
          "<script>",
          "'",
          "\"",
          "\\",
          "${jndi:x}",
          "[{}]",
          "{",
          "null",
          "x".repeat(129),
          "测".repeat(128),
          "x".repeat(5000));

  // a busy machine may pause for longer than two seconds; time is not what is tested here
  private final HandlerFixture koo =
      new HandlerFixture(
          InMemoryStore.create(),
          new PartnerDecisions() {},
          settings -> settings.answerWithin(Duration.ofMillis(4500)),
          flow -> flow);
  private final Random random = new Random(4);

  @AfterEach
  void close() {
    koo.close();
  }

  @Test
  void handle_signedNonsense_isAnsweredWithoutAnInternalError() {
    talkNonsense(5_000);
  }

  @Test
  @Tag("torture")
  void handle_muchSignedNonsense_isAnsweredWithoutAnInternalError() {
    talkNonsense(200_000);
  }

  private void talkNonsense(int requests) {
    koo.answer(koo.newInstance("b-1"));
    for (int i = 0; i < requests; i++) {
      ObjectNode body = object(0);
      CallbackRequest request;
      if (random.nextBoolean()) {
        body.put("activity", pick(ACTIVITIES));
        request = Signing.production(koo.nonce(), body.toString());
      } else {
        request = Signing.sync(Signing.SYNC_KEY, koo.nonce(), pick(SYNCS), body.toString());
      }
      CallbackReply reply = koo.handler.handle(request);

      assertThat(reply.status()).isEqualTo(200);
      assertThat(ResultCode.of(HandlerFixture.code(reply)))
          .as("%s %s", request.path(), body)
          .isNotIn(ResultCode.UNKNOWN, ResultCode.INTERNAL_ERROR, ResultCode.AUTHENTICATION_FAILED);
    }
  }

  private ObjectNode object(int depth) {
    ObjectNode object = JSON.createObjectNode();
    int fields = random.nextInt(14);
    for (int i = 0; i < fields; i++) {
      object.set(pick(FIELDS), value(depth));
    }
    return object;
  }

  private JsonNode value(int depth) {
    return switch (random.nextInt(depth > 2 ? 5 : 8)) {
      case 0 -> JSON.getNodeFactory().nullNode();
      case 1 -> JSON.getNodeFactory().numberNode(random.nextInt(5));
      case 2, 3, 4 -> JSON.getNodeFactory().textNode(pick(TEXTS));
      case 5 -> object(depth + 1);
      case 6 -> {
        ArrayNode list = JSON.createArrayNode();
        for (int i = random.nextInt(3); i > 0; i--) {
          list.add(value(depth + 1));
        }
        yield list;
      }
      default -> JSON.getNodeFactory().numberNode(random.nextDouble());
    };
  }

  private String pick(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}
