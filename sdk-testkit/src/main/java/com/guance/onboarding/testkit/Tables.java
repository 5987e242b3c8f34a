package com.guance.onboarding.testkit;

import com.guance.onboarding.domain.OrderKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything that exists, in the order in which it came to be. Guarded by the world's lock. */
final class Tables {

  final Map<OrderKey, OrderRow> orders = new LinkedHashMap<>();
  final Map<String, OrganizationRow> organizations = new LinkedHashMap<>();
  final Map<String, MemberRow> members = new LinkedHashMap<>();
  final Map<String, BindingRow> bindings = new LinkedHashMap<>();
  final List<AuthorizationRow> authorizations = new ArrayList<>();
  final Map<String, BillingAccountRow> billingAccounts = new LinkedHashMap<>();
  final Map<String, GuanceAccountRow> guanceAccounts = new LinkedHashMap<>();
  final Map<String, WorkspaceRow> workspaces = new LinkedHashMap<>();
  final Map<String, CodeRow> codes = new LinkedHashMap<>();
  final List<DataKitRow> dataKits = new ArrayList<>();
  final List<Mail> mail = new ArrayList<>();
  final List<Sms> sms = new ArrayList<>();

  /** API keys of workspaces, by Key ID. */
  final Map<String, ApiKeyRow> apiKeys = new LinkedHashMap<>();

  final List<InvitationRow> invitations = new ArrayList<>();

  /** Accounts of the private deployment, by id. */
  final Map<String, DeployedAccountRow> deployedAccounts = new LinkedHashMap<>();

  /** How often keys and workspaces have been used within the last minute. */
  final CallRates apiCalls = new CallRates();

  /** Nonces that the private deployment has seen. */
  final Set<String> nonces = new HashSet<>();

  /** Huawei accounts with the reseller's role. */
  final Set<String> resellers = new HashSet<>();

  /** Orders that change an earlier one: renewals, upgrades, unsubscriptions. */
  final Map<OrderKey, ChangeOrderRow> changes = new LinkedHashMap<>();

  final List<FailedOrderRow> failedOrders = new ArrayList<>();
  final List<DepartmentRow> departments = new ArrayList<>();
  final Map<String, CallbackRow> callbacks = new LinkedHashMap<>();

  /** What the application signs in with, by client id. */
  final Map<String, ClientRow> clients = new LinkedHashMap<>();

  /** Pushed usage, by sequence number. */
  final Map<String, UsageRow> usage = new LinkedHashMap<>();

  /** The business id of each order's first newInstance. */
  final Map<OrderKey, String> firstBusinessIds = new LinkedHashMap<>();

  /** The application of each product. */
  final Map<String, String> apps = new LinkedHashMap<>();

  void clear() {
    orders.clear();
    organizations.clear();
    members.clear();
    bindings.clear();
    authorizations.clear();
    billingAccounts.clear();
    guanceAccounts.clear();
    workspaces.clear();
    codes.clear();
    dataKits.clear();
    mail.clear();
    sms.clear();
    apiKeys.clear();
    invitations.clear();
    deployedAccounts.clear();
    apiCalls.clear();
    nonces.clear();
    resellers.clear();
    changes.clear();
    failedOrders.clear();
    departments.clear();
    callbacks.clear();
    clients.clear();
    usage.clear();
    firstBusinessIds.clear();
    apps.clear();
  }
}
