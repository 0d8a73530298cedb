#!/usr/bin/env bash
# Makes the tables of this folder again: one census for each network and metric, of which census.json is kept.
#   bash examples/census/run.sh [FOLDER]     FOLDER keeps the runs themselves (default: artifacts/census); interrupted, it goes on where it was.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
runs="${1:-artifacts/census}"
lcn() { dotnet run -c Release --project src/LcnGeometry.Cli -- "$@"; }

# network, data sets
censuses="2,2 10000
3,2 10000
2,2,2 10000
4,2 10000
3,3 10000
3,2,2 5000
2,2,2,2 5000
2,2,2,2,2 2000"

while read -r net targets; do
  for metric in identity bombieri; do
    name="${net//,/}-$metric"
    lcn census "$net" --targets "$targets" --inits 10 --metric "$metric" --seed 1 --out "$runs/$name"
    cp "$runs/$name/census.json" "examples/census/$name.json"
  done
done <<<"$censuses"
