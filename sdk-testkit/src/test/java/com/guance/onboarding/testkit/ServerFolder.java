package com.guance.onboarding.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The files of a server that has ended. */
final class ServerFolder {

  private ServerFolder() {}

  /** Removes them; what cannot be removed is left to whoever cleans the temporary folder. */
  static void remove(Path folder) {
    try (Stream<Path> walk = Files.walk(folder)) {
      List<Path> paths = walk.sorted(Comparator.reverseOrder()).toList();
      for (Path path : paths) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException failure) {
      // as said
    }
  }
}
