namespace LcnGeometry;

/// <summary>The value of a vector field and its first derivatives at a point, modulo a prime; derivatives row by row, zeros left out.</summary>
internal sealed record FieldJet(PrimeField Field, ulong[] Value, (int Variable, ulong Value)[][] Slopes)
{
    /// <summary>The value of the bracket <c>[A, B] = DB A - DA B</c>.</summary>
    public static ulong[] Bracket(FieldJet left, FieldJet right)
    {
        var bracket = new ulong[left.Value.Length];
        for (var k = 0; k < bracket.Length; k++) bracket[k] = left.Field.Subtract(right.Along(k, left.Value), left.Along(k, right.Value));
        return bracket;
    }

    private ulong Along(int component, ulong[] direction)
    {
        ulong sum = 0;
        foreach (var (variable, slope) in Slopes[component]) sum = (sum + (slope * direction[variable])) % Field.Prime;
        return sum;
    }
}
