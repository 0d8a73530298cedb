"""Compares runs of gradient flow with SciPy's integrators over the same times at the same tolerance; see ../flow-vs-scipy.sh."""

import json
import statistics
import sys
import time

import numpy as np
from scipy.integrate import solve_ivp

TOLERANCE = 1e-10
RIVALS = ["DOP853", "LSODA", "Radau"]
SAME_END = 1e-5


def spread(values):
    return " ".join(f"{f(values):.3g}" for f in (min, statistics.median, max))


def velocity(case):
    """The gradient written with NumPy's convolution and correlation, layer after layer."""
    sizes, strides, target = case["filters"], case["strides"], np.array(case["target"])
    products = [int(np.prod(strides[:l])) for l in range(len(sizes))]
    ends = np.cumsum(sizes)

    def upsampled(layer, stride):
        wide = np.zeros((len(layer) - 1) * stride + 1)
        wide[::stride] = layer
        return wide

    def field(_, theta):
        wide = [upsampled(theta[end - size:end], stride) for size, end, stride in zip(sizes, ends, products)]
        after = [np.ones(1)]
        for layer in reversed(wide):
            after.append(np.convolve(after[-1], layer))
        after.reverse()
        slope = 2 * (after[0] - target)
        before, parts = np.ones(1), []
        for l, layer in enumerate(wide):
            others = np.convolve(before, after[l + 1])
            parts.append(-np.correlate(slope, others, "valid")[:: products[l]][: sizes[l]])
            before = np.convolve(before, layer)
        return np.concatenate(parts)

    return field


def main():
    rows = {}
    for line in sys.stdin:
        case = json.loads(line)
        key = f"({','.join(map(str, case['filters']))}), strides ({','.join(map(str, case['strides']))})"
        row = rows.setdefault(key, {"steps": [], "implicit": [], "projected": [], "stiff": 0, **{rival: [] for rival in RIVALS}})
        if case["explicit"]["status"] != "Converged":
            row["stiff"] += 1
            continue
        ours = case["explicit"]["milliseconds"]
        row["steps"].append(case["explicit"]["Steps"])
        row["implicit"].append(case["implicit"]["milliseconds"] / ours)
        row["projected"].append(case["projected"]["milliseconds"] / ours)
        start = np.array(case["start"])
        for rival in RIVALS:
            begin = time.process_time()
            run = solve_ivp(velocity(case), (0, case["explicit"]["Time"]), start, method=rival, rtol=TOLERANCE, atol=TOLERANCE)
            row[rival].append(1000 * (time.process_time() - begin) / ours)
            distance = np.abs(run.y[:, -1] - np.array(case["explicit"]["weights"])).max()
            if not run.success or distance > SAME_END:
                print(f"{key}: {rival} ends {distance:.1e} away", file=sys.stderr)
    print("| architecture | steps | implicit | projected | " + " | ".join(RIVALS) + " | given up as stiff |")
    print("| --- " * (5 + len(RIVALS)) + "|")
    for key, row in rows.items():
        cells = [spread(row[name]) if row[name] else "-" for name in ["steps", "implicit", "projected", *RIVALS]]
        print(f"| {key} | " + " | ".join(cells) + f" | {row['stiff']} |")


main()
