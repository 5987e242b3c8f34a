package com.guance.onboarding;

import com.guance.onboarding.domain.Branch;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.OnboardingId;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Outcome;
import com.guance.onboarding.domain.ShortName;
import com.guance.onboarding.domain.SignInName;
import com.guance.onboarding.domain.Stage;
import com.guance.onboarding.domain.Subscription;
import com.guance.onboarding.domain.TenantId;
import com.guance.onboarding.domain.WorkspaceId;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One onboarding as it stands: what its facts add up to. Immutable; printing shows ids and stage
 * only.
 */
@Value.Immutable
public abstract class Onboarding {

  Onboarding() {}

  /** {@return the onboarding's name} */
  public abstract OnboardingId id();

  /** {@return the order line} */
  public abstract OrderKey order();

  /** {@return the first stage that is not done; COMPLETED when all are} */
  public abstract Stage stage();

  /** {@return where it stands as a whole} */
  public abstract Outcome outcome();

  /** {@return the way through the guide, once it is known} */
  public abstract Optional<Branch> branch();

  /** {@return the organization, once it is known} */
  public abstract Optional<Organization> organization();

  /** {@return the first member's sign-in name, once it is known} */
  public abstract Optional<SignInName> signInName();

  /** {@return the buyer's Huawei account, once a trusted source has named it} */
  public abstract Optional<HuaweiAccountId> huaweiAccount();

  /** {@return the unified login address, once it is known} */
  public abstract Optional<URI> loginAddress();

  /** {@return the Billing Center account, once it is known} */
  public abstract Optional<BillingAccount> billingAccount();

  /** {@return the workspace, once it is known} */
  public abstract Optional<Workspace> workspace();

  /** {@return the host of the first DataKit, once it has reported} */
  public abstract Optional<String> dataKitHost();

  /** {@return the subscription, once KooGallery has been given an instance} */
  public abstract Optional<Subscription> subscription();

  /** {@return each stage that is done: by whom, and whether it is proven} */
  public abstract List<StageStatus> stages();

  /** {@return a builder, for the flow and for tests that need a value} */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns id, stage and outcome. */
  @Override
  public String toString() {
    return "Onboarding[" + id() + " " + stage() + " " + outcome() + "]";
  }

  /** Collects an onboarding. */
  public static final class Builder extends ImmutableOnboarding.Builder {
    Builder() {}
  }

  /**
   * The buyer's organization.
   *
   * @param tenant its id on KooGallery, once it is known
   * @param name its full name
   * @param shortName its short name
   */
  public record Organization(Optional<TenantId> tenant, String name, ShortName shortName) {

    /** Returns the short name. */
    @Override
    public String toString() {
      return "Organization[" + shortName + "]";
    }
  }

  /**
   * The account that pays.
   *
   * @param userName its user name
   * @param registered whether this onboarding registered it
   */
  public record BillingAccount(String userName, boolean registered) {

    /** Returns whether it was registered, not the name. */
    @Override
    public String toString() {
      return "BillingAccount[registered=" + registered + "]";
    }
  }

  /**
   * The workspace.
   *
   * @param id its id
   * @param form name, language and site, as far as they are known
   * @param created whether this onboarding created it
   */
  public record Workspace(WorkspaceId id, WorkspaceForm form, boolean created) {}

  /**
   * What was fixed when the workspace was created.
   *
   * @param name its name
   * @param language {@code zh} or {@code en}
   * @param site the key of its site
   */
  public record WorkspaceForm(
      Optional<String> name, Optional<String> language, Optional<String> site) {}
}
