package com.guance.onboarding.billing.datakit;

/** Where DataKit is to run. */
public enum Platform {
  /** A Linux host; the command is for {@code sh}, {@code bash} or {@code zsh}. */
  LINUX,
  /** A Mac; the command is for {@code sh}, {@code bash} or {@code zsh}. */
  MACOS,
  /** A Windows host; the command is for PowerShell as administrator. */
  WINDOWS,
  /** A Kubernetes cluster; the command runs Helm 3 in {@code sh}, {@code bash} or {@code zsh}. */
  KUBERNETES
}
