package com.guance.onboarding.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the libraries weigh that a partner's program carries; run in the project's folder. */
final class Sizes {

  private static final List<String> SHIPPED = List.of("core", "huawei", "billing");

  private Sizes() {}

  /**
   * One jar.
   *
   * @param name its file's name
   * @param bytes its size
   */
  record Jar(String name, long bytes) {}

  static List<Jar> shipped() {
    List<Jar> jars = new ArrayList<>(SHIPPED.size());
    for (String module : SHIPPED) {
      jars.add(jar(Path.of("sdk-" + module, "target"), "onboarding-" + module + "-"));
    }
    return jars;
  }

  private static Jar jar(Path folder, String prefix) {
    try (Stream<Path> files = Files.list(folder)) {
      Path jar =
          files
              .filter(file -> file.getFileName().toString().matches(prefix + "[0-9.]+\\.jar"))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("no jar in " + folder));
      return new Jar(jar.getFileName().toString(), Files.size(jar));
    } catch (IOException e) {
      throw new UncheckedIOException("no jar in " + folder, e);
    }
  }
}
