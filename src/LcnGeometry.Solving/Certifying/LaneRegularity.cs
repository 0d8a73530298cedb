namespace LcnGeometry.Solving;

/// <summary>Proves in each lane that the factors of all blocks are squarefree and coprime; see <see cref="SquarefreeProof"/>.</summary>
internal static class LaneRegularity
{
    /// <summary>For each lane whether it is proved for the point that was evaluated last.</summary>
    public static bool[] Squarefree(ProductMap map, ProductEvaluation<LaneBall> evaluation)
    {
        var holds = new bool[Lanes.Count];
        Array.Fill(holds, true);
        for (var b = 0; b < map.Blocks.Length; b++)
        {
            var form = evaluation.RadicalOf(b);
            if (form.Length < 3) continue;
            var bounds = Defects(SquarefreeProof.DerivativeMatrix(form), 2 * (form.Length - 2));
            for (var lane = 0; lane < Lanes.Count; lane++) holds[lane] &= bounds[lane] < 0.999;
        }

        return holds;
    }

    /// <summary>For each lane the largest absolute row sum of I - YA, with Y an approximate inverse of A.</summary>
    private static Lanes Defects(ComplexNumber<LaneBall>[] matrix, int size)
    {
        var width = 2 * size;
        var inverse = new ComplexNumber<Lanes>[size * width];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++) inverse[(i * width) + j] = new(matrix[(i * size) + j].Re.Middle, matrix[(i * size) + j].Im.Middle);
            inverse[(i * width) + size + i] = ComplexNumber<Lanes>.One;
        }

        Elimination<Lanes>.Solve(inverse, size, width);
        Lanes worst = Lanes.FromDouble(0), none = Lanes.FromDouble(0);
        for (var i = 0; i < size; i++)
        {
            var sum = LaneBall.FromDouble(0);
            for (var j = 0; j < size; j++)
            {
                var entry = i == j ? ComplexNumber<LaneBall>.One : ComplexNumber<LaneBall>.Zero;
                for (var k = 0; k < size; k++)
                {
                    var factor = inverse[(i * width) + size + k];
                    entry = ComplexNumber<LaneBall>.SubtractProduct(
                        new(LaneBall.Around(factor.Re, none), LaneBall.Around(factor.Im, none)),
                        matrix[(k * size) + j],
                        entry);
                }

                sum += LaneBall.Around(entry.Re.Magnitude, none) + LaneBall.Around(entry.Im.Magnitude, none);
            }

            // A sum that is not a number becomes the worst and stays it.
            worst = Lanes.WhereNumber(worst, Lanes.WhereLess(sum.Magnitude, worst, worst, sum.Magnitude), worst);
        }

        return worst;
    }
}
