#!/usr/bin/env bash
# Follows gradient flow from the same starts with this library's two methods and with SciPy's integrators over the same times at the same tolerance, checks that
# the ends agree, and prints processor times divided by that of our explicit method, as minimum, median and maximum over the runs.
# usage: tests/LcnGeometry.Benchmarks/flow-vs-scipy.sh [RUNS [SEED]]
# Debian packages that are missing are installed (root or sudo).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
packages=(python3 python3-numpy python3-scipy)

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

dpkg-query -W -f='${Package} ${Version}\n' python3-numpy python3-scipy >&2
echo "dotnet $(dotnet --version), $(nproc) processors, $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -n 1), load $(cut -d ' ' -f 1-3 /proc/loadavg)" >&2
dotnet "$work/bin/LcnGeometry.Benchmarks.dll" flow "${2:-1}" "${1:-8}" > "$work/runs.json"
OPENBLAS_NUM_THREADS=1 /usr/bin/python3 -B tests/LcnGeometry.Benchmarks/GradientFlow/compare.py < "$work/runs.json"
