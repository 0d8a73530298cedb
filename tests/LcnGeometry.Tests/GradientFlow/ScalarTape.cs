namespace LcnGeometry.Tests.GradientFlow;

/// <summary>A tape carried out on single doubles: what every kernel must reproduce bit for bit.</summary>
internal static class ScalarTape
{
    public static double[] Values(DescentStep step, ReadOnlySpan<double> weights, ReadOnlySpan<double> target)
    {
        var values = new double[step.Tape.Count];
        for (var place = 0; place < values.Length; place++)
        {
            var node = step.Tape.Nodes[place];
            values[place] = node.Operation switch
            {
                TapeOperation.Weight => weights[node.A],
                TapeOperation.MinusTarget => -target[node.A],
                TapeOperation.Constant => node.Value,
                TapeOperation.Add => values[node.A] + values[node.B],
                TapeOperation.Multiply => values[node.A] * values[node.B],
                TapeOperation.MultiplyAdd => Math.FusedMultiplyAdd(values[node.A], values[node.B], values[node.C]),
                TapeOperation.Divide => values[node.A] / values[node.B],
                TapeOperation.Larger => values[node.A] > values[node.B] ? values[node.A] : values[node.B],
                TapeOperation.SquareRoot => Math.Sqrt(values[node.A]),
                _ => throw new InvalidOperationException($"{node.Operation}"),
            };
        }

        return values;
    }

    public static PlainDescent.End Run(DescentStep step, ReadOnlySpan<double> start, ReadOnlySpan<double> target, DescentOptions options)
    {
        var weights = start.ToArray();
        for (var steps = 0; ; steps++)
        {
            var values = Values(step, weights, target);
            var norm = 2 * Math.Sqrt(values[step.Quarter]);
            if (!double.IsFinite(norm) && !(norm > 0 && steps < options.MaxSteps)) return new(weights, steps, norm, FlowStatus.Diverging);
            if (norm < options.GradientTolerance) return new(weights, steps, norm, FlowStatus.Converged);
            if (steps == options.MaxSteps) return new(weights, steps, norm, FlowStatus.Budget);
            for (var i = 0; i < weights.Length; i++) weights[i] = values[step.Next[i]];
        }
    }
}
