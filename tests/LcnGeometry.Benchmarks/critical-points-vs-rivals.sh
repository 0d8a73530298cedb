#!/usr/bin/env bash
# Finds the critical points of the same random data sets with this library, PHCpack, Macaulay2 and Singular, and prints processor times, their
# ratios and how many solutions each one lost, as minimum, median and maximum over the data sets.
# usage: tests/LcnGeometry.Benchmarks/critical-points-vs-rivals.sh [--sets N] [--seed N] [--stretch N] [--limit SECONDS] [--only ARCHITECTURE] [--rivals phc,m2,singular] [--results FILE]
# Debian packages that are missing are installed (root or sudo).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
packages=(phcpack macaulay2 singular-ui python3 python3-numpy)

missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done
if [ "${#missing[@]}" -gt 0 ]; then
  as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo -n)
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "${missing[@]}" >&2
fi

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
dotnet build tests/LcnGeometry.Benchmarks/LcnGeometry.Benchmarks.csproj -c Release -nologo -v q -o "$work/bin" > "$work/build.log" || { cat "$work/build.log" >&2; exit 1; }

dpkg-query -W -f='${Package} ${Version}\n' phcpack macaulay2 singular-ui >&2
echo "dotnet $(dotnet --version), $(nproc) processors, $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -n 1)" >&2
/usr/bin/python3 tests/LcnGeometry.Benchmarks/CriticalPoints/compare.py "$@" --ours dotnet "$work/bin/LcnGeometry.Benchmarks.dll"
