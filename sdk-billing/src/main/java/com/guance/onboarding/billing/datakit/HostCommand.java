package com.guance.onboarding.billing.datakit;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The commands for one host: variables first, then the installer of contracts/guance.md §6. */
final class HostCommand {

  private HostCommand() {}

  static String posix(Dataway dataway, InstallOptions options) {
    String script = "eval \"$(curl -L " + Quoting.posix(installer(dataway, options, "sh")) + ")\"";
    return variables(dataway, options).entrySet().stream()
            .map(variable -> variable.getKey() + "=" + Quoting.posixQuoted(variable.getValue()))
            .collect(Collectors.joining(" "))
        + " bash -c "
        + Quoting.posixQuoted(script);
  }

  static String powerShell(Dataway dataway, InstallOptions options) {
    StringBuilder line = new StringBuilder("Remove-Item -ErrorAction SilentlyContinue Env:DK_*; ");
    variables(dataway, options)
        .forEach(
            (name, value) ->
                line.append("$env:")
                    .append(name)
                    .append('=')
                    .append(Quoting.powerShell(value))
                    .append("; "));
    line.append("Set-ExecutionPolicy Bypass -scope Process -Force; Import-Module bitstransfer; ");
    line.append("start-bitstransfer ");
    if (options.proxy().isPresent()) {
      line.append("-ProxyUsage Override -ProxyList $env:HTTPS_PROXY ");
    }
    return line.append("-source ")
        .append(Quoting.powerShell(installer(dataway, options, "ps1")))
        .append(" -destination .install.ps1; powershell ./.install.ps1;")
        .toString();
  }

  private static String installer(Dataway dataway, InstallOptions options, String suffix) {
    String folder =
        options.installerBaseUrl().map(HostCommand::folder).orElse(dataway.installerBaseUrl());
    String version = options.version().map(number -> "-" + number).orElse("");
    return folder + "/install" + version + "." + suffix;
  }

  private static String folder(URI address) {
    String text = address.toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  private static Map<String, String> variables(Dataway dataway, InstallOptions options) {
    Map<String, String> variables = new LinkedHashMap<>();
    options.proxy().ifPresent(proxy -> variables.put("HTTPS_PROXY", folder(proxy)));
    options
        .installerBaseUrl()
        .ifPresent(address -> variables.put("DK_INSTALLER_BASE_URL", folder(address)));
    if (!options.hostTags().isEmpty()) {
      variables.put("DK_GLOBAL_HOST_TAGS", tags(options));
    }
    if (options.withoutInputs()) {
      variables.put("DK_DEF_INPUTS", "-");
    } else if (!options.defaultInputs().isEmpty()) {
      variables.put("DK_DEF_INPUTS", String.join(",", options.defaultInputs()));
    }
    options.cloudProvider().ifPresent(cloud -> variables.put("DK_CLOUD_PROVIDER", cloud.code()));
    options.namespace().ifPresent(name -> variables.put("DK_NAMESPACE", name));
    options.httpPort().ifPresent(port -> variables.put("DK_HTTP_PORT", Integer.toString(port)));
    if (options.installOnly()) {
      variables.put("DK_INSTALL_ONLY", "1");
    }
    if (options.upgrade()) {
      variables.put("DK_UPGRADE", "1");
    }
    variables.put("DK_DATAWAY", dataway.url());
    return variables;
  }

  static String tags(InstallOptions options) {
    return options.hostTags().entrySet().stream()
        .map(tag -> tag.getKey() + "=" + tag.getValue())
        .collect(Collectors.joining(","));
  }
}
