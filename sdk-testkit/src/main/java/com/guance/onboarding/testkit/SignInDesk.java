package com.guance.onboarding.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Codes and tokens of the organizations' sign-in; a code opens once. */
final class SignInDesk {

  static final Duration ACCESS = Duration.ofHours(2);

  private static final Duration CODE = Duration.ofMinutes(5);
  private static final Duration REFRESH = Duration.ofDays(30);

  private final World world;
  private final Map<String, Granted> codes = new HashMap<>();
  private final Map<String, Granted> accessTokens = new HashMap<>();
  private final Map<String, Granted> refreshTokens = new HashMap<>();

  SignInDesk(World world) {
    this.world = world;
  }

  /** Who has signed in where, and until when that holds. */
  record Granted(MemberRow member, String appId, Instant until) {}

  /** What a code or a refresh token is exchanged for. */
  record Tokens(String access, String refresh) {}

  synchronized String code(MemberRow member, String appId) {
    return put(codes, member, appId, CODE);
  }

  private String put(
      Map<String, Granted> where, MemberRow member, String appId, Duration lifetime) {
    String secret = world.ids().unguessable();
    where.put(secret, new Granted(member, appId, world.now().plus(lifetime)));
    return secret;
  }

  synchronized Optional<Tokens> exchange(String code, ClientRow client) {
    return valid(codes.remove(code)).filter(granted -> fits(granted, client)).map(this::tokens);
  }

  synchronized Optional<Tokens> refresh(String token, ClientRow client) {
    return valid(refreshTokens.get(token))
        .filter(granted -> fits(granted, client))
        .map(this::tokens);
  }

  synchronized Optional<Granted> bearer(String token) {
    return valid(accessTokens.get(token));
  }

  private Optional<Granted> valid(@Nullable Granted granted) {
    return Optional.ofNullable(granted).filter(one -> one.until().isAfter(world.now()));
  }

  /** A code is the client's of the same organization and application only. */
  private static boolean fits(Granted granted, ClientRow client) {
    return granted.appId().equals(client.appId())
        && granted.member().organizationId().equals(client.organizationId());
  }

  private Tokens tokens(Granted granted) {
    return new Tokens(
        put(accessTokens, granted.member(), granted.appId(), ACCESS),
        put(refreshTokens, granted.member(), granted.appId(), REFRESH));
  }

  synchronized void clear() {
    codes.clear();
    accessTokens.clear();
    refreshTokens.clear();
  }
}
