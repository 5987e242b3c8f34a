package com.guance.onboarding.spi;

/**
 * Takes lists of staff, members and departments of a buyer's organization, as an adapter wrote them
 * down. An adapter extends this with methods that get the lists typed; partners implement those.
 *
 * <p>At least once for each list, from an {@code advance} or {@code resumeDue}, by one thread of a
 * node at a time, and again until the method returns. Two nodes may tell the same list, also at
 * once: its event id is the same every time, so recognise a repetition by that. A list is stored
 * only if the node that takes the callback has such a listener, so give all nodes the same. A list
 * that failed may come after a later one. What it throws is logged by type and never reaches a
 * caller, nor the answer of a callback. Until it is taken a list is kept sealed, then it is
 * deleted.
 */
public interface StaffListener {

  /**
   * A list has come.
   *
   * @param eventId stable, to recognise a repetition
   * @param list the list as the adapter handed it in
   */
  void received(String eventId, String list);
}
