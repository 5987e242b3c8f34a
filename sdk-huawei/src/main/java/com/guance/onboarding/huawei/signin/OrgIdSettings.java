package com.guance.onboarding.huawei.signin;

import com.guance.onboarding.domain.AppId;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.transport.HttpSettings;
import java.net.URI;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.immutables.value.Value;

/**
 * How members sign in through OrgID. Huawei does not publish every address
 * (contracts/orgid-huawei.md A.2), so all of them are settings. Immutable.
 */
@Value.Immutable
public interface OrgIdSettings {

  /**
   * The application on KooGallery whose onboardings belong to the sign-in.
   *
   * @return the application's id
   */
  AppId app();

  /**
   * The application's client id at OrgID.
   *
   * @return the id
   */
  String clientId();

  /**
   * The application's client secret at OrgID. Asked for every sign-in.
   *
   * @return the source of the secret
   */
  @Value.Redacted
  Supplier<Secret> clientSecret();

  /**
   * The home address that is configured for the application; OrgID sends the browser there.
   *
   * @return the landing address
   */
  URI redirectUri();

  /**
   * Where the API is.
   *
   * @return the public host unless set
   */
  @Value.Default
  default URI api() {
    return URI.create("https://orgid.huaweiapaas.cn");
  }

  /**
   * Where the browser signs in; the console shows it under the application's login settings.
   *
   * @return an address on the public host unless set
   */
  @Value.Default
  default URI authorize() {
    return URI.create("https://orgid.huaweiapaas.cn/oauth2/authorize");
  }

  /**
   * Where the browser signs out.
   *
   * @return an address on the public host unless set
   */
  @Value.Default
  default URI logout() {
    return URI.create("https://orgid.huaweiapaas.cn/oauth/logout");
  }

  /**
   * What is asked for.
   *
   * @return {@code phone profile email} unless set
   */
  @Value.Default
  default String scope() {
    return "phone profile email";
  }

  /**
   * Whether the code is exchanged as a multipart form, as the documents say, or as a plain one, as
   * is usual.
   *
   * @return true unless set
   */
  @Value.Default
  default boolean multipart() {
    return true;
  }

  /**
   * Whether the token goes into {@code Authorization} besides {@code X-OrgID-Authorization}: table
   * and example of the documents differ.
   *
   * @return false unless set
   */
  @Value.Default
  default boolean plainAuthorizationToo() {
    return false;
  }

  /**
   * Whether a member may come in although authSync has said nothing of the member yet, or no
   * callback has told of the organization under the name that OrgID gives it. One whom authSync has
   * disabled never may, as far as OrgID and the callbacks name the organization alike.
   *
   * @return false unless set
   */
  @Value.Default
  default boolean membersBeforeAuthSync() {
    return false;
  }

  /**
   * Where a logout may lead back to, by names of your choice.
   *
   * @return the addresses; none unless set
   */
  Map<String, URI> returnAddresses();

  /**
   * Changes time-outs, proxy or TLS.
   *
   * @return what to change; nothing unless set
   */
  @Value.Redacted
  @Value.Default
  default Consumer<HttpSettings.Builder> http() {
    return http -> {};
  }

  /**
   * Starts from the defaults; application, client and landing address have none.
   *
   * @return a new builder
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link OrgIdSettings}. Not thread-safe. */
  final class Builder extends ImmutableOrgIdSettings.Builder {
    Builder() {}
  }
}
