package com.guance.onboarding.transport;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * The one JSON mapper of the SDK: forgiving about what it reads, exact about what it writes.
 *
 * <p>Unknown fields are ignored. An unknown value of an enum is its constant {@code UNKNOWN}, where
 * it has one. Numbers may come as strings and strings as numbers as long as nothing is lost, single
 * values as lists, nothing as null. Of a repeated field the last one counts. Depth and lengths are
 * bounded. Absent optionals are not written.
 */
public final class LenientJson {

  private static final int DEEPEST = 100;
  private static final int LONGEST_TEXT = 4 << 20;
  private static final int LONGEST_NUMBER = 100;
  private static final int LONGEST_NAME = 1_000;

  private static final JsonMapper MAPPER = create();

  private LenientJson() {}

  /**
   * The mapper, shared and thread-safe. It must not be configured further; for decoding prefer
   * {@link JsonDecoder}, whose failures quote nothing.
   *
   * @return the mapper
   */
  public static JsonMapper mapper() {
    return MAPPER;
  }

  private static JsonMapper create() {
    return JsonMapper.builder(
            JsonFactory.builder()
                .streamReadConstraints(
                    StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LONGEST_TEXT)
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxNameLength(LONGEST_NAME)
                        .build())
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build())
        .addModule(new Jdk8Module())
        .addModule(new JavaTimeModule())
        .addModule(wholeNumbers())
        .annotationIntrospector(new UnknownIsSkipped())
        .addHandler(new LenientHandler())
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(DeserializationFeature.FAIL_ON_IGNORED_PROPERTIES)
        .disable(DeserializationFeature.FAIL_ON_INVALID_SUBTYPE)
        .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
        .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
        .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        .enable(DeserializationFeature.ACCEPT_EMPTY_STRING_AS_NULL_OBJECT)
        // Not for every type: an enum's deserializer would step into the list and lose its place.
        .withCoercionConfig(LogicalType.POJO, LenientJson::emptyListIsNothing)
        .withCoercionConfig(LogicalType.Map, LenientJson::emptyListIsNothing)
        .build();
  }

  private static void emptyListIsNothing(MutableCoercionConfig config) {
    config.setCoercion(CoercionInputShape.EmptyArray, CoercionAction.AsNull);
  }

  private static SimpleModule wholeNumbers() {
    return new SimpleModule("whole-numbers")
        .addDeserializer(int.class, WholeNumber.of(int.class, Math::toIntExact))
        .addDeserializer(Integer.class, WholeNumber.of(Integer.class, Math::toIntExact))
        .addDeserializer(long.class, WholeNumber.of(long.class, Long::valueOf))
        .addDeserializer(Long.class, WholeNumber.of(Long.class, Long::valueOf));
  }

  /**
   * Has what nobody knows skipped in every type. The feature below ignores it, too, but for records
   * only after it has kept a copy of it all.
   */
  private static final class UnknownIsSkipped extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public JsonIgnoreProperties.Value findPropertyIgnoralByName(
        MapperConfig<?> config, Annotated type) {
      return super.findPropertyIgnoralByName(config, type).withIgnoreUnknown();
    }
  }
}
