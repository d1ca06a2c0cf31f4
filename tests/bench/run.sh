#!/usr/bin/env bash
# Medians of alternating runs, as ratios to the program's own start: machines differ, ratios less.
# run.sh PROGRAM [ROUNDS]
set -euo pipefail
program=$1
rounds=${2:-15}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

microseconds() {
  local began=$EPOCHREALTIME
  "$@" >"$folder/out" 2>&1 || { cat "$folder/out" >&2; exit 1; }
  local ended=$EPOCHREALTIME
  echo $((${ended/./} - ${began/./}))
}

median() { sort -n "$1" | sed -n "$((($(wc -l <"$1") + 1) / 2))p"; }

"$program" --sample --capture "$folder/sample.warc.gz" >"$folder/out"
for ((round = 0; round < rounds; ++round)); do
  microseconds "$program" --version >>"$folder/start"
  microseconds "$program" rules >>"$folder/rules"
  microseconds "$program" replay "$folder/sample.warc.gz" --format json >>"$folder/replay"
  microseconds "$program" --sample --format json >>"$folder/audit"
done

base=$(median "$folder/start")
printf '%-38s %10s %8s\n' "median of $rounds" "ms" "ratio"
while IFS=: read -r file what; do
  time=$(median "$folder/$file")
  printf '%-38s %6d.%03d %8d\n' "$what" $((time / 1000)) $((time % 1000)) $((time / base))
done <<'TABLE'
start:start of the program (baseline)
rules:load and print the rulebook
replay:judge a capture again
audit:crawl and judge the sample company
TABLE

# The parsers: one page with every fact, beside a tree of the same page.
"$(dirname "$program")/tests/bench/scanner_bench" "$rounds"
