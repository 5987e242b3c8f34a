package com.guance.onboarding.huawei.callback;

import com.guance.onboarding.Onboarding;
import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.huawei.callback.ProductionEvent.ChangeInstanceCheck;
import com.guance.onboarding.huawei.callback.ProductionEvent.QueryInstance;
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
    List<InstanceInfo> suggested = suggested(event, call);
    if (suggested.isEmpty()) {
      return Answer.of(ResultCode.INSTANCE_UNKNOWN);
    }
    List<InstanceInfo> infos =
        pool.ask(() -> described(suggested), call.questions()).orElse(suggested);
    return infos.isEmpty()
        ? Answer.of(ResultCode.PROCESSING)
        : new Answer(ResultCode.SUCCESS, AnswerBody.info(infos), List.of());
  }

  /** Those that are known, in the order of the question, with what the flow can say of them. */
  private List<InstanceInfo> suggested(QueryInstance event, Call call) {
    List<InstanceInfo> infos = new ArrayList<>();
    for (InstanceId instance : event.instances()) {
      boolean stored =
          pool.call(() -> lanes.laneOf(instance, event.test()).isPresent(), call.end());
      if (stored || instances.known(instance, call)) {
        AccessData access = pool.call(() -> directory.access(instance), call.end());
        infos.add(new InstanceInfo(instance, access, List.of()));
      }
    }
    return infos;
  }

  private List<InstanceInfo> described(List<InstanceInfo> suggested) {
    List<InstanceInfo> infos = new ArrayList<>(suggested.size());
    for (InstanceInfo info : suggested) {
      decisions
          .describe(info.instance(), info.access())
          .map(
              access -> new InstanceInfo(info.instance(), access, decisions.usage(info.instance())))
          .ifPresent(infos::add);
    }
    return infos;
  }

  Answer answer(ChangeInstanceCheck event, Call call) {
    Optional<Answer> repeated = pool.call(() -> lanes.refuseRepetition(call), call.end());
    if (repeated.isPresent()) {
      return repeated.get();
    }
    boolean stored =
        pool.call(() -> lanes.laneOf(event.instance(), event.test()).isPresent(), call.end());
    if (!stored && !instances.known(event.instance(), call)) {
      return Answer.of(ResultCode.INSTANCE_UNKNOWN);
    }
    return pool.ask(() -> decisions.mayChange(event.instance(), event.target()), call.questions())
        .map(may -> Answer.of(may ? ResultCode.SUCCESS : ResultCode.INVALID_PARAMETER))
        .orElseGet(() -> Answer.of(ResultCode.INTERNAL_ERROR));
  }
}
