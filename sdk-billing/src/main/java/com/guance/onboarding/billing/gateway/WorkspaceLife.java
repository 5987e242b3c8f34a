package com.guance.onboarding.billing.gateway;

import com.guance.onboarding.domain.BillingAccountId;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What has become of a workspace after its onboarding: its plan, whom it settles through, whether
 * it is locked and until when its data is kept. Immutable.
 */
@Value.Immutable
public abstract class WorkspaceLife {

  WorkspaceLife() {}

  /** {@return the workspace} */
  public abstract WorkspaceId workspace();

  /** {@return its plan} */
  public abstract Plan plan();

  /** {@return the Billing Center account that it belongs to, if it belongs to one} */
  public abstract Optional<BillingAccountId> account();

  /** {@return whom it settles through; nobody on the free plan and after the cloud link is gone} */
  public abstract Optional<Settlement> settlement();

  /** {@return from when on the settlement may be changed again; empty if it never was changed} */
  public abstract Optional<Instant> settlementChangeableFrom();

  /** {@return its lock, if it is locked} */
  public abstract Optional<Lock> lock();

  /** {@return since when its data can be seen, after an upgrade; what is older cannot} */
  public abstract Optional<Instant> dataVisibleFrom();

  static Builder builder() {
    return new Builder();
  }

  /** The plan of a workspace. */
  public enum Plan {
    /** Free: nobody pays. */
    FREE,
    /** The Commercial Plan. */
    COMMERCIAL,
    /** A plan that this version does not know. */
    UNKNOWN
  }

  /**
   * Whom a workspace settles through.
   *
   * @param kind who pays
   * @param huaweiAccount the Huawei account, where one pays
   * @param instance its instance on KooGallery, where it is known
   */
  public record Settlement(
      Kind kind, Optional<HuaweiAccountId> huaweiAccount, Optional<InstanceId> instance) {

    /** Who pays. */
    public enum Kind {
      /** The Billing Center account itself. */
      BILLING_CENTER,
      /** A Huawei account, through a product that it has subscribed to. */
      HUAWEI_CLOUD,
      /** Another cloud, or something that this version does not know. */
      UNKNOWN
    }
  }

  /**
   * A lock. Until the data is gone, history can be read and the workspace can be unlocked.
   *
   * @param reason why
   * @param since when it was locked
   * @param dataGoneAt when nothing is taken in any more and the data is wiped
   */
  public record Lock(Reason reason, Instant since, Instant dataGoneAt) {

    /** Why a workspace is locked. */
    public enum Reason {
      /** The buyer closed the resource on KooGallery, or it was released. */
      HUAWEI_GOODS_CLOSED,
      /** KooGallery froze the resource. */
      HUAWEI_GOODS_FROZEN,
      /** The Billing Center account owes money. */
      ARREARS,
      /** A reason that this version does not know. */
      UNKNOWN
    }

    /**
     * How long the workspace can still be unlocked.
     *
     * @param now the time
     * @return what is left of the countdown; nothing once the data is gone
     */
    public Duration left(Instant now) {
      return now.isBefore(dataGoneAt) ? Duration.between(now, dataGoneAt) : Duration.ZERO;
    }
  }

  /** Collects what an answer says. */
  static final class Builder extends ImmutableWorkspaceLife.Builder {
    Builder() {}
  }
}
