package com.guance.onboarding.huawei.callback;

/** What a synchronization asks for (contracts/koogallery.md §3.1). */
public enum SyncFlag {
  /** Take it away. */
  DELETE("0"),
  /** Add it. */
  ADD("1"),
  /** It has changed. */
  MODIFY("2"),
  /** A member may not use the application any more; the member stays. */
  CANCEL("3"),
  /** A flag that this version does not know. */
  UNKNOWN("");

  private final String digit;

  SyncFlag(String digit) {
    this.digit = digit;
  }

  String digit() {
    return digit;
  }

  static SyncFlag of(String digit) {
    for (SyncFlag flag : values()) {
      if (flag != UNKNOWN && flag.digit.equals(digit)) {
        return flag;
      }
    }
    return UNKNOWN;
  }
}
