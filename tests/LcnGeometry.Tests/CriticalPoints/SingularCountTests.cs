using System.Collections.Immutable;
using System.Globalization;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.CriticalPoints;

/// <summary>Counts against Gröbner bases modulo a prime: Singular solves the critical equations of a stratum as the theory states them, nothing eliminated.</summary>
public class SingularCountTests
{
    private const int Prime = 32003;

    [ToolFact("Singular")]
    public void Generic_metrics() => Compare(
        ("3", "1", [[2]]), ("2,2", "2", [[1], [1]]), ("2,2,2", "1,2", [[2], [1]]), ("3,3", "2", [[1, 1], [1, 1]]), ("5", "1", [[2, 2]]),
        ("2,2,2", "2,2", [[1], [1], [1]]), ("3,2,2", "1,2", [[2, 1], [1]]), ("6", "1", [[3, 2]]), ("7", "1", [[2, 2, 2]]), ("3,3", "2", [[2], [1, 1]]));

    [ToolFact("Singular")]
    public void Bombieri_metrics()
    {
        foreach (var pattern in new ImmutableArray<int>[] { [3, 1], [2, 2, 1], [2, 2, 2], [3, 2, 1, 1], [3, 3, 2], [2, 2, 2, 2], [2, 2, 2, 1, 1], [3, 2, 2, 2] })
        {
            var net = new Architecture([pattern.Sum() + 1]);
            var stratum = CriticalStratum.Of(net, [pattern]);
            var metric = Metric.Bombieri(net.EndToEndSize);
            Assert.Equal(CriticalPointCount.ForMetric(stratum, metric.Matrix)!.Count, Count(stratum, metric.Matrix, new TestRandom(1)));
        }
    }

    [ToolFact("Singular")]
    public void White_data_on_strided_layers()
    {
        foreach (var (filters, stride) in new[] { ("3,2", "3"), ("4,2", "2"), ("4,2", "3"), ("2,2,2", "2,2"), ("3,2,2", "3,2"), ("2,2,3", "2,2") })
        {
            var net = Architecture.Parse(filters, stride + ",1");
            var stratum = Assert.Single(CriticalStratum.All(net));
            var metric = Metric.Identity(net.EndToEndSize);
            Assert.Equal(CriticalPointCount.ForMetric(stratum, metric.Matrix)!.Count, Count(stratum, metric.Matrix, new TestRandom(2)));
        }
    }

    /// <summary>The elimination on data of small rational numbers, with its losses: Singular sees the open stratum with multiplicity.</summary>
    [ToolFact("Singular")]
    public void Elimination_on_special_metrics() => PropertyRun.Trials(4, random =>
    {
        foreach (var (filters, stride) in new[] { ("2,2", "1"), ("3,2", "1"), ("3,3", "1"), ("2,2", "2"), ("4,2", "2") })
        {
            var net = Architecture.Parse(filters, stride + ",1");
            var metric = Metric.FromMatrix(Matrix<Rational>.Diagonal([.. Enumerable.Range(0, net.EndToEndSize).Select(_ => (Rational)random.Between(1, 2))]));
            foreach (var stratum in CriticalStratum.All(net).Where(s => !s.IsUnconstrained))
            {
                var loss = random.NextLoss(net.EndToEndSize, metric);
                var count = ExactStratumCount.Of(stratum, loss);
                Assert.Equal(VerdictKind.Holds, count.Complete.Kind);
                Assert.Equal(count.Distinct, Count(stratum, metric.Matrix, random, [.. loss.Target]));
            }
        }
    });

    private static void Compare(params (string Filters, string Strides, int[][] Patterns)[] cases) => PropertyRun.Trials(1, random =>
    {
        foreach (var (filters, strides, patterns) in cases)
        {
            var net = Architecture.Parse(filters, filters.Contains(',', StringComparison.Ordinal) ? strides + ",1" : strides);
            var stratum = CriticalStratum.Of(net, [.. patterns.Select(pattern => pattern.ToImmutableArray())]);
            Assert.Equal(stratum.GenericCount, Count(stratum, random.NextMetric(net.EndToEndSize).Matrix, random));
        }
    });

    /// <summary>The dimension of the quotient by the critical equations, in random charts of the factors, scale finite.</summary>
    private static Integer Count(CriticalStratum stratum, Matrix<Rational> metric, TestRandom random, ImmutableArray<Rational>? target = null)
    {
        var size = stratum.EndToEndSize;
        var u = target ?? [.. Enumerable.Range(0, size).Select(_ => (Rational)random.Between(1, Prime - 1))];
        var variables = stratum.Factors.Sum(f => f.Degree);
        var script = new System.Text.StringBuilder();
        script.AppendLine(CultureInfo.InvariantCulture, $"ring r={Prime},(v(1..{variables}),t,X),dp; option(redSB);");
        string[] products = [.. stratum.Blocks.Select(_ => "1")], radicals = [.. stratum.Blocks.Select(_ => "1")];
        var next = 1;
        foreach (var factor in stratum.Factors)
        {
            // One coefficient in general position is a random affine function of the others.
            string[] coefficients = [.. Enumerable.Range(next, factor.Degree).Select(i => $"v({i})")];
            var last = string.Join('+', coefficients.Select(c => $"{random.Between(1, 500)}*{c}").Append("1"));
            next += factor.Degree;
            var step = stratum.Blocks[factor.Block].Step;
            var form = string.Join('+', coefficients.Append(last).Select((c, i) => $"({c})*X^{i * (int)step}"));
            products[factor.Block] += $"*({form})^{factor.Multiplicity}";
            radicals[factor.Block] += $"*({form})^{factor.Multiplicity - 1}";
        }

        script.AppendLine(CultureInfo.InvariantCulture, $"matrix q[{size}][{size}]={string.Join(',', Enumerable.Range(0, size).SelectMany(i => metric.Row(i)).Select(Residue))};");
        script.AppendLine(CultureInfo.InvariantCulture, $"matrix u[{size}][1]={string.Join(',', u.Select(Residue))};");
        script.AppendLine(CultureInfo.InvariantCulture, $"poly P={string.Join('*', products)}; matrix c=coeffs(P,X); matrix w[{size}][1]; int i; for(i=1;i<=nrows(c);i++){{w[i,1]=t*c[i,1];}}");
        script.AppendLine("w=q*(w-u); ideal I=X; poly e; matrix d; poly s;");
        for (var block = 0; block < products.Length; block++)
        {
            var others = string.Join('*', products.Where((_, b) => b != block).Append(radicals[block]));
            for (var k = 0; k <= stratum.Patterns[block].Length; k++)
            {
                script.AppendLine(CultureInfo.InvariantCulture, $"e={others}*X^{k * (int)stratum.Blocks[block].Step}; d=coeffs(e,X); s=0; for(i=1;i<=nrows(d);i++){{s=s+w[i,1]*d[i,1];}} I=I,s;");
            }
        }

        script.AppendLine("ideal G=slimgb(I); vdim(G); quit;");
        var lines = Tool.Run("Singular", script.ToString(), "-q").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return int.Parse(lines[^1].Trim(), CultureInfo.InvariantCulture);
    }

    private static string Residue(Rational value)
    {
        var prime = new System.Numerics.BigInteger(Prime);
        var inverse = System.Numerics.BigInteger.ModPow(value.Denominator.ToBigInteger(), prime - 2, prime);
        var residue = value.Numerator.ToBigInteger() * inverse % prime;
        return (residue < 0 ? residue + prime : residue).ToString(CultureInfo.InvariantCulture);
    }
}
