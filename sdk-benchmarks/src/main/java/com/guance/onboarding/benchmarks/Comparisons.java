package com.guance.onboarding.benchmarks;

import com.guance.onboarding.benchmarks.Comparison.Limits;
import java.util.List;

/** Everything that is compared with the same work by hand. */
final class Comparisons {

  private static final List<Comparison> ALL =
      List.of(
          new Comparison(
              "gateway",
              "gateway call, read",
              "GatewayCallBenchmark.readOurs",
              "GatewayCallBenchmark.readByHand",
              Limits.atMost(1.05, 1.3)),
          new Comparison(
              "gateway",
              "gateway call, write",
              "GatewayCallBenchmark.writeOurs",
              "GatewayCallBenchmark.writeByHand",
              Limits.atMost(1.05, 1.3)),
          new Comparison(
              "onboarding",
              "whole onboarding in memory",
              "OnboardingBenchmark.ours",
              "OnboardingBenchmark.byHand",
              Limits.atMost(1.10)),
          new Comparison(
              "callback",
              "callback: verify, decode, encode, sign",
              "CallbackBenchmark.ours",
              "CallbackBenchmark.byHand",
              Limits.atMost(1.6, 2)),
          new Comparison(
              "signing",
              "signing a request",
              "RequestSigningBenchmark.ours",
              "RequestSigningBenchmark.hashingAndMacAlone",
              Limits.atMost(2.2)),
          new Comparison(
              "signing",
              "official signer to ours",
              "RequestSigningBenchmark.official",
              "RequestSigningBenchmark.ours",
              new Limits(5, 20, true)));

  private Comparisons() {}

  static List<Comparison> called(String name) {
    return ALL.stream().filter(one -> one.name().equals(name)).toList();
  }
}
