"""Runs other programs on a system and says how much processor time they took and which solutions they returned."""

import os
import re
import resource
import signal
import subprocess
import time

import numpy as np

from systems import System


class TimedOut(Exception):
    """The limit of time was reached."""


class Crashed(Exception):
    """The program ended with an error."""


def run(arguments, folder, limit):
    """Processor time of the process and its children, and its output. The limit is processor time too: the machine may be busy."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = dict(os.environ, OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")
    seconds = int(limit)
    try:
        done = subprocess.run(arguments, cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=20 * limit,
                              preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds)))
    except subprocess.TimeoutExpired:
        raise TimedOut from None
    if done.returncode in (-signal.SIGKILL, -signal.SIGXCPU):
        raise TimedOut
    if done.returncode != 0:
        raise Crashed(f"exit code {done.returncode}: {(done.stdout + done.stderr).strip()[-200:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stdout


class Rival:
    """One program on one formulation."""

    name, formulation, returns_solutions = "", "scale", True

    def solve(self, system, folder, limit):
        """Processor time, and the solutions as complex vectors, or just their number."""
        raise NotImplementedError

    def start_up(self, folder):
        """The least processor time of three runs on x - 1 = 0."""
        trivial = System.__new__(System)
        trivial.names, trivial.formulation, trivial.first = ["x"], self.formulation, 1
        trivial.equations = [{(1,): 1, (0,): -1}]
        trivial.text = lambda equation, exact: "x-1"
        return min(self.solve(trivial, folder, 60)[0] for _ in range(3))


class Phc(Rival):
    """PHCpack's blackbox solver, one task, with a fixed seed."""

    def __init__(self, formulation, seed):
        self.formulation, self.seed = formulation, seed
        self.name = f"PHCpack, {formulation}"

    def solve(self, system, folder, limit):
        lines = ";\n".join(system.text(e, exact=False) for e in system.equations)
        path = os.path.join(folder, "input.phc")
        with open(path, "w") as file:
            file.write(f"{len(system.equations)} {len(system.names)}\n{lines};\n")
        output = os.path.join(folder, "output.phc")
        if os.path.exists(output):
            os.remove(output)
        seconds, _ = run(["phc", "-b", f"-0{self.seed}", path, output], folder, limit)
        with open(output) as file:
            return seconds, self.read(file.read(), system.names)

    @staticmethod
    def read(text, names):
        block = text.rsplit("THE SOLUTIONS", 1)[-1]
        points = []
        for part in block.split("the solution for t :")[1:]:
            values = dict(re.findall(r"^ (\w+) : +(\S+ +\S+)$", part.split("== err")[0], re.M))
            if all(name in values for name in names):
                points.append(np.array([complex(*map(float, values[name].split())) for name in names]))
        return points


class Singular(Rival):
    """A Gröbner basis over the rational numbers; with solutions, also its triangular solver."""

    def __init__(self, solutions):
        self.returns_solutions = solutions
        self.name = "Singular, std and solve" if solutions else "Singular, std alone"

    def solve(self, system, folder, limit):
        equations = ",\n".join(system.text(e, exact=True) for e in system.equations)
        script = f"ring R = 0, ({','.join(system.names)}), dp;\noption(redSB);\nideal I = {equations};\nideal G = std(I);\n"
        if self.returns_solutions:
            script += 'LIB "solve.lib";\ndef S = solve(G, 15, "nodisplay");\nsetring S;\n'
            script += 'int i; int j; for (i = 1; i <= size(SOL); i++) { for (j = 1; j <= size(SOL[i]); j++) { print("value " + string(SOL[i][j])); } }\n'
        else:
            script += 'print("number " + string(vdim(G)));\n'
        path = os.path.join(folder, "input.sing")
        with open(path, "w") as file:
            file.write(script + "quit;\n")
        seconds, output = run(["Singular", "-q", path], folder, limit)
        if not self.returns_solutions:
            return seconds, int(re.search(r"^number (\d+)$", output, re.M).group(1))
        values = [self.number(text) for text in re.findall(r"^value (\S+)$", output, re.M)]
        return seconds, [np.array(values[i:i + len(system.names)]) for i in range(0, len(values), len(system.names))]

    @staticmethod
    def number(text):
        return complex(re.sub(r"i\*([\d.e-]+)", r"\1j", text.strip("()")))


class Macaulay2(Rival):
    """A Gröbner basis over the rational numbers and eigenvalues of multiplication matrices."""

    name = "Macaulay2, EigenSolver"

    def solve(self, system, folder, limit):
        equations = ",\n".join(system.text(e, exact=True) for e in system.equations)
        script = f'needsPackage "EigenSolver"\nprintingPrecision = 17\nR = QQ[{",".join(system.names)}]\nI = ideal(\n{equations})\n'
        script += 'for z in zeroDimSolve I do for x in coordinates z do print("value " | toExternalString realPart x | " " | toExternalString imaginaryPart x)\n'
        path = os.path.join(folder, "input.m2")
        with open(path, "w") as file:
            file.write(script)
        seconds, output = run(["M2", "--script", path], folder, limit)
        values = [complex(*(float(re.sub("p\\d+", "", x)) for x in pair)) for pair in re.findall(r"^value (\S+) (\S+)$", output, re.M)]
        return seconds, [np.array(values[i:i + len(system.names)]) for i in range(0, len(values), len(system.names))]


class Judge:
    """Counts the different nonzero solutions among candidates.

    A candidate counts when Newton's method converges from it to a point that is not the zero function and that is within a thousandth of
    it: a program need not have said that it is regular, nor have refined it. So the number is what it returned at best. Stretched data are
    judged in the coordinates without the stretch, in which they are well scaled; there, what lies beyond a million is a path on its way to infinity.
    """

    def __init__(self, data, formulation):
        self.data, self.system = data, (system := System(data, formulation, stretched=False))
        self.tables = [self.table(e) for e in system.equations]
        self.slopes = [[self.table(self.derivative(e, i)) for i in range(len(system.names))] for e in system.equations]

    def count(self, points):
        found = []
        for raw in points:
            point = np.array(self.system.unstretched(self.data, raw))
            if not np.all(np.isfinite(point)) or (root := self.refine(point)) is None or self.system.is_zero_function(root):
                continue
            if all(np.max(np.abs(root - other) / (1 + np.abs(other))) > 1e-6 for other in found):
                found.append(root)
        return len(found)

    def refine(self, point):
        x = point.astype(complex)
        with np.errstate(all="ignore"):
            for _ in range(12):
                try:
                    step = np.linalg.solve(np.array([[self.value(s, x) for s in row] for row in self.slopes]), [self.value(e, x) for e in self.tables])
                except np.linalg.LinAlgError:
                    return None
                if not np.all(np.isfinite(step)):
                    return None
                x = x - step
                if np.max(np.abs(step)) <= 1e-10 * (1 + np.max(np.abs(x))):
                    near = np.max(np.abs(x - point)) <= 1e-3 * (1 + np.max(np.abs(point)))
                    return x if near and np.max(np.abs(x)) < 1e6 else None
        return None

    @staticmethod
    def derivative(equation, i):
        return {m[:i] + (m[i] - 1,) + m[i + 1:]: c * m[i] for m, c in equation.items() if m[i]}

    @staticmethod
    def table(equation):
        return np.array(list(equation.keys()) or [(0,)]), np.array([float(c) for c in equation.values()] or [0.0])

    @staticmethod
    def value(table, x):
        exponents, coefficients = table
        if exponents.shape[1] != len(x):
            return 0.0
        return coefficients @ np.prod(x[None, :] ** exponents, axis=1)


def measure(rival, data, folder, limit, start_up):
    """Seconds beyond the start-up, and how many solutions came back."""
    system = System(data, rival.formulation)
    started = time.monotonic()
    seconds, answer = rival.solve(system, folder, limit)
    found = answer if isinstance(answer, int) else Judge(data, rival.formulation).count(answer)
    return {"rival": rival.name, "data": data["name"], "seconds": max(seconds - start_up, 1e-3), "found": found,
            "returnsSolutions": rival.returns_solutions, "wall": time.monotonic() - started}
