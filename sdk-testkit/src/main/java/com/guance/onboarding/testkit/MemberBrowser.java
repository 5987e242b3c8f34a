package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.OrderKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * A member in front of a browser: from the unified login page over the partner's landing address to
 * the page behind it. Without a partner's backend the login page is all there is.
 */
final class MemberBrowser {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ConsoleActs acts;
  private final Browser browser;
  private final Supplier<Optional<PartnerConnection>> partner;
  private final Supplier<URI> home;

  MemberBrowser(
      ConsoleActs acts,
      Browser browser,
      Supplier<Optional<PartnerConnection>> partner,
      Supplier<URI> home) {
    this.acts = acts;
    this.browser = browser;
    this.partner = partner;
    this.home = home;
  }

  /**
   * What came of a sign-in.
   *
   * @param member who has signed in
   * @param landed what the partner's backend did; empty where none is connected
   */
  record Visit(MemberRow member, Optional<Landed> landed) {

    boolean signedIn() {
      return landed.filter(Landed::signedIn).isPresent();
    }
  }

  /**
   * What a partner's landing address did.
   *
   * @param status its answer to the code; 0 if there was none
   * @param asked whether its page names the member and has a form to go on
   * @param signedIn whether the form led on, to an address without the code
   */
  record Landed(int status, boolean asked, boolean signedIn) {

    static Landed not(int status) {
      return new Landed(status, false, false);
    }

    Fields fields() {
      return Fields.of("status", status).and("asked", asked).and("signedIn", signedIn);
    }
  }

  /** Signs in; throws the console's refusal if the member may not. */
  Visit signIn(OrderKey order, String account) {
    Optional<PartnerConnection> backend = partner.get();
    if (backend.isEmpty()) {
      return new Visit(acts.signIn(order, account), Optional.empty());
    }
    BindingRow binding = acts.bindingOf(order);
    Optional<MemberRow> member =
        acts.members(binding.organizationId()).stream()
            .filter(row -> row.account().equals(account))
            .findFirst();
    Optional<URI> landing = member.flatMap(row -> login(row, binding.appId()));
    if (landing.isEmpty()) {
      return new Visit(acts.signIn(order, account), Optional.of(Landed.not(0)));
    }
    return new Visit(member.get(), Optional.of(land(landing.get(), member.get(), backend.get())));
  }

  /** Where the unified login page sends the browser, with a code. */
  private Optional<URI> login(MemberRow member, String appId) {
    Map<String, String> form =
        Map.of("appId", appId, "account", member.signInName(), "password", "any");
    return send(home.get().resolve(SignInPages.LOGIN + "/"), form, Map.of())
        .filter(answer -> answer.statusCode() == 302)
        .flatMap(answer -> answer.headers().firstValue("Location"))
        .map(URI::create);
  }

  private Landed land(URI landing, MemberRow member, PartnerConnection backend) {
    Optional<HttpResponse<byte[]>> answer = send(landing, Map.of(), Map.of());
    if (answer.isEmpty() || answer.get().statusCode() != 200) {
      return Landed.not(answer.map(HttpResponse::statusCode).orElse(0));
    }
    Map<String, String> cookies = new LinkedHashMap<>();
    keep(cookies, answer.get());
    LandingPage page = LandingPage.read(new String(answer.get().body(), StandardCharsets.UTF_8));
    boolean asked = page.names(member.signInName()) && page.action().isPresent();
    if (!asked) {
      return Landed.not(200);
    }
    URI target = landing.resolve(page.action().get());
    boolean own = backend.origin().getRawAuthority().equals(target.getRawAuthority());
    return new Landed(200, true, own && goOn(target, page.hidden(), cookies));
  }

  /** Presses the button, and follows to the page behind it. */
  private boolean goOn(URI target, Map<String, String> hidden, Map<String, String> cookies) {
    Optional<HttpResponse<byte[]>> pressed = send(target, hidden, cookies);
    Optional<URI> next =
        pressed
            .filter(answer -> answer.statusCode() / 100 == 3)
            .flatMap(answer -> answer.headers().firstValue("Location"))
            .map(target::resolve)
            .filter(address -> !String.valueOf(address.getRawQuery()).contains("code="));
    pressed.ifPresent(answer -> keep(cookies, answer));
    return next.flatMap(address -> send(address, Map.of(), cookies))
        .filter(answer -> answer.statusCode() == 200)
        .isPresent();
  }

  private static void keep(Map<String, String> cookies, HttpResponse<byte[]> answer) {
    for (String cookie : answer.headers().allValues("Set-Cookie")) {
      String pair = cookie.split(";", 2)[0];
      int equals = pair.indexOf('=');
      if (equals > 0) {
        cookies.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
      }
    }
  }

  /** A GET, or a form where there are fields. */
  private Optional<HttpResponse<byte[]>> send(
      URI address, Map<String, String> form, Map<String, String> cookies) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Accept", "text/html");
    if (!cookies.isEmpty()) {
      request.header("Cookie", WebRequest.joined(cookies, "; ", text -> text));
    }
    if (!form.isEmpty()) {
      request
          .header("Content-Type", "application/x-www-form-urlencoded")
          .POST(BodyPublishers.ofString(WebRequest.joined(form, "&", WebRequest::encode)));
    }
    try {
      return Optional.of(browser.send(request.build(), PATIENCE));
    } catch (IOException | TimeoutException e) {
      return Optional.empty();
    }
  }
}
