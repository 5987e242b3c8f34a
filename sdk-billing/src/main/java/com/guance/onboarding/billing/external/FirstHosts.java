package com.guance.onboarding.billing.external;

import com.guance.onboarding.billing.datakit.TokenCheck;
import com.guance.onboarding.billing.datakit.TokenState;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.error.NotFoundException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Looks for the first DataKit of a workspace, and while there is none asks the dataway whether one
 * could report at all.
 *
 * @param api the deployment
 * @param dataway asked about tokens, empty if nobody is to be asked
 */
record FirstHosts(GuanceExternalApi api, Optional<TokenCheck> dataway) {

  FirstHosts within(Duration time) {
    return new FirstHosts(api.within(time), dataway.map(check -> check.within(time)));
  }

  Optional<String> of(WorkspaceId id, Supplier<DeployedWorkspace> workspace) {
    Optional<String> host = listed(id);
    if (host.isEmpty()) {
      dataway.ifPresent(
          check -> workspace.get().dataToken().ifPresent(token -> known(check, token)));
    }
    return host;
  }

  private Optional<String> listed(WorkspaceId id) {
    try (Stream<DataKitHost> hosts = api.dataKits(id, true)) {
      return hosts.map(DataKitHost::hostName).findFirst();
    }
  }

  private static void known(TokenCheck check, Secret token) {
    if (check.check(token) == TokenState.NOT_FOUND) {
      throw new NotFoundException(
          Refusals.of("check token", "TOKEN_NOT_FOUND")
              .rule(
                  "the dataway does not know the workspace's token, so that no DataKit can report;"
                      + " check the dataway's address")
              .build());
    }
  }
}
