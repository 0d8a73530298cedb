using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving.Tests.Systems;

namespace LcnGeometry.Solving.Tests.Homotopies;

/// <summary>What every answer of the solver owes, whatever the data; checked in exact arithmetic on the expanded equations.</summary>
internal static class SolverChecks
{
    /// <summary>Never more than expected, boxes that hold up, no solution twice, conjugates in pairs, every path accounted for.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="form">Q.</param>
    /// <param name="linear">b.</param>
    /// <param name="exact">How many boxes are checked in exact arithmetic.</param>
    public static void IsSound(SolutionSet answer, Matrix<Rational> form, ImmutableArray<Rational> linear, int exact = int.MaxValue)
    {
        Assert.True(answer.Boxes.Length <= answer.Expected, $"{answer.Boxes.Length} of {answer.Expected}");
        Assert.Equal(answer.Expected, answer.Boxes.Length + answer.Lost.Sum(l => l.Count));
        Assert.Equal(answer.IsComplete, answer.Lost.IsEmpty);
        Assert.Equal(answer.Lost.Length, answer.Lost.Select(l => l.Where).Distinct().Count());
        AreDistinct(answer.Boxes);
        AreClosedUnderConjugation(answer.Boxes);
        var system = new ExpandedSystem(answer.Map, [.. RandomMaps.Entries(form).Select(q => (GaussianRational)q)], [.. linear.Select(b => (GaussianRational)b)]);
        foreach (var box in answer.Boxes.Take(exact)) HoldsUp(system, box);
    }

    /// <summary>No two boxes can hold one solution.</summary>
    public static void AreDistinct(ImmutableArray<SolutionBox> boxes)
    {
        for (var i = 0; i < boxes.Length; i++)
        {
            for (var j = 0; j < i; j++) Assert.True(Differ(boxes[i], boxes[j], conjugate: false), $"Boxes {j} and {i} may hold the same solution.");
        }
    }

    /// <summary>Every box that is not real has exactly one box that can hold its conjugate, and that is another one.</summary>
    public static void AreClosedUnderConjugation(ImmutableArray<SolutionBox> boxes)
    {
        for (var i = 0; i < boxes.Length; i++)
        {
            var partners = Enumerable.Range(0, boxes.Length).Where(j => !Differ(boxes[j], boxes[i], conjugate: true)).ToArray();
            if (boxes[i].IsReal) Assert.Equal([i], partners);
            else Assert.DoesNotContain(i, partners);
        }
    }

    /// <summary>Whether the conjugate of every solution is among them: no solution that is not real was lost alone.</summary>
    public static bool HasPairs(ImmutableArray<SolutionBox> boxes) =>
        boxes.All(b => boxes.Count(c => !Differ(c, b, conjugate: true)) == 1);

    /// <summary>One Newton step in exact arithmetic from the center stays inside the box, and so do the enclosures that are reported.</summary>
    public static void HoldsUp(ExactData data, SolutionBox box) =>
        HoldsUp(new ExpandedSystem(box.Map, [.. data.Form.Select(q => (GaussianRational)q.Re)], [.. data.Linear.Select(b => (GaussianRational)b.Re)]), box);

    private static void HoldsUp(ExpandedSystem system, SolutionBox box)
    {
        var map = box.Map;
        var center = box.Coordinates.Select(c => new GaussianRational(c.Re, c.Im)).ToArray();
        Assert.Equal(map.Unknowns, center.Length);
        Assert.Equal(map.Factors.Length, box.Charts.Length);
        if (box.IsReal) Assert.All(center, c => Assert.True(c.Im.IsZero));
        var (coefficients, columns) = Expand(map, box.Charts, center);
        var values = system.At(coefficients, center[^1], GaussianRational.One);
        var derivatives = system.Derivatives(coefficients, center[^1], GaussianRational.One);
        var rows = Rows(map, coefficients);
        var matrix = new Matrix<GaussianRational>(map.Unknowns, map.Unknowns, (i, j) => derivatives[columns[j]][rows[i]]);
        var step = LinearSystems.Solve(matrix, [.. rows.Select(r => -values[r])]);
        for (var i = 0; i < step.Length; i++)
        {
            Assert.True(step[i].Size <= box.Coordinates[i].Radius, $"Coordinate {i} of {map} moves by {step[i].Size.ToDouble()}, outside the radius {box.Coordinates[i].Radius.ToDouble()}.");
        }

        // The tight enclosures hold the improved point up to what a second step would change.
        var better = center.Zip(step, (c, s) => c + s).ToArray();
        var slack = step.Max(s => s.Size) * Rational.PowerOfTwo(-10);
        var (full, _) = Expand(map, box.Charts, better);
        var reported = box.Factors.SelectMany(f => f).Append(box.Scale).ToArray();
        foreach (var (enclosure, value) in reported.Zip(full.Append(better[^1])))
        {
            Near(enclosure.Re, value.Re, slack);
            Near(enclosure.Im, value.Im, slack);
        }

        foreach (var (enclosure, value) in box.Product.Zip(system.Product(full)))
        {
            var scaled = better[^1] * value;
            var loose = slack * (1 + (100 * better.Max(b => b.Size)));
            Near(enclosure.Re, scaled.Re, loose);
            Near(enclosure.Im, scaled.Im, loose);
        }
    }

    private static (GaussianRational[] Coefficients, int[] Columns) Expand(ProductMap map, ImmutableArray<int> charts, GaussianRational[] center)
    {
        var coefficients = new List<GaussianRational>();
        var columns = new List<int>();
        var next = 0;
        for (var i = 0; i < map.Factors.Length; i++)
        {
            for (var k = 0; k <= map.Factors[i].Degree; k++)
            {
                if (k != charts[i]) columns.Add(coefficients.Count);
                coefficients.Add(k == charts[i] ? GaussianRational.One : center[next++]);
            }
        }

        columns.Add(coefficients.Count);
        return ([.. coefficients], [.. columns]);
    }

    /// <summary>All equations but, in each block after the first, one whose multiplier in the relation does not vanish.</summary>
    private static int[] Rows(ProductMap map, GaussianRational[] coefficients)
    {
        var rows = new List<int>();
        int row = 0, offset = 0;
        for (var b = 0; b < map.Blocks.Length; b++)
        {
            var radical = Polynomial<GaussianRational>.One;
            foreach (var factor in map.Blocks[b].Factors)
            {
                radical *= new Polynomial<GaussianRational>(coefficients.AsSpan(offset, factor.Degree + 1));
                offset += factor.Degree + 1;
            }

            var degree = map.Blocks[b].Factors.Sum(f => f.Degree);
            var dropped = b == 0 ? -1 : Enumerable.Range(0, degree + 1).MaxBy(k => radical[k].Size);
            for (var k = 0; k <= degree; k++, row++)
            {
                if (k != dropped) rows.Add(row);
            }
        }

        return [.. rows];
    }

    /// <summary>Whether two solutions, or one and the conjugate of the other, are proved to differ: in a coefficient of the product, or in a factor up to scale.</summary>
    public static bool Differ(SolutionBox left, SolutionBox right, bool conjugate)
    {
        if (left.Product.Zip(right.Product).Any(p => p.First.Re.IsDisjoint(p.Second.Re) || p.First.Im.IsDisjoint(Turn(p.Second).Im))) return true;
        foreach (var (f, g) in left.Factors.Zip(right.Factors))
        {
            for (var i = 0; i < f.Length; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    var minor = (f[i] * Turn(g[j])) - (f[j] * Turn(g[i]));
                    if (minor.Re.ExcludesZero || minor.Im.ExcludesZero) return true;
                }
            }
        }

        return false;

        ComplexNumber<Interval> Turn(ComplexNumber<Interval> value) => conjugate ? value.Conjugate : value;
    }

    private static void Near(Interval enclosure, Rational value, Rational slack) => Assert.True(
        Rational.RationalizeExactly(enclosure.Lower) - slack <= value && value <= Rational.RationalizeExactly(enclosure.Upper) + slack,
        $"{enclosure} does not hold {value.ToDouble()}.");
}
