package com.guance.onboarding.huawei.callback;

import com.guance.onboarding.huawei.callback.SyncEvent.AllOrgSync;
import com.guance.onboarding.huawei.callback.SyncEvent.AuthSync;
import com.guance.onboarding.huawei.callback.SyncEvent.SingleOrgSync;
import com.guance.onboarding.spi.StaffListener;

/**
 * Gets the lists of staff that the joint-operations kit sends: the members that may use the
 * application, and the departments of their organization (contracts/koogallery.md §3.1).
 *
 * <p>Given to the flow's builder. What came from debugging or the daily dial test is not told. The
 * other promises are those of {@link StaffListener}: at least once each, and again until the method
 * returns. A list that failed may come after a later one; the subject's time says which is newer.
 * Everything about a member is personal: whoever keeps it must seal it, too.
 */
public interface StaffSyncListener extends StaffListener {

  /**
   * Members may use the application, have changed, or may not use it any more.
   *
   * @param eventId stable, to recognise a repetition
   * @param sync whom it is about, what is asked for, and the members
   */
  default void members(String eventId, AuthSync sync) {}

  /**
   * One department was added, changed or removed.
   *
   * @param eventId stable, to recognise a repetition
   * @param sync whom it is about, what is asked for, and the department
   */
  default void department(String eventId, SingleOrgSync sync) {}

  /**
   * All departments of an organization; those that are not named are gone.
   *
   * @param eventId stable, to recognise a repetition
   * @param sync whom it is about, and the departments
   */
  default void departments(String eventId, AllOrgSync sync) {}

  /** Calls the method for the kind of list; not to be overridden. */
  @Override
  default void received(String eventId, String list) {
    SyncEvent event = StaffLists.read(list);
    if (event instanceof AuthSync sync) {
      members(eventId, sync);
    } else if (event instanceof SingleOrgSync sync) {
      department(eventId, sync);
    } else if (event instanceof AllOrgSync sync) {
      departments(eventId, sync);
    }
  }
}
