package com.guance.onboarding.billing.external;

import com.guance.onboarding.domain.Language;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A workspace to create. Its language cannot be changed afterwards and has no default.
 *
 * @param name the name, at most 256 characters
 * @param ownerAccount the id of the account that will own it
 * @param language the language
 * @param options how it stores and queries
 */
public record NewDeployedWorkspace(
    String name, String ownerAccount, Language language, WorkspaceOptions options) {

  /**
   * Checks name and id.
   *
   * @param name the name, at most 256 characters
   * @param ownerAccount the id of the account that will own it
   * @param language the language
   * @param options how it stores and queries
   */
  public NewDeployedWorkspace {
    Inputs.text("workspace.name", name);
    Inputs.id("workspace.ownerAccount", ownerAccount);
  }

  Map<String, Object> toBody() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("name", name);
    body.put("ownerUuid", ownerAccount);
    body.put("language", language.code());
    body.putAll(options.toBody());
    return body;
  }

  /** Returns the owner's id; the name belongs to the customer. */
  @Override
  public String toString() {
    return "NewDeployedWorkspace[" + ownerAccount + "]";
  }
}
