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
