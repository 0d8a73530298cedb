#!/usr/bin/env bash
# Mutation score of a part of the source: changes the code in small ways and counts how many changes the tests notice.
#   bash tests/mutate.sh LcnGeometry 'FunctionSpaces/CriticalPointCount*.cs'
#   bash tests/mutate.sh LcnGeometry.Algebra 'Forms/*.cs'
# Takes minutes to hours. Works on a copy; installs dotnet-stryker into it. Prints the survivors, then the score.
set -euo pipefail
[ $# -eq 2 ] || { sed -n '2,5p' "$0"; exit 2; }
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
git -C "$root" ls-files -z | tar -C "$root" --null -T - -cf - | tar -C "$copy" -xf -
dotnet tool install dotnet-stryker --version 5.1.0 --tool-path "$copy/.tools" >/dev/null
cat >"$copy/stryker.json" <<EOF
{ "stryker-config": {
    "project": "$1.csproj", "test-projects": ["$copy/tests/$1.Tests/$1.Tests.csproj"], "mutate": ["$2"], "reporters": ["json"], "concurrency": 2,
    "thresholds": { "high": 90, "low": 70, "break": 0 } } }
EOF
cd "$copy/tests/$1.Tests"
"$copy/.tools/dotnet-stryker" -f "$copy/stryker.json" --verbosity error
python3 - StrykerOutput/*/reports/mutation-report.json <<'EOF'
import json, sys
killed = total = 0
for name, file in json.load(open(sys.argv[1]))["files"].items():
    source = file["source"].split("\n")
    for mutant in file["mutants"]:
        status = mutant["status"]
        if status in ("Killed", "Timeout", "Survived", "NoCoverage"):
            total += 1
            killed += status in ("Killed", "Timeout")
        if status in ("Survived", "NoCoverage"):
            line = mutant["location"]["start"]["line"]
            short = name.split("/src/")[-1]
            print(f"{status}: {short}:{line}: {source[line - 1].strip()} => {mutant['replacement'].strip()}"[:200])
print(f"{killed} of {total} mutants noticed: {100 * killed / max(total, 1):.1f} %")
EOF
