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
        var inverse = new LaneInverse(size);
        inverse.Invert(matrix);
        Lanes worst = Lanes.FromDouble(0), none = Lanes.FromDouble(0);
        for (var i = 0; i < size; i++)
        {
            var sum = LaneBall.FromDouble(0);
            for (var j = 0; j < size; j++)
            {
                var entry = inverse.Defect(matrix, i, j);
                sum += LaneBall.Around(entry.Re.Magnitude, none) + LaneBall.Around(entry.Im.Magnitude, none);
            }

            // A sum that is not a number becomes the worst and stays it.
            worst = Lanes.WhereNumber(worst, Lanes.WhereLess(sum.Magnitude, worst, worst, sum.Magnitude), worst);
        }

        return worst;
    }
}
