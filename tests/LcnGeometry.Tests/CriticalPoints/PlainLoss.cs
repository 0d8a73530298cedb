using LcnGeometry.Algebra;

namespace LcnGeometry.Tests.CriticalPoints;

/// <summary>The loss as a function of all filter entries, in doubles and by the definition: nothing is shared with the code under test.</summary>
internal sealed class PlainLoss(Architecture net, QuadraticLoss loss)
{
    private readonly double[] _target = [.. loss.Target.Select(c => c.ToDouble())];
    private readonly double _constant = loss.Constant.ToDouble();

    /// <summary>The index form of D3: entry m of the end-to-end filter is the sum of all products whose weighted indices add up to m.</summary>
    public double[] Function(double[][] filters)
    {
        var product = new double[] { 1 };
        for (var l = 0; l < filters.Length; l++)
        {
            var step = filters[l].Length == 1 ? 1 : (int)net.StrideProducts[l];
            var next = new double[product.Length + ((filters[l].Length - 1) * step)];
            for (var i = 0; i < product.Length; i++)
            {
                for (var j = 0; j < filters[l].Length; j++) next[i + (j * step)] += product[i] * filters[l][j];
            }

            product = next;
        }

        return product;
    }

    public double Value(double[][] filters)
    {
        var difference = Function(filters).Select((w, i) => w - _target[i]).ToArray();
        var sum = _constant;
        for (var i = 0; i < difference.Length; i++)
        {
            for (var j = 0; j < difference.Length; j++) sum += loss.Q[i, j].ToDouble() * difference[i] * difference[j];
        }

        return sum;
    }

    /// <summary>The same function with filters of equal norm.</summary>
    public static double[][] Balance(double[][] filters)
    {
        var norms = filters.Select(f => Math.Sqrt(f.Sum(c => c * c))).ToArray();
        var common = Math.Pow(norms.Aggregate(1.0, (a, b) => a * b), 1.0 / norms.Length);
        return [.. filters.Select((f, l) => f.Select(c => c * common / norms[l]).ToArray())];
    }

    /// <summary>Second derivatives by central differences, in units of the filters' norm and of the size of the loss.</summary>
    public double[,] Hessian(double[][] filters)
    {
        var step = 1e-3 * Math.Sqrt(filters.Max(f => f.Sum(c => c * c)));
        var places = filters.SelectMany((f, l) => Enumerable.Range(0, f.Length).Select(i => (Layer: l, Entry: i))).ToArray();
        double Shifted(int a, double x, int b, double y)
        {
            var copy = filters.Select(f => (double[])f.Clone()).ToArray();
            copy[places[a].Layer][places[a].Entry] += x * step;
            copy[places[b].Layer][places[b].Entry] += y * step;
            return Value(copy);
        }

        var hessian = new double[places.Length, places.Length];
        for (var a = 0; a < places.Length; a++)
        {
            for (var b = 0; b <= a; b++)
            {
                // Fourth order: differences with steps h and 2h.
                double Difference(double h) => (Shifted(a, h, b, h) - Shifted(a, h, b, -h) - Shifted(a, -h, b, h) + Shifted(a, -h, b, -h)) / (4 * h * h);
                hessian[a, b] = hessian[b, a] = ((4 * Difference(1)) - Difference(2)) / 3;
            }
        }

        return hessian;
    }

    /// <summary>The middles of a factorization's enclosures.</summary>
    public static double[][] Filters(CriticalFactorization factorization) => [.. factorization.Filters.Select(f => f.Select(c => c.Midpoint).ToArray())];
}
