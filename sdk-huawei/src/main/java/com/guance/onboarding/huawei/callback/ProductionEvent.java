package com.guance.onboarding.huawei.callback;

import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.OrderKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the production interface says and asks: orders and instances (contracts/koogallery.md §1).
 */
public sealed interface ProductionEvent extends CallbackEvent {

  /**
   * An order line was bought; KooGallery wants an instance for it.
   *
   * @param order the order line
   * @param businessId the name of this very call; a repetition has another one
   * @param test whether it comes from debugging
   */
  record NewInstance(OrderKey order, String businessId, boolean test) implements ProductionEvent {
    @Override
    public String activity() {
      return "newInstance";
    }
  }

  /**
   * How are these instances reached, and what have they used?
   *
   * @param instances which, in the order in which they are asked for
   * @param test whether it comes from debugging
   */
  record QueryInstance(List<InstanceId> instances, boolean test) implements ProductionEvent {

    /**
     * Copies the list.
     *
     * @param instances which
     * @param test whether it comes from debugging
     */
    public QueryInstance {
      instances = List.copyOf(instances);
    }

    @Override
    public String activity() {
      return "queryInstance";
    }
  }

  /**
   * The time that an instance runs has changed: renewed, converted, or taken back.
   *
   * @param instance which
   * @param order the order of the change
   * @param renewal the kind of change and what it leads to
   * @param test whether it comes from debugging
   */
  record RefreshInstance(InstanceId instance, OrderKey order, Renewal renewal, boolean test)
      implements ProductionEvent {
    @Override
    public String activity() {
      return "refreshInstance";
    }
  }

  /**
   * What a change of the running time leads to.
   *
   * @param scene the kind of change
   * @param wireScene the kind of change as KooGallery spells it
   * @param productId the product, when the kind of period has changed
   * @param expires when the instance ends now; it may be earlier than before
   */
  record Renewal(Scene scene, String wireScene, Optional<String> productId, Instant expires) {}

  /** The kinds of change of the running time. */
  enum Scene {
    /** A trial is paid for now. */
    TRIAL_TO_FORMAL,
    /** It is renewed. */
    RENEWAL,
    /** A renewal is taken back: the end moves back. */
    UNSUBSCRIBE_RENEWAL_PERIOD,
    /** It is renewed with other terms. */
    RENEWAL_CHANGE,
    /** A kind that this version does not know. */
    UNKNOWN
  }

  /**
   * An instance is frozen or not any more.
   *
   * @param instance which
   * @param status what it is from now on
   * @param test whether it comes from debugging
   */
  record UpdateInstanceStatus(InstanceId instance, Status status, boolean test)
      implements ProductionEvent {
    @Override
    public String activity() {
      return "updateInstanceStatus";
    }
  }

  /** What becomes of an instance. */
  enum Status {
    /** It stops; data is kept. */
    FREEZE,
    /** It runs again. */
    UNFREEZE,
    /** A status that this version does not know. */
    UNKNOWN
  }

  /**
   * An instance is given up for good.
   *
   * @param instance which
   * @param order the order of the unsubscription, when there is one
   * @param test whether it comes from debugging
   */
  record ReleaseInstance(InstanceId instance, Optional<OrderKey> order, boolean test)
      implements ProductionEvent {
    @Override
    public String activity() {
      return "releaseInstance";
    }
  }

  /**
   * An instance gets another specification; the order query tells which.
   *
   * @param instance which
   * @param order the order of the change
   * @param test whether it comes from debugging
   */
  record UpgradeInstance(InstanceId instance, OrderKey order, boolean test)
      implements ProductionEvent {
    @Override
    public String activity() {
      return "upgradeInstance";
    }
  }

  /**
   * May this instance be changed to another specification?
   *
   * @param instance which
   * @param target what it would become
   * @param test whether it comes from debugging
   */
  record ChangeInstanceCheck(InstanceId instance, TargetProduct target, boolean test)
      implements ProductionEvent {
    @Override
    public String activity() {
      return "changeInstanceCheck";
    }
  }

  /**
   * The specification that a change would lead to; KooGallery's pages leave its fields open.
   *
   * @param productId the product
   * @param skuCode the specification
   * @param amount its linear value, finite; empty if it was none
   */
  record TargetProduct(
      Optional<String> productId, Optional<String> skuCode, Optional<Double> amount) {}

  /**
   * Something happened to an order: it was placed, renewed, changed or unsubscribed.
   *
   * @param order the order line
   * @param test whether it comes from debugging
   */
  record OrderNotify(OrderKey order, boolean test) implements ProductionEvent {
    @Override
    public String activity() {
      return "orderNotify";
    }
  }
}
