#!/usr/bin/env bash
# Every source file is as clang-format writes it; `./dev format` mends.
set -euo pipefail
cd "$(dirname "$0")/.."
find site crawler checks rules reports cli tests -name '*.cpp' -o -name '*.h' |
  xargs clang-format-14 --dry-run --Werror
