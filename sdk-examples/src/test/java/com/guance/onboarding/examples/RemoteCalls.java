package com.guance.onboarding.examples;

import com.guance.onboarding.domain.Branch;
import java.util.ArrayList;
import java.util.List;

/** The calls of each branch, as docs/remote-calls.md lists them. */
final class RemoteCalls {

  private static final List<String> MARKETPLACE =
      List.of(
          "getOrderLine",
          "createOrganization",
          "addMember",
          "bindApp",
          "authorizeMembers",
          "getLoginAddress",
          "getBillingAccountOfHuaweiAccount");

  private RemoteCalls() {}

  /** With a key of the workspace, Guance itself is asked in the gateway's place. */
  static List<String> withKey(Branch branch) {
    List<String> calls = new ArrayList<>(of(branch));
    calls.removeIf("listDataKits"::equals);
    calls.add("openApiGetWorkspace");
    if (branch != Branch.ALREADY_BOUND && branch != Branch.EXISTING_WORKSPACE) {
      calls.add("openApiListMembers");
    }
    calls.add("datawayCheckToken");
    calls.add("openApiQueryData");
    if (branch == Branch.ALREADY_BOUND || branch == Branch.EXISTING_WORKSPACE) {
      calls.add("openApiQueryData");
    }
    return calls;
  }

  static List<String> of(Branch branch) {
    List<String> calls = new ArrayList<>(MARKETPLACE);
    switch (branch) {
      case ALREADY_BOUND -> calls.add("listBillingAccountWorkspaces");
      case EXISTING_WORKSPACE ->
          calls.addAll(
              List.of(
                  "sendVerificationCode",
                  "bindBillingAccount",
                  "confirmEnterprise",
                  "bindWorkspace"));
      case NEW_WORKSPACE ->
          calls.addAll(
              List.of(
                  "sendVerificationCode",
                  "bindBillingAccount",
                  "confirmEnterprise",
                  "sendVerificationCode",
                  "createWorkspace",
                  "bindWorkspace"));
      case NEW_ACCOUNT ->
          calls.addAll(
              List.of(
                  "sendVerificationCode",
                  "bindBillingAccount",
                  "confirmEnterprise",
                  "sendVerificationCode",
                  "registerGuanceAccount",
                  "bindWorkspace"));
      case REGISTER ->
          calls.addAll(
              List.of(
                  "sendVerificationCode",
                  "registerBillingAccount",
                  "confirmEnterprise",
                  "createWorkspace",
                  "bindWorkspace"));
    }
    calls.add("listDataKits");
    if (branch == Branch.ALREADY_BOUND || branch == Branch.EXISTING_WORKSPACE) {
      calls.add("listDataKits");
    }
    return calls;
  }
}
