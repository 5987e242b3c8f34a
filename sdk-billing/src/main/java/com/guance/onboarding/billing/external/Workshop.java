package com.guance.onboarding.billing.external;

import com.guance.onboarding.domain.WorkspaceId;
import com.guance.onboarding.spi.BillingGateway.WorkspaceForm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes one workspace for one reference, although the deployment knows no idempotency keys. What is
 * about to be made is marked beside its owner before, with the workspaces that were there already;
 * what is found later under that name, was not there and was made for no other reference, is ours.
 */
final class Workshop {

  private static final String INTENT = "?";

  private final GuanceExternalApi api;
  private final Directory directory;

  Workshop(GuanceExternalApi api, Directory directory) {
    this.api = api;
    this.directory = directory;
  }

  Optional<WorkspaceId> find(String reference) {
    return directory
        .marked(Marks.made(reference))
        .flatMap(owner -> made(owner, Marks.made(reference)));
  }

  /** One at a time for each owner, so that no other order's workspace appears in between. */
  WorkspaceId make(String reference, Account owner, WorkspaceForm form) {
    return directory.alone(owner, () -> makeAlone(reference, directory.again(owner), form));
  }

  private WorkspaceId makeAlone(String reference, Account owner, WorkspaceForm form) {
    String mark = Marks.made(reference);
    Account ready =
        Marks.of(owner, mark).isPresent()
            ? owner
            : directory.mark(owner, Map.of(mark, intent(owner, form.name())));
    WorkspaceId id =
        made(ready, mark)
            .orElseGet(
                () ->
                    api.createWorkspace(
                            new NewDeployedWorkspace(
                                form.name(), ready.id(), form.language(), WorkspaceOptions.none()))
                        .id());
    directory.mark(ready, Map.of(mark, id.value()));
    return id;
  }

  private static String intent(Account owner, String name) {
    return owned(owner)
        .map(membership -> membership.workspace().value())
        .collect(Collectors.joining(",", INTENT + Marks.digest(name) + ":", ""));
  }

  private static Optional<WorkspaceId> made(Account owner, String mark) {
    String value = Marks.of(owner, mark).orElse(INTENT);
    if (!value.startsWith(INTENT)) {
      return Optional.of(new WorkspaceId(value));
    }
    int cut = value.indexOf(':');
    String name = cut < 0 ? "" : value.substring(INTENT.length(), cut);
    Set<String> before = Set.copyOf(List.of(value.substring(cut + 1).split(",", -1)));
    return owned(owner)
        .filter(membership -> !before.contains(membership.workspace().value()))
        .filter(membership -> !Marks.hasMade(owner, membership.workspace()))
        .filter(membership -> membership.name().map(Marks::digest).filter(name::equals).isPresent())
        .map(Membership::workspace)
        .findFirst();
  }

  private static Stream<Membership> owned(Account owner) {
    return owner.workspaces().stream().filter(Membership::isOwner);
  }
}
