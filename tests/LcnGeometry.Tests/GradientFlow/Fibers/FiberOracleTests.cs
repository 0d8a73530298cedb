using System.Collections.Immutable;
using System.Globalization;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests;

/// <summary>mpmath finds the roots, hands them to the layers in every way, solves for the scale, and forms the Jacobian matrix column by column.</summary>
public sealed class FiberOracleTests
{
    private const string Script = """
        import sys, itertools
        from mpmath import mp, mpf, mpc, polyroots, findroot, matrix, fabs, sqrt
        mp.dps = 40
        def times(a, b):
            out = [mpc(0)] * (len(a) + len(b) - 1)
            for i, x in enumerate(a):
                for j, y in enumerate(b): out[i + j] += x * y
            return out
        def spread(w, s):
            out = [mpc(0)] * ((len(w) - 1) * s + 1)
            for i, x in enumerate(w): out[i * s] = x
            return out
        def rational(t):
            n, _, d = t.partition('/')
            return mpf(n) / mpf(d or 1)
        for line in sys.stdin.read().splitlines():
            k, s, c, d = line.split(';')
            k, s = list(map(int, k.split(','))), list(map(int, s.split(',')))
            c, d = list(map(rational, c.split(','))), [rational(t) for t in d.split(',') if t]
            steps = [1]
            for x in s: steps.append(steps[-1] * x)
            top = max(i for i, x in enumerate(c) if x != 0)
            roots = list(polyroots(c[:top + 1][::-1], maxsteps=500, extraprec=400)) + [None] * (len(c) - 1 - top)
            found = {}
            def filter_of(group, size, step):
                p = [mpc(1)]
                for r in group:
                    p = p if r is None else times(p, [-r, mpc(1)])
                p = p + [mpc(0)] * ((size - 1) * step + 1 - len(p))
                if any(fabs(x.imag) > 1e-15 for x in p): return None
                if any(fabs(x) > 1e-15 for i, x in enumerate(p) if i % step): return None
                return [x.real for x in p[::step]]
            def share(layer, left, filters):
                if layer == len(k):
                    found[str([[mp.nstr(x + 0, 12) if fabs(x) > 1e-15 else '0' for x in w] for w in filters])] = filters
                    return
                for chosen in itertools.combinations(left, (k[layer] - 1) * steps[layer]):
                    w = filter_of([roots[i] for i in chosen], k[layer], steps[layer])
                    if w is not None: share(layer + 1, [i for i in left if i not in chosen], filters + [w])
            share(0, list(range(len(roots))), [])
            excess = [mpf(0)]
            for x in reversed(d): excess.insert(0, excess[0] + x)
            answers = []
            for filters in found.values():
                filters = [[x * c[top] for x in filters[0]]] + filters[1:]
                norms = [sum(x * x for x in w) for w in filters]
                product = mp.fprod(norms)
                f = lambda t: mp.fprod([t + e for e in excess]) - product
                low, high = -min(excess), -min(excess) + 1
                while f(high) < 0: high = low + 2 * (high - low)
                t = findroot(f, (low, high), solver='anderson', tol=1e-60, maxsteps=500) if f(low) != 0 else low
                w = [[x * sqrt((t + e) / n) for x in w] for w, e, n in zip(filters, excess, norms)]
                columns = []
                for l in range(len(k)):
                    for i in range(k[l]):
                        p = [mpc(1)]
                        for m in range(len(k)):
                            p = times(p, spread([mpf(j == i) for j in range(k[l])] if m == l else w[m], steps[m]))
                        columns.append([x.real for x in p] + [mpf(0)] * (len(c) - len(p)))
                K = [[sum(q[i] * q[j] for q in columns) for j in range(len(c))] for i in range(len(c))]
                answers.append([sum(K[i][i] for i in range(len(c)))] + [K[i][j] for i in range(len(c)) for j in range(i, len(c))])
            answers.sort(key=lambda a: [mp.nstr(a[0], 12)] + [float(mp.nstr(x, 12)) for x in a[1:]])
            print(' '.join([str(2 ** (len(k) - 1) * len(answers))] + [','.join(mp.nstr(x, 18) for x in a) for a in answers]))
        """;

    [ToolFact("mpmath")]
    public void Counts_and_kernels_are_those_of_mpmath()
    {
        (string Filters, string Strides, string Filter, string Invariants)[] cases =
        [
            ("3,2", "1,1", "-6,11,-6,1", "0"), ("3,2", "1,1", "1,0,0,3", "2"), ("2,3", "1,1", "-6,11,-6,1", "-5/3"), ("2,2", "1,1", "1,3,1", "1"), ("2,2", "1,1", "0,1,0", "-1"),
            ("2,2,2", "1,1,1", "-6,11,-6,1", "1,-2"), ("2,2,2", "1,1,1", "0,2,1,0", "0,0"), ("2,1,2", "1,1,1", "1,-5,2", "3,1"), ("3,3", "1,1", "4,0,5,1,1", "1/7"),
            ("4,2", "1,1", "24,-50,35,-10,1", "0"), ("3,2", "2,1", "-1,0,0,0,1", "1"), ("3,2", "2,1", "-4,0,3,0,1", "-2"), ("3,2", "2,1", "2,6,7,15,3", "-2"), ("2,2,2", "2,1,1", "2,4,3,6,1,2", "1,5"),
            ("2,2", "1,1", "1,0,1", "0"), ("1,3", "2,1", "2,0,0,0,1", "10"), ("4", "1", "1,2,0,3", ""),
        ];
        var answers = Tool.Run("mpmath", string.Concat(cases.Select(one => $"{one.Filters};{one.Strides};{one.Filter};{one.Invariants}\n")), "-c", Script)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(cases.Length, answers.Length);
        foreach (var ((filters, strides, filter, invariants), answer) in cases.Zip(answers))
        {
            var parts = answer.Split(' ');
            var fiber = InvariantFiber.Of(Architecture.Parse(filters, strides).FunctionSpace(), List(filter), List(invariants));
            Assert.Equal((filters, filter, parts[0]), (filters, filter, fiber.Count!.Value.ToString()));
            var theirs = parts.Skip(1).Select(part => part.Split(',').Select(x => double.Parse(x, CultureInfo.InvariantCulture)).ToArray()).ToList();
            Assert.Equal(theirs.Count, fiber.Kernels.Length);
            foreach (var kernel in fiber.Kernels)
            {
                double[] ours = [kernel.Trace.Midpoint.ToDouble(), .. Enumerable.Range(0, kernel.Enclosure.Rows).SelectMany(i => kernel.Enclosure.Row(i).Skip(i)).Select(entry => entry.Midpoint.ToDouble())];
                var match = theirs.FindIndex(their => their.Zip(ours).All(pair => Math.Abs(pair.First - pair.Second) <= 1e-13 * their[0]));
                Assert.True(match >= 0, $"{filters} {filter}: no kernel of mpmath is {string.Join(' ', ours)}");
                theirs.RemoveAt(match);
            }
        }
    }

    private static ImmutableArray<Rational> List(string text) => text.Length == 0 ? [] : [.. text.Split(',').Select(Rational.Parse)];
}
