using LcnGeometry.TestKit;

namespace LcnGeometry.Tests;

/// <summary>SymPy forms the network from its definition, takes gradients, brackets and exact ranks over the rationals, and solves for the quadratic laws.</summary>
public sealed class LawOracleTests
{
    private const string Script = """
        import sys, random, itertools
        from sympy import Matrix, Poly, Symbol, expand, Rational
        random.seed(7)
        for line in sys.stdin.read().splitlines():
            k, s, c = [list(map(int, part.split(','))) for part in line.split(';')]
            c = c[0]
            # One filter for each layer and pair of channels; the widths are 1, c, .., c, 1.
            widths = [1] + [c] * (len(k) - 1) + [1]
            x, w = [], []
            for l in range(len(k)):
                w.append({})
                for o in range(widths[l + 1]):
                    for i in range(widths[l]):
                        w[l][o, i] = [Symbol('w%d_%d_%d_%d' % (l, o, i, t)) for t in range(k[l])]
                        x += w[l][o, i]
            # The network applied to unit signals: response of the only output to input n.
            def layer(l, signals):
                length = (len(signals[0]) - k[l]) // s[l] + 1
                return [[sum(w[l][o, i][t] * signals[i][s[l] * p + t] for i in range(widths[l]) for t in range(k[l])) for p in range(length)] for o in range(widths[l + 1])]
            size, step = 1, 1
            for l in range(len(k)):
                size += (k[l] - 1) * step
                step *= s[l]
            phi = []
            for n in range(size):
                signals = [[1 if m == n else 0 for m in range(size)]]
                for l in range(len(k)): signals = layer(l, signals)
                phi.append(expand(signals[0][0]))
            phi = [p for p in phi if p != 0]
            fields = [Matrix([p.diff(v) for v in x]) for p in phi]
            jacobians = [f.jacobian(x) for f in fields]
            point = dict((v, random.randint(-10**6, 10**6)) for v in x)
            rank = lambda rows: Matrix(rows).rank()
            values, ranks, newest = [], [], []
            def add(f):
                trial = values + [list(f.subs(point))]
                if rank(trial) == len(values): return False
                values.append(trial[-1])
                return True
            newest = [f for f in fields if add(f)]
            ranks.append(len(values))
            while newest:
                following = []
                for a in newest:
                    j = a.jacobian(x)
                    for f, g in zip(fields, jacobians):
                        bracket = (g * a - j * f).applyfunc(expand)
                        if add(bracket): following.append(bracket)
                ranks.append(len(values))
                newest = following
            monomials = [a * b for a, b in itertools.combinations_with_replacement(x, 2)]
            rows = {}
            for n, m in enumerate(monomials):
                for i, f in enumerate(fields):
                    derivative = expand(sum(m.diff(v) * f[d] for d, v in enumerate(x)))
                    if derivative == 0: continue
                    for exponents, value in Poly(derivative, *x).terms(): rows.setdefault((i, exponents), {})[n] = value
            matrix = Matrix(len(rows), len(monomials), lambda r, q: 0)
            for r, row in enumerate(rows.values()):
                for q, value in row.items(): matrix[r, q] = value
            from sympy.polys.matrices import DomainMatrix
            dimension = len(monomials) - DomainMatrix.from_Matrix(matrix).to_field().rank()
            print('%d %d %s %d' % (len(x), len(phi), ','.join(map(str, ranks)), dimension))
        """;

    [ToolFact("sympy")]
    public void Parameters_ranks_and_numbers_of_quadratic_laws_are_those_of_SymPy()
    {
        (string Filters, string Strides, int? Channels)[] cases =
        [
            ("2,2", "1,1", null), ("2,2", "2,1", null), ("3,2", "1,1", null), ("3,2", "2,1", null), ("2,3", "2,1", null), ("3,3", "2,1", null), ("2,2,2", "1,2,1", null),
            ("1,2", "1,1", null), ("2,1,2", "2,2,1", null), ("1,1", "3,1", null), ("3", "1", null), ("2,2,2", "1,1,1", null),
            ("2,2", "1,1", 2), ("2,2", "2,1", 2), ("3,2", "1,1", 2), ("3,2", "2,1", 2), ("1,1", "1,1", 3), ("2,2", "1,1", 3), ("1,2", "1,1", 3), ("2,1", "2,1", 2),
        ];
        var answers = Tool.Run("sympy", string.Concat(cases.Select(one => $"{one.Filters};{one.Strides};{one.Channels ?? 1}\n")), "-c", Script)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(cases.Length, answers.Length);
        foreach (var ((filters, strides, channels), answer) in cases.Zip(answers))
        {
            var net = Architecture.Parse(filters, strides);
            var model = channels is { } width ? PolynomialModel.Of(net, width) : PolynomialModel.Of(net);
            var laws = ConservationLaws.Find(model);
            var quadratic = ConservationLaws.OfDegreeTwo(model, homogeneous: true);
            Assert.Equal(
                $"{model} {answer}",
                $"{model} {model.Parameters.Count} {model.Coordinates.Length} {string.Join(',', laws.RankLadder)} {quadratic.Length}");
        }
    }
}
