#!/usr/bin/env bash
# Every C++ file of the tree is formatted as .clang-format says. Run by `./dev lint`, not by ctest: versions of
# clang-format differ in their taste, and 14 is the one we go by. With --fix it formats instead of complaining.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
mode=(--dry-run -Werror)
[ "${1:-}" = --fix ] && mode=(-i)
git ls-files -z '*.cpp' '*.h' | xargs -0 -r "${CLANG_FORMAT:-clang-format-14}" "${mode[@]}"
