package com.guance.onboarding.huawei.callback;

import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.huawei.callback.ProductionEvent.TargetProduct;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Never answers one question and all others at once. */
final class StuckAt implements PartnerDecisions {

  private final String question;
  private final Runnable obstacle;
  final AtomicInteger asked = new AtomicInteger();

  StuckAt(String question, Runnable obstacle) {
    this.question = question;
    this.obstacle = obstacle;
  }

  private <T> T answer(String what, T answer) {
    if (what.equals(question)) {
      asked.incrementAndGet();
      obstacle.run();
    }
    return answer;
  }

  @Override
  public ResultCode canCreate(OrderKey order) {
    return answer("canCreate", ResultCode.SUCCESS);
  }

  @Override
  public boolean knows(InstanceId instance) {
    return answer("knows", false);
  }

  @Override
  public Optional<AccessData> describe(InstanceId instance, AccessData suggested) {
    return answer("describe", Optional.of(suggested));
  }

  @Override
  public List<UsageReading> usage(InstanceId instance) {
    return answer("usage", List.of());
  }

  @Override
  public boolean mayChange(InstanceId instance, TargetProduct target) {
    return answer("mayChange", true);
  }
}
