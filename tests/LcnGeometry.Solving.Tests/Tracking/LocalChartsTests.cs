using System.Numerics;
using LcnGeometry.Solving.Tests.Systems;
using LcnGeometry.TestKit;

namespace LcnGeometry.Solving.Tests.Tracking;

public class LocalChartsTests
{
    // Newton's step in the charts, as the tracker takes it, solves the full linear equations and does not leave the charts.
    [Fact]
    public void A_step_in_the_charts_solves_the_equations_and_stays_in_the_charts() => PropertyRun.Trials(100, random =>
    {
        var map = RandomMaps.OfPattern(random.Pick<int[]>([[2], [2, 1], [3], [2, 2], [1, 1, 1], [3, 2, 1], [2, 2, 1, 1]]));
        var point = Draw(random, map.CoefficientCount + 2);
        if (random.Chance(0.3)) point[0] = Complex.Zero;
        ProjectivePoints.Normalize(map, point);
        var evaluation = new ProductEvaluation<Lanes>(map);
        var form = new Complex[map.Size * map.Size];
        for (var i = 0; i < map.Size; i++)
        {
            for (var j = 0; j <= i; j++) form[(i * map.Size) + j] = form[(j * map.Size) + i] = Draw(random, 1)[0];
        }

        var lanes = Of(point);
        evaluation.Evaluate(lanes.AsSpan(0, map.CoefficientCount), lanes[^2], lanes[^1], Of(form), Of(Draw(random, map.Size)));
        var charts = new LocalCharts<Lanes>(map);
        charts.MoveTo(lanes);
        var width = map.Unknowns + 1;
        var matrix = new ComplexNumber<Lanes>[map.Unknowns * width];
        charts.Reduce(evaluation, matrix, width);
        charts.Pick(evaluation, evaluation.Residual, matrix.AsSpan(map.Unknowns), width);
        Elimination<Lanes>.Solve(matrix, map.Unknowns, width);
        var local = new ComplexNumber<Lanes>[lanes.Length];
        charts.Expand(matrix.AsSpan(map.Unknowns), width, local);
        var step = local.Select(ToComplex).ToArray();
        var length = step.Max(Complex.Abs);
        for (var row = 0; row < evaluation.Rows; row++)
        {
            Complex sum = ToComplex(evaluation.Residual[row]), size = Complex.Abs(sum);
            for (var column = 0; column < evaluation.Columns; column++)
            {
                var entry = ToComplex(evaluation.Jacobian[(row * evaluation.Columns) + column]);
                sum += entry * step[column];
                size += Complex.Abs(entry) * length;
            }

            Assert.True(Complex.Abs(sum) <= 1e-9 * Complex.Abs(size), $"{map}: equation {row} is off by {sum}");
        }

        var offset = 0;
        foreach (var count in map.Factors.Select(f => f.Degree + 1).Append(2))
        {
            var inner = Complex.Zero;
            for (var i = offset; i < offset + count; i++) inner += Complex.Conjugate(point[i]) * step[i];
            Assert.True(Complex.Abs(inner) <= 1e-12 * (1 + length), $"{map}: the step leaves its chart by {inner}");
            offset += count;
        }
    });

    private static Complex[] Draw(TestRandom random, int count) => [.. Enumerable.Range(0, count).Select(_ => new Complex(random.NextSmall(), random.NextSmall()))];

    private static ComplexNumber<Lanes>[] Of(Complex[] values) => [.. values.Select(ComplexNumber<Lanes>.FromComplex)];

    private static Complex ToComplex(ComplexNumber<Lanes> value) => new(value.Re[1], value.Im[1]);
}
