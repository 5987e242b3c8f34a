package com.guance.onboarding.billing.datakit;

import java.util.ArrayList;
import java.util.List;

/**
 * The command for a cluster: one Helm release named {@code datakit} in a namespace of that name.
 */
final class HelmCommand {

  private HelmCommand() {}

  static String line(Dataway dataway, InstallOptions options) {
    refuseHostOnlyOptions(options);
    OptionRules.checkPlainTags(options);
    StringBuilder line = new StringBuilder("helm ");
    line.append(options.upgrade() ? "upgrade" : "install");
    line.append(" datakit datakit --repo ").append(Quoting.posix(dataway.chartRepository()));
    line.append(options.upgrade() ? " -n datakit" : " -n datakit --create-namespace");
    line.append(" --set ").append(setting("datakit.dataway_url", dataway.url()));
    settings(options).forEach(setting -> line.append(" --set-string ").append(setting));
    return line.toString();
  }

  private static List<String> settings(InstallOptions options) {
    List<String> settings = new ArrayList<>();
    if (!options.hostTags().isEmpty()) {
      settings.add(setting("datakit.global_tags", HostCommand.tags(options)));
    }
    if (!options.defaultInputs().isEmpty()) {
      String inputs = String.join(",", options.defaultInputs());
      settings.add(setting("datakit.default_enabled_inputs", inputs));
    }
    options.version().ifPresent(version -> settings.add(setting("image.tag", version)));
    List<String[]> environment = new ArrayList<>();
    options
        .cloudProvider()
        .ifPresent(cloud -> environment.add(new String[] {"ENV_CLOUD_PROVIDER", cloud.code()}));
    options.namespace().ifPresent(name -> environment.add(new String[] {"ENV_NAMESPACE", name}));
    for (int i = 0; i < environment.size(); i++) {
      settings.add(setting("extraEnvs[" + i + "].name", environment.get(i)[0]));
      settings.add(setting("extraEnvs[" + i + "].value", environment.get(i)[1]));
    }
    return settings;
  }

  private static String setting(String key, String value) {
    return Quoting.posixQuoted(key + "=" + Quoting.helmValue(value));
  }

  private static void refuseHostOnlyOptions(InstallOptions options) {
    refuse(options.withoutInputs(), "withoutInputs");
    refuse(options.httpPort().isPresent(), "httpPort");
    refuse(options.installOnly(), "installOnly");
    refuse(options.proxy().isPresent(), "proxy");
    refuse(options.installerBaseUrl().isPresent(), "installerBaseUrl");
  }

  private static void refuse(boolean set, String option) {
    if (set) {
      throw OptionRules.refused(option, "is an option of hosts, not of the Kubernetes chart");
    }
  }
}
