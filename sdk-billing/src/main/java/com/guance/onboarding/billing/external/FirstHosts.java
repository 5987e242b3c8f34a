package com.guance.onboarding.billing.external;

import com.guance.onboarding.billing.datakit.TokenCheck;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.spi.WorkspaceFinding;
import com.guance.onboarding.spi.WorkspaceFinding.Aspect;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks for the first DataKit of a workspace, and asks the dataway whether one could report at all.
 *
 * @param api the deployment
 * @param dataway asked about tokens, empty if nobody is to be asked
 */
record FirstHosts(GuanceExternalApi api, Optional<TokenCheck> dataway) {

  FirstHosts within(Duration time) {
    return new FirstHosts(api.within(time), dataway.map(check -> check.within(time)));
  }

  Optional<String> of(WorkspaceId id) {
    try (Stream<DataKitHost> hosts = api.dataKits(id, true)) {
      return hosts.map(DataKitHost::hostName).findFirst();
    }
  }

  WorkspaceFinding finding(Optional<Secret> token) {
    return token
        .map(shown -> dataway.orElseThrow().finding(shown))
        .orElseGet(
            () ->
                WorkspaceFinding.unverified(
                    Aspect.TOKEN, "the deployment does not show the token"));
  }
}
