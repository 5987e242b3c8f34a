package com.guance.onboarding.huawei.callback;

import com.guance.onboarding.domain.Names;
import com.guance.onboarding.huawei.callback.ProductionEvent.ChangeInstanceCheck;
import com.guance.onboarding.huawei.callback.ProductionEvent.NewInstance;
import com.guance.onboarding.huawei.callback.ProductionEvent.OrderNotify;
import com.guance.onboarding.huawei.callback.ProductionEvent.QueryInstance;
import com.guance.onboarding.huawei.callback.ProductionEvent.RefreshInstance;
import com.guance.onboarding.huawei.callback.ProductionEvent.ReleaseInstance;
import com.guance.onboarding.huawei.callback.ProductionEvent.Status;
import com.guance.onboarding.huawei.callback.ProductionEvent.UpdateInstanceStatus;
import com.guance.onboarding.huawei.callback.ProductionEvent.UpgradeInstance;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends each event to the desk that answers it. */
final class Desk {

  private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
  private static final Predicate<String> NAME = Pattern.compile("[\\w.-]{1,64}").asMatchPredicate();

  private final BoundedPool pool;
  private final Lanes lanes;
  private final NewInstanceDesk newInstances;
  private final InstanceDesk instances;
  private final QuestionDesk questions;
  private final SyncDesk syncs;

  Desk(
      BoundedPool pool,
      Lanes lanes,
      PartnerDecisions decisions,
      QuestionDesk.Directory directory,
      SyncDesk syncs) {
    this.pool = pool;
    this.lanes = lanes;
    this.newInstances = new NewInstanceDesk(pool, lanes, decisions);
    this.instances = new InstanceDesk(pool, lanes, decisions);
    this.questions = new QuestionDesk(pool, lanes, decisions, instances, directory);
    this.syncs = syncs;
  }

  Answer answer(CallbackEvent event, Call call) {
    if (event instanceof NewInstance order) {
      return newInstances.answer(order, call);
    } else if (event instanceof QueryInstance query) {
      return questions.answer(query, call);
    } else if (event instanceof ChangeInstanceCheck check) {
      return questions.answer(check, call);
    } else if (event instanceof OrderNotify notice) {
      return answer(notice, call);
    } else if (event instanceof SyncEvent sync) {
      return syncs.answer(sync, call);
    } else if (event instanceof UnknownActivity unknown) {
      String name = NAME.test(unknown.activity()) ? unknown.activity() : "with an unusual name";
      LOG.warn("KooGallery sent an activity that this version does not know: {}", name);
      return Answer.of(ResultCode.INVALID_PARAMETER);
    }
    return change((ProductionEvent) event, call);
  }

  private Answer change(ProductionEvent event, Call call) {
    Instant signed = call.stamp().at();
    ResultCode unknown = ResultCode.INSTANCE_UNKNOWN;
    if (event instanceof RefreshInstance refresh) {
      return instances.answer(
          refresh.instance(),
          refresh.test(),
          call,
          unknown,
          rehearsal -> EventFacts.of(refresh, Call.at(rehearsal, signed)));
    } else if (event instanceof UpgradeInstance upgrade) {
      return instances.answer(
          upgrade.instance(), upgrade.test(), call, unknown, rehearsal -> EventFacts.of(upgrade));
    } else if (event instanceof ReleaseInstance release) {
      return instances.answer( // what is not there is as gone as it can be
          release.instance(),
          release.test(),
          call,
          ResultCode.SUCCESS,
          rehearsal -> EventFacts.of(release, Call.at(rehearsal, signed)));
    }
    UpdateInstanceStatus update = (UpdateInstanceStatus) event;
    if (update.status() == Status.UNKNOWN) {
      LOG.warn("updateInstanceStatus brought a status that this version does not know");
      return Answer.of(ResultCode.INVALID_PARAMETER);
    }
    return instances.answer(
        update.instance(),
        update.test(),
        call,
        unknown,
        rehearsal -> EventFacts.of(update, Call.at(rehearsal, signed)));
  }

  /** It does not say what happened to the order; whoever is onboarded for it may look again. */
  private Answer answer(OrderNotify event, Call call) {
    boolean rehearsal = event.test() || Lanes.mock(event.order().orderId());
    Names names = Names.builder().order(event.order()).build();
    return pool.call(
        () ->
            lanes.remember(
                call,
                Answer.of(ResultCode.SUCCESS, rehearsal ? List.of() : lanes.customersOf(names))),
        call.end());
  }
}
