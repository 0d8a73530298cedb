using System.Numerics;

namespace LcnGeometry.Solving;

/// <summary>Points found so far; finds a point again among thousands.</summary>
internal sealed class SolutionTable(ProductMap map)
{
    private const double Cell = 1e-4;
    private const double Tolerance = 1e-7;
    private readonly Dictionary<(long Re, long Im), List<int>> _cells = [];
    private readonly List<Complex[]> _signatures = [];

    /// <summary>The points, in the order in which they came.</summary>
    public List<Complex[]> Points { get; } = [];

    /// <summary>Adds a point unless it is there.</summary>
    public bool Add(Complex[] point)
    {
        if (Find(point) is not null) return false;
        var signature = ProjectivePoints.Signature(map, point);
        var key = Key(signature);
        if (!_cells.TryGetValue(key, out var cell)) _cells[key] = cell = [];
        cell.Add(Points.Count);
        _signatures.Add(signature);
        Points.Add(point);
        return true;
    }

    /// <summary>The index of a point that is this one up to rounding.</summary>
    public int? Find(Complex[] point)
    {
        var signature = ProjectivePoints.Signature(map, point);
        var (re, im) = Key(signature);
        for (var i = re - 1; i <= re + 1; i++)
        {
            for (var j = im - 1; j <= im + 1; j++)
            {
                if (!_cells.TryGetValue((i, j), out var cell)) continue;
                foreach (var index in cell)
                {
                    if (Distance(signature, _signatures[index]) < Tolerance) return index;
                }
            }
        }

        return null;
    }

    private static (long Re, long Im) Key(Complex[] signature)
    {
        // The spherical image of one coordinate: bounded, and continuous through infinity.
        var x = signature[0];
        var size = 1 + (x.Real * x.Real) + (x.Imaginary * x.Imaginary);
        return ((long)Math.Round(x.Real / size / Cell), (long)Math.Round(x.Imaginary / size / Cell));
    }

    private static double Distance(Complex[] left, Complex[] right)
    {
        var worst = 0.0;
        for (var i = 0; i < left.Length; i++)
        {
            var scale = 1 + Math.Max(Complex.Abs(left[i]), Complex.Abs(right[i]));
            worst = Math.Max(worst, Complex.Abs(left[i] - right[i]) / scale);
        }

        return worst;
    }
}
