"""Compares gradient descent of many runs with NumPy and PyTorch; see ../census-vs-rivals.sh."""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

import loops
import numpy as np

NETWORKS = [[2, 2, 2], [3, 2], [3, 3], [2, 2, 2, 2], [2, 2, 2, 2, 2]]
COLUMNS = {"NumPy": [256, 512, 1024, 2048, 4096, 8192], "PyTorch": [512, 1024, 2048, 4096, 8192, 16384, 65536], "PyTorch, autograd": [1024, 4096, 16384]}
PROBE_SECONDS = 0.08
HOPELESS = 5
SAME_END = 1e-8


def three_digits(x):
    return f"{float(f'{x:.3g}'):.0f}" if abs(x) >= 100 else f"{x:.3g}"


def spread(values):
    """Minimum, median, maximum."""
    return " ".join(map(three_digits, (min(values), statistics.median(values), max(values))))


class Rival:
    def __init__(self, name, kind, layout, threads):
        self.name, self.kind, self.layout, self.threads = name, kind, layout, threads
        self.torch = None

    def prepare(self):
        if self.torch is not None:
            self.torch.set_num_threads(self.threads)

    def title(self, columns):
        return f"{self.name}, {self.layout}, {self.threads} thread{'s' if self.threads > 1 else ''}, {columns} runs at once"


def rivals(most_threads):
    everything = [Rival("NumPy", loops.NumPyArithmetic, "ufuncs", 1), Rival("NumPy", loops.EinsumArithmetic, "einsum", 1)]
    torch, analytic, autograd = loops.torch_kinds(1)
    for threads in sorted({1, most_threads}):
        everything += [Rival("PyTorch", analytic, "in place", threads), Rival("PyTorch, autograd", autograd, "autograd", threads)]
    for rival in everything[2:]:
        rival.torch = torch
    return everything


def probe(rival, protocol, starts, targets, columns, known):
    """Nanoseconds for each run and step on the clock, the least of four short stretches; of fewer when it is hopeless against what is known."""
    rival.prepare()
    pick = np.arange(columns) % len(starts)
    with loops.without_graph(rival.kind):
        at = rival.kind(protocol, columns)
        at.take(at.weights)[:] = starts[pick].T
        at.take(at.target)[:] = targets[pick].T
        least, steps = float("inf"), 1
        for _ in range(4):
            clock = time.perf_counter()
            for _ in range(steps):
                at.evaluate()
                at.least()
                at.step()
            taken = time.perf_counter() - clock
            least = min(least, taken / steps / columns * 1e9)
            if least > HOPELESS * known:
                break
            steps = max(1, int(PROBE_SECONDS * steps / taken))
        return least


def best(candidates, protocol, starts, targets, log):
    """The fastest way and number of columns of each program."""
    found = {}
    for rival in candidates:
        for columns in COLUMNS[rival.name]:
            taken = probe(rival, protocol, starts, targets, columns, found.get(rival.name, [float("inf")])[0])
            log(f"  {rival.title(columns)}: {taken:.1f} ns")
            if rival.name not in found or taken < found[rival.name][0]:
                found[rival.name] = taken, rival, columns
    return found


def agreement(ends, steps, folder, protocol):
    runs = len(steps)
    ours = np.fromfile(os.path.join(folder, "ends.bin")).reshape(-1, protocol.parameters)[:runs]
    our_steps = np.fromfile(os.path.join(folder, "steps.bin"), dtype=np.int32)[:runs]
    far = np.abs(ends - ours).max(axis=1) > SAME_END
    return runs, int(far.sum()), int((np.abs(steps - our_steps) > 2).sum())


def one_round(rival, columns, protocol, starts, targets, folder):
    rival.prepare()
    report = {}
    with loops.without_graph(rival.kind):
        ends, steps = loops.train(rival.kind, protocol, starts, targets, columns, report)
    return report["clock"], report["processor"], agreement(ends, steps, folder, protocol)


def at_once(count, layout, columns, protocol, folder, runs):
    """Several NumPy processes side by side: nanoseconds for each run and step, all together."""
    command = [sys.executable, os.path.abspath(__file__), "--worker", layout, str(columns), str(runs), str(protocol.max_steps), folder, ",".join(map(str, protocol.filters))]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(count)]
    reports = [json.loads(process.communicate()[0]) for process in running]
    return 1 / sum(1 / report["clock"] for report in reports), statistics.mean(report["processor"] for report in reports)


def worker(layout, columns, runs, max_steps, folder, filters):
    protocol = loops.Protocol([int(k) for k in filters.split(",")], int(max_steps))
    starts, targets = (np.load(os.path.join(folder, name))[:int(runs)] for name in ("starts.npy", "targets.npy"))
    report = {}
    loops.train(loops.EinsumArithmetic if layout == "einsum" else loops.NumPyArithmetic, protocol, starts, targets, int(columns), report)
    print(json.dumps(report))


def compare(filters, arguments, candidates, log):
    protocol = loops.Protocol(filters, arguments.steps)
    random = np.random.default_rng(arguments.seed)
    starts, targets = random.standard_normal((arguments.runs, protocol.parameters)), random.standard_normal((arguments.runs, protocol.size))
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        np.save(os.path.join(folder, "starts.npy"), starts)
        np.save(os.path.join(folder, "targets.npy"), targets)
        log(f"{filters}: the best of")
        chosen = best(candidates, protocol, starts, targets, log)
        measured = {name: [] for name in [*chosen, "processes", "ours"]}
        agreed = {}
        for _ in range(arguments.rounds):
            done = subprocess.run([*arguments.ours, "descent", ",".join(map(str, filters)), str(arguments.steps), "1", folder], capture_output=True, text=True)
            if done.returncode != 0:
                sys.exit(done.stderr or done.stdout)
            steps = np.fromfile(os.path.join(folder, "steps.bin"), dtype=np.int32)
            measured["ours"].append([seconds / steps.sum() * 1e9 for seconds in json.loads(done.stdout)[0]])
            for name, (taken, rival, columns) in chosen.items():
                runs = min(arguments.runs, columns + max(64, int(arguments.seconds / (taken * 1e-9 * steps.mean()))))
                clock, processor, agreed[name] = one_round(rival, columns, protocol, starts[:runs], targets[:runs], folder)
                measured[name].append((clock, processor))
            taken, rival, columns = chosen["NumPy"]
            runs = min(arguments.runs, columns + int(arguments.seconds / 2 / (taken * 1e-9 * steps.mean())))
            measured["processes"].append(at_once(os.cpu_count(), rival.layout, columns, protocol, folder, runs))
        titles = {name: rival.title(columns) for name, (_, rival, columns) in chosen.items()}
        titles["processes"] = f"NumPy, {os.cpu_count()} processes at once"
        titles["ours"] = f"this library, {os.cpu_count()} threads"
        for name, title in titles.items():
            ratio = [[theirs[i] / ours[i] for theirs, ours in zip(measured[name], measured["ours"])] for i in (0, 1)]
            clock = [pair[0] for pair in measured[name]]
            rows.append([
                f"({','.join(map(str, filters))}), {steps.mean():.0f} steps", title, spread(clock), spread([pair[1] for pair in measured[name]]), three_digits(1e9 / statistics.median(clock) / steps.mean()),
                *(("", "") if name == "ours" else map(spread, ratio)), "{} {} {}".format(*agreed[name]) if name in agreed else ""])
    return rows


def main():
    if sys.argv[1:2] == ["--worker"]:
        return worker(*sys.argv[2:])
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--runs", type=int, default=60000)
    parser.add_argument("--steps", type=int, default=10000, help="budget of a run")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=2, help="what a rival gets in a round")
    parser.add_argument("--torch-threads", type=int, default=os.cpu_count(), help="tried besides one; 1 on a machine with other work, where its threads wait for each other")
    parser.add_argument("--only", help="one network, such as 2,2,2")
    parser.add_argument("--ours", nargs=argparse.REMAINDER, required=True)
    arguments = parser.parse_args()
    networks = [[int(k) for k in arguments.only.split(",")]] if arguments.only else NETWORKS

    def log(line):
        print(line, file=sys.stderr, flush=True)

    candidates = rivals(arguments.torch_threads)
    head = ["architecture, mean steps", "program", "ns for each run and step", "of processor time", "networks per second", "rival / ours", "of processor time", "runs compared, other ends, other steps"]
    print("| " + " | ".join(head) + " |\n|" + " --- |" * len(head), flush=True)
    for filters in networks:
        for row in compare(filters, arguments, candidates, log):
            print("| " + " | ".join(row) + " |", flush=True)


if __name__ == "__main__":
    main()
