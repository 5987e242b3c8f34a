package com.guance.onboarding.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/**
 * The class path of this test as many JVMs start fastest with it: jars only, as the JVM archives no
 * class of a folder, and beside them an archive of the classes that the first JVM has loaded.
 */
final class WorkerClasses {

  private final Path archive;
  private final String classPath;

  private WorkerClasses(Path archive, String classPath) {
    this.archive = archive;
    this.classPath = classPath;
  }

  /** Packs the class path into a folder. */
  static WorkerClasses in(Path folder) {
    List<String> jars = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (entry.isEmpty()) {
        continue; // would be the working directory, where the log of this very test grows
      }
      Path path = Path.of(entry).toAbsolutePath();
      if (Files.isDirectory(path)) {
        jars.add(packed(path, folder.resolve("classes-" + jars.size() + ".jar")));
      } else if (Files.exists(path)) {
        jars.add(entry);
      }
    }
    return new WorkerClasses(folder.resolve("classes.jsa"), String.join(File.pathSeparator, jars));
  }

  private static String packed(Path classes, Path jar) {
    int failed =
        ToolProvider.findFirst("jar")
            .orElseThrow()
            .run(
                System.out,
                System.err,
                "--create",
                "--no-compress",
                "--file=" + jar,
                "-C",
                classes.toString(),
                ".");
    assertThat(failed).as("packing %s", classes).isZero();
    return jar.toString();
  }

  /** What a JVM is started with; until one has ended by itself, each archives what it loads. */
  List<String> options() {
    String use = Files.exists(archive) ? "-XX:SharedArchiveFile=" : "-XX:ArchiveClassesAtExit=";
    return List.of("-Xlog:disable", "-Xlog:all=error:stderr", use + archive, "-cp", classPath);
  }
}
