#!/usr/bin/env bash
# The short clang-tidy list of .clang-tidy is at zero. tidy.sh BUILD_FOLDER
set -euo pipefail
cd "$(dirname "$0")/.."
# The build's GCC warnings that clang does not know are no finding.
find site crawler checks rules history reports cli -name '*.cpp' -print0 |
  xargs -0 -n 8 -P "$(nproc)" clang-tidy-14 --quiet -p "$1" \
    --extra-arg=-Wno-unknown-warning-option 2>/dev/null
