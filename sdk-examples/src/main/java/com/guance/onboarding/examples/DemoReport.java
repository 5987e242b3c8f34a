package com.guance.onboarding.examples;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.guance.onboarding.Onboarding;
import com.guance.onboarding.billing.Sites;
import com.guance.onboarding.billing.datakit.InstallCommands;
import com.guance.onboarding.billing.datakit.InstallOptions;
import com.guance.onboarding.billing.datakit.Platform;
import com.guance.onboarding.domain.Branch;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.SignInName;
import com.guance.onboarding.domain.Site;
import java.util.Optional;

/** The result as one line of JSON; what there is not is null, the token is masked. */
final class DemoReport {

  private DemoReport() {}

  static String json(Demo.Plan plan, Demo.Result result) {
    Onboarding onboarding = result.onboarding();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("branch", onboarding.branch().map(Branch::code).orElse(plan.branch().code()));
    json.put("outcome", onboarding.outcome().name());
    json.put("onboardingId", onboarding.id().value());
    json.put("orderId", onboarding.order().orderId());
    organization(json, onboarding);
    json.put("signInName", onboarding.signInName().map(SignInName::full).orElse(null));
    json.put(
        "huaweiAccountId", onboarding.huaweiAccount().map(HuaweiAccountId::value).orElse(null));
    billingAccount(json, onboarding);
    workspace(json, onboarding);
    dataKit(json, onboarding);
    ArrayNode stages = json.putArray("stages");
    onboarding
        .stages()
        .forEach(
            status ->
                stages
                    .addObject()
                    .put("stage", status.stage().name())
                    .put("by", status.by().name())
                    .put("verified", status.verified()));
    json.put("remoteCalls", result.calls().size());
    return json.toString();
  }

  private static void organization(ObjectNode json, Onboarding onboarding) {
    json.putNull("organization");
    onboarding
        .organization()
        .ifPresent(
            one ->
                json.putObject("organization")
                    .put("name", one.name())
                    .put("shortName", one.shortName().value()));
  }

  private static void billingAccount(ObjectNode json, Onboarding onboarding) {
    json.putNull("billingAccount");
    onboarding
        .billingAccount()
        .ifPresent(
            one ->
                json.putObject("billingAccount")
                    .put("userName", one.userName())
                    .put("registered", one.registered()));
  }

  private static void workspace(ObjectNode json, Onboarding onboarding) {
    json.putNull("workspace");
    onboarding
        .workspace()
        .ifPresent(
            one ->
                json.putObject("workspace")
                    .put("id", one.id().value())
                    .put("name", one.form().name().orElse(null))
                    .put("language", one.form().language().orElse(null))
                    .put("site", one.form().site().orElse(null))
                    .put("created", one.created()));
  }

  private static void dataKit(ObjectNode json, Onboarding onboarding) {
    Optional<String> site = onboarding.workspace().flatMap(one -> one.form().site());
    json.putObject("dataKit")
        .put("command", site.map(key -> command(new Site(key))).orElse(null))
        .put("host", onboarding.dataKitHost().orElse(null));
  }

  private static String command(Site site) {
    return InstallCommands.masked(
        Sites.documented().hosts(site), Platform.LINUX, InstallOptions.none());
  }
}
