package com.guance.onboarding.transport;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.guance.onboarding.error.ProtocolException;
import java.io.IOException;
import java.lang.reflect.Type;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON into one type, by the rules of {@link LenientJson}: what comes out is a value or a
 * {@link ProtocolException} that names a field and quotes nothing. Make one and keep it; it is
 * thread-safe.
 *
 * @param <T> what is read
 */
public final class JsonDecoder<T> {

  private final ObjectReader reader;

  private JsonDecoder(ObjectReader reader) {
    this.reader = reader;
  }

  /**
   * Makes a decoder.
   *
   * @param type what to read
   * @param <T> what is read
   * @return the decoder
   */
  public static <T> JsonDecoder<T> of(Class<T> type) {
    return new JsonDecoder<>(LenientJson.mapper().readerFor(type));
  }

  /**
   * Makes a decoder of a generic type.
   *
   * @param type what to read, with its type arguments
   * @param <T> what is read; must be that type
   * @return the decoder
   */
  public static <T> JsonDecoder<T> ofType(Type type) {
    return new JsonDecoder<>(
        LenientJson.mapper().readerFor(LenientJson.mapper().constructType(type)));
  }

  /**
   * Reads one document.
   *
   * @param json the document's bytes
   * @param provider who sent it, for the exception
   * @param operation what it belongs to, for the exception
   * @return the value
   * @throws ProtocolException if there is no such value in it
   */
  public T decode(byte[] json, String provider, String operation) {
    return decode(json, new Origin(provider, operation, null));
  }

  T decode(byte[] json, Origin origin) {
    checkBeginning(json.length, at -> json[(int) at], origin);
    return decode(() -> reader.createParser(json), origin);
  }

  T decode(Buffer json, Origin origin) {
    checkBeginning(json.size(), json::getByte, origin);
    return decode(() -> reader.createParser(json.inputStream()), origin);
  }

  private T decode(Opening opening, Origin origin) {
    try (JsonParser parser = opening.open()) {
      T value = reader.readValue(parser);
      if (value == null) {
        throw origin.badBody("is empty");
      }
      return value;
    } catch (JsonEOFException e) {
      throw origin.badBody("is cut short");
    } catch (JsonMappingException e) {
      throw unreadable(e, origin);
    } catch (JsonProcessingException e) {
      throw origin.badBody("is not JSON");
    } catch (IOException e) {
      throw origin.badBody("cannot be read");
    }
  }

  private static ProtocolException unreadable(JsonMappingException failure, Origin origin) {
    if (failure.getCause() instanceof JsonEOFException) {
      return origin.badBody("is cut short");
    }
    if (failure.getPath().isEmpty()) {
      return origin.badBody("is not of the agreed form");
    }
    return ProtocolException.ofField(
        origin.provider,
        origin.operation,
        FieldPath.of(failure.getPath()),
        "is not of the agreed form",
        origin.requestId);
  }

  /** A web page instead of JSON is so common that it deserves words of its own. */
  private static void checkBeginning(long size, Bytes json, Origin origin) {
    for (long i = 0; i < size; i++) {
      byte b = json.at(i);
      if (b == '<') {
        throw origin.badBody("is a web page, not JSON");
      }
      if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
        return;
      }
    }
    throw origin.badBody("is empty");
  }

  /** Opens a document. */
  private interface Opening {
    JsonParser open() throws IOException;
  }

  /** The bytes of a document, wherever they are kept. */
  private interface Bytes {
    byte at(long index);
  }

  /** Whom to name in the exception. */
  record Origin(String provider, String operation, @Nullable String requestId) {

    ProtocolException badBody(String problem) {
      return ProtocolException.ofBody(provider, operation, problem, requestId);
    }
  }
}
