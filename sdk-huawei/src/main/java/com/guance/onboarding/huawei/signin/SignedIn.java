package com.guance.onboarding.huawei.signin;

import com.guance.onboarding.Onboarding;
import java.util.List;
import org.immutables.value.Value;

/**
 * A member who has proven who they are, and what the organization has bought. Keep it in the
 * session until the visitor has confirmed.
 */
@Value.Immutable
public interface SignedIn {

  /**
   * Who it is.
   *
   * @return the member
   */
  Member member();

  /**
   * What the visitor has to confirm first.
   *
   * @return the question
   */
  Confirmation confirmation();

  /**
   * The tokens.
   *
   * @return access and refresh token
   */
  Tokens tokens();

  /**
   * What the organization has bought of this application.
   *
   * @return the onboardings, the newest first, completed ones too; empty if there is none yet
   */
  List<Onboarding> onboardings();

  /**
   * Starts an empty value, for tests.
   *
   * @return a new builder
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link SignedIn}. Not thread-safe. */
  final class Builder extends ImmutableSignedIn.Builder {
    Builder() {}
  }
}
