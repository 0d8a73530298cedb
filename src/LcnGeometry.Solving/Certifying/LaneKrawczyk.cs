using System.Collections.Immutable;
using System.Numerics;
using LcnGeometry.Algebra;

namespace LcnGeometry.Solving;

/// <summary>Krawczyk's test of <see cref="KrawczykTest{T}"/> for several approximations at once, in intervals of doubles.</summary>
/// <remarks>Made for accurate approximations: one evaluation at the centers, one over the boxes. What it does not prove is left to the test of one.</remarks>
internal sealed class LaneKrawczyk
{
    private const double Floor = 2.220446049250313E-16;
    private const double Inflation = 32;

    private readonly ProductMap _map;
    private readonly int _size;
    private readonly ProductEvaluation<LaneBall> _evaluation;
    private readonly ComplexNumber<LaneBall>[] _form;
    private readonly ComplexNumber<LaneBall>[] _linear;
    private readonly ComplexNumber<LaneBall>[] _full;
    private readonly ComplexNumber<LaneBall>[] _center;
    private readonly ComplexNumber<LaneBall>[] _box;
    private readonly ComplexNumber<LaneBall>[] _image;
    private readonly ComplexNumber<LaneBall>[] _step;
    private readonly ComplexNumber<LaneBall>[] _equations;
    private readonly ComplexNumber<LaneBall>[] _jacobian;
    private readonly LaneInverse _inverse;
    private readonly AffineChart?[] _charts = new AffineChart?[Lanes.Count];

    /// <summary>A test for one map and exact data.</summary>
    public LaneKrawczyk(ProductMap map, ExactData data)
    {
        _map = map;
        _size = map.Unknowns;
        _evaluation = new ProductEvaluation<LaneBall>(map);
        _form = [.. data.Form.Select(Enclose)];
        _linear = [.. data.Linear.Select(Enclose)];
        _full = new ComplexNumber<LaneBall>[map.CoefficientCount];
        _center = new ComplexNumber<LaneBall>[_size];
        _box = new ComplexNumber<LaneBall>[_size];
        _image = new ComplexNumber<LaneBall>[_size];
        _step = new ComplexNumber<LaneBall>[_size];
        _equations = new ComplexNumber<LaneBall>[_size];
        _jacobian = new ComplexNumber<LaneBall>[_size * _size];
        _inverse = new LaneInverse(_size);
    }

    /// <summary>Tries to certify up to as many approximations as there are lanes.</summary>
    /// <param name="charts">A chart for each approximation; null where there is none.</param>
    /// <param name="real">Whether a real solution is sought; the chart's start is then real.</param>
    /// <param name="boxes">Receives the proved boxes, in their order.</param>
    public void Certify(ReadOnlySpan<AffineChart?> charts, ReadOnlySpan<bool> real, Span<SolutionBox?> boxes)
    {
        var some = -1;
        for (var lane = 0; lane < charts.Length; lane++)
        {
            if (charts[lane] is not null) some = lane;
        }

        if (some < 0) return;

        // Idle lanes repeat another one.
        for (var lane = 0; lane < Lanes.Count; lane++)
        {
            _charts[lane] = lane < charts.Length && charts[lane] is { } chart ? chart : charts[some];
            var start = _charts[lane]!.Start;
            for (var i = 0; i < _size; i++)
            {
                _center[i] = new(
                    _center[i].Re.With(lane, LaneBall.FromDouble(start[i].Re.High.Value)),
                    _center[i].Im.With(lane, LaneBall.FromDouble(start[i].Im.High.Value)));
            }
        }

        Evaluate(_center);
        Gather();
        _inverse.Invert(_jacobian);
        Multiply(_equations, _step);
        Inflate();
        Evaluate(_box);
        Gather();
        FillImage();
        for (var lane = 0; lane < charts.Length; lane++)
        {
            if (charts[lane] is null || !IsContracted(lane) || !KeepsRelations(lane)) boxes[lane] = null;
            else boxes[lane] = Build(lane, real[lane]);
        }

        if (!boxes.ContainsAnyExcept((SolutionBox?)null)) return;
        Expand(_image);
        _evaluation.EvaluateProducts(_full);
        var regular = LaneRegularity.Squarefree(_map, _evaluation);
        for (var lane = 0; lane < charts.Length; lane++)
        {
            if (boxes[lane] is { } box) boxes[lane] = regular[lane] && ExcludesZero(_image[^1], lane) ? box.WithProduct(ProductOf(lane, real[lane])) : null;
        }
    }

    private void Evaluate(ComplexNumber<LaneBall>[] variables)
    {
        Expand(variables);
        _evaluation.Evaluate(_full, variables[^1], ComplexNumber<LaneBall>.One, _form, _linear);
    }

    private void Expand(ComplexNumber<LaneBall>[] variables)
    {
        var offset = 0;
        var first = 0;
        for (var f = 0; f < _map.Factors.Length; f++)
        {
            var degree = _map.Factors[f].Degree;
            for (var k = 0; k <= degree; k++)
            {
                var value = ComplexNumber<LaneBall>.One;
                for (var lane = 0; lane < Lanes.Count; lane++)
                {
                    var chart = _charts[lane]!.Charts[f];
                    if (k == chart) continue;
                    var source = variables[first + (k < chart ? k : k - 1)];
                    value = new(value.Re.With(lane, source.Re), value.Im.With(lane, source.Im));
                }

                _full[offset + k] = value;
            }

            offset += degree + 1;
            first += degree;
        }
    }

    /// <summary>Picks, in each lane by its own chart, the square system from the evaluation.</summary>
    private void Gather()
    {
        for (var lane = 0; lane < Lanes.Count; lane++)
        {
            var chart = _charts[lane]!;
            for (var i = 0; i < _size; i++)
            {
                var row = chart.RowOf(_evaluation, i);
                _equations[i] = Merge(_equations[i], _evaluation.Residual[row], lane);
                for (var j = 0; j < _size; j++)
                {
                    _jacobian[(i * _size) + j] = Merge(_jacobian[(i * _size) + j], _evaluation.Jacobian[(row * _evaluation.Columns) + chart.ColumnOf(j)], lane);
                }
            }
        }
    }

    private void Multiply(ComplexNumber<LaneBall>[] vector, ComplexNumber<LaneBall>[] product)
    {
        for (var i = 0; i < _size; i++)
        {
            var sum = ComplexNumber<LaneBall>.Zero;
            for (var j = 0; j < _size; j++) sum = ComplexNumber<LaneBall>.MultiplyAdd(_inverse[i, j], vector[j], sum);
            product[i] = sum;
        }
    }

    private void Inflate()
    {
        Lanes two = Lanes.FromDouble(2), factor = Lanes.FromDouble(Inflation), floor = Lanes.FromDouble(Floor);
        for (var i = 0; i < _size; i++)
        {
            var size = Max(Lanes.Abs(_center[i].Re.Middle), Lanes.Abs(_center[i].Im.Middle));
            var step = Max(_step[i].Re.Magnitude, _step[i].Im.Magnitude);
            var radius = factor * ((two * step) + (floor * (size + floor)));
            _box[i] = new(LaneBall.Around(_center[i].Re.Middle, radius), LaneBall.Around(_center[i].Im.Middle, radius));
        }
    }

    /// <summary>Krawczyk's operator.</summary>
    private void FillImage()
    {
        for (var i = 0; i < _size; i++)
        {
            var sum = _center[i] - _step[i];
            for (var j = 0; j < _size; j++)
            {
                sum = ComplexNumber<LaneBall>.MultiplyAdd(_inverse.Defect(_jacobian, i, j), _box[j] - _center[j], sum);
            }

            _image[i] = sum;
        }
    }

    private bool IsContracted(int lane)
    {
        for (var i = 0; i < _size; i++)
        {
            var relative = _box[i].Re.Radius[lane] / (1 + Math.Abs(_center[i].Re.Middle[lane]) + Math.Abs(_center[i].Im.Middle[lane]));
            if (!(relative < 0.05) || !_image[i].Re.IsInside(_box[i].Re, lane) || !_image[i].Im.IsInside(_box[i].Im, lane)) return false;
        }

        return true;
    }

    private bool KeepsRelations(int lane)
    {
        for (var b = 1; b < _map.Blocks.Length; b++)
        {
            if (!ExcludesZero(_evaluation.RadicalOf(b)[_charts[lane]!.DroppedOf(b)], lane)) return false;
        }

        return true;
    }

    private SolutionBox Build(int lane, bool real)
    {
        var chart = _charts[lane]!;
        var coordinates = ImmutableArray.CreateBuilder<BoxCoordinate>(_size);
        for (var i = 0; i < _size; i++)
        {
            coordinates.Add(new BoxCoordinate(
                Rational.RationalizeExactly(_center[i].Re.Middle[lane]),
                Rational.RationalizeExactly(_center[i].Im.Middle[lane]),
                Rational.RationalizeExactly(_box[i].Re.Radius[lane])));
        }

        var factors = ImmutableArray.CreateBuilder<ImmutableArray<ComplexNumber<Interval>>>(_map.Factors.Length);
        var first = 0;
        for (var f = 0; f < _map.Factors.Length; f++)
        {
            var coefficients = ImmutableArray.CreateBuilder<ComplexNumber<Interval>>(_map.Factors[f].Degree + 1);
            for (var k = 0; k <= _map.Factors[f].Degree; k++)
            {
                coefficients.Add(k == chart.Charts[f]
                    ? ComplexNumber<Interval>.One
                    : ToInterval(_image[first + (k < chart.Charts[f] ? k : k - 1)], lane, real));
            }

            factors.Add(coefficients.MoveToImmutable());
            first += _map.Factors[f].Degree;
        }

        return new SolutionBox(_map, chart.Charts, coordinates.MoveToImmutable(), factors.MoveToImmutable(), ToInterval(_image[^1], lane, real), [], real);
    }

    private ImmutableArray<ComplexNumber<Interval>> ProductOf(int lane, bool real)
    {
        var product = ImmutableArray.CreateBuilder<ComplexNumber<Interval>>(_map.Size);
        foreach (var coefficient in _evaluation.Product) product.Add(ToInterval(_image[^1] * coefficient, lane, real));
        return product.MoveToImmutable();
    }

    private static ComplexNumber<LaneBall> Enclose(ExactComplex value)
    {
        var interval = value.Enclose<Interval>();
        return new(LaneBall.Enclose(interval.Re), LaneBall.Enclose(interval.Im));
    }

    private static ComplexNumber<LaneBall> Merge(ComplexNumber<LaneBall> target, ComplexNumber<LaneBall> source, int lane) =>
        lane == 0 ? source : new(target.Re.With(lane, source.Re), target.Im.With(lane, source.Im));

    private static ComplexNumber<Interval> ToInterval(ComplexNumber<LaneBall> value, int lane, bool real) =>
        new(value.Re.ToInterval(lane), real ? Interval.FromDouble(0) : value.Im.ToInterval(lane));

    private static bool ExcludesZero(ComplexNumber<LaneBall> value, int lane) => value.Re.ExcludesZero(lane) || value.Im.ExcludesZero(lane);

    private static Lanes Max(Lanes left, Lanes right) => Lanes.WhereLess(left, right, right, left);
}
