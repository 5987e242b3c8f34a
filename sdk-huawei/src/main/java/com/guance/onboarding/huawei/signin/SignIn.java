package com.guance.onboarding.huawei.signin;

import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.error.NotFoundException;
import com.guance.onboarding.error.TransportException;
import com.guance.onboarding.spi.SecretStore;
import com.guance.onboarding.transport.TransportRuntime;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Signs members in who come from KooGallery's unified login page to one application
 * (contracts/koogallery.md §5).
 *
 * <p>KooGallery brings them to the landing address with a code and a tenant, and without any proof
 * that they asked for it. So the landing calls {@link #complete}, shows the {@link Confirmation},
 * and opens a session under a new id only when that page is posted; then it redirects with status
 * 303 to an address without the code. Send {@link #LANDING_HEADERS} with the page.
 *
 * <p>Blocking and thread-safe; make one for each application and keep it.
 */
public final class SignIn implements AutoCloseable {

  /** What the landing page is sent with, so that the code stays in no cache and no referrer. */
  public static final Map<String, String> LANDING_HEADERS =
      Map.of("Cache-Control", "no-store", "Referrer-Policy", "no-referrer");

  private static final String EXCHANGE = "exchange code";
  private static final String READ_MEMBER = "read member";
  private static final String REFRESH = "refresh token";
  private static final String LOGOUT = "log out";
  private static final String CHECK = "check sign-in";

  private final SignInSettings settings;
  private final OnboardingFlow flow;
  private final SecretStore secrets;
  private final TenantDomains domains;
  private final UsedCodes codes;
  private final Visits visits;

  private SignIn(
      SignInSettings settings, OnboardingFlow flow, SecretStore secrets, TransportRuntime runtime) {
    this.settings = settings;
    this.flow = flow;
    this.secrets = secrets;
    this.domains = new TenantDomains(settings, runtime);
    this.codes = new UsedCodes(flow.reader(), runtime.clock());
    this.visits = new Visits(flow, runtime.clock());
  }

  /**
   * Prepares signing in; nothing is sent yet.
   *
   * @param settings which application, and what is allowed
   * @param flow knows the organizations from their callbacks
   * @param secrets keeps the client secrets that applicationSync brought
   * @return the sign-in
   * @throws com.guance.onboarding.error.InvalidSettingException if a setting breaks its rule
   */
  public static SignIn connect(SignInSettings settings, OnboardingFlow flow, SecretStore secrets) {
    return connect(settings, flow, secrets, TransportRuntime.system());
  }

  /**
   * Prepares signing in with another clock.
   *
   * @param settings which application, and what is allowed
   * @param flow knows the organizations from their callbacks
   * @param secrets keeps the client secrets that applicationSync brought
   * @param runtime where time, waiting, ids and addresses come from
   * @return the sign-in
   * @throws com.guance.onboarding.error.InvalidSettingException if a setting breaks its rule
   */
  public static SignIn connect(
      SignInSettings settings, OnboardingFlow flow, SecretStore secrets, TransportRuntime runtime) {
    ReturnAddresses.check(settings.returnAddresses());
    return new SignIn(settings, flow, secrets, runtime);
  }

  /**
   * The address of the unified login page for this application.
   *
   * @return where members go to sign in
   */
  public URI loginAddress() {
    return Addresses.with(settings.unifiedLogin(), "ind", "UNOP", "appId", settings.app().value());
  }

  /**
   * Finds out who has come to the landing address. Never opens an onboarding; works the same after
   * it is completed.
   *
   * @param code the parameter {@code code}; works once
   * @param tenant the parameter {@code tenant}
   * @return who it is, and what their organization has bought
   * @throws InvalidInputException if a parameter cannot be what it should be
   * @throws NotFoundException if no callback has told of this organization and its client
   * @throws com.guance.onboarding.error.PermissionException if the code was used before, the member
   *     belongs to another organization, or authSync has not authorized the member
   * @throws TransportException if the organization's domain may not be called, which the flow's
   *     {@code explain} then says too, or does not answer
   * @throws com.guance.onboarding.error.RemoteException if its sign-in service refuses
   */
  public SignedIn complete(String code, String tenant) {
    UsedCodes.check(code);
    TenantId id = new TenantId(tenant);
    try {
      return complete(code, id);
    } catch (TransportException failure) {
      if (!failure.isRetryable()) {
        visits.refused(id, settings.app(), failure);
      }
      throw failure;
    }
  }

  private SignedIn complete(String code, TenantId id) {
    TenantFacts facts = TenantFacts.read(flow.reader(), id, settings.app());
    TenantAccess access = access(facts, EXCHANGE);
    Secret clientSecret = clientSecret(access, EXCHANGE);
    domains.address(access.domainName(), EXCHANGE);
    codes.use(settings.app() + "\n" + id, code, EXCHANGE);
    Map<String, String> form = form(access, clientSecret, "authorization_code");
    form.put("code", code);
    settings.redirectUri().ifPresent(uri -> form.put("redirect_uri", uri.toString()));
    Tokens tokens = domains.tokens(access.domainName(), EXCHANGE, form);
    Member member = domains.member(access.domainName(), READ_MEMBER, tokens);
    checkMember(member, id, facts);
    return SignedIn.builder()
        .member(member)
        .tokens(tokens)
        .confirmation(Confirmation.of(member, access.organization()))
        .onboardings(visits.visited(member, settings.app()))
        .build();
  }

  /**
   * Renews tokens.
   *
   * @param tenant the member's organization
   * @param refreshToken what {@link Tokens#refresh()} holds
   * @return new tokens
   * @throws com.guance.onboarding.error.InvalidRequestException if the member has to sign in again
   * @throws NotFoundException if the organization is bound no more
   * @throws TransportException if the organization's domain may not be called or does not answer
   */
  public Tokens refresh(TenantId tenant, Secret refreshToken) {
    TenantAccess access = access(TenantFacts.read(flow.reader(), tenant, settings.app()), REFRESH);
    Map<String, String> form = form(access, clientSecret(access, REFRESH), "refresh_token");
    form.put("refresh_token", refreshToken.reveal());
    return domains.tokens(access.domainName(), REFRESH, form);
  }

  /**
   * Where to send a browser so that the organization's own session ends too.
   *
   * @param tenant the member's organization
   * @param returnName the name of one of {@link SignInSettings#returnAddresses()}
   * @return the address; sends the browser on to the named one
   * @throws InvalidInputException if no address has this name
   * @throws NotFoundException if the organization is bound no more
   * @throws TransportException if its domain breaks the rules
   */
  public URI logout(TenantId tenant, String returnName) {
    URI back = ReturnAddresses.named(settings.returnAddresses(), returnName);
    TenantAccess access = access(TenantFacts.read(flow.reader(), tenant, settings.app()), LOGOUT);
    URI domain = domains.address(access.domainName(), LOGOUT);
    return Addresses.with(domain.resolve("/api/v1/logout"), "redirect_url", back.toString());
  }

  /**
   * Why members of an organization cannot sign in, as far as it can be told without calling
   * anybody; for operators.
   *
   * @param tenant the organization
   * @return the reason; empty if nothing is known to be in the way
   */
  public Optional<String> problem(TenantId tenant) {
    try {
      TenantAccess access = access(TenantFacts.read(flow.reader(), tenant, settings.app()), CHECK);
      clientSecret(access, CHECK);
      domains.address(access.domainName(), CHECK);
      return Optional.empty();
    } catch (NotFoundException | TransportException known) {
      return Optional.ofNullable(known.getMessage());
    }
  }

  /** Closes the connections; the flow stays open. Repeatable. */
  @Override
  public void close() {
    domains.close();
  }

  private void checkMember(Member member, TenantId tenant, TenantFacts facts) {
    if (!member.tenant().equals(tenant)) {
      throw SignInErrors.refused(
          READ_MEMBER, "OTHER_TENANT", "the member belongs to another organization");
    }
    TenantFacts.check(
        facts.standing(member.userName()), settings.membersBeforeAuthSync(), READ_MEMBER);
  }

  private static TenantAccess access(TenantFacts facts, String operation) {
    return facts
        .access()
        .orElseThrow(
            () ->
                SignInErrors.unknown(
                    operation,
                    "UNKNOWN_TENANT",
                    "no organization with this application is bound here"));
  }

  private Secret clientSecret(TenantAccess access, String operation) {
    return access
        .secretRef()
        .flatMap(secrets::get)
        .orElseThrow(
            () ->
                SignInErrors.unknown(
                    operation, "NO_CLIENT_SECRET", "the organization's client secret is not kept"));
  }

  private static Map<String, String> form(TenantAccess access, Secret secret, String grant) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", grant);
    form.put("client_id", access.clientId());
    form.put("client_secret", secret.reveal());
    return form;
  }
}
