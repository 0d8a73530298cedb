namespace LcnGeometry;

/// <summary>One step of gradient flow by the explicit Runge-Kutta method 8(5,3) of Dormand and Prince, as Hairer arranged it.</summary>
/// <remarks>
/// Order 8 from 12 velocities, with solutions of order 5 and 3 beside it as error estimates, and an interpolant of order 7 from three more
/// velocities. Source: Hairer, Nørsett, Wanner, "Solving ordinary differential equations I"; Prince, Dormand, "High order embedded Runge-Kutta formulae".
/// </remarks>
internal static partial class DormandPrince
{
    /// <summary>The order of the solution.</summary>
    public const int Order = 8;

    /// <summary>The velocities of a step; the next is that of its end.</summary>
    public const int Stages = 12;

    /// <summary>All velocities: of the stages, of the end, and those of the dense output.</summary>
    public const int AllStages = 16;

    /// <summary>
    /// How far the step times the largest rate of decay may go: up to here the method damps every decay, here still to less than a sixteenth.
    /// Beyond 6.4 decays would grow.
    /// </summary>
    public const double Stability = 5;

    /// <summary>One step; null when it leaves the range of doubles.</summary>
    public static ExplicitStep? Step(FlowField field, double[] start, double[] velocity, double length)
    {
        var velocities = new double[AllStages][];
        velocities[0] = velocity;
        var place = new double[start.Length];
        for (var stage = 1; stage < Stages; stage++)
        {
            Combine(start, velocities, Row(stage), length, place);
            velocities[stage] = field.Velocity(place);
        }

        var end = Combine(start, velocities, Row(Stages), length);
        velocities[Stages] = field.Velocity(end);
        return IsFinite(end) && IsFinite(velocities[Stages]) ? new ExplicitStep(field, start, end, length, velocities) : null;
    }

    /// <summary>The start plus a combination of velocities.</summary>
    public static double[] Combine(double[] start, double[][] velocities, ReadOnlySpan<double> weights, double length)
    {
        var result = new double[start.Length];
        Combine(start, velocities, weights, length, result);
        return result;
    }

    private static void Combine(double[] start, double[][] velocities, ReadOnlySpan<double> weights, double length, double[] result)
    {
        Array.Clear(result);
        AddTo(result, velocities, weights);
        for (var i = 0; i < result.Length; i++) result[i] = start[i] + (length * result[i]);
    }

    /// <summary>Adds a combination of velocities.</summary>
    public static void AddTo(double[] sum, double[][] velocities, ReadOnlySpan<double> weights)
    {
        for (var stage = 0; stage < weights.Length; stage++)
        {
            if (weights[stage] == 0) continue;
            var (weight, velocity) = (weights[stage], velocities[stage]);
            for (var i = 0; i < sum.Length; i++) sum[i] += weight * velocity[i];
        }
    }

    private static bool IsFinite(double[] vector)
    {
        foreach (var entry in vector)
        {
            if (!double.IsFinite(entry)) return false;
        }

        return true;
    }
}
