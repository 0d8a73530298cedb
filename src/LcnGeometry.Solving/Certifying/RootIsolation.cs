using System.Collections.Immutable;
using System.Diagnostics;
using System.Numerics;
using LcnGeometry.Algebra;

namespace LcnGeometry.Solving;

/// <summary>Separates the complex roots of a squarefree integer polynomial by rigorous, well separated discs.</summary>
/// <remarks>
/// Ehrlich and Aberth's iteration proposes points, at a precision that grows until they settle. Smith's theorem certifies them: the
/// discs of radius <c>n |f(z_i) / (a_n prod (z_i - z_j))|</c> contain all roots, and a disc disjoint from the others contains one.
/// Discs are asked to be 8n times smaller than the gaps, so that Newton's method converges from every one of them.
/// Sources: Smith, "Error bounds for zeros of a polynomial based upon Gerschgorin's theorems"; Bini, "Numerical computation of
/// polynomial zeros by means of Aberth's method".
/// </remarks>
internal sealed class RootIsolation
{
    private readonly Polynomial<Integer> _polynomial;
    private readonly DyadicComplex[] _points;
    private readonly FixedPointEvaluation?[] _values;
    private readonly int[] _radii;
    private readonly int[,] _distances;
    private readonly bool[] _real;
    private int _bits = 96;

    private RootIsolation(Polynomial<Integer> polynomial, ScaledComplex[] starts)
    {
        _polynomial = polynomial;
        _points = [.. starts.Select(start => DyadicComplex.Of(start).RoundedTo(_bits))];
        _values = new FixedPointEvaluation?[starts.Length];
        _radii = new int[starts.Length];
        _distances = new int[starts.Length, starts.Length];
        _real = new bool[starts.Length];
    }

    /// <summary>The real roots and, of each conjugate pair, the root in the upper half plane.</summary>
    /// <param name="polynomial">Squarefree, of positive degree, not zero at zero.</param>
    /// <param name="token">Stops between sweeps.</param>
    public static ImmutableArray<RootBall> Isolate(Polynomial<Integer> polynomial, CancellationToken token)
    {
        var starts = AberthIteration.Run(new ScaledPolynomial(polynomial.Coefficients), token);
        return new RootIsolation(polynomial, starts).Run(token);
    }

    private ImmutableArray<RootBall> Run(CancellationToken token)
    {
        for (var sweep = 0; ; sweep++)
        {
            token.ThrowIfCancellationRequested();
            for (var i = 0; i < _points.Length; i++) _values[i] ??= new FixedPointEvaluation(_polynomial, _points[i], _bits);
            for (var i = 0; i < _points.Length; i++) Enclose(i);
            var open = Enumerable.Range(0, _points.Length).Where(i => !IsSettled(i)).ToArray();
            if (open.Length == 0) return Balls();

            if (sweep > 20 + _bits || open.All(i => _values[i]!.IsNoise))
            {
                RaisePrecision(open);
                sweep = 0;
            }

            foreach (var i in open) Move(i);
        }
    }

    /// <summary>Smith's radius, and the distances to the other points.</summary>
    private void Enclose(int index)
    {
        var product = Magnitude.Of(_polynomial.LeadingCoefficient, BigInteger.Zero, 0);
        var coincides = false;
        for (var j = 0; j < _points.Length; j++)
        {
            if (j == index) continue;
            var difference = _points[index] - _points[j];
            _distances[index, j] = difference.Exponent;
            if (difference.Exponent == DyadicComplex.ExponentOfZero) coincides = true;
            else product *= Magnitude.Of(difference.Re, difference.Im, -difference.Scale);
        }

        _radii[index] = coincides
            ? int.MaxValue / 2
            : (Magnitude.Of(_points.Length, BigInteger.Zero, 0) * _values[index]!.ValueBound / product).UpperLog2;
    }

    /// <summary>Whether the disc is far smaller than the gaps around it, and the root is known to be real or not.</summary>
    private bool IsSettled(int index)
    {
        var point = _points[index];
        var radius = _radii[index];
        var slack = BitOperations.Log2((uint)_points.Length) + 5;
        if (radius + slack > point.Exponent) return false;
        for (var j = 0; j < _points.Length; j++)
        {
            if (j != index && Math.Max(radius + slack, _radii[j] + 3) > _distances[index, j]) return false;
        }

        _real[index] = point.ImaginaryExponent < radius + slack;
        if (!_real[index]) return true;

        // The mirror image of a root that is not real would be a root in another disc.
        for (var j = 0; j < _points.Length; j++)
        {
            if (j != index && Math.Max(radius, _radii[j]) + 3 > (point.Conjugate - _points[j]).Exponent) return false;
        }

        return true;
    }

    private void Move(int index)
    {
        var value = _values[index]!;
        if (value.IsNoise) return;
        var unit = _points[index].Exponent;
        var inverse = value.LogarithmicDerivative(unit) - Repulsion(index, unit);
        if (!Complex.IsFinite(inverse) || inverse == Complex.Zero) return;
        var step = DyadicComplex.Of(ScaledComplex.Normalize(Complex.One / inverse, unit));
        var moved = (_points[index] - step).RoundedTo(_bits);
        if (moved.Exponent == DyadicComplex.ExponentOfZero) return;
        _points[index] = moved;
        _values[index] = null;
    }

    private Complex Repulsion(int index, int unit)
    {
        var sum = Complex.Zero;
        for (var j = 0; j < _points.Length; j++)
        {
            if (j == index) continue;
            var difference = (_points[index] - _points[j]).ToScaledComplex();
            if (difference.Unit == Complex.Zero) continue;
            sum += new ScaledComplex(Complex.One / difference.Unit, unit - difference.Exponent).ToComplex();
        }

        return sum;
    }

    /// <summary>Doubles the precision; open points are nudged, each in its own direction, so that none coincide or stick to the real axis.</summary>
    private void RaisePrecision(int[] open)
    {
        var size = _polynomial.Coefficients.ToArray().Max(coefficient => coefficient.BitLength);
        if (_bits > 200L * _points.Length * (size + _points.Length + 64L))
        {
            throw new UnreachableException($"The roots of {string.Join(", ", _polynomial.Coefficients.ToArray())} were not separated at {_bits} bits.");
        }

        foreach (var i in open)
        {
            var nudge = ScaledComplex.Normalize(Complex.FromPolarCoordinates(1, 1 + i), _points[i].Exponent - _bits + 16);
            _points[i] = (_points[i] - DyadicComplex.Of(nudge)).RoundedTo(2 * _bits);
            _values[i] = null;
        }

        _bits *= 2;
        foreach (var i in open) _values[i] = new FixedPointEvaluation(_polynomial, _points[i], _bits);
    }

    private ImmutableArray<RootBall> Balls()
    {
        var balls = ImmutableArray.CreateBuilder<RootBall>();
        var below = 0;
        for (var i = 0; i < _points.Length; i++)
        {
            if (!_real[i] && _points[i].Im.Sign < 0)
            {
                below++;
                continue;
            }

            var center = _real[i] ? _points[i] with { Im = BigInteger.Zero } : _points[i];
            balls.Add(new RootBall
            {
                Center = center,
                RadiusExponent = _radii[i],
                Next = center,
                SquareCenter = center,

                // Another root is at least a distance less its disc away, and the discs are far smaller than the distances.
                SquareExponent = Enumerable.Range(0, _points.Length).Where(j => j != i).Min(j => (int?)_distances[i, j]) - 2 ?? int.MaxValue,
                LostBits = _values[i]!.LostBits,
                IsReal = _real[i],
            });
        }

        if (below != balls.Count(ball => !ball.IsReal) || below + balls.Count != _points.Length)
        {
            throw new UnreachableException($"The roots of {string.Join(", ", _polynomial.Coefficients.ToArray())} are not symmetric to the real axis.");
        }

        return balls.ToImmutable();
    }
}
