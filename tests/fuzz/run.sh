#!/usr/bin/env bash
# run.sh TARGET SECONDS: one libFuzzer run from the stored corpus and what earlier runs found; exits 1 with the way to
# see it again when a promise was broken.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
target=$1 seconds=$2
found=build/fuzz/found/$target
mkdir -p "$found" build/fuzz/crashes
folders=("$found" "tests/fuzz/corpus/$target")
case $target in request | reply) folders+=(tests/golden/wire) ;; esac
options=(-max_total_time="$seconds" -timeout=20 -rss_limit_mb=1024 -max_len=20000 -print_final_stats=1 -verbosity=0
         -artifact_prefix="build/fuzz/crashes/$target-")
[ -f "tests/fuzz/$target.dict" ] && options+=(-dict="tests/fuzz/$target.dict")
log=build/fuzz/$target.log
if ! build/fuzz/bin/kith-fuzz --target="$target" "${options[@]}" "${folders[@]}" >"$log" 2>&1; then
    grep -v '^$' "$log" | tail -n 60
    echo "fuzz: $target found something; see it again: build/fuzz/bin/kith-fuzz --target=$target build/fuzz/crashes/$target-…"
    exit 1
fi
echo "fuzz: $target: $(sed -n 's/^stat::number_of_executed_units: *//p' "$log") inputs, nothing found"
