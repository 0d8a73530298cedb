using System.Numerics;

namespace LcnGeometry.Solving;

/// <summary>The last two points of each path and their tangents.</summary>
/// <typeparam name="T">The arithmetic, with one path in each lane.</typeparam>
internal sealed class PathHistory<T>(int length)
    where T : struct, ILanes<T>
{
    private readonly ComplexNumber<T>[] _point = new ComplexNumber<T>[length];
    private readonly ComplexNumber<T>[] _tangent = new ComplexNumber<T>[length];
    private readonly ComplexNumber<T>[] _pointBefore = new ComplexNumber<T>[length];
    private readonly ComplexNumber<T>[] _tangentBefore = new ComplexNumber<T>[length];

    /// <summary>Keeps a point and its tangent in the lanes of the mask.</summary>
    public void Accept(T mask, ComplexNumber<T>[] point, ComplexNumber<T>[] tangent)
    {
        var half = T.FromDouble(0.5);
        for (var i = 0; i < point.Length; i++)
        {
            _pointBefore[i] = Select(half, mask, _point[i], _pointBefore[i]);
            _tangentBefore[i] = Select(half, mask, _tangent[i], _tangentBefore[i]);
            _point[i] = Select(half, mask, point[i], _point[i]);
            _tangent[i] = Select(half, mask, tangent[i], _tangent[i]);
        }
    }

    /// <summary>The last point of every lane.</summary>
    public ComplexNumber<T>[] Last => _point;

    /// <summary>Carries the points and tangents of a lane over into the charts around given centers.</summary>
    public void ChangeChart(ProductMap map, Complex[] centers, int lane)
    {
        ChangeChart(map, centers, lane, _point, _tangent);
        ChangeChart(map, centers, lane, _pointBefore, _tangentBefore);
    }

    /// <summary>Predicts in the lanes that have weights.</summary>
    public void Predict(PredictionWeights weights, ComplexNumber<T>[] point)
    {
        T a = T.Of(weights.Kind(0)), b = T.Of(weights.Kind(1)), c = T.Of(weights.Kind(2)), d = T.Of(weights.Kind(3));
        for (var i = 0; i < point.Length; i++)
        {
            var re = Combine(a, b, c, d, _point[i].Re, _tangent[i].Re, _pointBefore[i].Re, _tangentBefore[i].Re);
            var im = Combine(a, b, c, d, _point[i].Im, _tangent[i].Im, _pointBefore[i].Im, _tangentBefore[i].Im);
            point[i] = new(T.WhereNumber(a, re, point[i].Re), T.WhereNumber(a, im, point[i].Im));
        }
    }

    private static void ChangeChart(ProductMap map, Complex[] centers, int lane, ComplexNumber<T>[] points, ComplexNumber<T>[] tangents)
    {
        Complex[] point = LaneVectors.Get(points, lane), tangent = LaneVectors.Get(tangents, lane);
        ProjectivePoints.ChangeChart(map, centers, point, tangent);
        LaneVectors.Set(points, lane, point);
        LaneVectors.Set(tangents, lane, tangent);
    }

    private static ComplexNumber<T> Select(T half, T mask, ComplexNumber<T> yes, ComplexNumber<T> no) =>
        new(T.WhereLess(half, mask, yes.Re, no.Re), T.WhereLess(half, mask, yes.Im, no.Im));

    private static T Combine(T a, T b, T c, T d, T p, T q, T r, T s) =>
        T.MultiplyAdd(a, p, T.MultiplyAdd(b, q, T.MultiplyAdd(c, r, d * s)));
}
