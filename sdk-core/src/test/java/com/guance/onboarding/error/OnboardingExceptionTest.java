package com.guance.onboarding.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnboardingExceptionTest {

  @Test
  void message_ofARefusal_putsWordsFirstAndIdsAfter() {
    NotFoundException refused =
        new NotFoundException(findOrder().code("000003").requestId("7f3a").build());

    assertThat(refused).hasMessage("huawei find order refused: 000003 (HTTP 200, request 7f3a)");
    assertThat(refused.provider()).isEqualTo("huawei");
    assertThat(refused.operation()).isEqualTo("find order");
    assertThat(refused.status()).isEqualTo(200);
    assertThat(refused.code()).isEqualTo("000003");
    assertThat(refused.requestId()).contains("7f3a");
  }

  @Test
  void message_ofARefusalWithoutCode_namesTheStatus() {
    assertThat(new RemoteException(findOrder().build()))
        .hasMessage("huawei find order refused (HTTP 200)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no such order for wendy@example.com", "a\nb", "价格"})
  void code_thatIsNoCode_isNotRepeated(String code) {
    RemoteException refused = new RemoteException(findOrder().code(code).build());

    assertThat(refused.code()).isEqualTo("unreadable code");
    assertThat(refused).hasMessage("huawei find order refused: unreadable code (HTTP 200)");
  }

  @Test
  void code_ofSixtyFiveLetters_isNotRepeated() {
    assertThat(new RemoteException(findOrder().code("x".repeat(65)).build()).code())
        .isEqualTo("unreadable code");
  }

  @Test
  void fieldAndRequestId_thatAreNoNames_areDropped() {
    RemoteException refused =
        new RemoteException(findOrder().field("wendy@example.com").requestId("a b").build());

    assertThat(refused.field()).isEmpty();
    assertThat(refused.requestId()).isEmpty();
    assertThat(refused).hasMessage("huawei find order refused (HTTP 200)");
  }

  @Test
  void invalidRequest_withFieldAndRule_saysWhatToMend() {
    InvalidRequestException refused =
        new InvalidRequestException(
            findOrder().code("SHORT_NAME").field("shortName").rule("is taken\nalready").build());

    assertThat(refused.field()).contains("shortName");
    assertThat(refused.rule()).contains("is taken already");
    assertThat(refused)
        .hasMessage(
            "huawei find order refused: SHORT_NAME: field shortName: is taken already (HTTP 200)");
  }

  @Test
  void ofField_ofAConflictOfOurOwn_namesTheFieldAndNothingRemote() {
    ConflictException conflict =
        ConflictException.ofField("begin", "organization.shortName", "is in use and cannot change");

    assertThat(conflict.provider()).isEqualTo("onboarding");
    assertThat(conflict.status()).isZero();
    assertThat(conflict.field()).contains("organization.shortName");
    assertThat(conflict)
        .hasMessage(
            "onboarding begin refused: field organization.shortName: is in use and cannot change");
  }

  @Test
  void existingId_ofAConflict_isForTheStepAndNotForTheMessage() {
    ConflictException conflict = new ConflictException(findOrder().existingId("acc-77").build());

    assertThat(conflict.existingId()).contains("acc-77");
    assertThat(conflict.getMessage()).doesNotContain("acc-77");
  }

  @Test
  void isRetryable_byDefault_isWhatPassesByItself() {
    Refusal refusal = findOrder().retryAfter(Duration.ofSeconds(3)).build();

    assertThat(new RateLimitedException(refusal).isRetryable()).isTrue();
    assertThat(new UnavailableException(refusal).isRetryable()).isTrue();
    assertThat(new AuthenticationException(refusal).isRetryable()).isFalse();
    assertThat(new PermissionException(refusal).isRetryable()).isFalse();
    assertThat(new ConflictException(refusal).isRetryable()).isFalse();
    assertThat(new InvalidRequestException(refusal).isRetryable()).isFalse();
    assertThat(new RateLimitedException(refusal).retryAfter()).contains(Duration.ofSeconds(3));
  }

  @Test
  void isRetryable_whereTheTableKnowsBetter_followsTheTable() {
    Refusal refusal = findOrder().retryable(true).build();

    assertThat(new ConflictException(refusal).isRetryable()).isTrue();
  }

  @Test
  void transportException_ofEachKind_saysWhatMayHaveHappened() {
    assertThat(TransportException.withoutEffect("guance", "list", "cannot connect", null))
        .hasMessage("guance list unanswered: cannot connect")
        .returns(false, TransportException::outcomeUnknown)
        .returns(true, TransportException::isRetryable);
    assertThat(TransportException.unanswered("guance", "create", "timed out", null))
        .returns(true, TransportException::outcomeUnknown)
        .returns(true, TransportException::isRetryable);
    assertThat(TransportException.untrusted("guance", "create", "connection not trusted", null))
        .returns(false, TransportException::outcomeUnknown)
        .returns(false, TransportException::isRetryable);
  }

  @Test
  void protocolException_ofAField_namesItAndIsFinal() {
    assertThat(ProtocolException.ofField("huawei", "find order", "a.b", "is missing", "7f3a"))
        .hasMessage("huawei find order unreadable: field a.b is missing (request 7f3a)")
        .returns("a.b", ProtocolException::field)
        .returns(false, ProtocolException::isRetryable);
    assertThat(ProtocolException.ofBody("huawei", "find order", "is empty", null))
        .hasMessage("huawei find order unreadable: body is empty")
        .returns("body", ProtocolException::field)
        .returns(true, ProtocolException::isRetryable);
  }

  @Test
  void callbackAndStoreExceptions_nameCheckAndProblem() {
    assertThat(new CallbackException("huawei", "newInstance", "signature"))
        .hasMessage("huawei newInstance not believed: signature")
        .returns("signature", CallbackException::check)
        .returns(false, CallbackException::isRetryable);
    assertThat(new StoreException("commit", "the database is busy", null))
        .hasMessage("store commit failed: the database is busy")
        .returns(true, StoreException::isRetryable);
  }

  @Test
  void serialized_andReadBack_saysTheSame() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new NotFoundException(findOrder().code("000003").build()));
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat((NotFoundException) in.readObject())
          .hasMessage("huawei find order refused: 000003 (HTTP 200)")
          .returns("000003", RemoteException::code);
    }
  }

  private static Refusal.Builder findOrder() {
    return Refusal.of("huawei", "find order").status(200);
  }
}
