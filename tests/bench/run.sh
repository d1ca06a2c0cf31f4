#!/usr/bin/env bash
# What the program takes beside a baseline that is measured in the same run: medians of alternating
# runs, as ratios, because machines differ and ratios less. run.sh BUILD_FOLDER [ROUNDS] [PAGES]
# Baselines that need a program which is not here (curl, wget2, spider-rs by SPIDER=COMMAND) are left
# out with a line.
set -euo pipefail
build=$1 rounds=${2:-9} pages=${3:-10000}
program=$build/touchstone
folder=$(mktemp -d)
servers=()
trap 'for server in "${servers[@]}"; do kill "$server" 2>/dev/null || true; done; rm -rf "$folder"' EXIT

microseconds() {
  local began=$EPOCHREALTIME
  "$@" >"$folder/out" 2>"$folder/err" || true
  local ended=$EPOCHREALTIME
  echo $((${ended/./} - ${began/./}))
}

median() { sort -n "$1" | sed -n "$((($(wc -l <"$1") + 1) / 2))p"; }

# row WHAT BESIDE FILE_OF_OURS FILE_OF_BASELINE
row() {
  awk -v what="$1" -v beside="$2" -v own="$(median "$3")" -v other="$(median "$4")" 'BEGIN {
    printf "%-42s %9.1f ms %9.1f ms %7.2f  %s\n", what, own / 1000, other / 1000, own / other, beside }'
}

# serve NAME PAGES: starts a made-up company; its address goes to $NAME.
serve() {
  mkfifo "$folder/$1.in"
  "$build/tests/bench/bench_site" "$2" <"$folder/$1.in" >"$folder/$1.address" &
  servers+=($!)
  exec {keep}>"$folder/$1.in"
  until [ -s "$folder/$1.address" ]; do sleep 0.1; done
  printf -v "$1" %s "$(cat "$folder/$1.address")"
}

printf '%-42s %12s %12s %7s  %s\n' "median of $rounds alternating runs" touchstone baseline ratio "the baseline"

serve company 12
"$program" "$company" --capture "$folder/company.warc.gz" --format json >"$folder/audit.json"
gzip -dc "$folder/company.warc.gz" | sed -n 's/^WARC-Target-URI: *\(http[^\r]*\).*/url = "\1"\noutput = \/dev\/null/p' |
  awk 'NR % 2 { url = $0; next } !seen[url]++ { print url; print }' >"$folder/urls"
asked=$(grep -c '^url' "$folder/urls")
for ((round = 0; round < rounds; ++round)); do
  microseconds "$program" --version >>"$folder/start"
  microseconds "$program" rules >>"$folder/rules"
  microseconds "$program" "$company" --format json >>"$folder/quick"
  microseconds "$program" replay "$folder/company.warc.gz" --format json >>"$folder/replay"
  microseconds gzip -dc "$folder/company.warc.gz" >>"$folder/unpack"
  microseconds /bin/true >>"$folder/nothing"
  ! command -v curl >/dev/null ||
    microseconds curl -s --parallel --parallel-max 6 --compressed -K "$folder/urls" >>"$folder/curl"
done
row "start of the program" "a program that does nothing" "$folder/start" "$folder/nothing"
row "load and print the rulebook" "start of the program" "$folder/rules" "$folder/start"
if [ -s "$folder/curl" ]; then
  row "quick audit of 12 pages" "curl for its $asked addresses, 6 at once" "$folder/quick" "$folder/curl"
else
  echo "quick audit: no baseline without curl"
fi
row "replay of that audit" "gunzip of the capture" "$folder/replay" "$folder/unpack"

fetch() { curl -s "$company$1" -o "$folder/$2"; }
if command -v curl >/dev/null; then
  fetch goods/7.html page.html && fetch robots.txt robots.txt
  serve large 5000
  curl -s "${large}sitemap.xml" -o "$folder/sitemap.xml"
  "$build/tests/bench/bench_parsers" "$folder/page.html" "$folder/sitemap.xml" "$folder/robots.txt"
fi
# One page with every fact, beside a tree of the same page.
"$build/tests/bench/scanner_bench" "$rounds"

"$program" crawl --help >/dev/null 2>&1 || { echo "deep crawl: this program has none"; exit 0; }
serve deep "$pages"
crawl() {
  rm -f "$folder/state"*
  "$program" crawl "$deep" --rate 0 --connections 16 --max-pages $((2 * pages)) --state "$folder/state" --format json
}
baselines=()
command -v wget2 >/dev/null && baselines+=(wget2)
[ -n "${SPIDER:-}" ] && baselines+=(spider)
wget2_baseline() {
  rm -rf "$folder/tree"
  wget2 -q -r -l inf --no-robots --max-threads=16 -P "$folder/tree" "$deep"
}
spider_baseline() { $SPIDER "$deep"; }
for ((round = 0; round < 3; ++round)); do
  microseconds crawl >>"$folder/crawl"
  cp "$folder/out" "$folder/crawl.json"
  for baseline in "${baselines[@]}"; do microseconds "${baseline}_baseline" >>"$folder/$baseline"; done
done
for baseline in "${baselines[@]}"; do
  row "deep crawl of $pages pages (median of 3)" "$baseline, the same site" "$folder/crawl" "$folder/$baseline"
done
echo "deep crawl: $(head -c 200 "$folder/crawl.json" | tr -d '\n') ..."
