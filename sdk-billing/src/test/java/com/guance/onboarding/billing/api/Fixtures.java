package com.guance.onboarding.billing.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The documented answers, one file each. */
public final class Fixtures {

  private Fixtures() {}

  public static String read(String name) {
    String path = "/guance/" + name + ".json";
    try (InputStream in = Fixtures.class.getResourceAsStream(path)) {
      return new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
