package com.guance.onboarding.huawei.gateway;

import com.guance.onboarding.domain.Field;
import com.guance.onboarding.error.ConflictException;
import com.guance.onboarding.error.InvalidRequestException;
import com.guance.onboarding.error.NotFoundException;
import com.guance.onboarding.error.UnavailableException;
import com.guance.onboarding.transport.GatewayErrors;
import java.util.Map;

/** What the gateway's codes mean, and how our request files name its fields. */
final class JointOperationsErrors {

  static final String PROVIDER = "joint-operations";
  static final String ORDER_NOT_FOUND = "ORDER_NOT_FOUND";

  static final String FIND_ORDER = "find order";
  static final String FIND_ORGANIZATION = "find organization";
  static final String LIST_ORGANIZATIONS = "list organizations";
  static final String READ_ORGANIZATION = "read organization";
  static final String CREATE_ORGANIZATION = "create organization";
  static final String FIND_MEMBER = "find member";
  static final String ADD_MEMBER = "add member";
  static final String FIND_BINDING = "find binding";
  static final String BIND = "bind order";
  static final String FIND_AUTHORIZATION = "find authorization";
  static final String AUTHORIZE = "authorize member";
  static final String READ_LOGIN_ADDRESS = "read login address";

  private static final String PASSWORD = "password";

  private JointOperationsErrors() {}

  static GatewayErrors table() {
    return codes()
        .fields(
            CREATE_ORGANIZATION,
            Map.of(
                "name", Field.ORGANIZATION_NAME.path(),
                "shortName", Field.ORGANIZATION_SHORT_NAME.path()))
        .fields(
            ADD_MEMBER,
            Map.of(
                "account", Field.MEMBER_ACCOUNT.path(),
                "name", Field.MEMBER_NAME.path(),
                "initialPassword", PASSWORD))
        // Another organization is chosen by naming another short name.
        .fields(BIND, Map.of("organizationId", Field.ORGANIZATION_SHORT_NAME.path()))
        .fields(AUTHORIZE, Map.of("accounts", Field.MEMBER_ACCOUNT.path()))
        .quotable(Field.ORGANIZATION_SHORT_NAME.path())
        .build();
  }

  private static GatewayErrors.Builder codes() {
    return GatewayErrors.builder()
        .code(ORDER_NOT_FOUND, NotFoundException::new)
        .code("ORGANIZATION_NOT_FOUND", NotFoundException::new)
        .code("BINDING_NOT_FOUND", NotFoundException::new)
        .code(
            "ORGANIZATION_EXISTS",
            ConflictException::new,
            "the buyer has an organization of this short name")
        .code(
            "ORGANIZATION_CREATING",
            UnavailableException::new,
            "KooGallery is still creating the organization")
        .code("SHORT_NAME_TAKEN", ConflictException::new, "is another buyer's", "shortName")
        .code(
            "ORGANIZATION_LIMIT_REACHED",
            InvalidRequestException::new,
            "must be an organization that exists: the buyer can have no more",
            "shortName")
        .code(
            "MEMBER_EXISTS",
            ConflictException::new,
            "the organization has a member of this account")
        .code("ORDER_ALREADY_BOUND", ConflictException::new, "the order is bound already")
        .code(
            "PRODUCT_ALREADY_BOUND",
            ConflictException::new,
            "must be another organization: this one is bound to another order of the product",
            "organizationId")
        .code(
            "MEMBER_NOT_IN_ORGANIZATION",
            InvalidRequestException::new,
            "is no member of the bound organization",
            "accounts");
  }
}
