using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.CriticalPoints;

/// <summary>F17: the texts, and that they say what the loss says.</summary>
public class SystemExportTests
{
    private static readonly ExportFormat[] Formats = Enum.GetValues<ExportFormat>();

    [Theory]
    [InlineData("m2", ExportFormat.Macaulay2)]
    [InlineData("singular", ExportFormat.Singular)]
    [InlineData("sympy", ExportFormat.SymPy)]
    [InlineData("hc", ExportFormat.HomotopyContinuation)]
    public void Texts_are_approved(string name, ExportFormat format)
    {
        Assert.Equal(format, SystemExport.Parse(name));
        var square = QuadraticLoss.FromTarget([1, new Rational(-3, 2), 5], Metric.Parse("[[3,1,0],[1,2,1/2],[0,1/2,4]]", 3));
        var umbrella = QuadraticLoss.FromTarget([1, 2, 3, 4, 5], Metric.Identity(5));
        var extension = format switch { ExportFormat.Macaulay2 => "m2", ExportFormat.Singular => "sing", ExportFormat.SymPy => "py", _ => "jl" };
        Approved.Check(Cultures.Same(() => SystemExport.Write(Architecture.Parse("2,2"), square, format)), $"Export/22.{extension}");
        Approved.Check(Cultures.Same(() => SystemExport.Write(Architecture.Parse("3,2", "2,1"), umbrella, format)), $"Export/32-strides-21.{extension}");
    }

    [Fact]
    public void Unknown_names_and_losses_of_another_size_are_refused()
    {
        Assert.Contains("'julia' is not an export format", Assert.Throws<FormatException>(() => SystemExport.Parse("julia")).Message, StringComparison.Ordinal);
        var loss = QuadraticLoss.FromTarget([1, 2], Metric.Identity(2));
        var error = Assert.Throws<ArgumentException>(() => SystemExport.Write(Architecture.Parse("2,2"), loss, ExportFormat.SymPy));
        Assert.Contains("filters of 2", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => SystemExport.Write(Architecture.Parse("2"), loss, (ExportFormat)9));
        Assert.Throws<OperationCanceledException>(() => SystemExport.Write(Architecture.Parse("2"), loss, ExportFormat.SymPy, new CancellationToken(true)));
    }

    /// <summary>
    /// Every program is read back and evaluated at a random point of the chart: its equations are the derivatives of the loss there, computed
    /// from the Jacobian of the parameterization and the gradient of the loss, by t and along the directions that keep the chart.
    /// </summary>
    [Fact]
    public void Equations_are_the_derivatives_of_the_loss() => PropertyRun.Trials(60, random =>
    {
        var net = random.NextArchitecture(mostLayers: 4, largestFilter: 4, largestStride: 3);
        var loss = random.NextLoss(net.EndToEndSize);
        var entries = net.Filters.Sum(k => k - 1);
        Rational[] point = [.. Enumerable.Range(0, entries + 1).Select(_ => new Rational(random.Between(-9, 9), random.Between(1, 5)))];
        if (point[^1].IsZero) point[^1] = 1;
        foreach (var format in Formats)
        {
            var program = new ExportedProgram(SystemExport.Write(net, loss, format), format);
            Assert.Equal(entries + 1, program.Unknowns.Count);
            Assert.Equal(entries + 1, program.Equations.Count);
            var names = program.Names(point);
            var t = names["t"];
            Assert.Equal(point[^1], t);

            ImmutableArray<ImmutableArray<Rational>> filters =
            [
                .. net.Filters.Select((k, layer) => k == 1
                    ? ImmutableArray.Create(Rational.One)
                    : [.. Enumerable.Range(0, k).Select(i => names[FormattableString.Invariant($"w_{layer + 1}_{i}")])]),
            ];
            var weights = new FilterStack<Rational>(net, filters);
            var direction = ParameterizationMap.EndToEnd(weights);
            var gradient = loss.Gradient([.. direction.Select(f => t * f)]);
            Rational[] derivatives = [.. ParameterizationMap.Jacobian(weights).Transpose().Multiply(gradient.AsSpan())];

            // The chart, recovered from how the last entries depend on the free ones.
            var expected = new List<Rational> { Dot(direction, gradient) };
            var (free, column) = (0, 0);
            for (var layer = 0; layer < net.Depth; column += net.Filters[layer++])
            {
                var end = net.Filters[layer] - 1;
                var last = FormattableString.Invariant($"w_{layer + 1}_{end}");
                for (var i = 0; i < end; i++, free++)
                {
                    Rational[] moved = [.. point];
                    moved[free] += 1;
                    expected.Add(derivatives[column + i] + ((program.Names(moved)[last] - names[last]) * derivatives[column + end]));
                }
            }

            // All equations carry the same positive factor D / 2.
            Rational[] found = [.. program.Equations.Select(equation => ExportedProgram.At(equation, names))];
            var pivot = expected.FindIndex(x => !x.IsZero);
            if (pivot < 0)
            {
                Assert.All(found, x => Assert.True(x.IsZero));
                continue;
            }

            var factor = found[pivot] / expected[pivot];
            Assert.True(factor.Sign > 0 && ((Rational)2 * factor).IsInteger, $"{format}: factor {factor}");
            Assert.Equal(expected.Select(x => factor * x), found);
        }
    });

    /// <summary>Filters on which the chart would break down are unusual: none with entries up to three in size.</summary>
    [Fact]
    public void Small_filters_are_in_the_chart()
    {
        Rational[] chart = [.. Enumerable.Range(0, 12).Select(ParameterChart.Coefficient)];
        Assert.Equal(12, chart.Distinct().Count());
        for (var first = 0; first + 1 < chart.Length; first++)
        {
            for (var a = -3; a <= 3; a++)
            {
                for (var b = -3; b <= 3; b++)
                {
                    for (var c = -3; c <= 3; c++)
                    {
                        if ((a, b, c) != (0, 0, 0)) Assert.False(((chart[first] * (Rational)a) + (chart[first + 1] * (Rational)b) + (Rational)c).IsZero);
                    }
                }
            }
        }
    }

    private static Rational Dot(ImmutableArray<Rational> left, ImmutableArray<Rational> right) =>
        left.Zip(right).Aggregate(Rational.Zero, (sum, pair) => sum + (pair.First * pair.Second));
}
