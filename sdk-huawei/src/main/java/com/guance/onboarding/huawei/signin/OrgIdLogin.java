package com.guance.onboarding.huawei.signin;

import com.guance.onboarding.domain.Secret;
import java.net.URI;

/**
 * A sign-in that has begun.
 *
 * @param address where to send the browser
 * @param state keep it in the browser's session: only whoever has begun the sign-in can end it
 */
public record OrgIdLogin(URI address, Secret state) {

  /** Returns a mask: the address holds the state. */
  @Override
  public String toString() {
    return "OrgIdLogin[***]";
  }
}
