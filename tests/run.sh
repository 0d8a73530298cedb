#!/usr/bin/env bash
# The full run: installs the outside tools, builds, checks the format, and runs every test, example and README block.
#   bash tests/run.sh               needs the .NET SDK, and root or sudo for the Debian packages below
#   bash tests/run.sh --no-install  where the packages are present
# The last line is the count: "N passed, N failed". A skipped test counts as failed: in the full run nothing may be skipped.
set -euo pipefail
exec </dev/null
cd "$(dirname "${BASH_SOURCE[0]}")/.."

packages=(pari-gp python3 python3-sympy python3-numpy python3-scipy python3-mpmath python3-jsonschema chromium macaulay2 singular-ui slurmctld slurmd slurm-client munge)

install=1
for argument in "$@"; do
  case "$argument" in
    --no-install) install=0 ;;
    *) echo "usage: bash tests/run.sh [--no-install]" >&2; exit 2 ;;
  esac
done

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo -n "$@"
  else echo "The packages need root or sudo: apt-get install -y ${packages[*]}; then --no-install." >&2; return 1
  fi
}

apt() { as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300 "$@"; }

section() { printf '\n== %s (at %d s)\n' "$1" "$SECONDS"; }

passed=0
failed=0
# A step that is not a test of its own: one check, passed or failed.
check() {
  section "$1"
  shift
  if "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "FAILED: $*"; fi
}

finish() {
  printf '\n%d passed, %d failed\n' "$passed" "$failed"
  [ "$failed" -eq 0 ]
}

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
export DOTNET_CLI_HOME="${DOTNET_CLI_HOME:-${HOME:-$PWD/artifacts/home}}"
export MSBUILDDISABLENODEREUSE=1
export LCN_TOOLS=1
results="$PWD/artifacts/tests"
rm -rf "$results"
mkdir -p "$results"

if [ "$install" -eq 1 ]; then
  missing=()
  for package in "${packages[@]}"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
  done
  if [ "${#missing[@]}" -gt 0 ]; then
    section "install ${missing[*]}"
    apt update
    apt install -y --no-install-recommends "${missing[@]}" >"$results/apt.log" 2>&1 || { tail -n 20 "$results/apt.log"; exit 1; }
  fi
fi

section "versions"
printf 'dotnet %s\n' "$(dotnet --version)"
dpkg-query -W -f='${Package} ${Version}\n' "${packages[@]}" 2>/dev/null || true

check "restore, from the lock files" dotnet restore LcnGeometry.sln --locked-mode --verbosity quiet
[ "$failed" -eq 0 ] || { finish; exit 1; }
check "build, warnings are errors" dotnet build LcnGeometry.sln -c Release --no-restore -nologo --verbosity quiet
[ "$failed" -eq 0 ] || { finish; exit 1; }
check "format" dotnet format LcnGeometry.sln --no-restore --verify-no-changes --verbosity minimal

section "tests"
projects=(tests/*.Tests/*.csproj tests/Conventions/*.csproj)
for project in "${projects[@]}"; do
  name=$(basename "$project" .csproj)
  dotnet test "$project" -c Release --no-build --nologo --verbosity quiet \
    --logger "trx;LogFileName=$name.trx" --results-directory "$results" || true
  trx="$results/$name.trx"
  counters=$(grep -o '<Counters [^>]*' "$trx" 2>/dev/null || true)
  number() { sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$counters"; }
  if [ -z "$counters" ]; then
    echo "FAILED: $name left no results"
    failed=$((failed + 1))
    continue
  fi
  total=$(number total)
  good=$(number passed)
  if [ "$total" -eq 0 ]; then
    echo "FAILED: $name has no test"
    failed=$((failed + 1))
  fi
  if ! grep -q '<ResultSummary outcome="Completed"' "$trx" && [ "$total" -eq "$good" ]; then
    echo "FAILED: $name did not end in order"
    failed=$((failed + 1))
  fi
  sed -n 's/.*testName="\([^"]*\)".*outcome="NotExecuted".*/SKIPPED: \1/p' "$trx"
  passed=$((passed + good))
  failed=$((failed + total - good))
  printf '%s: %d of %d passed\n' "$name" "$good" "$total"
done

finish
