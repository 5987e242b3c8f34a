package com.guance.onboarding.billing.external;

import com.guance.onboarding.domain.Language;
import com.guance.onboarding.domain.Secret;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** An account to create. */
@Value.Immutable
public abstract class NewDeployedAccount {

  NewDeployedAccount() {}

  /** {@return the user name; unique in the deployment} */
  public abstract String userName();

  /** {@return the first password; empty for accounts that sign in elsewhere} */
  public abstract Optional<Secret> password();

  /** {@return the name} */
  public abstract String name();

  /** {@return the e-mail address} */
  public abstract Optional<String> email();

  /** {@return the mobile number} */
  public abstract Optional<String> mobile();

  /** {@return the id under which another system knows it; unique, so a repetition is refused} */
  public abstract Optional<String> externalId();

  /** {@return the language} */
  public abstract Optional<Language> language();

  /** {@return what to write beside it} */
  public abstract Map<String, Object> attributes();

  @Value.Check
  void check() {
    Inputs.text("account.userName", userName());
    Inputs.text("account.name", name());
    email().ifPresent(Inputs::email);
    externalId().ifPresent(id -> Inputs.text("account.externalId", id));
  }

  Map<String, Object> toBody() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("username", userName());
    body.put("password", password().map(Secret::reveal).orElse(""));
    body.put("name", name());
    body.put("email", email().orElse(""));
    mobile().ifPresent(value -> body.put("mobile", value));
    externalId().ifPresent(value -> body.put("exterId", value));
    language().ifPresent(value -> body.put("language", value.code()));
    if (!attributes().isEmpty()) {
      body.put("attributes", attributes());
    }
    return body;
  }

  /** Returns nothing of it; all of it is personal. */
  @Override
  public final String toString() {
    return "NewDeployedAccount[***]";
  }

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects an account to create. */
  public static final class Builder extends ImmutableNewDeployedAccount.Builder {
    Builder() {}
  }
}
