package com.guance.onboarding.examples;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three nodes on one PostgreSQL, one of which is killed every few seconds. */
@Tag("torture")
final class ClusterTest {

  @TempDir Path folder;

  @Test
  void kill_oneOfThreeNodesEveryFewSeconds_allCompleteWithOneOfEachThing() throws Exception {
    try (Cluster cluster = new Cluster(new Random(1), folder)) {
      cluster.run();
      System.out.println(cluster.report());
    }
  }
}
