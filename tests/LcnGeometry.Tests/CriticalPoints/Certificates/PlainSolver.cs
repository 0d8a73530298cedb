using System.Collections.Immutable;
using System.Numerics;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.CriticalPoints.Certificates;

/// <summary>Finds the critical functions of a stratum by Newton's method from random starts, in doubles: slow, simple, and without a line of the library's solver or checker.</summary>
/// <remarks>The equations say that the gradient is orthogonal to the derivatives of the parametrization; the Jacobian is a difference quotient.</remarks>
internal sealed class PlainSolver(CriticalStratum stratum, double[,] q, double[] target)
{
    private const int MostStarts = 1_500;

    /// <summary>All critical functions that the closed formula promises; null if some were not found.</summary>
    public ImmutableArray<CertificateSolution>? Solve(TestRandom random, int radiusBits = 32, int? atMost = null)
    {
        var wanted = Math.Min((int)stratum.GenericCount, atMost ?? int.MaxValue);
        var found = new List<(Complex[] Function, CertificateSolution Solution)>();
        for (var start = 0; start < MostStarts && found.Count < wanted; start++)
        {
            int[] charts = [.. stratum.Factors.Select(factor => random.Between(0, factor.Degree))];
            if (Newton([.. Enumerable.Range(0, stratum.RootCount + 1).Select(_ => Gaussian(random))], charts) is not { } point) continue;
            (point, charts) = WithLargest(point, charts);
            if (Newton(point, charts) is not { } polished) continue;
            point = polished;
            var function = Function(point, charts);
            if (!IsOpen(point, charts) || found.Any(other => Distance(other.Function, function) < 1e-6 * (1 + Norm(function)))) continue;
            foreach (var solution in WithConjugate(point, charts, radiusBits))
            {
                if (found.Count < wanted) found.Add((Function([.. solution.Center.Select(c => new Complex(c.Re.ToDouble(), c.Im.ToDouble()))], charts), solution));
            }
        }

        return found.Count == wanted ? [.. found.Select(entry => entry.Solution)] : null;
    }

    private static IEnumerable<CertificateSolution> WithConjugate(Complex[] point, int[] charts, int radiusBits)
    {
        var isReal = point.All(z => Math.Abs(z.Imaginary) < 1e-9 * (1 + z.Magnitude));
        yield return Box(isReal ? [.. point.Select(z => new Complex(z.Real, 0))] : point);
        if (!isReal) yield return Box([.. point.Select(Complex.Conjugate)]);

        CertificateSolution Box(Complex[] at) => new(
            isReal,
            [.. charts],
            [.. at.Select(z => (Rational.RationalizeExactly(z.Real), Rational.RationalizeExactly(z.Imaginary)))],
            [.. at.Select(z => Rational.PowerOfTwo(-radiusBits + (int)Math.Ceiling(Math.Log2(Math.Max(1e-6, z.Magnitude)))))]);
    }

    private Complex[]? Newton(Complex[] start, int[] charts)
    {
        var z = start;
        for (var k = 0; k < 80; k++)
        {
            var value = Equations(z, charts);
            var step = SolveLinear(Jacobian(z, charts), value);
            if (step is null || step.Any(s => !Complex.IsFinite(s))) return null;
            z = [.. z.Zip(step, (x, s) => x - s)];
            if (z.Any(x => x.Magnitude > 1e6)) return null;
            if (z.Zip(step).All(pair => pair.Second.Magnitude <= 1e-14 * (1e-3 + pair.First.Magnitude)) || (k > 25 && z.Zip(step).All(pair => pair.Second.Magnitude <= 1e-12 * (1e-3 + pair.First.Magnitude)))) return z;
        }

        return null;
    }

    private Complex[] Equations(Complex[] z, int[] charts)
    {
        var (factors, t) = Split(z, charts);
        var function = Product(factors, f => stratum.Factors[f].Multiplicity).Select(c => t * c).ToArray();
        var gradient = new Complex[function.Length];
        for (var i = 0; i < function.Length; i++)
        {
            for (var j = 0; j < function.Length; j++) gradient[i] += q[i, j] * (function[j] - target[j]);
        }

        var equations = new List<Complex>();
        for (var f = 0; f < factors.Length; f++)
        {
            var one = f;
            var tangent = Product(factors, g => stratum.Factors[g].Multiplicity - (g == one ? 1 : 0));
            var step = (int)stratum.Blocks[stratum.Factors[f].Block].Step;
            for (var i = 0; i < factors[f].Length; i++)
            {
                if (i != charts[f]) equations.Add(Dot(tangent, gradient, i * step));
            }
        }

        equations.Add(Dot(Product(factors, f => stratum.Factors[f].Multiplicity), gradient, 0));
        return [.. equations];
    }

    private Complex[,] Jacobian(Complex[] z, int[] charts)
    {
        var jacobian = new Complex[z.Length, z.Length];
        for (var j = 0; j < z.Length; j++)
        {
            var h = 1e-6 * (1 + z[j].Magnitude);
            Complex[] up = [.. z], down = [.. z];
            up[j] += h;
            down[j] -= h;
            Complex[] high = Equations(up, charts), low = Equations(down, charts);
            for (var i = 0; i < z.Length; i++) jacobian[i, j] = (high[i] - low[i]) / (2 * h);
        }

        return jacobian;
    }

    private Complex[] Function(Complex[] z, int[] charts)
    {
        var (factors, t) = Split(z, charts);
        return [.. Product(factors, f => stratum.Factors[f].Multiplicity).Select(c => t * c)];
    }

    private (Complex[][] Factors, Complex Scale) Split(Complex[] z, int[] charts)
    {
        var next = 0;
        var factors = stratum.Factors.Select((factor, f) => Enumerable.Range(0, factor.Degree + 1).Select(i => i == charts[f] ? Complex.One : z[next++]).ToArray()).ToArray();
        return (factors, z[next]);
    }

    private Complex[] Product(Complex[][] factors, Func<int, int> exponent)
    {
        Complex[] product = [1];
        for (var f = 0; f < factors.Length; f++)
        {
            var step = (int)stratum.Blocks[stratum.Factors[f].Block].Step;
            for (var k = 0; k < exponent(f); k++)
            {
                var next = new Complex[product.Length + ((factors[f].Length - 1) * step)];
                for (var i = 0; i < product.Length; i++)
                {
                    for (var j = 0; j < factors[f].Length; j++) next[i + (j * step)] += product[i] * factors[f][j];
                }

                product = next;
            }
        }

        return product;
    }

    /// <summary>Sets the largest coefficient of each factor to one.</summary>
    private (Complex[] Point, int[] Charts) WithLargest(Complex[] z, int[] charts)
    {
        var (factors, t) = Split(z, charts);
        int[] largest = [.. factors.Select(factor => Array.IndexOf(factor, factor.MaxBy(c => c.Magnitude)))];
        var moved = new List<Complex>();
        for (var f = 0; f < factors.Length; f++)
        {
            var unit = factors[f][largest[f]];
            for (var i = 0; i < factors[f].Length; i++)
            {
                if (i != largest[f]) moved.Add(factors[f][i] / unit);
            }

            t *= Complex.Pow(unit, stratum.Factors[f].Multiplicity);
        }

        return ([.. moved, t], largest);
    }

    private bool IsOpen(Complex[] z, int[] charts)
    {
        var (factors, t) = Split(z, charts);
        if (t.Magnitude < 1e-9) return false;
        for (var b = 0; b < stratum.Blocks.Length; b++)
        {
            var roots = new List<Complex>();
            for (var f = 0; f < factors.Length; f++)
            {
                if (stratum.Factors[f].Block == b) roots.AddRange(PlainRoots.OnSphere(factors[f]));
            }

            for (var i = 0; i < roots.Count; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    if ((roots[i] - roots[j]).Magnitude / Math.Sqrt((1 + (roots[i].Magnitude * roots[i].Magnitude)) * (1 + (roots[j].Magnitude * roots[j].Magnitude))) < 1e-5) return false;
                }
            }
        }

        return true;
    }

    private static Complex Gaussian(TestRandom random) => Complex.FromPolarCoordinates(Math.Sqrt(-2 * Math.Log(1 - random.Unit())), 2 * Math.PI * random.Unit());

    private static Complex Dot(Complex[] form, Complex[] longer, int from) => form.Select((c, i) => c * longer[from + i]).Aggregate(Complex.Zero, (a, b) => a + b);

    private static double Norm(Complex[] values) => Math.Sqrt(values.Sum(v => v.Magnitude * v.Magnitude));

    private static double Distance(Complex[] a, Complex[] b) => Norm([.. a.Zip(b, (x, y) => x - y)]);

    private static Complex[]? SolveLinear(Complex[,] a, Complex[] b)
    {
        var n = b.Length;
        Complex[] x = [.. b];
        for (var k = 0; k < n; k++)
        {
            var pivot = Enumerable.Range(k, n - k).MaxBy(i => a[i, k].Magnitude);
            if (a[pivot, k].Magnitude < 1e-300) return null;
            for (var j = 0; j < n; j++) (a[k, j], a[pivot, j]) = (a[pivot, j], a[k, j]);
            (x[k], x[pivot]) = (x[pivot], x[k]);
            for (var i = 0; i < n; i++)
            {
                if (i == k) continue;
                var factor = a[i, k] / a[k, k];
                for (var j = k; j < n; j++) a[i, j] -= factor * a[k, j];
                x[i] -= factor * x[k];
            }
        }

        for (var i = 0; i < n; i++) x[i] /= a[i, i];
        return x;
    }
}

/// <summary>Roots of a form with complex coefficients, by Weierstrass iteration.</summary>
internal static class PlainRoots
{
    /// <summary>The roots x/y; a root at infinity is a large number.</summary>
    public static Complex[] OnSphere(Complex[] form)
    {
        var n = form.Length - 1;
        var lead = form[n].Magnitude < 1e-12 ? new Complex(1e-12, 0) : form[n];
        Complex[] roots = [.. Enumerable.Range(0, n).Select(i => Complex.Pow(new Complex(0.4, 0.9), i + 1))];
        for (var k = 0; k < 200; k++)
        {
            for (var i = 0; i < n; i++)
            {
                var value = form.Reverse().Aggregate(Complex.Zero, (sum, c) => (sum * roots[i]) + c) / lead;
                for (var j = 0; j < n; j++)
                {
                    if (j != i) value /= roots[i] - roots[j];
                }

                if (Complex.IsFinite(value)) roots[i] -= value;
            }
        }

        return roots;
    }
}
