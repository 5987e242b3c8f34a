package com.guance.onboarding.huawei.signin;

import com.guance.onboarding.OnboardingFlow;
import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.huawei.signin.TenantFacts.Standing;
import com.guance.onboarding.transport.CallOptions;
import com.guance.onboarding.transport.HttpSettings;
import com.guance.onboarding.transport.Retryable;
import com.guance.onboarding.transport.Transport;
import com.guance.onboarding.transport.TransportRuntime;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import okhttp3.RequestBody;

/**
 * Signs members of organizations in through OrgID (contracts/orgid-huawei.md A.2).
 *
 * <p>Here the partner starts: {@link #begin} gives an address and a state, the browser comes back
 * with a code and the same state, {@link #complete} tells who it is. A sign-in without the right
 * state is refused before anything is sent. OrgID documents no way to renew tokens.
 *
 * <p>Blocking and thread-safe; make one and keep it.
 */
public final class OrgIdSignIn implements AutoCloseable {

  private static final String EXCHANGE = "exchange code";
  private static final String READ_MEMBER = "read member";
  private static final int STATE_BYTES = 24;

  private final OrgIdSettings settings;
  private final OnboardingFlow flow;
  private final Transport transport;
  private final OrgIdApi api;
  private final TransportRuntime runtime;
  private final UsedCodes codes;
  private final Visits visits;
  private final Supplier<String> states;

  private OrgIdSignIn(
      OrgIdSettings settings,
      OnboardingFlow flow,
      TransportRuntime runtime,
      Supplier<String> states) {
    HttpSettings.Builder http = HttpSettings.builder();
    settings.http().accept(http);
    this.settings = settings;
    this.flow = flow;
    this.transport =
        Transport.connect(
            SignInErrors.PROVIDER,
            http.baseUrl(settings.api()).build(),
            runtime,
            SignInErrors::decode);
    this.api = transport.api(OrgIdApi.class);
    this.runtime = runtime;
    this.codes = new UsedCodes(flow.reader(), runtime.clock());
    this.visits = new Visits(flow, runtime.clock());
    this.states = states;
  }

  /**
   * Prepares signing in; nothing is sent yet.
   *
   * @param settings the application at OrgID
   * @param flow knows what the organizations have bought
   * @return the sign-in
   * @throws com.guance.onboarding.error.InvalidSettingException if a setting breaks its rule
   */
  public static OrgIdSignIn connect(OrgIdSettings settings, OnboardingFlow flow) {
    return connect(settings, flow, TransportRuntime.system());
  }

  /**
   * Prepares signing in with another clock.
   *
   * @param settings the application at OrgID
   * @param flow knows what the organizations have bought
   * @param runtime where time, waiting and ids come from
   * @return the sign-in
   * @throws com.guance.onboarding.error.InvalidSettingException if a setting breaks its rule
   */
  public static OrgIdSignIn connect(
      OrgIdSettings settings, OnboardingFlow flow, TransportRuntime runtime) {
    SecureRandom random = new SecureRandom();
    return connect(
        settings,
        flow,
        runtime,
        () -> {
          byte[] state = new byte[STATE_BYTES];
          random.nextBytes(state);
          return HexFormat.of().formatHex(state);
        });
  }

  static OrgIdSignIn connect(
      OrgIdSettings settings,
      OnboardingFlow flow,
      TransportRuntime runtime,
      Supplier<String> states) {
    ReturnAddresses.check(settings.returnAddresses());
    return new OrgIdSignIn(settings, flow, runtime, states);
  }

  /**
   * Begins a sign-in.
   *
   * @return where to send the browser, and what to keep in its session meanwhile
   */
  public OrgIdLogin begin() {
    String state = states.get();
    URI address =
        Addresses.with(
            settings.authorize(),
            "response_type",
            "code",
            "client_id",
            settings.clientId(),
            "scope",
            settings.scope(),
            "redirect_uri",
            settings.redirectUri().toString(),
            "state",
            state);
    return new OrgIdLogin(address, Secret.of(state));
  }

  /**
   * Finds out who has come back. Never opens an onboarding.
   *
   * @param code the parameter {@code code}; works once
   * @param state the parameter {@code state}
   * @param expected the state that {@link #begin} gave to this browser's session
   * @return who it is, and what their organization has bought
   * @throws InvalidInputException if a parameter cannot be what it should be
   * @throws com.guance.onboarding.error.PermissionException if the state is not the expected one or
   *     the code was used before, or callbacks have not told of the organization or authSync has
   *     not authorized the member (but see {@link OrgIdSettings#membersBeforeAuthSync()})
   * @throws com.guance.onboarding.error.RemoteException if OrgID refuses
   * @throws com.guance.onboarding.error.TransportException if OrgID does not answer
   */
  public SignedIn complete(String code, String state, Secret expected) {
    if (state.isEmpty() || !expected.equals(Secret.of(state))) {
      throw SignInErrors.refused(
          EXCHANGE, "OTHER_STATE", "the sign-in was begun somewhere else or not at all");
    }
    UsedCodes.check(code);
    codes.use("orgid\n" + settings.app(), code, EXCHANGE);
    Tokens tokens = exchange(code);
    String bearer = "Bearer " + tokens.access().reveal();
    Member member =
        transport
            .call(
                READ_MEMBER,
                Retryable.READ,
                CallOptions.none(),
                api.member(bearer, settings.plainAuthorizationToo() ? bearer : null),
                (body, answer) -> SignInErrors.inSuccess(answer))
            .member(READ_MEMBER);
    checkStanding(member);
    return SignedIn.builder()
        .member(member)
        .tokens(tokens)
        .confirmation(
            new Confirmation(
                member.userName(), member.tenantName().orElse(member.tenant().value())))
        .onboardings(visits.visited(member, settings.app()))
        .build();
  }

  /**
   * Where to send a browser so that OrgID's session ends too.
   *
   * @param returnName the name of one of {@link OrgIdSettings#returnAddresses()}
   * @return the address; sends the browser on to the named one
   * @throws InvalidInputException if no address has this name
   */
  public URI logout(String returnName) {
    URI back = ReturnAddresses.named(settings.returnAddresses(), returnName);
    return Addresses.with(settings.logout(), "service", back.toString());
  }

  /** Closes the connections; the flow stays open. Repeatable. */
  @Override
  public void close() {
    transport.close();
  }

  /**
   * What authSync says of the organization's members counts here too. An organization that OrgID
   * names otherwise than the callbacks is none that they have told of: its members cannot be
   * checked.
   */
  private void checkStanding(Member member) {
    TenantFacts facts = TenantFacts.read(flow.reader(), member.tenant(), settings.app());
    if (!facts.known() && !settings.membersBeforeAuthSync()) {
      throw SignInErrors.refused(
          READ_MEMBER, "TENANT_UNKNOWN", "no callback has told of an organization of this id");
    }
    Standing standing = facts.standing(member.userName());
    int at = member.userName().indexOf('@');
    if (standing == Standing.UNKNOWN && at > 0) {
      // OrgID may name the organization behind the name, authSync does not
      standing = facts.standing(member.userName().substring(0, at));
    }
    TenantFacts.check(standing, settings.membersBeforeAuthSync(), READ_MEMBER);
  }

  private Tokens exchange(String code) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("client_id", settings.clientId());
    form.put("client_secret", settings.clientSecret().get().reveal());
    form.put("redirect_uri", settings.redirectUri().toString());
    return transport
        .call(
            EXCHANGE,
            Retryable.WRITE,
            CallOptions.none(),
            settings.multipart() ? api.multipartToken(parts(form)) : api.token(form),
            (body, answer) -> SignInErrors.inSuccess(answer))
        .tokens(EXCHANGE, runtime.clock().instant());
  }

  private static Map<String, RequestBody> parts(Map<String, String> form) {
    return form.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                field -> RequestBody.create(field.getValue(), null),
                (one, other) -> one,
                LinkedHashMap::new));
  }
}
