package com.guance.onboarding.testkit;

import java.util.List;
import java.util.Optional;

/**
 * The dataway: it checks tokens as DataKit does before it reports (contracts/guance.md §6). The
 * body decides, the HTTP status of a no is 200.
 */
final class DatawayDoor implements GuanceApi {

  private final Workspaces workspaces;

  DatawayDoor(Workspaces workspaces) {
    this.workspaces = workspaces;
  }

  List<ApiRoute> all() {
    return List.of(
        ApiRoute.of("datawayCheckToken", this, "GET", "/v1/check/token/{token}", this::check));
  }

  @Override
  public boolean means(WebRequest request) {
    return true;
  }

  @Override
  public Optional<String> admit(WebRequest request) {
    return Optional.empty();
  }

  private Answer check(ApiCall call) {
    workspaces.ofToken(call.at("token"));
    return Answer.ok(body(200, "", ""));
  }

  @Override
  public Answer refused(Refused refused) {
    boolean unknown = refused.code().equals(Workspaces.TOKEN_NOT_FOUND);
    return Answer.of(
        unknown ? 200 : refused.status(), body(refused.status(), refused.code(), refused.text()));
  }

  private static Fields body(int code, String errorCode, String message) {
    return Fields.of("code", code).and("errorCode", errorCode).and("message", message);
  }

  @Override
  public Refused throttled() {
    return Refused.of(429, "kodo.tooManyRequests", "too many requests");
  }
}
