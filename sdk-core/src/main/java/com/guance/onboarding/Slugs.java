package com.guance.onboarding;

import com.guance.onboarding.domain.Detail;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.Observed;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.VerificationId;
import java.time.Instant;
import java.util.Locale;

/** The second halves of task ids; the first half is the onboarding, so that ids are stable. */
final class Slugs {

  static final String CREATE_ORGANIZATION = "create-organization";
  static final String ADD_MEMBER = "add-member";
  static final String BIND_APP = "bind-app";
  static final String AUTHORIZE_MEMBERS = "authorize-members";
  static final String SIGN_IN = "sign-in";
  static final String PROVE_ACCOUNT = "prove-account";
  static final String CHOOSE_BILLING = "choose-billing";
  static final String REGISTER_BILLING = "register-billing-account";
  static final String BIND_BILLING = "bind-billing-account";
  static final String ENTERPRISE_INFO = "enterprise-info";
  static final String ENTER_WORKSPACE = "enter-workspace";
  static final String BIND_WORKSPACE = "bind-workspace";
  static final String CREATE_WORKSPACE = "create-workspace";
  static final String REGISTER_GUANCE_ACCOUNT = "register-guance-account";
  static final String CREATE_API_KEY = "create-api-key";
  static final String INSTALL_DATAKIT = "install-datakit";
  static final String MEMBER_PASSWORD = "password-member";
  static final String BILLING_PASSWORD = "password-billing";
  static final String GUANCE_PASSWORD = "password-guance";

  private Slugs() {}

  static String id(OnboardingId onboarding, String slug) {
    return onboarding.value() + "." + slug;
  }

  /** The second half of the task that a word is about. */
  static String of(Observed word) {
    String task = word.subject();
    String onboarding = word.names().onboarding().map(id -> id.value() + ".").orElse("");
    return task.startsWith(onboarding) ? task.substring(onboarding.length()) : task;
  }

  static String code(VerificationId sent) {
    return "code-" + sent.value();
  }

  /** One task for each thing that is wrong, told again when it goes wrong again. */
  static String mend(Observed finding) {
    return "mend-"
        + finding.subject().toLowerCase(Locale.ROOT)
        + "-"
        + finding.value(Detail.CODE).orElse("").toLowerCase(Locale.ROOT);
  }

  static String details(String stage) {
    return "details-" + stage;
  }

  /** One task for each refusal, so that a second refusal of the same field is heard of again. */
  static String correct(Field field, Instant refusedAt) {
    return "correct-" + field.path() + "-" + refusedAt.toEpochMilli();
  }
}
