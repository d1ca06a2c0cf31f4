#!/usr/bin/env bash
# Runs the fuzz targets for so many seconds in all, on every core (or JOBS of them), from the seeds
# and from what earlier runs found worth keeping. One line a target; findings say how to repeat them.
# run.sh BUILD_FOLDER SECONDS [TARGET]
set -euo pipefail
build=$1 seconds=$2
here=$(cd "$(dirname "$0")" && pwd)
jobs=${JOBS:-$(nproc)}
nouns=("${3:-}")
[ -n "${nouns[0]}" ] || mapfile -t nouns < <(basename -s .cpp -a "$here"/*.cpp)
for noun in "${nouns[@]}"; do
  [ -x "$build/tests/fuzz_$noun" ] || { echo "fuzz: no target $noun; there is: $(basename -s .cpp -a "$here"/*.cpp | xargs)" >&2; exit 2; }
done
share=$((seconds * jobs / ${#nouns[@]}))
[ "${#nouns[@]}" -ge "$jobs" ] || share=$seconds
mkdir -p "$build/findings" "$build/logs"

fuzz() {
  local noun=$1 status=0
  local corpus=$build/corpus/$noun log=$build/logs/$noun.log words=$here/words/$noun.dict
  mkdir -p "$corpus"
  rm -f "$build/findings/$noun".*
  "$build/tests/fuzz_$noun" -max_total_time="$share" -timeout=20 -rss_limit_mb=2048 \
    -max_len=$([ "$noun" = audit ] && echo 8192 || echo 65536) -len_control=20 \
    $([ -f "$words" ] && echo "-dict=$words") -artifact_prefix="$build/findings/$noun." \
    -print_final_stats=1 "$corpus" "$here/seeds/$noun" >"$log" 2>&1 || status=$?
  local runs=$(sed -n 's/stat::number_of_executed_units: *//p' "$log")
  if [ $status -eq 0 ]; then
    echo "$noun: ${runs:-0} inputs in $share s, no finding"
    return
  fi
  local finding=$(ls "$build/findings/$noun".* 2>/dev/null | head -n 1)
  local what=$(grep -m 1 -E 'SUMMARY|does not hold|what\(\)|runtime error' "$log" | cut -c1-160)
  echo "$noun: FINDING ${what:-see $log}; repeat: $build/tests/fuzz_$noun ${finding:-(no input was kept)}"
}
export -f fuzz
export build here share

printf '%s\n' "${nouns[@]}" | xargs -P "$jobs" -I{} bash -c 'fuzz {}' | tee "$build/logs/summary"
! grep -q FINDING "$build/logs/summary"
