#!/usr/bin/env bash
# Builds what is measured, then measures it and prints rows for docs/performance.md:
#
#   sdk-benchmarks/run.sh [--no-build] [--quick] [--rounds N] [what]...
#
# Everything is measured where nothing is named. --quick is one short round each ("due" among 50,000
# then), which shows that the measurement works and little else; --rounds changes how many rounds
# there are, five unless given. Wants a machine with two processors that does nothing else, Linux and taskset.
#
#   what            measures                                                     full    --quick
#   gateway         one gateway call, read and write, against OkHttp by hand      6 min    20 s
#   onboarding      a whole onboarding in memory against its calls by hand        6 min    15 s
#   onboarding-emulator   the same with the emulator behind the calls            13 min    30 s
#   callback        verifying, decoding and answering a newInstance               3 min    10 s
#   signing         signing a request, against hashing alone and the official     6 min    20 s
#   openapi         one OpenAPI call against OkHttp and Jackson by hand           3 min    10 s
#   bills           decoding 1,000 bill rows against Jackson                      3 min    10 s
#   commit          a fact with its snapshot, PostgreSQL and H2                   5 min    20 s
#   due             10 due among 1,000,000 against among 1,000, both databases    7 min    40 s
#   heap            the memory of a parked onboarding                            10 s      10 s
#   jars            the size of the jars                                          1 s       1 s
#   demo            the demo from the start of Java                              10 s       2 s
#   ready           the sample backend from the start of Java                    10 s       2 s
#   memory-load     500 newInstance a second in memory                           75 s      20 s
#   postgres-load   300 newInstance a second on PostgreSQL; kill -9 in between    3 min    40 s
#   throughput      completed onboardings a second, one node and three            3 min    40 s
#
# PostgreSQL comes with the build, runs on a free port of the loopback address and is gone
# afterwards; so are the files of H2, 1.5 GB of the temporary folder while "due" is measured. What
# the sample backend writes is in sdk-benchmarks/target/backend.log.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ "${1:-}" = --no-build ]; then
  shift
else
  mvn -q -ntp -Pquick -DskipTests -pl sdk-benchmarks,sdk-examples -am package
fi
exec java -Djmh.ignoreLock=true -jar sdk-benchmarks/target/benchmarks.jar "$@"
