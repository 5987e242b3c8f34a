package com.guance.onboarding.billing.datakit;

import java.util.Locale;

/** The clouds that DataKit knows by name. */
public enum CloudProvider {
  /** Alibaba Cloud. */
  ALIYUN,
  /** Amazon Web Services. */
  AWS,
  /** Tencent Cloud. */
  TENCENT,
  /** Huawei Cloud. */
  HWCLOUD,
  /** Microsoft Azure. */
  AZURE;

  /** {@return the word that DataKit expects, such as {@code hwcloud}} */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
