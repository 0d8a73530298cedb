"""Compares this library with other programs on the critical points of random data sets; see ../critical-points-vs-rivals.sh."""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile

from rivals import Crashed, Macaulay2, Phc, Singular, TimedOut, measure
from systems import ARCHITECTURES, data_set


def title(data):
    strides = "" if all(s == 1 for s in data["strides"][:-1]) else f" s({','.join(map(str, data['strides'][:-1]))})"
    return f"({','.join(map(str, data['filters']))}){strides}"


def three_digits(x):
    return f"{float(f'{x:.3g}'):.0f}" if abs(x) >= 100 else f"{x:.3g}"


def spread(values):
    """Minimum, median, maximum."""
    return " ".join(map(three_digits, (min(values), statistics.median(values), max(values))))


def run_rivals(rivals, sets, limit, log):
    results, given_up = [], set()
    with tempfile.TemporaryDirectory() as folder:
        for rival in rivals:
            start_up = rival.start_up(folder)
            log(f"{rival.name}: start-up {start_up:.3f} s of processor time")
            for data in sets:
                # A basis that was not found in time will not be found by the same program on its way to the solutions.
                if (rival.name.split(",")[0], rival.formulation, title(data)) in given_up:
                    continue
                try:
                    result = measure(rival, data, folder, limit, start_up)
                except (TimedOut, Crashed) as error:
                    if isinstance(error, TimedOut):
                        given_up.add((rival.name.split(",")[0], rival.formulation, title(data)))
                    result = {"rival": rival.name, "data": data["name"], "seconds": None, "found": None, "returnsSolutions": rival.returns_solutions,
                              "failure": str(error) or f"more than {limit:.0f} s"}
                results.append(dict(result, architecture=title(data), expected=data["expected"]))
                log(json.dumps(results[-1]))
    return results


def run_ours(command, sets):
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(sets, file)
        file.flush()
        done = subprocess.run([*command, "critical", file.name], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(done.stderr or done.stdout)
    return json.loads(done.stdout)


def table(rivals, results, ours, limit):
    """Markdown: processor time and solutions lost, each as minimum, median and maximum over the data sets; then ours and the ratios.

    The ratios are to the fastest rival that returned at least nine tenths of the solutions of the data set.
    """
    mine = {row["name"]: row for row in ours}
    lines = ["| architecture | solutions | program | seconds | lost |", "| --- | --- | --- | --- | --- |"]
    depths = [("milliseconds", "paths"), ("certifiedMilliseconds", "certified"), ("completeMilliseconds", "everything")]
    heads = [f"{what}, ms" for _, what in depths] + ["everything on the clock, ms", "not certified"] + [f"rival / {what}" for _, what in depths]
    ratios = [f"| architecture | {' | '.join(heads)} |", "| --- |" + " --- |" * len(heads)]
    for architecture in dict.fromkeys(row["architecture"] for row in results):
        rows = [row for row in results if row["architecture"] == architecture]
        expected = rows[0]["expected"]
        for rival in rivals:
            own = [row for row in rows if row["rival"] == rival.name]
            done = [row for row in own if row["seconds"] is not None]
            crashes = sum(1 for row in own if "failure" in row and not row["failure"].startswith("more than"))
            shown = spread([row["seconds"] for row in done]) if done else f"more than {limit:.0f}" if own else "left out"
            shown += f"; {crashes} of {len(own)} crashed" if crashes else ""
            lost = spread([expected - row["found"] for row in done]) if done else ""
            lines.append(f"| {architecture} | {expected} | {rival.name}{'' if rival.returns_solutions else ' (number only)'} | {shown} | {lost} |")
        best = {}
        for row in rows:
            if row["seconds"] is not None and row["returnsSolutions"] and row["found"] >= 0.9 * expected:
                best[row["data"]] = min(row["seconds"], best.get(row["data"], float("inf")))
        pairs = [(best[name], mine[name]) for name in best if name in mine]
        if pairs:
            cells = [spread([o[key] for _, o in pairs]) for key, _ in depths]
            cells += [spread([o["completeWallMilliseconds"] for _, o in pairs]), spread([expected - o["certified"] for _, o in pairs])]
            cells += [spread([1000 * seconds / o[key] for seconds, o in pairs]) for key, _ in depths]
            ratios.append(f"| {architecture} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n" + ("\n" + "\n".join(ratios) + "\n" if len(ratios) > 2 else "")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sets", type=int, default=5, help="data sets for each architecture")
    parser.add_argument("--seed", type=int, default=1, help="the first seed")
    parser.add_argument("--stretch", type=int, default=1, help="move the roots of the data so many times farther out")
    parser.add_argument("--limit", type=float, default=120, help="seconds for one run of a rival; after a run out of time the rest of that architecture is left out")
    parser.add_argument("--only", default="", help="a part of the names of the architectures to run, such as (3,3)")
    parser.add_argument("--rivals", default="phc,m2,singular", help="which to run")
    parser.add_argument("--results", help="file for the raw results (JSON)")
    parser.add_argument("--ours", nargs=argparse.REMAINDER, default=[], help="the command of this library's benchmarks; last")
    options = parser.parse_args()
    sets = [data_set(filters, strides, options.seed + i, options.stretch) for filters, strides in ARCHITECTURES for i in range(options.sets)]
    sets = [data for data in sets if options.only in title(data)]
    chosen = options.rivals.split(",")
    rivals = ([Phc("scale", options.seed), Phc("gradient", options.seed)] if "phc" in chosen else []) \
        + ([Macaulay2()] if "m2" in chosen else []) + ([Singular(False), Singular(True)] if "singular" in chosen else [])

    def log(line):
        print(line, file=sys.stderr, flush=True)

    ours = run_ours(options.ours, sets) if options.ours else []
    results = run_rivals(rivals, sets, options.limit, log)
    if options.results:
        with open(options.results, "w") as file:
            json.dump({"rivals": results, "ours": ours}, file, indent=1)
    print(table(rivals, results, ours, options.limit))


if __name__ == "__main__":
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    main()
