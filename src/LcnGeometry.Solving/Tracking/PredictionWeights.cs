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
    public ReadOnlySpan<double> Kind(int kind) => (_values.Slice(kind * Lanes.Count, Lanes.Count));

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
