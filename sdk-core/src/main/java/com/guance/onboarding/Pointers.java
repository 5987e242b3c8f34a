package com.guance.onboarding;

import com.guance.onboarding.domain.TaskKind;
import com.guance.onboarding.spi.InstallGuide;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * What a task points to besides its words.
 *
 * @param links where a kind of task is done, as the partner has set it
 * @param install the commands that install DataKit
 */
record Pointers(Map<TaskKind, URI> links, InstallGuide install) {

  /**
   * Copies the links.
   *
   * @param links the links
   * @param install the commands
   */
  Pointers {
    links = Map.copyOf(links);
  }

  static Pointers none() {
    return new Pointers(Map.of(), site -> Map.of());
  }

  Optional<URI> link(TaskKind kind) {
    return Optional.ofNullable(links.get(kind));
  }

  Map<String, String> commands(TaskKind kind, FlowState state) {
    return kind == TaskKind.INSTALL_DATAKIT
        ? Verification.site(state).map(install::commands).orElse(Map.of())
        : Map.of();
  }
}
