package com.guance.onboarding.domain;

/** What a person is asked to do. */
public enum TaskKind {
  /** Create an organization in the KooGallery console. */
  CREATE_ORGANIZATION,
  /** Add a member to the organization. */
  ADD_MEMBER,
  /** Bind the order to the organization. */
  BIND_APP,
  /** Authorize members for the application. */
  AUTHORIZE_MEMBERS,
  /** Sign in at the unified login address. */
  SIGN_IN,
  /** Decide between registering and binding a Billing Center account. */
  CHOOSE_BILLING,
  /** Register the Commercial Plan on Guance's pages. */
  REGISTER_BILLING_ACCOUNT,
  /** Bind an existing Billing Center account on Guance's pages. */
  BIND_BILLING_ACCOUNT,
  /** Confirm the enterprise information on Guance's pages. */
  ENTER_ENTERPRISE_INFO,
  /** Sign in: the account is bound already, and its workspace opens. */
  ENTER_WORKSPACE,
  /** Bind an existing workspace on Guance's pages. */
  BIND_WORKSPACE,
  /** Create a workspace on Guance's pages. */
  CREATE_WORKSPACE,
  /** Register a Guance account and create a workspace on Guance's pages. */
  REGISTER_GUANCE_ACCOUNT,
  /** Type the code that was sent by e-mail. */
  ENTER_CODE,
  /** Choose a password. */
  SET_PASSWORD,
  /** Give values that nobody has given yet. */
  PROVIDE_DETAILS,
  /**
   * Replace a value that was refused, or choose where there are several. The refused one is the
   * first input; where another way would do without it, the choice of the way is the second, and
   * answering one of the two is enough.
   */
  CORRECT,
  /** Create an API key in the new workspace and give its Key ID. */
  CREATE_API_KEY,
  /** Mend what Guance says is wrong with the workspace: plan, lock, owner, token. */
  MEND_WORKSPACE,
  /** Run the install command on a host. */
  INSTALL_DATAKIT,
  /** A kind that this version does not know. */
  UNKNOWN
}
