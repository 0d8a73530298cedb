#!/usr/bin/env bash
# Trains the same networks from the same starts with this library, NumPy and PyTorch, checks that ends and step counts agree, and prints time for each
# run and step, networks per second and ratios, as minimum, median and maximum over the rounds.
# usage: tests/LcnGeometry.Benchmarks/census-vs-rivals.sh [--runs N] [--steps N] [--rounds N] [--seconds S] [--seed N] [--torch-threads N] [--only FILTERS]
# Debian packages that are missing are installed (root or sudo).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
packages=(python3 python3-numpy python3-torch)

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

dpkg-query -W -f='${Package} ${Version}\n' python3-numpy python3-torch >&2
echo "dotnet $(dotnet --version), $(nproc) processors, $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -n 1), load $(cut -d ' ' -f 1-3 /proc/loadavg)" >&2
/usr/bin/python3 -B tests/LcnGeometry.Benchmarks/Census/compare.py "$@" --ours dotnet "$work/bin/LcnGeometry.Benchmarks.dll"
