package com.guance.onboarding.billing.external;

import com.guance.onboarding.domain.InvalidInputException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.immutables.value.Value;

/** How a workspace stores and queries; the deployment decides what is empty. */
@Value.Immutable
public abstract class WorkspaceOptions {

  private static final Pattern DURATION = Pattern.compile("[0-9]{1,5}[dhwm]");

  WorkspaceOptions() {}

  /**
   * How long each kind of data is kept.
   *
   * @return durations such as {@code 7d} by {@code rp}, {@code logging}, {@code backup_log}, {@code
   *     security}, {@code keyevent}, {@code tracing}, {@code rum}, {@code apm}
   */
  public abstract Map<String, String> durations();

  /** {@return whether several kinds of data share an index} */
  public abstract Optional<Boolean> mergedIndexes();

  /** {@return whether a search may begin with a wildcard} */
  public abstract Optional<Boolean> leftWildcard();

  /** {@return whether logs may have several indexes} */
  public abstract Optional<Boolean> severalLogIndexes();

  /** {@return how many indexes logs may have} */
  public abstract OptionalInt logIndexCount();

  /** {@return at how many bytes a log line is cut} */
  public abstract OptionalInt logCutBytes();

  /** {@return the id of the kind of storage} */
  public abstract Optional<String> storageType();

  /** {@return whether mapping rules of its own are on} */
  public abstract Optional<Boolean> customMappingRule();

  /** {@return how many rows a search gives at most} */
  public abstract OptionalInt maxSearchResults();

  /** {@return whether queries are not sped up; only when changing a workspace} */
  public abstract Optional<Boolean> withoutQueryAcceleration();

  @Value.Check
  void check() {
    if (!durations().values().stream().allMatch(value -> DURATION.matcher(value).matches())) {
      throw new InvalidInputException("workspace.durations", "must be such as 7d");
    }
  }

  Map<String, Object> toBody() {
    Map<String, Object> body = new LinkedHashMap<>();
    if (!durations().isEmpty()) {
      body.put("durationSet", durations());
    }
    mergedIndexes().ifPresent(value -> body.put("esIndexMerged", value));
    leftWildcard().ifPresent(value -> body.put("leftWildcard", value));
    severalLogIndexes().ifPresent(value -> body.put("isOpenLogMultipleIndex", value));
    logIndexCount().ifPresent(value -> body.put("logMultipleIndexCount", value));
    logCutBytes().ifPresent(value -> body.put("loggingCutSize", value));
    storageType().ifPresent(value -> body.put("storageTypeUUID", value));
    customMappingRule().ifPresent(value -> body.put("isOpenCustomMappingRule", value));
    maxSearchResults().ifPresent(value -> body.put("maxSearchResultCount", value));
    withoutQueryAcceleration()
        .ifPresent(value -> body.put("disableQueryAcceleration", value ? 1 : 0));
    return body;
  }

  /** These options for a workspace that is there already, and its new name if it gets one. */
  Map<String, Object> toBody(Optional<String> name) {
    Map<String, Object> body = new LinkedHashMap<>();
    name.ifPresent(text -> body.put("name", Inputs.text("workspace.name", text)));
    body.putAll(toBody());
    return body;
  }

  /** {@return options that leave everything to the deployment} */
  public static WorkspaceOptions none() {
    return builder().build();
  }

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects options. */
  public static final class Builder extends ImmutableWorkspaceOptions.Builder {
    Builder() {}
  }
}
