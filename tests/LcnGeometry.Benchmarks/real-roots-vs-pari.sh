#!/usr/bin/env bash
# Counts the real roots of the same polynomials with this library and with PARI/GP (polsturm) and prints the ratio of the times.
# usage: tests/LcnGeometry.Benchmarks/real-roots-vs-pari.sh [SEED]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
seed="${1:-1}"
command -v gp > /dev/null || { echo "PARI/GP is not installed: apt-get install pari-gp" >&2; exit 2; }
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

dotnet build tests/LcnGeometry.Benchmarks/LcnGeometry.Benchmarks.csproj -c Release -nologo -v q -o "$work/bin" > "$work/build.log" || { cat "$work/build.log"; exit 1; }
bench() { DOTNET_TieredPGO="${DOTNET_TieredPGO:-1}" dotnet "$work/bin/LcnGeometry.Benchmarks.dll" real-roots "$@"; }

bench generate "$seed" "$work/inputs.gp"
bench time "$work/inputs.gp" "$work/ours.txt"

# Both sides do the same: the least of five rounds of at least 40 ms of processor time, parsing and start-up excluded; GP's loop overhead is subtracted.
cat > "$work/time.gp" <<'GP'
default(parisizemax, 4000000000);
inputs = readvec("INPUTS");
pass(v, n) = my(t = getabstime()); for (r = 1, n, for (k = 1, #v, polsturm(v[k]))); getabstime() - t;
empty(v, n) = my(t = getabstime()); for (r = 1, n, for (k = 1, #v, v[k])); getabstime() - t;
measure(name, degree, v) =
{
  my(n = 1, t = pass(v, 1), e);
  while (t < 40, n *= 2; t = pass(v, n));
  for (round = 2, 5, t = min(t, pass(v, n)));
  e = empty(v, n);
  write("RESULTS", name, ";", degree, ";", strprintf("%.3f", (t - e) * 1000. / n / #v), ";", strjoin(apply(p -> Str(polsturm(p)), v), ","));
};
{
  i = 1;
  while (i <= #inputs,
    j = i;
    while (j < #inputs && inputs[j+1][1] == inputs[i][1] && inputs[j+1][2] == inputs[i][2], j++);
    measure(inputs[i][1], inputs[i][2], vector(j - i + 1, k, Polrev(inputs[i+k-1][3])));
    i = j + 1);
}
GP
sed -i "s|INPUTS|$work/inputs.gp|; s|RESULTS|$work/pari.txt|" "$work/time.gp"
gp -q -f "$work/time.gp" < /dev/null

echo "PARI/GP $(echo 'print(version())' | gp -q -f), $(dotnet --version), seed $seed"
bench compare "$work/ours.txt" "$work/pari.txt"
