using LcnGeometry.Algebra;
using LcnGeometry.Solving.Tests.Systems;
using LcnGeometry.TestKit;

namespace LcnGeometry.Solving.Tests.Tracking;

public class EliminationTests
{
    [Fact]
    public void Lanes_solve_four_different_systems_at_once() => Solves<Lanes>(1e-9);

    [Fact]
    public void Wide_lanes_solve_four_different_systems_at_once() => Solves<WideLanes>(1e-25);

    // A singular lane spoils nothing next to it.
    [Fact]
    public void A_singular_system_leaves_its_neighbors_alone() => PropertyRun.Trials(100, random =>
    {
        var size = random.Between(1, 5);
        var systems = Enumerable.Range(0, Lanes.Count).Select(_ => Draw(random, size)).ToArray();
        var alone = Solve<Lanes>(systems, size);
        systems[1] = (Matrix<GaussianRational>.Zero(size, size), systems[1].Right);
        var beside = Solve<Lanes>(systems, size);
        foreach (var lane in new[] { 0, 2, 3 }) Assert.Equal(alone[lane], beside[lane]);
    });

    [Fact]
    public void Inverses_are_inverses_whatever_the_sizes_of_rows_and_columns() => PropertyRun.Trials(100, random =>
    {
        var size = random.Between(1, 6);
        var (matrix, _) = Draw(random, size);
        int[] rows = [.. Enumerable.Range(0, size).Select(_ => random.Between(-80, 80))], columns = [.. Enumerable.Range(0, size).Select(_ => random.Between(-80, 80))];
        var scaled = new Matrix<GaussianRational>(size, size, (i, j) => (GaussianRational)Rational.PowerOfTwo(rows[i] + columns[j]) * matrix[i, j]);
        var inverse = SmallInverse.Of([.. Enumerable.Range(0, size * size).Select(k => ToComplex(scaled[k / size, k % size]))], size);
        var exact = LinearSystems.Solve(scaled, Matrix<GaussianRational>.Identity(size));
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                // Relative to the row and column: what scaling would have given.
                var unit = Math.ScaleB(1, -columns[i] - rows[j]);
                var error = inverse[(i * size) + j] - ToComplex(exact[i, j]);
                var size1 = Enumerable.Range(0, size * size).Max(k => System.Numerics.Complex.Abs(ToComplex(exact[k / size, k % size])) * Math.ScaleB(1, columns[k / size] + rows[k % size]));
                Assert.True(System.Numerics.Complex.Abs(error) <= 1e-8 * size1 * unit, $"{error} of {unit}");
            }
        }
    });

    private static void Solves<T>(double tolerance)
        where T : struct, ILanes<T> => PropertyRun.Trials(100, random =>
        {
            var size = random.Between(1, 6);
            var systems = Enumerable.Range(0, Lanes.Count).Select(_ => Draw(random, size)).ToArray();
            var solved = Solve<T>(systems, size);
            for (var lane = 0; lane < Lanes.Count; lane++)
            {
                var exact = LinearSystems.Solve(systems[lane].Matrix, systems[lane].Right);
                var largest = Enumerable.Range(0, size * 2).Max(k => exact[k / 2, k % 2].Size) + 1;
                for (var k = 0; k < size * 2; k++)
                {
                    Assert.True((solved[lane][k] - exact[k / 2, k % 2]).Size <= Rational.RationalizeExactly(tolerance) * largest, $"lane {lane}, unknown {k / 2}");
                }
            }
        });

    /// <summary>A system that is not close to singular, often with zeros where the first pivots would be.</summary>
    private static (Matrix<GaussianRational> Matrix, Matrix<GaussianRational> Right) Draw(TestRandom random, int size)
    {
        while (true)
        {
            var zeros = random.Chance(0.5);
            var matrix = new Matrix<GaussianRational>(size, size, (i, j) => zeros && i == j && size > 1 ? GaussianRational.Zero : new(random.Between(-9, 9), random.Between(-9, 9)));
            if (FractionFree.Determinant(matrix).Size < 1) continue;
            return (matrix, new Matrix<GaussianRational>(size, 2, (_, _) => new(random.Between(-9, 9), random.Between(-9, 9))));
        }
    }

    private static GaussianRational[][] Solve<T>((Matrix<GaussianRational> Matrix, Matrix<GaussianRational> Right)[] systems, int size)
        where T : struct, ILanes<T>
    {
        var width = size + 2;
        var entries = new ComplexNumber<T>[size * width];
        for (var k = 0; k < entries.Length; k++)
        {
            int i = k / width, j = k % width;
            var values = systems.Select(s => ToComplex(j < size ? s.Matrix[i, j] : s.Right[i, j - size])).ToArray();
            entries[k] = new(T.Of([.. values.Select(v => v.Real)]), T.Of([.. values.Select(v => v.Imaginary)]));
        }

        Elimination<T>.Solve(entries, size, width);
        return [.. Enumerable.Range(0, Lanes.Count).Select(lane => Enumerable.Range(0, size * 2).Select(k => Read(entries[(k / 2 * width) + size + (k % 2)], lane)).ToArray())];
    }

    private static GaussianRational Read<T>(ComplexNumber<T> value, int lane)
        where T : struct, ILanes<T> => new(Read(value.Re, lane), Read(value.Im, lane));

    private static Rational Read<T>(T value, int lane)
        where T : struct, ILanes<T> => double.IsFinite(value.High(lane)) ? Rational.RationalizeExactly(value.High(lane)) + Rational.RationalizeExactly(value.Low(lane)) : Rational.Zero;

    private static System.Numerics.Complex ToComplex(GaussianRational value) => new(value.Re.ToDouble(), value.Im.ToDouble());
}
