package com.guance.onboarding.domain;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * An order together with all that the partner already knows, so that nothing known is asked again.
 *
 * <p>Only the order is required; what is missing becomes a task when it is needed. Each value is
 * checked when it is given. There is no place for a code or a password. Immutable.
 */
public final class OnboardingRequest {

  private final OrderKey order;
  private final Map<Field, String> answers;
  private final Optional<InstanceId> existingInstance;

  private OnboardingRequest(Builder builder) {
    this.order = builder.order;
    this.answers = Collections.unmodifiableMap(new EnumMap<>(builder.answers));
    this.existingInstance = builder.existingInstance;
  }

  /**
   * Starts a request.
   *
   * @param order the order line that was bought
   * @return a builder
   */
  public static Builder of(OrderKey order) {
    return new Builder(order);
  }

  /** {@return the order line} */
  public OrderKey order() {
    return order;
  }

  /** {@return what is known, by field; checked values} */
  public Map<Field, String> answers() {
    return answers;
  }

  /** {@return the instance of a customer who was sold before the SDK came in} */
  public Optional<InstanceId> existingInstance() {
    return existingInstance;
  }

  /** Returns the order and the names of the fields, not the values. */
  @Override
  public String toString() {
    return "OnboardingRequest[" + order + " " + answers.keySet() + "]";
  }

  /** Collects a request; not safe for several threads. */
  public static final class Builder {

    private final OrderKey order;
    private final Map<Field, String> answers = new EnumMap<>(Field.class);
    private Optional<InstanceId> existingInstance = Optional.empty();

    private Builder(OrderKey order) {
      this.order = order;
    }

    /**
     * States one value by its field.
     *
     * @param field which value
     * @param value the value, checked here
     * @return this builder
     * @throws InvalidInputException naming field and rule
     */
    public Builder with(Field field, String value) {
      answers.put(field, field.check(value));
      return this;
    }

    /**
     * The organization to create or find; neither name can be changed later.
     *
     * @param name its full name
     * @param shortName its short name, unique on KooGallery
     * @return this builder
     */
    public Builder organization(String name, String shortName) {
      return with(Field.ORGANIZATION_NAME, name).with(Field.ORGANIZATION_SHORT_NAME, shortName);
    }

    /**
     * The first member; the account doubles as the name.
     *
     * @param account the account, the first half of the sign-in name
     * @return this builder
     */
    public Builder member(String account) {
      return member(account, account);
    }

    /**
     * The first member.
     *
     * @param account the account, the first half of the sign-in name
     * @param name the person's name
     * @return this builder
     */
    public Builder member(String account, String name) {
      return with(Field.MEMBER_ACCOUNT, account).with(Field.MEMBER_NAME, name);
    }

    /**
     * What the partner believes to be the buyer's Huawei account; a claim that opens nothing until
     * a trusted source gives the same.
     *
     * @param account the account
     * @return this builder
     */
    public Builder claimedHuaweiAccount(HuaweiAccountId account) {
      return with(Field.HUAWEI_ACCOUNT_ID, account.value());
    }

    /**
     * Asks for a new Billing Center account.
     *
     * @param userName its user name, unique and fixed
     * @param email where the verification code goes
     * @return this builder
     */
    public Builder registerBillingAccount(String userName, String email) {
      return billing(BillingChoice.REGISTER, userName, email);
    }

    /**
     * Asks for an existing Billing Center account to be bound.
     *
     * @param userName its user name
     * @param email its e-mail address; the verification code goes there
     * @return this builder
     */
    public Builder bindBillingAccount(String userName, String email) {
      return billing(BillingChoice.BIND, userName, email);
    }

    private Builder billing(BillingChoice choice, String userName, String email) {
      return with(Field.BILLING_CHOICE, choice.code())
          .with(Field.BILLING_USER_NAME, userName)
          .with(Field.BILLING_EMAIL, email);
    }

    /**
     * The consent to the terms; required where the guide says «agree», never defaulted.
     *
     * @param version which version
     * @param acceptedBy who accepted it
     * @param at when
     * @return this builder
     */
    public Builder terms(String version, String acceptedBy, Instant at) {
      return with(Field.TERMS_VERSION, version)
          .with(Field.TERMS_ACCEPTED_BY, acceptedBy)
          .with(Field.TERMS_AT, at.toString());
    }

    /**
     * The company's name on the enterprise information page.
     *
     * @param companyName the name
     * @return this builder
     */
    public Builder enterprise(String companyName) {
      return with(Field.ENTERPRISE_NAME, companyName);
    }

    /**
     * Asks for a workspace that exists already to be bound.
     *
     * @param id the workspace
     * @return this builder
     */
    public Builder existingWorkspace(WorkspaceId id) {
      return with(Field.WORKSPACE_CHOICE, WorkspaceChoice.EXISTING.code())
          .with(Field.WORKSPACE_ID, id.value());
    }

    /**
     * Asks for a new workspace.
     *
     * @param name its name
     * @param language {@code zh} or {@code en}; fixed at creation
     * @param site the key of the site, such as {@code cn4}; fixed at creation
     * @return this builder
     */
    public Builder createWorkspace(String name, String language, String site) {
      return workspace(WorkspaceChoice.CREATE, name, language, site);
    }

    /**
     * Asks for a Guance account to be registered and a workspace to be created with it.
     *
     * @param name the workspace's name
     * @param language {@code zh} or {@code en}; fixed at creation
     * @param site the key of the site, such as {@code cn4}; fixed at creation
     * @return this builder
     */
    public Builder registerAccountAndCreateWorkspace(String name, String language, String site) {
      return workspace(WorkspaceChoice.REGISTER_ACCOUNT, name, language, site);
    }

    private Builder workspace(WorkspaceChoice choice, String name, String language, String site) {
      return with(Field.WORKSPACE_CHOICE, choice.code())
          .with(Field.WORKSPACE_NAME, name)
          .with(Field.WORKSPACE_LANGUAGE, language)
          .with(Field.WORKSPACE_SITE, site);
    }

    /**
     * The Guance account that owns the new workspace.
     *
     * @param email its e-mail address; the verification code goes there
     * @return this builder
     */
    public Builder workspaceOwner(String email) {
      return with(Field.WORKSPACE_EMAIL, email);
    }

    /**
     * Imports a customer who was sold before the SDK came in: the onboarding counts as completed
     * and renewals, freezes and releases of the instance are known from then on. Nothing of it is
     * verified. An order that is being onboarded, or has been, is not imported.
     *
     * @param instance the instance that KooGallery knows
     * @return this builder
     */
    public Builder existingInstance(InstanceId instance) {
      this.existingInstance = Optional.of(instance);
      return this;
    }

    /** {@return the request} */
    public OnboardingRequest build() {
      return new OnboardingRequest(this);
    }
  }
}
