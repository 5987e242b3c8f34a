package com.guance.onboarding.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** What tests of the command line share: one run, what it printed, and its last line. */
abstract class CommandRuns {

  final StringWriter out = new StringWriter();
  final StringWriter err = new StringWriter();

  final int run(String... args) {
    return OnboardingCli.run(new PrintWriter(out), new PrintWriter(err), args);
  }

  final String lastLine() {
    List<String> lines = out.toString().lines().toList();
    return lines.get(lines.size() - 1);
  }

  static JsonNode tree(String text) throws Exception {
    return new JsonMapper().readTree(text);
  }
}
