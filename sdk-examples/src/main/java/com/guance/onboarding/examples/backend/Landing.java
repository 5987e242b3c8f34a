package com.guance.onboarding.examples.backend;

import com.guance.onboarding.Onboarding;
import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.domain.AppId;
import com.guance.onboarding.domain.FactKind;
import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.LookupKey;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.error.NotFoundException;
import com.guance.onboarding.error.OnboardingException;
import com.guance.onboarding.error.PermissionException;
import com.guance.onboarding.huawei.signin.SignIn;
import com.guance.onboarding.huawei.signin.SignInSettings;
import com.guance.onboarding.huawei.signin.SignedIn;
import com.guance.onboarding.spi.SecretStore;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where KooGallery's unified login brings members to: the code is exchanged at once, but only the
 * visitor's own POST opens a session, under a new id.
 */
final class Landing implements AutoCloseable {

  static final String PATH = "/sign-in";

  private static final Logger LOG = LoggerFactory.getLogger(Landing.class);
  private static final String WELCOME = "/welcome";
  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int BAD_GATEWAY = 502;

  private final OnboardingFlow flow;
  private final Doorkeeper doorkeeper;
  private final Visitors visitors;
  private final Consumer<List<OnboardingId>> touched;
  private final Connector connector;
  private final Map<AppId, SignIn> applications = new ConcurrentHashMap<>();

  Landing(
      OnboardingFlow flow,
      Doorkeeper doorkeeper,
      Visitors visitors,
      Consumer<List<OnboardingId>> touched,
      Connector connector) {
    this.flow = flow;
    this.doorkeeper = doorkeeper;
    this.visitors = visitors;
    this.touched = touched;
    this.connector = connector;
  }

  /**
   * What a sign-in to an application is made from.
   *
   * @param app the one application; any that callbacks have told of, if there is none
   * @param secrets where callbacks leave client secrets
   * @param emulator the one origin of this machine that may be called
   */
  record Connector(Optional<AppId> app, SecretStore secrets, URI emulator) {

    SignIn connect(AppId application, OnboardingFlow flow) {
      return SignIn.connect(
          SignInSettings.builder().app(application).addLoopbackOrigins(emulator).build(),
          flow,
          secrets);
    }
  }

  /** The address with the code: exchanges it and asks the visitor. */
  WebAnswer land(WebCall call) {
    String code = call.query("code").orElse("");
    String tenant = call.query("tenant").orElse("");
    SignedIn member = complete(code, tenant);
    touched.accept(member.onboardings().stream().map(Onboarding::id).toList());
    Doorkeeper.Session session = doorkeeper.freshSession(false);
    visitors.arrive(session.id(), member);
    Html html = Html.page("Signing in");
    html.element("p", member.confirmation().textEn())
        .raw("<p lang=\"zh\">")
        .text(member.confirmation().textZh())
        .raw("</p><form method=\"post\" action=\"/sign-in\">")
        .raw("<input type=\"hidden\" name=\"csrf\"")
        .attribute("value", doorkeeper.formToken(session))
        .raw("><button>Go on / 继续</button></form>");
    WebAnswer answer = doorkeeper.remember(WebAnswer.html(html), session);
    for (Map.Entry<String, String> header : SignIn.LANDING_HEADERS.entrySet()) {
      answer = answer.with(header.getKey(), header.getValue());
    }
    return answer;
  }

  private SignedIn complete(String code, String tenant) {
    try {
      AppId app = application(new TenantId(tenant));
      return applications
          .computeIfAbsent(app, one -> connector.connect(one, flow))
          .complete(code, tenant);
    } catch (InvalidInputException e) {
      throw new Unanswerable(BAD_REQUEST, "MALFORMED", "this is not an address of a sign-in");
    } catch (NotFoundException e) {
      throw new Unanswerable(NOT_FOUND, "UNKNOWN", "this organization cannot sign in here");
    } catch (PermissionException e) {
      throw new Unanswerable(FORBIDDEN, "REFUSED", "this member cannot sign in here");
    } catch (OnboardingException e) {
      LOG.warn("a sign-in failed: {}", e.getMessage());
      throw new Unanswerable(BAD_GATEWAY, "FAILED", "the organization's sign-in failed");
    }
  }

  /** An application has a landing of its own; this backend has one, and learns whose it is. */
  private AppId application(TenantId tenant) {
    return connector
        .app()
        .or(
            () ->
                flow
                    .reader()
                    .observed(new LookupKey.ByTenant(tenant), Set.of(FactKind.APPLICATION_SYNCED))
                    .stream()
                    .flatMap(fact -> fact.names().app().stream())
                    .reduce((first, last) -> last))
        .orElseThrow(
            () -> new Unanswerable(NOT_FOUND, "UNKNOWN", "this organization cannot sign in here"));
  }

  /** The visitor has confirmed: a session under a new id, and an address without the code. */
  WebAnswer confirm(WebCall call, Map<String, String> form) {
    doorkeeper.checkForm(call, form);
    Doorkeeper.Session fresh = doorkeeper.freshSession(false);
    if (!visitors.confirm(doorkeeper.session(call).id(), fresh.id())) {
      throw new Unanswerable(UNAUTHORIZED, "EXPIRED", "please sign in again");
    }
    return doorkeeper.remember(WebAnswer.seeOther(WELCOME), fresh);
  }

  /** What a member sees: what the organization has bought, and how far it is. */
  WebAnswer welcome(WebCall call) {
    SignedIn member =
        visitors
            .confirmed(doorkeeper.session(call).id())
            .orElseThrow(() -> new Unanswerable(UNAUTHORIZED, "EXPIRED", "please sign in again"));
    Html html = Html.page("Welcome");
    html.element("p", member.confirmation().signInName())
        .element("p", member.confirmation().organization())
        .raw("<ul>");
    for (Onboarding known : member.onboardings()) {
      Onboarding now = flow.get(known.id());
      html.element(
          "li",
          now.order()
              + ": "
              + now.workspace().map(one -> one.id().value()).orElse(now.stage().name()));
    }
    return WebAnswer.html(html.raw("</ul>"));
  }

  @Override
  public void close() {
    applications.values().forEach(SignIn::close);
  }
}
