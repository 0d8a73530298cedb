using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>The square system that the critical functions of a stratum solve, evaluated with its Jacobian in outward-rounded arithmetic.</summary>
/// <remarks>
/// The function P is critical on the stratum when <c>Q(P - u)</c> is orthogonal to the tangent space, which the products of <c>x^k</c>,
/// k up to the number of distinct roots of a block, with the repeated part of the block and the forms of the other blocks span. The
/// coefficients of a block's radical combine the equations of that block to one that is the same for all blocks. So one equation of every block but the first
/// follows from the others wherever that coefficient of the radical is not zero.
/// </remarks>
internal sealed class StratumSystem
{
    private readonly CriticalStratum _stratum;
    private readonly ComplexSquare[][] _q;
    private readonly ComplexSquare[] _image;

    /// <summary>The system for a loss, in arithmetic with a given number of binary digits.</summary>
    internal StratumSystem(CriticalStratum stratum, Matrix<Rational> q, ImmutableArray<Rational> target, int bits)
    {
        _stratum = stratum;
        Bits = bits;

        // A power of two in the metric changes no solution and keeps the numbers near one.
        var unit = Rational.PowerOfTwo(-Magnitude(q));
        _q = [.. Enumerable.Range(0, q.Rows).Select(i => q.Row(i).Select(entry => ComplexSquare.Of(entry * unit, bits)).ToArray())];
        _image = [.. q.Multiply([.. target]).Select(entry => ComplexSquare.Of(entry * unit, bits))];
        Unknowns = stratum.RootCount + 1;
    }

    /// <summary>The number of binary digits after the point.</summary>
    internal int Bits { get; }

    /// <summary>The number of unknowns and of equations.</summary>
    internal int Unknowns { get; }

    /// <summary>The equations that are kept, as pairs of a block and a power of x; of every block but the first one equation is left out.</summary>
    /// <param name="left">For each block the power that is left out; the first entry is not used.</param>
    internal ImmutableArray<(int Block, int Power)> Equations(ReadOnlySpan<int> left)
    {
        var kept = ImmutableArray.CreateBuilder<(int, int)>(Unknowns);
        for (var b = 0; b < _stratum.Blocks.Length; b++)
        {
            for (var k = 0; k <= _stratum.Patterns[b].Length; k++)
            {
                if (b == 0 || k != left[b]) kept.Add((b, k));
            }
        }

        return kept.MoveToImmutable();
    }

    /// <summary>The values of the equations.</summary>
    internal ComplexSquare[] Values(StratumPoint point, ImmutableArray<(int Block, int Power)> equations)
    {
        var gradient = Gradient(point);
        var weights = Weights(point);
        return [.. equations.Select(e => SquareForms.Dot(weights[e.Block], gradient, e.Power * point.Step(e.Block)))];
    }

    /// <summary>The derivatives of the equations (rows) by the coordinates (columns), the scale last.</summary>
    internal ComplexSquare[,] Jacobian(StratumPoint point, ImmutableArray<(int Block, int Power)> equations, ImmutableArray<int> charts)
    {
        var gradient = Gradient(point);
        var weights = Weights(point);
        var images = equations.Select(e => Image(weights[e.Block], e.Power * point.Step(e.Block))).ToArray();
        var jacobian = new ComplexSquare[equations.Length, Unknowns];
        var column = 0;
        for (var f = 0; f < _stratum.Factors.Length; f++)
        {
            var block = _stratum.Factors[f].Block;
            var form = point.FormDerivative(f);
            var function = Array.ConvertAll(SquareForms.Multiply(form, point.FormsExcept(block)), coefficient => coefficient * point.Scale);
            var moved = Enumerable.Range(0, _stratum.Blocks.Length).Select(b => WeightDerivative(point, f, b, form)).ToArray();
            for (var i = 0; i <= _stratum.Factors[f].Degree; i++)
            {
                if (i == charts[f]) continue;
                var shift = i * point.Step(block);
                for (var row = 0; row < equations.Length; row++)
                {
                    var entry = SquareForms.Dot(function, images[row], shift);
                    if (moved[equations[row].Block] is { } weight)
                    {
                        entry += SquareForms.Dot(weight, gradient, shift + (equations[row].Power * point.Step(equations[row].Block)));
                    }

                    jacobian[row, column] = entry;
                }

                column++;
            }
        }

        for (var row = 0; row < equations.Length; row++) jacobian[row, column] = SquareForms.Dot(point.Direction, images[row], 0);
        return jacobian;
    }

    /// <summary>Q(P - u).</summary>
    private ComplexSquare[] Gradient(StratumPoint point) =>
        [.. Enumerable.Range(0, _q.Length).Select(i => SquareForms.Dot(point.Function, _q[i], 0) - _image[i])];

    /// <summary>What the powers of x are multiplied with in the equations of each block.</summary>
    private static ComplexSquare[][] Weights(StratumPoint point) =>
        [.. point.Repeated.Select((repeated, b) => SquareForms.Multiply(repeated, point.FormsExcept(b)))];

    private static ComplexSquare[]? WeightDerivative(StratumPoint point, int factor, int block, ComplexSquare[] form)
    {
        var own = point.BlockOf(factor);
        if (block != own) return SquareForms.Multiply(SquareForms.Multiply(form, point.Repeated[block]), point.FormsExcept(own, block));
        return point.RepeatedDerivative(factor) is { } repeated ? SquareForms.Multiply(repeated, point.FormsExcept(block)) : null;
    }

    /// <summary>Q times a form that is multiplied with a power of x.</summary>
    private ComplexSquare[] Image(ComplexSquare[] form, int shift) => [.. _q.Select(row => SquareForms.Dot(form, row, shift))];

    private static int Magnitude(Matrix<Rational> q)
    {
        var largest = Rational.Zero;
        for (var i = 0; i < q.Rows; i++)
        {
            for (var j = 0; j < q.Columns; j++) largest = Rational.Abs(q[i, j]) > largest ? Rational.Abs(q[i, j]) : largest;
        }

        return largest.IsZero ? 0 : largest.Numerator.BitLength - largest.Denominator.BitLength;
    }
}
