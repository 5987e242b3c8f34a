package com.guance.onboarding.billing.datakit;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * What the installation shall set besides the site and the token. Everything is optional, and every
 * value is checked when the options are built: a value that DataKit or a shell could misread is
 * refused with the option's name.
 */
@Value.Immutable
public abstract class InstallOptions {

  InstallOptions() {}

  /**
   * Tags on all data of the host. On Kubernetes they replace the chart's own global tags.
   *
   * @return tag names and values; a name has 1 to 64 letters, digits, dots, hyphens, underscores; a
   *     value is one line of 1 to 256 characters without commas and equals signs
   */
  public abstract Map<String, String> hostTags();

  /** {@return the inputs to switch on instead of DataKit's own choice; empty to leave that} */
  public abstract List<String> defaultInputs();

  /** {@return whether no input shall be switched on; false unless set} */
  @Value.Default
  public boolean withoutInputs() {
    return false;
  }

  /** {@return the cloud that the host belongs to} */
  public abstract Optional<CloudProvider> cloudProvider();

  /** {@return DataKit's own namespace, within which one DataKit is elected for shared inputs} */
  public abstract Optional<String> namespace();

  /** {@return the port of DataKit's local HTTP server; DataKit's default is 9529} */
  public abstract OptionalInt httpPort();

  /** {@return whether to install without starting; false unless set} */
  @Value.Default
  public boolean installOnly() {
    return false;
  }

  /** {@return whether to upgrade a DataKit that is there; false unless set} */
  @Value.Default
  public boolean upgrade() {
    return false;
  }

  /** {@return the proxy for download and data, without user name and password} */
  public abstract Optional<URI> proxy();

  /** {@return the version to install, such as {@code 1.2.3}; the newest if empty} */
  public abstract Optional<String> version();

  /** {@return the folder that holds the installer; the brand's own unless set} */
  public abstract Optional<URI> installerBaseUrl();

  @Value.Check
  void check() {
    OptionRules.check(this);
  }

  /** {@return options that set nothing} */
  public static InstallOptions none() {
    return builder().build();
  }

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects options. */
  public static final class Builder extends ImmutableInstallOptions.Builder {
    Builder() {}
  }
}
