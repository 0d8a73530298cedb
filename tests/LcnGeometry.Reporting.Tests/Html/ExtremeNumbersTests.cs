using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Reporting.Tests;

/// <summary>Runs that diverge and numbers at the edge of the range still make a page.</summary>
public sealed class ExtremeNumbersTests
{
    private static readonly double[] Extremes = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, -double.MaxValue, double.Epsilon, 0, -0.0, 1e200, -1e-200];

    [Fact]
    public void Extreme_numbers_in_flow_runs_make_a_page() => PropertyRun.Trials(60, random =>
    {
        var study = SampleStudies.Named(random.Pick<string>(["cone-outside", "cubic-slice", "zero-target"]));
        var flow = study.Flow! with { Runs = [.. study.Flow!.Runs.Take(4).Select(run => Spoiled(run, random))] };
        var slice = study.Slice is null ? null : study.Slice with
        {
            Points = [.. study.Slice.Points.Select(point => point.Kind == "target" ? point : point with { X = Spoiled(point.X, random), Y = Spoiled(point.Y, random), Distance = Spoiled(point.Distance, random) })],
            Paths = [.. study.Slice.Paths.Select(path => path with { Points = [.. path.Points.Select(p => Spoiled(p, random))] })],
        };
        var page = PageParts.Of(study with { Flow = flow, Slice = slice });
        Assert.NotEmpty(page.Figures);
    });

    [Theory]
    [InlineData(400)]
    [InlineData(-400)]
    [InlineData(200)]
    public void Exact_numbers_of_any_size_make_a_page(int exponent)
    {
        var study = SampleStudies.Named("cone-outside");
        Rational big = Rational.FromInteger(System.Numerics.BigInteger.Pow(10, Math.Abs(exponent)));
        Scalar value = exponent > 0 ? big : (Rational)1 / big;
        ImmutableArray<Scalar> target = [value, (Rational)1, value];
        var loss = study.Flow!.Loss with { U = target, AtZero = value, Constant = value, Q = [[value, value, value], [value, value, value], [value, value, value]] };
        var page = PageParts.Of(study with { Flow = study.Flow with { Loss = loss }, Inputs = study.Inputs with { Target = target } });
        Assert.Contains("1×10" + NumberText.TypesetDigits(NumberText.Count(exponent)), page.Root.Value, StringComparison.Ordinal);
        Assert.Equal(exponent > 0, page.Root.Value.Contains("beyond the range of numbers that can be drawn", StringComparison.Ordinal));
    }

    private static FlowRunRow Spoiled(FlowRunRow run, TestRandom random) => run with
    {
        Status = (FlowStatus)random.Between(0, 3),
        Time = Spoiled(run.Time, random),
        GradientNorm = Spoiled(run.GradientNorm, random),
        Invariants = [.. run.Invariants.Select(invariant => invariant with { Value = Spoiled(invariant.Value, random), Drift = Spoiled(invariant.Drift, random) })],
        Limit = run.Limit with
        {
            Function = Spoiled(run.Limit.Function, random),
            Loss = Spoiled(run.Limit.Loss, random),
            Roots = [.. run.Limit.Roots.Select(roots => roots.Select(root => new LimitRoot(Spoiled(root.Re, random), Spoiled(root.Im, random))).ToImmutableArray())],
        },
        Trace = new FlowTraceRow
        {
            Time = Spoiled(run.Trace.Time, random),
            Loss = Spoiled(run.Trace.Loss, random),
            Drift = Spoiled(run.Trace.Drift, random),
            Function = [.. run.Trace.Function.Select(function => Spoiled(function, random))],
        },
    };

    private static ImmutableArray<double> Spoiled(ImmutableArray<double> values, TestRandom random) => [.. values.Select(value => Spoiled(value, random))];

    private static double Spoiled(double value, TestRandom random) => random.Chance(0.15) ? random.Pick(Extremes) : value;
}
