package com.guance.onboarding.huawei.callback;

import com.guance.onboarding.domain.Secret;
import java.net.URI;
import java.util.Optional;

/**
 * How a buyer reaches an instance; KooGallery shows it to the buyer (contracts/koogallery.md §1.4).
 *
 * @param frontEnd the site, or an address that signs in by itself
 * @param admin where it is administered
 * @param login name and password, where the instance has its own
 * @param memo a note to the buyer
 */
public record AccessData(
    URI frontEnd, Optional<URI> admin, Optional<Login> login, Optional<String> memo) {

  /**
   * An address alone.
   *
   * @param frontEnd the site
   * @return the access data
   */
  public static AccessData at(URI frontEnd) {
    return new AccessData(frontEnd, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * A name and a password.
   *
   * @param userName the name
   * @param password the password
   */
  public record Login(String userName, Secret password) {

    /** Returns a mask. */
    @Override
    public String toString() {
      return "Login[***]";
    }
  }

  /** Returns the host; an address that signs in by itself is a secret. */
  @Override
  public String toString() {
    return "AccessData[" + frontEnd.getHost() + "]";
  }
}
