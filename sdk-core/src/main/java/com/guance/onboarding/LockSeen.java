package com.guance.onboarding;

import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.spi.WorkspaceFinding.Aspect;
import com.guance.onboarding.spi.WorkspaceFinding.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A lock of the workspace that Guance itself has told of, and what it leaves time for.
 *
 * @param since when it was locked
 * @param dataGoneAt when its data is wiped
 */
record LockSeen(Instant since, Instant dataGoneAt) {

  /**
   * What a finding says; empty for any other finding, where Guance does not say since when, and
   * where nothing is wiped.
   */
  static Optional<LockSeen> of(Observed finding, Duration dataKept) {
    boolean locked =
        !dataKept.isZero()
            && finding.subject().equals(Aspect.LOCK.name())
            && finding.value(Detail.STATE).filter(Result.WRONG.name()::equals).isPresent();
    return locked
        ? finding
            .value(Detail.SINCE)
            .map(Instant::parse)
            .map(since -> new LockSeen(since, since.plus(dataKept)))
        : Optional.empty();
  }

  /** What Guance says now of the workspace. */
  static Optional<LockSeen> of(FlowState state, Duration dataKept) {
    return state
        .of(FactKind.WORKSPACE_VERIFIED, Aspect.LOCK.name())
        .flatMap(finding -> of(finding, dataKept));
  }

  String rule() {
    return "the workspace is locked since " + since + " and its data is gone at " + dataGoneAt;
  }

  String remedy() {
    return "The owner unlocks it in the Billing Center before " + dataGoneAt + ".";
  }

  TaskText text() {
    return new TaskText(
        "工作空间自 " + since + " 起锁定，数据将于 " + dataGoneAt + " 清除：请所有者在此之前到费用中心解锁。",
        "The workspace is not as it should be: " + rule() + ". " + remedy(),
        Optional.empty());
  }

  /** What an operator should know of it. */
  String remark(Instant now) {
    return now.isBefore(dataGoneAt)
        ? rule() + " unless it is unlocked before, in the Billing Center"
        : "the workspace was locked at "
            + since
            + "; unless it was unlocked, its data is gone since "
            + dataGoneAt;
  }
}
