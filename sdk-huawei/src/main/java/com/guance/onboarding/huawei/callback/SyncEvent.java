package com.guance.onboarding.huawei.callback;

import com.guance.onboarding.domain.AppId;
import com.guance.onboarding.domain.InstanceId;
import com.guance.onboarding.domain.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the synchronization interface of the joint-operations kit says: organizations, applications,
 * members, departments (contracts/koogallery.md §3).
 */
public sealed interface SyncEvent extends CallbackEvent {

  /** {@return whom it is about, and when that was} */
  SyncSubject subject();

  @Override
  default boolean test() {
    return subject().test();
  }

  /**
   * Whom a synchronization is about. Ids are absent while a seller applies for credentials.
   *
   * @param instance the instance
   * @param tenant the organization
   * @param app the application, where the activity names one
   * @param at when KooGallery says it was
   * @param test whether it comes from debugging
   */
  record SyncSubject(
      Optional<InstanceId> instance,
      Optional<TenantId> tenant,
      Optional<AppId> app,
      Instant at,
      boolean test) {}

  /**
   * An organization is bound to an order, has changed, or is unbound.
   *
   * @param subject whom it is about
   * @param flag what is asked for
   * @param orderId the order, without its line
   * @param organization the organization
   */
  record TenantSync(
      SyncSubject subject, SyncFlag flag, Optional<String> orderId, SyncedTenant organization)
      implements SyncEvent {
    @Override
    public String activity() {
      return "tenantSync";
    }
  }

  /**
   * An organization as KooGallery describes it.
   *
   * @param code its short name
   * @param name its full name
   * @param domain where its members sign in; to be checked before anything is sent there
   */
  record SyncedTenant(String code, String name, String domain) {

    /** Returns the short name. */
    @Override
    public String toString() {
      return "SyncedTenant[" + code + "]";
    }
  }

  /**
   * The application is bound to an organization, has changed, or is unbound.
   *
   * @param subject whom it is about
   * @param flag what is asked for
   * @param clientId its OAuth client
   * @param clientSecret its client secret, encrypted with the seller's public key
   */
  record ApplicationSync(
      SyncSubject subject, SyncFlag flag, String clientId, Optional<String> clientSecret)
      implements SyncEvent {
    @Override
    public String activity() {
      return "applicationSync";
    }

    /** Returns ids and flag. */
    @Override
    public String toString() {
      return "ApplicationSync[" + subject + ", " + flag + ", " + clientId + "]";
    }
  }

  /**
   * Members may use the application, or may not any more.
   *
   * @param subject whom it is about; its time is that of the synchronization
   * @param flag what is asked for
   * @param members the members
   */
  record AuthSync(SyncSubject subject, SyncFlag flag, List<SyncedMember> members)
      implements SyncEvent {

    /**
     * Copies the list.
     *
     * @param subject whom it is about
     * @param flag what is asked for
     * @param members the members
     */
    public AuthSync {
      members = List.copyOf(members);
    }

    @Override
    public String activity() {
      return "authSync";
    }

    /** Returns ids, flag and how many members. */
    @Override
    public String toString() {
      return "AuthSync[" + subject + ", " + flag + ", " + members.size() + " members]";
    }
  }

  /**
   * One department was added, changed or removed.
   *
   * @param subject whom it is about
   * @param flag what is asked for
   * @param department the department
   */
  record SingleOrgSync(SyncSubject subject, SyncFlag flag, Department department)
      implements SyncEvent {
    @Override
    public String activity() {
      return "singleOrgSync";
    }
  }

  /**
   * All departments of an organization; those that are not named are gone.
   *
   * @param subject whom it is about
   * @param departments the departments
   */
  record AllOrgSync(SyncSubject subject, List<Department> departments) implements SyncEvent {

    /**
     * Copies the list.
     *
     * @param subject whom it is about
     * @param departments the departments
     */
    public AllOrgSync {
      departments = List.copyOf(departments);
    }

    @Override
    public String activity() {
      return "allOrgSync";
    }

    /** Returns ids and how many departments. */
    @Override
    public String toString() {
      return "AllOrgSync[" + subject + ", " + departments.size() + " departments]";
    }
  }

  /**
   * A department of an organization.
   *
   * @param code its code, unique inside the organization
   * @param name its name
   * @param parent the department above it, empty at the top
   */
  record Department(String code, String name, Optional<String> parent) {

    /** Returns the code. */
    @Override
    public String toString() {
      return "Department[" + code + "]";
    }
  }
}
