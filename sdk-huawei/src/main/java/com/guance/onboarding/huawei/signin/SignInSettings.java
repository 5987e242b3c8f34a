package com.guance.onboarding.huawei.signin;

import com.guance.onboarding.domain.AppId;
import com.guance.onboarding.transport.HttpSettings;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.immutables.value.Value;

/** How members sign in to one application of the joint-operations kit. Immutable. */
@Value.Immutable
public interface SignInSettings {

  /**
   * The application; each has a landing address of its own.
   *
   * @return the application's id on KooGallery
   */
  AppId app();

  /**
   * Where a logout may lead back to, by names of your choice. An address that is not listed here is
   * never used, so that no request can choose one.
   *
   * @return the addresses; none unless set
   */
  Map<String, URI> returnAddresses();

  /**
   * The address that is registered on the credential, for installations whose sign-in service wants
   * it repeated.
   *
   * @return the address; not sent unless set
   */
  Optional<URI> redirectUri();

  /**
   * What the sign-in domains of organizations must end with, such as {@code huaweioneaccess.com}.
   *
   * @return the suffixes; every public host is allowed unless set
   */
  List<String> allowedDomainSuffixes();

  /**
   * Sign-in domains on this very machine that may be called, scheme and port included; for
   * emulators.
   *
   * @return the origins; none unless set
   */
  Set<URI> loopbackOrigins();

  /**
   * Whether a member may come in of whom authSync has said nothing yet. A member whom it has
   * disabled never may.
   *
   * @return false unless set
   */
  @Value.Default
  default boolean membersBeforeAuthSync() {
    return false;
  }

  /**
   * The unified login page.
   *
   * @return KooGallery's page unless set
   */
  @Value.Default
  default URI unifiedLogin() {
    return URI.create("https://macroverse.huaweicloud.com/unified-login/#/portal-login");
  }

  /**
   * Changes TLS or the proxy of the calls to sign-in domains. Behind a proxy it is the proxy that
   * decides which addresses can be reached; without one only public addresses are. Time, 5 seconds,
   * and size of answers, 64 KiB, are fixed.
   *
   * @return what to change; nothing unless set, and no proxy, not even the machine's own
   */
  @Value.Redacted
  @Value.Default
  default Consumer<HttpSettings.Builder> http() {
    return http -> {};
  }

  /**
   * Starts from the defaults; only {@link #app()} has none.
   *
   * @return a new builder
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link SignInSettings}. Not thread-safe. */
  final class Builder extends ImmutableSignInSettings.Builder {
    Builder() {}
  }
}
