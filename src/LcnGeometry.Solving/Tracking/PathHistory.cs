using System.Numerics;

namespace LcnGeometry.Solving;

/// <summary>For each lane the weights of the last point, its tangent, the point before and its tangent in a prediction.</summary>
internal readonly ref struct PredictionWeights
{
    private readonly Span<double> _values;

    /// <summary>On four times as many doubles as there are lanes.</summary>
    public PredictionWeights(Span<double> values)
    {
        _values = values;
        _values.Fill(double.NaN);
    }

    /// <summary>The weights of one lane.</summary>
    public Lane Of(int lane) => new(_values, lane);

    /// <summary>One kind of weight in all lanes; NaN where nothing is predicted.</summary>
    public Lanes Kind(int kind) => Lanes.Of(_values.Slice(kind * Lanes.Count, Lanes.Count));

    /// <summary>The weights of one lane.</summary>
    public readonly ref struct Lane(Span<double> values, int lane)
    {
        private readonly Span<double> _values = values;

        /// <summary>Sets all four.</summary>
        public void Set(double point, double tangent, double pointBefore, double tangentBefore)
        {
            _values[lane] = point;
            _values[lane + Lanes.Count] = tangent;
            _values[lane + (2 * Lanes.Count)] = pointBefore;
            _values[lane + (3 * Lanes.Count)] = tangentBefore;
        }
    }
}

/// <summary>The last two points of each path and their tangents.</summary>
internal sealed class PathHistory(int length)
{
    private readonly ComplexNumber<Lanes>[] _point = new ComplexNumber<Lanes>[length];
    private readonly ComplexNumber<Lanes>[] _tangent = new ComplexNumber<Lanes>[length];
    private readonly ComplexNumber<Lanes>[] _pointBefore = new ComplexNumber<Lanes>[length];
    private readonly ComplexNumber<Lanes>[] _tangentBefore = new ComplexNumber<Lanes>[length];

    /// <summary>Keeps a point and its tangent in the lanes of the mask.</summary>
    public void Accept(Lanes mask, ComplexNumber<Lanes>[] point, ComplexNumber<Lanes>[] tangent)
    {
        var half = Lanes.FromDouble(0.5);
        for (var i = 0; i < point.Length; i++)
        {
            _pointBefore[i] = Select(half, mask, _point[i], _pointBefore[i]);
            _tangentBefore[i] = Select(half, mask, _tangent[i], _tangentBefore[i]);
            _point[i] = Select(half, mask, point[i], _point[i]);
            _tangent[i] = Select(half, mask, tangent[i], _tangent[i]);
        }
    }

    /// <summary>The last point of a lane.</summary>
    public Complex[] Last(int lane) => LaneVectors.Get(_point, lane);

    /// <summary>Carries the points and tangents of a lane over into the charts around given centers.</summary>
    public void ChangeChart(ProductMap map, Complex[] centers, int lane)
    {
        ChangeChart(map, centers, lane, _point, _tangent);
        ChangeChart(map, centers, lane, _pointBefore, _tangentBefore);
    }

    /// <summary>Predicts in the lanes that have weights.</summary>
    public void Predict(PredictionWeights weights, ComplexNumber<Lanes>[] point)
    {
        Lanes a = weights.Kind(0), b = weights.Kind(1), c = weights.Kind(2), d = weights.Kind(3);
        for (var i = 0; i < point.Length; i++)
        {
            var re = Combine(a, b, c, d, _point[i].Re, _tangent[i].Re, _pointBefore[i].Re, _tangentBefore[i].Re);
            var im = Combine(a, b, c, d, _point[i].Im, _tangent[i].Im, _pointBefore[i].Im, _tangentBefore[i].Im);
            point[i] = new(Lanes.WhereNumber(a, re, point[i].Re), Lanes.WhereNumber(a, im, point[i].Im));
        }
    }

    private static void ChangeChart(ProductMap map, Complex[] centers, int lane, ComplexNumber<Lanes>[] points, ComplexNumber<Lanes>[] tangents)
    {
        Complex[] point = LaneVectors.Get(points, lane), tangent = LaneVectors.Get(tangents, lane);
        ProjectivePoints.ChangeChart(map, centers, point, tangent);
        LaneVectors.Set(points, lane, point);
        LaneVectors.Set(tangents, lane, tangent);
    }

    private static ComplexNumber<Lanes> Select(Lanes half, Lanes mask, ComplexNumber<Lanes> yes, ComplexNumber<Lanes> no) =>
        new(Lanes.WhereLess(half, mask, yes.Re, no.Re), Lanes.WhereLess(half, mask, yes.Im, no.Im));

    private static Lanes Combine(Lanes a, Lanes b, Lanes c, Lanes d, Lanes p, Lanes q, Lanes r, Lanes s) =>
        Lanes.MultiplyAdd(a, p, Lanes.MultiplyAdd(b, q, Lanes.MultiplyAdd(c, r, d * s)));
}
