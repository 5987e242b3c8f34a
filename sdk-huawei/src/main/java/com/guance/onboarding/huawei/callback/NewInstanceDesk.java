package com.guance.onboarding.huawei.callback;

import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.Names;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.huawei.callback.ProductionEvent.NewInstance;
import com.guance.onboarding.spi.FactInbox;
import com.guance.onboarding.spi.FactInbox.Incoming;
import com.guance.onboarding.spi.FactInbox.Line;
import com.guance.onboarding.spi.FactInbox.Received;
import com.guance.onboarding.spi.Observations;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Gives each order line its instance, once: named after the first call, stored before it is
 * answered (contracts/koogallery.md §1.3).
 */
final class NewInstanceDesk {

  private final BoundedPool pool;
  private final Lanes lanes;
  private final PartnerDecisions decisions;

  NewInstanceDesk(BoundedPool pool, Lanes lanes, PartnerDecisions decisions) {
    this.pool = pool;
    this.lanes = lanes;
    this.decisions = decisions;
  }

  Answer answer(NewInstance event, Call call) {
    boolean rehearsal = event.test() || Lanes.mock(event.order().orderId());
    FactInbox lane = lanes.lane(rehearsal);
    Line line = pool.call(() -> lane.line(event.order()), call.end());
    ResultCode code =
        rehearsal || line.instance().isPresent()
            ? ResultCode.SUCCESS
            : pool.ask("canCreate", () -> decisions.canCreate(event.order()), call.questions())
                .filter(decision -> decision != ResultCode.UNKNOWN)
                .orElse(ResultCode.SUCCESS);
    if (code != ResultCode.SUCCESS && code != ResultCode.PROCESSING) {
      return pool.call(() -> lanes.remember(call, Answer.of(code)), call.end());
    }
    return pool.call(() -> open(new Opening(event, lane, line), call, code), call.end());
  }

  /**
   * What is to be opened.
   *
   * @param event what KooGallery says
   * @param lane where the order belongs
   * @param line the order line as it stood
   */
  private record Opening(NewInstance event, FactInbox lane, Line line) {}

  private Answer open(Opening what, Call call, ResultCode code) {
    InstanceId named = what.line().instance().orElseGet(() -> fresh(what));
    Received received =
        what.lane()
            .receive(
                what.line(),
                opened -> {
                  InstanceId instance = opened.orElse(named);
                  return new Incoming(
                      List.of(Observations.instanceOpened(what.event().order(), instance)),
                      Optional.of(lanes.nonce(call, AnswerBody.instance(code, instance))));
                });
    return received
        .known()
        .map(Lanes::repeated)
        .orElseGet(
            () ->
                new Answer(code, AnswerBody.instance(code, opened(received)), received.touched()));
  }

  private static InstanceId opened(Received received) {
    return received.stored().stream()
        .flatMap(stored -> stored.facts().stream())
        .map(Observed::names)
        .flatMap(names -> names.instance().stream())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a stored newInstance has an instance"));
  }

  /**
   * The call's own name as KooGallery advises, unless it is no id or another order's instance has
   * it already.
   */
  private static InstanceId fresh(Opening what) {
    return advised(what.event().businessId())
        .filter(
            advised ->
                List.of(what.line().id())
                    .containsAll(what.lane().whose(Names.builder().instance(advised).build())))
        .orElseGet(() -> derived(what.event().order()));
  }

  private static Optional<InstanceId> advised(String businessId) {
    try {
      return Optional.of(new InstanceId(businessId));
    } catch (InvalidInputException unusual) {
      return Optional.empty();
    }
  }

  private static InstanceId derived(OrderKey order) {
    byte[] name = ("koogallery:" + order).getBytes(StandardCharsets.UTF_8);
    return new InstanceId(UUID.nameUUIDFromBytes(name).toString());
  }
}
