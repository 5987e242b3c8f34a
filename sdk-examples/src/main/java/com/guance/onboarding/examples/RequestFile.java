package com.guance.onboarding.examples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.guance.onboarding.domain.BillingChoice;
import com.guance.onboarding.domain.Branch;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.WorkspaceChoice;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a request from YAML: checked values by field, and what a branch needs besides. */
final class RequestFile {

  private static final Set<String> SECRETS = Set.of("code", "password", "token", "secret");
  private static final String ORDER_ID = "order.orderId";
  private static final String ORDER_LINE_ID = "order.orderLineId";
  private static final List<Field> ALWAYS =
      List.of(
          Field.ORGANIZATION_NAME,
          Field.ORGANIZATION_SHORT_NAME,
          Field.MEMBER_ACCOUNT,
          Field.TERMS_VERSION,
          Field.TERMS_ACCEPTED_BY,
          Field.ENTERPRISE_NAME);
  private static final List<Field> ACCOUNT = List.of(Field.BILLING_USER_NAME, Field.BILLING_EMAIL);
  private static final List<Field> NEW_WORKSPACE =
      List.of(Field.WORKSPACE_NAME, Field.WORKSPACE_LANGUAGE, Field.WORKSPACE_SITE);

  private final OrderKey order;
  private final Map<Field, String> answers;

  private RequestFile(OrderKey order, Map<Field, String> answers) {
    this.order = order;
    this.answers = answers;
  }

  static RequestFile read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return parse(in);
    } catch (NoSuchFileException e) {
      throw new InvalidInputException("--request", "must be the name of a file that exists");
    } catch (IOException e) {
      throw new InvalidInputException("--request", "must be a file that can be read");
    }
  }

  static RequestFile sample() {
    try (InputStream in = RequestFile.class.getResourceAsStream("/requests/gcy.yaml")) {
      if (in == null) {
        throw new IllegalStateException("the sample request is missing in the jar");
      }
      return parse(in);
    } catch (IOException e) {
      throw new IllegalStateException("the sample request cannot be read", e);
    }
  }

  private static RequestFile parse(InputStream in) throws IOException {
    JsonNode root;
    try {
      root = new YAMLMapper().readTree(in);
    } catch (JsonProcessingException e) {
      throw new InvalidInputException("--request", "must be YAML");
    }
    if (root == null || !root.isObject()) {
      throw new InvalidInputException("--request", "must hold a section for each thing it states");
    }
    Map<Field, String> answers = new EnumMap<>(Field.class);
    Map<String, String> order = new HashMap<>();
    root.properties().forEach(one -> read(one.getKey(), one.getValue(), order, answers));
    OrderKey key = new OrderKey(require(ORDER_ID, order), require(ORDER_LINE_ID, order));
    return new RequestFile(key, answers);
  }

  private static String require(String path, Map<String, String> stated) {
    String value = stated.get(path);
    if (value == null) {
      throw missing(path);
    }
    return value;
  }

  private static InvalidInputException missing(String path) {
    return new InvalidInputException(path, "is missing in the request");
  }

  private static void read(
      String path, JsonNode node, Map<String, String> order, Map<Field, String> answers) {
    if (node.isObject()) {
      node.properties()
          .forEach(one -> read(path + "." + one.getKey(), one.getValue(), order, answers));
    } else if (path.equals(ORDER_ID) || path.equals(ORDER_LINE_ID)) {
      text(path, node).ifPresent(value -> order.put(path, value));
    } else {
      Field field = field(path);
      text(path, node).ifPresent(value -> answers.put(field, field.check(value)));
    }
  }

  private static Field field(String path) {
    if (SECRETS.contains(path.substring(path.lastIndexOf('.') + 1))) {
      throw new InvalidInputException(path, "must not stand in a request: it is asked for");
    }
    return Field.of(path)
        .orElseThrow(() -> new InvalidInputException(path, "is not a field of a request"));
  }

  /** What is left empty is not stated. */
  private static Optional<String> text(String path, JsonNode node) {
    if (!node.isValueNode()) {
      throw new InvalidInputException(path, "must be one value, not a list");
    }
    return node.isNull()
        ? Optional.empty()
        : Optional.of(node.asText()).filter(one -> !one.isEmpty());
  }

  Optional<String> value(Field field) {
    return Optional.ofNullable(answers.get(field));
  }

  String require(Field field) {
    return value(field).orElseThrow(() -> missing(field.path()));
  }

  /** All that is stated, by field; the order apart. */
  Map<Field, String> answers() {
    return Map.copyOf(answers);
  }

  OrderKey order() {
    return order;
  }

  /** The branch that the request itself describes. */
  Branch branch() {
    BillingChoice choice =
        value(Field.BILLING_CHOICE).map(BillingChoice::from).orElse(BillingChoice.REGISTER);
    return switch (choice) {
      case REGISTER -> Branch.REGISTER;
      case ALREADY_BOUND -> Branch.ALREADY_BOUND;
      case BIND ->
          switch (WorkspaceChoice.from(require(Field.WORKSPACE_CHOICE))) {
            case EXISTING -> Branch.EXISTING_WORKSPACE;
            case CREATE -> Branch.NEW_WORKSPACE;
            case REGISTER_ACCOUNT -> Branch.NEW_ACCOUNT;
          };
    };
  }

  /** The request for a branch; what the branch needs and nobody states is named. */
  OnboardingRequest.Builder request(Branch branch, Instant now) {
    ALWAYS.forEach(this::require);
    OnboardingRequest.Builder request = OnboardingRequest.of(order);
    answers.forEach(request::with);
    request.with(Field.MEMBER_NAME, value(Field.MEMBER_NAME).orElse(require(Field.MEMBER_ACCOUNT)));
    request.with(Field.TERMS_AT, value(Field.TERMS_AT).orElse(now.toString()));
    if (branch != Branch.ALREADY_BOUND) {
      ACCOUNT.forEach(this::require);
    }
    switch (branch) {
      case ALREADY_BOUND -> choose(request, BillingChoice.ALREADY_BOUND, WorkspaceChoice.EXISTING);
      case EXISTING_WORKSPACE -> choose(request, BillingChoice.BIND, WorkspaceChoice.EXISTING);
      case NEW_WORKSPACE -> {
        choose(request, BillingChoice.BIND, WorkspaceChoice.CREATE);
        newWorkspace(request);
      }
      case NEW_ACCOUNT -> {
        choose(request, BillingChoice.BIND, WorkspaceChoice.REGISTER_ACCOUNT);
        newWorkspace(request);
        request.with(
            Field.WORKSPACE_USER_NAME,
            value(Field.WORKSPACE_USER_NAME).orElse(require(Field.BILLING_USER_NAME)));
      }
      case REGISTER -> {
        choose(request, BillingChoice.REGISTER, WorkspaceChoice.CREATE);
        NEW_WORKSPACE.forEach(this::require);
      }
    }
    return request;
  }

  private void newWorkspace(OnboardingRequest.Builder request) {
    NEW_WORKSPACE.forEach(this::require);
    request.with(
        Field.WORKSPACE_EMAIL, value(Field.WORKSPACE_EMAIL).orElse(require(Field.BILLING_EMAIL)));
  }

  private static void choose(
      OnboardingRequest.Builder request, BillingChoice billing, WorkspaceChoice workspace) {
    request
        .with(Field.BILLING_CHOICE, billing.code())
        .with(Field.WORKSPACE_CHOICE, workspace.code());
  }
}
