namespace LcnGeometry.Cli;

/// <summary>What a mistyped name was probably meant to be.</summary>
internal static class NameSuggestion
{
    private const int MostMistakes = 2;

    /// <summary>The end of a sentence about an unknown name: a question about the nearest known one, or a point.</summary>
    public static string DidYouMean(string typed, IEnumerable<string> known)
    {
        var near = known.Where(name => Mistakes(typed, name) <= MostMistakes).MinBy(name => Mistakes(typed, name));
        return near is null ? "." : $"; did you mean '{near}'?";
    }

    /// <summary>Letters to insert, delete, replace or exchange with a neighbor to turn one word into the other.</summary>
    private static int Mistakes(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) d[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) d[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                d[i, j] = Math.Min(Math.Min(d[i - 1, j], d[i, j - 1]) + 1, d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                var exchanged = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                if (exchanged) d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        }

        return d[a.Length, b.Length];
    }
}
