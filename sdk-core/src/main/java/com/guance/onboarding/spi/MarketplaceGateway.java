package com.guance.onboarding.spi;

import com.guance.onboarding.domain.AppId;
import com.guance.onboarding.domain.BindingId;
import com.guance.onboarding.domain.HuaweiAccountId;
import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.Secret;
import com.guance.onboarding.domain.ShortName;
import com.guance.onboarding.domain.TenantId;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The buyer's side of KooGallery that has no public API, behind a gateway of the installation
 * ({@code docs/api/joint-operations.yaml}).
 *
 * <p>Blocking, safe for several threads. Every method may throw an {@link
 * com.guance.onboarding.error.OnboardingException}; a refusal names its field as {@code
 * com.guance.onboarding.domain.Field} spells it. Writes carry a key that is the same on every try.
 */
public interface MarketplaceGateway extends OrderSource {

  /**
   * The same gateway for one step of the flow: looking and acting share one deadline, which is
   * shorter than the claim under which the step runs.
   *
   * @param time how long all calls of the returned gateway together may take from now on
   * @return a gateway that keeps to it; by default this one, whose calls are bounded one by one
   */
  @Override
  default MarketplaceGateway within(Duration time) {
    return this;
  }

  /**
   * Finds the buyer's own organization.
   *
   * @param buyer the buyer's account; another buyer's organization is never found
   * @param shortName the short name
   * @return the organization
   */
  Optional<Organization> findOrganization(HuaweiAccountId buyer, ShortName shortName);

  /**
   * Lists the buyer's own organizations, so that one of them can be chosen where no more can be
   * created: the refusal's code is {@code ORGANIZATION_LIMIT_REACHED} then.
   *
   * @param buyer the buyer's account
   * @return the organizations, to be closed; by default none, and the short name has to be typed
   */
  default Stream<Organization> organizations(HuaweiAccountId buyer) {
    return Stream.empty();
  }

  /**
   * Reads an organization.
   *
   * @param tenant its id
   * @return the organization
   */
  Organization organization(TenantId tenant);

  /**
   * Creates an organization; it may be pending for minutes.
   *
   * @param order what to create
   * @param key the idempotency key
   * @return the organization
   */
  Organization createOrganization(NewOrganization order, String key);

  /**
   * Tells whether somebody is a member.
   *
   * @param tenant the organization
   * @param account the member's account
   * @return whether the organization has this member
   */
  boolean hasMember(TenantId tenant, String account);

  /**
   * Adds a member, who must choose a new password at the first sign-in.
   *
   * @param tenant the organization
   * @param member account and name
   * @param initialPassword the first password
   * @param key the idempotency key
   */
  void addMember(TenantId tenant, NewMember member, Secret initialPassword, String key);

  /**
   * Finds what an order is bound to.
   *
   * @param order the order line
   * @return the binding
   */
  Optional<Binding> findBinding(OrderKey order);

  /**
   * Binds an order to an organization: one order, one organization.
   *
   * @param order the order line
   * @param tenant the organization
   * @param key the idempotency key
   * @return the binding
   */
  Binding bind(OrderKey order, TenantId tenant, String key);

  /**
   * Tells whether a member may use the application.
   *
   * @param binding the binding
   * @param account the member's account
   * @return whether the member is authorized
   */
  boolean isAuthorized(BindingId binding, String account);

  /**
   * Authorizes a member of the bound organization.
   *
   * @param binding the binding
   * @param account the member's account
   * @param key the idempotency key
   */
  void authorize(BindingId binding, String account, String key);

  /**
   * Reads the unified login address.
   *
   * @param binding the binding
   * @return the address
   */
  URI loginAddress(BindingId binding);

  /**
   * What to create an organization from.
   *
   * @param buyer the buyer's account
   * @param name the full name
   * @param shortName the short name
   */
  record NewOrganization(HuaweiAccountId buyer, String name, ShortName shortName) {

    /** Returns the short name, which is not personal. */
    @Override
    public String toString() {
      return "NewOrganization[" + shortName + "]";
    }
  }

  /**
   * An organization.
   *
   * @param tenant its id
   * @param name its full name
   * @param shortName its short name
   * @param pending whether KooGallery is still creating it
   */
  record Organization(TenantId tenant, String name, ShortName shortName, boolean pending) {

    /** Returns the id. */
    @Override
    public String toString() {
      return "Organization[" + tenant + "]";
    }
  }

  /**
   * A member to add.
   *
   * @param account the account
   * @param name the person's name
   */
  record NewMember(String account, String name) {

    /** Returns nothing of the person. */
    @Override
    public String toString() {
      return "NewMember[***]";
    }
  }

  /**
   * An order's binding to an organization.
   *
   * @param id the binding
   * @param tenant the organization
   * @param names instance and application, as far as they are said
   */
  record Binding(BindingId id, TenantId tenant, BindingNames names) {}

  /**
   * What a binding belongs to.
   *
   * @param instance the instance
   * @param app the application
   */
  record BindingNames(Optional<InstanceId> instance, Optional<AppId> app) {}
}
