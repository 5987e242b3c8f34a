package com.guance.onboarding.huawei.callback;

import com.guance.onboarding.Onboarding;
import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.huawei.callback.ProductionEvent.ChangeInstanceCheck;
import com.guance.onboarding.huawei.callback.ProductionEvent.QueryInstance;
import com.guance.onboarding.spi.FactInbox;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Answers what changes nothing: how an instance is reached, whether it may be changed. Each signed
 * question is answered once; KooGallery signs anew when it asks again.
 */
final class QuestionDesk {

  private final BoundedPool pool;
  private final Lanes lanes;
  private final PartnerDecisions decisions;
  private final InstanceDesk instances;
  private final Directory directory;

  QuestionDesk(
      BoundedPool pool,
      Lanes lanes,
      PartnerDecisions decisions,
      InstanceDesk instances,
      Directory directory) {
    this.pool = pool;
    this.lanes = lanes;
    this.decisions = decisions;
    this.instances = instances;
    this.directory = directory;
  }

  /**
   * Where an instance is entered as far as the flow knows.
   *
   * @param find finds onboardings by instance
   * @param entry what is said before the login address is known
   */
  record Directory(Function<LookupKey, List<Onboarding>> find, URI entry) {

    AccessData access(InstanceId instance) {
      return AccessData.at(
          find.apply(new LookupKey.ByInstance(instance)).stream()
              .flatMap(onboarding -> onboarding.loginAddress().stream())
              .findFirst()
              .orElse(entry));
    }
  }

  Answer answer(QueryInstance event, Call call) {
    Optional<Answer> repeated = pool.call(() -> lanes.refuseRepetition(call), call.end());
    if (repeated.isPresent()) {
      return repeated.get();
    }
    List<Suggested> suggested = suggested(event, call);
    if (suggested.isEmpty()) {
      return Answer.of(ResultCode.INSTANCE_UNKNOWN);
    }
    List<InstanceInfo> infos =
        suggested.stream().allMatch(Suggested::rehearsal)
            ? plain(suggested)
            : pool.ask("describe", () -> described(suggested), call.questions())
                .orElseGet(() -> plain(suggested));
    return infos.isEmpty()
        ? Answer.of(ResultCode.PROCESSING)
        : new Answer(ResultCode.SUCCESS, AnswerBody.info(infos), List.of());
  }

  /**
   * What the flow can say of an instance by itself.
   *
   * @param info what it says
   * @param rehearsal whether that is all: the partner's code is not asked about rehearsals
   */
  private record Suggested(InstanceInfo info, boolean rehearsal) {}

  /** Those that are known, in the order of the question. */
  private List<Suggested> suggested(QueryInstance event, Call call) {
    List<Suggested> suggested = new ArrayList<>();
    for (InstanceId instance : event.instances()) {
      Optional<FactInbox> lane = lane(instance, event.test(), call);
      if (lane.isPresent() || instances.known(instance, event.test(), call)) {
        AccessData access = pool.call(() -> directory.access(instance), call.end());
        suggested.add(
            new Suggested(
                new InstanceInfo(instance, access, List.of()),
                lane.filter(lanes::rehearsal).isPresent()));
      }
    }
    return suggested;
  }

  private Optional<FactInbox> lane(InstanceId instance, boolean test, Call call) {
    return pool.call(() -> lanes.laneOf(instance, test), call.end());
  }

  private static List<InstanceInfo> plain(List<Suggested> suggested) {
    return suggested.stream().map(Suggested::info).toList();
  }

  private List<InstanceInfo> described(List<Suggested> suggested) {
    return suggested.stream()
        .flatMap(
            one -> (one.rehearsal() ? Optional.of(one.info()) : described(one.info())).stream())
        .toList();
  }

  private Optional<InstanceInfo> described(InstanceInfo info) {
    return decisions
        .describe(info.instance(), info.access())
        .map(access -> new InstanceInfo(info.instance(), access, decisions.usage(info.instance())));
  }

  Answer answer(ChangeInstanceCheck event, Call call) {
    Optional<Answer> repeated = pool.call(() -> lanes.refuseRepetition(call), call.end());
    if (repeated.isPresent()) {
      return repeated.get();
    }
    Optional<FactInbox> lane = lane(event.instance(), event.test(), call);
    if (lane.isEmpty() && !instances.known(event.instance(), event.test(), call)) {
      return Answer.of(ResultCode.INSTANCE_UNKNOWN);
    }
    if (lane.filter(lanes::rehearsal).isPresent()) {
      return Answer.of(ResultCode.SUCCESS);
    }
    return pool.ask(
            "mayChange",
            () -> decisions.mayChange(event.instance(), event.target()),
            call.questions())
        .map(may -> Answer.of(may ? ResultCode.SUCCESS : ResultCode.INVALID_PARAMETER))
        .orElseGet(() -> Answer.of(ResultCode.INTERNAL_ERROR));
  }
}
