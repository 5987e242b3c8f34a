package com.guance.onboarding.testkit;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The unified login page and the sign-in domain of all organizations (contracts/koogallery.md §5).
 * The emulator keeps no members' passwords: any will do.
 */
final class SignInPages {

  static final String LOGIN = "/unified-login";
  static final String TOKEN = "/api/v1/oauth2/token";
  static final String USER_INFO = "/api/v1/oauth2/userinfo";
  static final String LOGOUT = "/api/v1/logout";

  private static final Map<String, String> HTML =
      Map.of(
          "Content-Type", "text/html; charset=utf-8",
          "Cache-Control", "no-store",
          "Referrer-Policy", "no-referrer");

  private final World world;
  private final Console console;
  private final Clients clients;
  private final SignInDesk desk;
  private final Supplier<Optional<PartnerConnection>> partner;

  SignInPages(
      World world,
      Console console,
      SignInDesk desk,
      Supplier<Optional<PartnerConnection>> partner) {
    this.world = world;
    this.console = console;
    this.clients = new Clients(world);
    this.desk = desk;
    this.partner = partner;
  }

  List<WebRoute> all() {
    return List.of(
        WebRoute.of("GET", LOGIN, request -> page(200, appId(request.query()), "")),
        WebRoute.of("POST", LOGIN, this::signIn),
        WebRoute.of("POST", TOKEN, this::token),
        WebRoute.of("GET", USER_INFO, this::userInfo),
        WebRoute.of("GET", LOGOUT, this::logout));
  }

  private static String appId(Map<String, String> fields) {
    return fields.getOrDefault("appId", "");
  }

  /** The real address keeps the application behind the hash, where only a script can read it. */
  private static Answer page(int status, String appId, String problem) {
    String html =
        """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>Unified login (emulator)</title></head>
        <body><h1>Unified login</h1><p role="alert">%s</p>
        <form method="post" action="/unified-login/">
        <p><label>Application <input name="appId" value="%s"></label></p>
        <p><label>Account <input name="account" placeholder="Wendy@gcy" required></label></p>
        <p><label>Password <input name="password" type="password"></label></p>
        <p><button>Sign in</button></p></form>
        <script>
        const app = /appId=([^&]+)/.exec(location.hash);
        if (app) document.forms[0].elements.appId.value = decodeURIComponent(app[1]);
        </script></body></html>
        """
            .formatted(escaped(problem), escaped(appId));
    return new Answer(status, HTML, html);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private Answer signIn(WebRequest request) {
    Map<String, String> form = request.form();
    String appId = appId(form);
    Optional<PartnerConnection> to = partner.get();
    if (to.isEmpty()) {
      return page(409, appId, "No partner's backend is connected.");
    }
    return member(form.getOrDefault("account", ""), appId)
        .map(member -> redirect(landing(to.get().signInLanding(), member, appId)))
        .orElseGet(() -> page(403, appId, "The account may not use this application."));
  }

  /** The address that a browser goes to once a member has signed in. */
  URI landing(URI landing, MemberRow member, String appId) {
    String code = desk.code(member, appId);
    String separator = landing.getRawQuery() == null ? "?" : "&";
    return URI.create(
        landing
            + separator
            + "code="
            + code
            + "&tenant="
            + WebRequest.encode(member.organizationId()));
  }

  /** The member of this sign-in name, if authorized; an empty application means any. */
  private Optional<MemberRow> member(String signInName, String appId) {
    return world.act(
        Origin.PERSON,
        () ->
            world.tables().members.values().stream()
                .filter(row -> row.signInName().equalsIgnoreCase(signInName))
                .findFirst()
                .flatMap(row -> enter(row, appId)));
  }

  private Optional<MemberRow> enter(MemberRow member, String appId) {
    return console
        .bindings()
        .all()
        .filter(row -> row.organizationId().equals(member.organizationId()))
        .filter(row -> row.appId().equals(appId))
        .filter(
            row ->
                console.bindings().authorizations(row.bindingId()).stream()
                    .anyMatch(one -> one.enabled() && one.account().equals(member.account())))
        .findFirst()
        .map(row -> console.bindings().signIn(row.bindingId(), member.account()));
  }

  private static Answer redirect(URI to) {
    return new Answer(
        302,
        Map.of(
            "Location", to.toString(),
            "Cache-Control", "no-store",
            "Referrer-Policy", "no-referrer"),
        "");
  }

  private Answer token(WebRequest request) {
    Map<String, String> form = request.form();
    Optional<ClientRow> client =
        clients
            .find(form.getOrDefault("client_id", ""))
            .filter(
                row -> Hmac.same(row.secret().reveal(), form.getOrDefault("client_secret", "")));
    if (client.isEmpty()) {
      return error(400, "invalid_client", "Bad client credentials");
    }
    Optional<SignInDesk.Tokens> tokens =
        switch (form.getOrDefault("grant_type", "")) {
          case "authorization_code" -> desk.exchange(form.getOrDefault("code", ""), client.get());
          case "refresh_token" ->
              desk.refresh(form.getOrDefault("refresh_token", ""), client.get());
          default -> Optional.empty();
        };
    return tokens
        .map(SignInPages::granted)
        .orElseGet(() -> error(400, "invalid_grant", "Invalid authorization code"));
  }

  private static Answer granted(SignInDesk.Tokens tokens) {
    return Answer.ok(
            Fields.of("access_token", tokens.access())
                .and("token_type", "Bearer")
                .and("expires_in", SignInDesk.ACCESS.toSeconds())
                .and("scope", "get_user_info")
                .and("refresh_token", tokens.refresh()))
        .with("Cache-Control", "no-store");
  }

  private static Answer error(int status, String error, String description) {
    return Answer.of(status, Fields.of("error", error).and("error_description", description));
  }

  private Answer userInfo(WebRequest request) {
    String header = request.header("authorization").orElse("");
    String token = header.startsWith("Bearer ") ? header.substring("Bearer ".length()) : "";
    return desk.bearer(token)
        .map(granted -> Answer.ok(userInfo(granted.member())))
        .orElseGet(
            () ->
                error(
                    401,
                    "unauthorized",
                    "Full authentication is required to access this resource"));
  }

  private Fields userInfo(MemberRow member) {
    OrganizationRow organization =
        world.act(Origin.GATEWAY, () -> console.organizations().find(member.organizationId()));
    return Fields.of("id", member.memberId())
        .and("userId", member.memberId())
        .and("userName", member.account())
        .and("name", member.name())
        .and("email", null)
        .and("mobile", null)
        .and("role", "user")
        .and("organizationName", organization.name())
        .and("organizationCode", Departments.top())
        .and("projectName", organization.name())
        .and("tenant", organization.organizationId());
  }

  private Answer logout(WebRequest request) {
    String back = request.query().getOrDefault("redirect_url", "");
    return redirect(URI.create(back.isBlank() ? LOGIN + "/" : back));
  }
}
