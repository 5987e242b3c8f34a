package com.guance.onboarding.examples;

import com.guance.onboarding.domain.BillingChoice;
import com.guance.onboarding.domain.Branch;
import com.guance.onboarding.domain.Field;
import com.guance.onboarding.domain.InvalidInputException;
import com.guance.onboarding.domain.OnboardingRequest;
import com.guance.onboarding.domain.OrderKey;
import com.guance.onboarding.domain.WorkspaceChoice;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads a request from YAML: checked values by field, and what a branch needs besides. */
final class RequestFile {

  private static final Set<String> SECRETS = Set.of("code", "password", "token", "secret");
  private static final long LARGEST = 1 << 20; // the parser's time grows with the square of it
  private static final String ORDER_ID = "order.orderId";
  private static final String ORDER_LINE_ID = "order.orderLineId";

  /** What must always be there, with the rule. */
  private static final Map<String, String> ORDER =
      new TreeMap<>(
          Map.of(
              ORDER_ID, "must be an order of KooGallery, such as CS2611240001ABCDE",
              ORDER_LINE_ID, "must be a line of the order, such as CS2611240001ABCDE-000001"));

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
  private static final Set<Branch> HAVE_ONE =
      EnumSet.of(Branch.ALREADY_BOUND, Branch.EXISTING_WORKSPACE);
  private static final String CREATE = WorkspaceChoice.CREATE.code();

  private final OrderKey order;
  private final Map<Field, String> answers;

  private RequestFile(OrderKey order, Map<Field, String> answers) {
    this.order = order;
    this.answers = answers;
  }

  static RequestFile read(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new InvalidInputException("--request", "must have at most 1 MiB");
      }
      return parse(Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new InvalidInputException("--request", "must be the name of a file that exists");
    } catch (CharacterCodingException e) {
      throw new InvalidInputException("--request", "must be a file of UTF-8 text");
    } catch (IOException e) {
      throw new InvalidInputException("--request", "must be a file that can be read");
    }
  }

  static RequestFile sample() {
    try (InputStream in = RequestFile.class.getResourceAsStream("/requests/gcy.yaml")) {
      if (in == null) {
        throw new IllegalStateException("the sample request is missing in the jar");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("the sample request cannot be read", e);
    }
  }

  private static RequestFile parse(String text) {
    Map<String, String> order = new HashMap<>();
    Map<Field, String> answers = new EnumMap<>(Field.class);
    List<InvalidInputException> refused = new ArrayList<>();
    RequestYaml.read(text)
        .forEach(
            (path, value) -> {
              try {
                if (ORDER.containsKey(path)) {
                  order.put(path, value);
                } else {
                  Field field = field(path);
                  answers.put(field, field.check(value));
                }
              } catch (InvalidInputException wrong) {
                refused.add(wrong);
              }
            });
    ORDER.forEach(
        (path, rule) -> {
          if (!order.containsKey(path)) {
            refused.add(missing(path, rule));
          }
        });
    refuse(refused);
    return new RequestFile(
        new OrderKey(order.getOrDefault(ORDER_ID, ""), order.getOrDefault(ORDER_LINE_ID, "")),
        answers);
  }

  private static Field field(String path) {
    if (SECRETS.contains(path.substring(path.lastIndexOf('.') + 1))) {
      throw new InvalidInputException(path, "must not stand in a request: it is asked for");
    }
    return Field.of(path)
        .orElseThrow(() -> new InvalidInputException(path, "is not a field of a request"));
  }

  private static InvalidInputException missing(String path, String rule) {
    return new InvalidInputException(path, "is missing in the request; it " + rule);
  }

  /** Names all that is wrong at once: the first is thrown, and carries the others. */
  private static void refuse(List<InvalidInputException> refused) {
    if (!refused.isEmpty()) {
      InvalidInputException first = refused.get(0);
      refused.stream().skip(1).forEach(first::addSuppressed);
      throw first;
    }
  }

  Optional<String> value(Field field) {
    return Optional.ofNullable(answers.get(field));
  }

  String require(Field field) {
    return value(field).orElseThrow(() -> missing(field));
  }

  private static InvalidInputException missing(Field field) {
    return missing(field.path(), field.rule());
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
      case REGISTER -> {
        if (value(Field.WORKSPACE_CHOICE).filter(one -> !one.equals(CREATE)).isPresent()) {
          throw new InvalidInputException(
              Field.WORKSPACE_CHOICE.path(),
              "must be create, or left out, where billing.choice is register");
        }
        yield Branch.REGISTER;
      }
      case ALREADY_BOUND -> Branch.ALREADY_BOUND;
      case BIND ->
          switch (WorkspaceChoice.from(require(Field.WORKSPACE_CHOICE))) {
            case EXISTING -> Branch.EXISTING_WORKSPACE;
            case CREATE -> Branch.NEW_WORKSPACE;
            case REGISTER_ACCOUNT -> Branch.NEW_ACCOUNT;
          };
    };
  }

  /** Refuses what a branch has no use for, and names all that it needs and nobody states. */
  void check(Branch branch) {
    List<Field> needed = new ArrayList<>(ALWAYS);
    if (branch != Branch.ALREADY_BOUND) {
      needed.addAll(ACCOUNT);
    }
    List<InvalidInputException> refused = new ArrayList<>();
    if (!HAVE_ONE.contains(branch)) {
      needed.addAll(NEW_WORKSPACE);
      if (value(Field.WORKSPACE_ID).isPresent()) {
        refused.add(
            new InvalidInputException(
                Field.WORKSPACE_ID.path(),
                "must be left out: branch " + branch.code() + " makes a new workspace"));
      }
    }
    needed.stream()
        .filter(field -> value(field).isEmpty())
        .map(RequestFile::missing)
        .forEach(refused::add);
    refuse(refused);
  }

  /** The request for a branch that has been {@linkplain #check checked}. */
  OnboardingRequest.Builder request(Branch branch, Instant now) {
    check(branch);
    OnboardingRequest.Builder request = OnboardingRequest.of(order);
    answers.forEach(request::with);
    request.with(Field.MEMBER_NAME, value(Field.MEMBER_NAME).orElse(require(Field.MEMBER_ACCOUNT)));
    request.with(Field.TERMS_AT, value(Field.TERMS_AT).orElse(now.toString()));
    switch (branch) {
      case ALREADY_BOUND -> choose(request, BillingChoice.ALREADY_BOUND, WorkspaceChoice.EXISTING);
      case EXISTING_WORKSPACE -> choose(request, BillingChoice.BIND, WorkspaceChoice.EXISTING);
      case NEW_WORKSPACE -> {
        choose(request, BillingChoice.BIND, WorkspaceChoice.CREATE);
        owner(request);
      }
      case NEW_ACCOUNT -> {
        choose(request, BillingChoice.BIND, WorkspaceChoice.REGISTER_ACCOUNT);
        owner(request);
        request.with(
            Field.WORKSPACE_USER_NAME,
            value(Field.WORKSPACE_USER_NAME).orElse(require(Field.BILLING_USER_NAME)));
      }
      case REGISTER -> choose(request, BillingChoice.REGISTER, WorkspaceChoice.CREATE);
    }
    return request;
  }

  private void owner(OnboardingRequest.Builder request) {
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
