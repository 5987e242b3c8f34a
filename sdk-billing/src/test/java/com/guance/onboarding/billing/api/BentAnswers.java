package com.guance.onboarding.billing.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.onboarding.error.OnboardingException;
import com.guance.onboarding.error.ProtocolException;
import com.guance.onboarding.error.RemoteException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Every documented answer of an API, bent: it is decoded, or refused with a type and Guance's trace
 * id.
 */
public abstract class BentAnswers<A> {

  private final StubServer server;
  private final A api;
  private final Map<String, Function<A, Object>> readers;

  /**
   * Prepares the tries.
   *
   * @param server answers the API
   * @param readers what reads each document, by the document's name
   */
  protected BentAnswers(StubServer server, A api, Map<String, Function<A, Object>> readers) {
    this.server = server;
    this.api = api;
    this.readers = readers;
  }

  /** The documents whose values can be compared. */
  protected abstract List<String> comparable();

  /** Fields of values that are free by contract: what is added there is kept. */
  protected abstract String free();

  private Object read(String name, String json) {
    server.answer(200, json);
    return Objects.requireNonNull(readers.get(name)).apply(api);
  }

  @Property(tries = 2000)
  void answer_bent_isDecodedOrATypedErrorWithTheTraceId(
      @ForAll("bent") Tuple.Tuple2<String, String> answer) {
    readsOrRefuses(answer.get1(), answer.get2());
  }

  @Example
  void answer_eachFieldMissingRetypedOrAdded_isDecodedOrATypedErrorWithTheTraceId() {
    for (String name : readers.keySet()) {
      Mutations.each(Fixtures.read(name)).forEach(json -> readsOrRefuses(name, json));
    }
  }

  @Example
  void answer_fieldAdded_isDecodedToTheSameValues() {
    for (String name : comparable()) {
      Object documented = read(name, Fixtures.read(name));
      for (String json : Mutations.added(Fixtures.read(name))) {
        assertThat(read(name, json))
            .as(json)
            .usingRecursiveComparison()
            .ignoringFieldsMatchingRegexes(free())
            .isEqualTo(documented);
      }
    }
  }

  private void readsOrRefuses(String name, String json) {
    try {
      assertThat(read(name, json)).isNotNull();
    } catch (OnboardingException e) {
      assertThat(e).isInstanceOfAny(ProtocolException.class, RemoteException.class);
      assertThat(e.getMessage()).doesNotContain("acme", "wendy", "example.com");
      if (json.contains("\"traceId\":\"TRACE-")) {
        assertThat(e.getMessage()).contains("request TRACE-");
      }
    }
  }

  @Provide
  Arbitrary<Tuple.Tuple2<String, String>> bent() {
    return Arbitraries.of(readers.keySet())
        .flatMap(name -> Mutations.of(Fixtures.read(name)).map(json -> Tuple.of(name, json)));
  }
}
