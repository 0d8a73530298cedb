"""Random data sets, and the equations of their critical parameters as polynomials with exact coefficients.

Written without the library, from the definitions: layer l of sizes k_l is a polynomial in x^S_l, S_l the product of the strides before it;
the loss of the end-to-end filter w is (w - u)^T Q (w - u).
"""

from fractions import Fraction
from math import comb, factorial, gcd

ARCHITECTURES = [([2, 2, 2], [1, 1, 1]), ([3, 3], [1, 1]), ([3, 2, 2], [1, 1, 1]), ([2, 2, 2, 2], [1, 1, 1, 1]), ([2, 2, 2], [2, 2, 1])]


def steps(strides):
    products = [1]
    for s in strides[:-1]:
        products.append(products[-1] * s)
    return products


def size(filters, strides):
    return 1 + sum((k - 1) * s for k, s in zip(filters, steps(strides)))


def expected(filters):
    """The generic Euclidean distance degree of the product of projective spaces, from its Chern classes."""
    n = sum(k - 1 for k in filters)
    weights = [Fraction(1)]
    for k in filters:
        factor = [Fraction(comb(k, e), factorial(k - 1 - e)) for e in range(k)]
        product = [Fraction(0)] * (len(weights) + k - 1)
        for i, a in enumerate(weights):
            for j, b in enumerate(factor):
                product[i + j] += a * b
        weights = product
    return int(sum((-1) ** i * (2 ** (n + 1 - i) - 1) * factorial(n - i) * weights[i] for i in range(n + 1)))


class Numbers:
    """Integers from a seed, the same on every machine (a 64-bit linear congruence, its high bits)."""

    def __init__(self, seed):
        self.state = (2862933555777941757 * (seed + 1) + 3037000493) % 2**64

    def between(self, low, high):
        self.state = (6364136223846793005 * self.state + 1442695040888963407) % 2**64
        return low + (self.state >> 33) % (high - low + 1)


def data_set(filters, strides, seed, stretch=1):
    """Q is the Gram matrix of as many random vectors as it has rows, entries with one decimal; u has two decimals.

    A stretch other than 1 replaces x by x / stretch: the same problem, but the roots lie as many times farther out.
    """
    n, numbers = size(filters, strides), Numbers(seed)
    vectors = [[Fraction(numbers.between(-99, 99), 10) for _ in range(n)] for _ in range(n)]
    q = [[sum(v[i] * v[j] for v in vectors) * Fraction(stretch) ** (i + j) for j in range(n)] for i in range(n)]
    u = [Fraction(numbers.between(-999, 999), 100) / Fraction(stretch) ** i for i in range(n)]
    stretched = "" if stretch == 1 else f" stretch {stretch}"
    return {"name": f"({','.join(map(str, filters))}) strides ({','.join(map(str, strides))}) seed {seed}{stretched}",
            "filters": filters, "strides": strides, "expected": expected(filters), "stretch": stretch,
            "q": [[str(x) for x in row] for row in q], "u": [str(x) for x in u]}


def multiply(a, b):
    product = {}
    for m, c in a.items():
        for n, d in b.items():
            key = tuple(i + j for i, j in zip(m, n))
            product[key] = product.get(key, 0) + c * d
    return product


def add(a, b):
    total = dict(a)
    for m, c in b.items():
        total[m] = total.get(m, 0) + c
    return {m: c for m, c in total.items() if c}


class System:
    """The equations in one of two formulations; the first coefficient of a filter is 1 in both, which suits the rivals best.

    scale: every filter is in that chart and the end-to-end filter has an unknown factor t.
    gradient: the first filter is free and stands for the scale; also has the critical points of the zero function, where it vanishes.
    """

    def __init__(self, data, formulation, stretched=True):
        filters, strides = data["filters"], data["strides"]
        q = [[Fraction(x) for x in row] for row in data["q"]]
        u = [Fraction(x) for x in data["u"]]
        if not stretched:
            q = [[x / Fraction(data["stretch"]) ** (i + j) for j, x in enumerate(row)] for i, row in enumerate(q)]
            u = [x * Fraction(data["stretch"]) ** i for i, x in enumerate(u)]
        self.formulation, self.first = formulation, filters[0]
        free = [0 if formulation == "gradient" and l == 0 else 1 for l in range(len(filters))]
        self.names = [f"w{l + 1}x{i}" for l, k in enumerate(filters) for i in range(free[l], k)] + (["t"] if formulation == "scale" else [])
        self.one = {(0,) * len(self.names): Fraction(1)}
        layers = [[self.variable(f"w{l + 1}x{i}") if i >= free[l] else self.one for i in range(k)] for l, k in enumerate(filters)]
        f = self.product(layers, steps(strides), range(len(filters)))
        scale = self.variable("t") if formulation == "scale" else self.one
        g = []
        for i in range(len(u)):
            row = {(0,) * len(self.names): -sum(q[i][j] * u[j] for j in range(len(u)))}
            for j in range(len(u)):
                row = add(row, {m: q[i][j] * c for m, c in multiply(scale, f[j]).items()})
            g.append(row)
        self.equations = [self.dot(f, g)] if formulation == "scale" else []
        for l, k in enumerate(filters):
            others = self.product(layers, steps(strides), [m for m in range(len(filters)) if m != l])
            self.equations += [self.dot(others, g[i * steps(strides)[l]:]) for i in range(free[l], k)]

    def variable(self, name):
        return {tuple(int(n == name) for n in self.names): Fraction(1)}

    def product(self, layers, step, chosen):
        result = [self.one]
        for l in chosen:
            longer = [{} for _ in range(len(result) + (len(layers[l]) - 1) * step[l])]
            for i, a in enumerate(result):
                for j, b in enumerate(layers[l]):
                    longer[i + j * step[l]] = add(longer[i + j * step[l]], multiply(a, b))
            result = longer
        return result

    @staticmethod
    def dot(left, right):
        total = {}
        for a, b in zip(left, right):
            total = add(total, multiply(a, b))
        return total

    def unstretched(self, data, point):
        """The same solution for the data set without its stretch."""
        def factor(name):
            if name == "t":
                return 1.0
            layer, i = map(int, name[1:].split("x"))
            return float(data["stretch"]) ** (i * steps(data["strides"])[layer - 1])
        return [x * factor(name) for name, x in zip(self.names, point)]

    def is_zero_function(self, point):
        return max(abs(x) for x in (point[-1:] if self.formulation == "scale" else point[:self.first])) < 1e-7

    def text(self, equation, exact):
        """Integer coefficients without common factor, or decimals with largest size 1."""
        if exact:
            common = 1
            for c in equation.values():
                common = common * c.denominator // gcd(common, c.denominator)
            divisor = gcd(*(int(c * common) for c in equation.values()))
            numbers = {m: int(c * common) // divisor for m, c in equation.items()}
            coefficient = "{:+d}".format
        else:
            largest = max(abs(c) for c in equation.values())
            numbers = {m: float(c / largest) for m, c in equation.items()}
            coefficient = "{:+.17e}".format
        terms = [coefficient(c) + "".join(f"*{n}^{e}" if e > 1 else f"*{n}" for n, e in zip(self.names, m) if e)
                 for m, c in sorted(numbers.items(), reverse=True)]
        return "".join(terms).lstrip("+")
