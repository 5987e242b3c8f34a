package com.guance.onboarding;

import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.Site;
import com.guance.onboarding.domain.TaskKind;
import com.guance.onboarding.spi.InstallGuide;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a task points to besides its words.
 *
 * @param links where a kind of task is done, as the partner has set it
 * @param install the commands that install DataKit
 * @param sites what to choose from where a site is asked for; empty to have its key typed
 */
record Pointers(Map<TaskKind, URI> links, InstallGuide install, List<Site> sites) {

  /**
   * Copies links and sites.
   *
   * @param links the links
   * @param install the commands
   * @param sites the sites
   */
  Pointers {
    links = Map.copyOf(links);
    sites = List.copyOf(sites);
  }

  static Pointers none() {
    return new Pointers(Map.of(), site -> Map.of(), List.of());
  }

  Optional<URI> link(TaskKind kind) {
    return Optional.ofNullable(links.get(kind));
  }

  /** What to choose from where a field is asked for. */
  List<String> options(Field field) {
    return field == Field.WORKSPACE_SITE
        ? sites.stream().map(Site::key).toList()
        : Inputs.options(field);
  }

  Map<String, String> commands(TaskKind kind, FlowState state) {
    return kind == TaskKind.INSTALL_DATAKIT
        ? Verification.site(state).map(install::commands).orElse(Map.of())
        : Map.of();
  }
}
