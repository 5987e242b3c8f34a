#!/usr/bin/env bash
# Builds what is measured, then measures it:
#   sdk-benchmarks/run.sh [--no-build] [--quick] [--rounds N] [what]...
# A whole run takes about half an hour and wants a machine that does nothing else.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ "${1:-}" = --no-build ]; then
  shift
else
  mvn -q -ntp -Pquick -DskipTests -pl sdk-benchmarks,sdk-examples -am package
fi
exec java -Djmh.ignoreLock=true -jar sdk-benchmarks/target/benchmarks.jar "$@"
