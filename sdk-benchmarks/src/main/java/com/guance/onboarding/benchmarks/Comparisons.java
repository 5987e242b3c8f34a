package com.guance.onboarding.benchmarks;

import com.guance.onboarding.benchmarks.Comparison.Limits;
import java.util.List;

/** Everything that is compared with the same work by hand. */
final class Comparisons {

  private static final int CALLS = 100_000;
  private static final int ONBOARDINGS = 20_000;
  private static final int NO_TURNS = 0;

  private static final List<Comparison> ALL =
      List.of(
          new Comparison(
              "gateway",
              "gateway call, read",
              "GatewayCallBenchmark.readOurs",
              "GatewayCallBenchmark.readByHand",
              CALLS,
              Limits.atMost(1.05, 1.3)),
          new Comparison(
              "gateway",
              "gateway call, write",
              "GatewayCallBenchmark.writeOurs",
              "GatewayCallBenchmark.writeByHand",
              CALLS,
              Limits.atMost(1.05, 1.3)),
          new Comparison(
              "onboarding",
              "whole onboarding in memory",
              "OnboardingBenchmark.ours",
              "OnboardingBenchmark.byHand",
              ONBOARDINGS,
              Limits.atMost(1.10)),
          new Comparison(
              "onboarding-emulator",
              "whole onboarding in memory, the emulator behind it",
              "EmulatedOnboardingBenchmark.ours",
              "EmulatedOnboardingBenchmark.byHand",
              ONBOARDINGS,
              Limits.atMost(1.10)),
          new Comparison(
              "callback",
              "callback: verify, decode, encode, sign",
              "CallbackBenchmark.ours",
              "CallbackBenchmark.byHand",
              NO_TURNS,
              Limits.atMost(1.6, 2)),
          new Comparison(
              "signing",
              "signing a request",
              "RequestSigningBenchmark.ours",
              "RequestSigningBenchmark.hashingAndMacAlone",
              NO_TURNS,
              Limits.atMost(2.2)),
          new Comparison(
              "signing",
              "official signer to ours",
              "RequestSigningBenchmark.official",
              "RequestSigningBenchmark.ours",
              NO_TURNS,
              new Limits(5, 20, true)),
          new Comparison(
              "openapi",
              "one OpenAPI call",
              "OpenApiCallBenchmark.ours",
              "OpenApiCallBenchmark.byHand",
              CALLS,
              Limits.atMost(1.10, 1.25)),
          new Comparison(
              "bills",
              "decoding 1,000 bill rows",
              "BillRowsBenchmark.ours",
              "BillRowsBenchmark.byHand",
              NO_TURNS,
              Limits.atMost(1.5)),
          commit("PostgreSQL"),
          commit("H2"),
          due("PostgreSQL"),
          due("H2"));

  private Comparisons() {}

  private static Comparison commit(String database) {
    return new Comparison(
        "commit",
        "a fact with its snapshot, " + database,
        "commit-" + database,
        "",
        NO_TURNS,
        Limits.atMost(1.5));
  }

  private static Comparison due(String database) {
    return new Comparison(
        "due",
        "10 due among many against 10 among few, " + database,
        "due-" + database,
        "",
        NO_TURNS,
        Limits.atMost(1.5));
  }

  static List<Comparison> called(String name) {
    return ALL.stream().filter(one -> one.name().equals(name)).toList();
  }
}
