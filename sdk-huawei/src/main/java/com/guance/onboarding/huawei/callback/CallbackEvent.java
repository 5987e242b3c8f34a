package com.guance.onboarding.huawei.callback;

/**
 * One callback of KooGallery, verified and typed.
 *
 * <p>Fields and values that this version does not know are left out or typed as unknown. Printing
 * shows the activity and ids, nothing personal.
 */
public sealed interface CallbackEvent permits ProductionEvent, SyncEvent, UnknownActivity {

  /** {@return the activity as KooGallery spells it} */
  String activity();

  /** {@return whether it comes from debugging or the daily dial test} */
  boolean test();
}
