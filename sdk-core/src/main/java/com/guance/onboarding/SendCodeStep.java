package com.guance.onboarding;

import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.spi.BillingGateway;
import com.guance.onboarding.spi.BillingGateway.SentCode;
import com.guance.onboarding.spi.CodePurpose;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Has a verification code sent; one that is on its way already is adopted. */
final class SendCodeStep implements Step.Changing {

  private final BillingGateway gateway;
  private final CodePurpose purpose;

  SendCodeStep(BillingGateway gateway, CodePurpose purpose) {
    this.gateway = gateway;
    this.purpose = purpose;
  }

  @Override
  public String name() {
    return switch (purpose) {
      case REGISTER -> "send the code to register the billing account";
      case BIND -> "send the code to bind the billing account";
      case CREATE_WORKSPACE -> "send the code to create the workspace";
      case REGISTER_ACCOUNT -> "send the code to register the guance account";
    };
  }

  @Override
  public Stage stage() {
    return switch (purpose) {
      case REGISTER, BIND -> Stage.BILLING_ACCOUNT;
      case CREATE_WORKSPACE, REGISTER_ACCOUNT -> Stage.WORKSPACE;
    };
  }

  /** A code fixes nothing: a mistyped address can be replaced after it was sent. */
  @Override
  public Set<Field> uses() {
    return Set.of();
  }

  @Override
  public Optional<List<Observed>> lookUp(StepContext context) {
    return context.within(gateway).findCode(reference(context)).map(sent -> facts(context, sent));
  }

  @Override
  public List<Observed> perform(StepContext context) {
    String address = context.answer(Billing.address(purpose));
    return facts(context, context.within(gateway).sendCode(purpose, address, reference(context)));
  }

  /** The same until the code that was sent under it is of no use any more. */
  private String reference(StepContext context) {
    FlowState state = context.state();
    String last =
        Billing.sentCode(state, purpose)
            .map(sent -> ":after-" + Billing.verification(sent))
            .orElse("");
    return "code:" + state.order() + ":" + Billing.codeSubject(state, purpose) + last;
  }

  private List<Observed> facts(StepContext context, SentCode sent) {
    return List.of(
        context
            .fact(FactKind.CODE_SENT, Billing.codeSubject(context.state(), purpose))
            .with(Detail.PURPOSE, purpose.name())
            .with(Detail.VERIFICATION_ID, sent.id().value())
            .with(Detail.UNTIL, sent.expiresAt().toString())
            .build());
  }
}
