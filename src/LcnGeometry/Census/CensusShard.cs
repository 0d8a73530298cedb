namespace LcnGeometry;

/// <summary>One of several parts of a census: a range of its data sets.</summary>
/// <param name="Index">Which part, from 1.</param>
/// <param name="Count">How many parts.</param>
public readonly record struct CensusShard(int Index, int Count)
{
    /// <summary>A census in one part.</summary>
    public static CensusShard Whole { get; } = new(1, 1);

    /// <summary>Reads <c>3/8</c>.</summary>
    /// <exception cref="FormatException">The text is not two numbers with 1 &lt;= index &lt;= count.</exception>
    public static CensusShard Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split('/');
        return parts.Length == 2 && TryCount(parts[0], out var index) && TryCount(parts[1], out var count) && index <= count
            ? new CensusShard(index, count)
            : throw new FormatException($"'{text}' is not a shard; write i/n with i from 1 to n, such as 3/8.");
    }

    /// <summary>The number of the first data set of this part.</summary>
    /// <param name="dataSets">The data sets of the whole census.</param>
    public int First(int dataSets) => (int)((long)dataSets * (Index - 1) / Count);

    /// <summary>One more than the number of the last data set of this part.</summary>
    /// <param name="dataSets">The data sets of the whole census.</param>
    public int End(int dataSets) => (int)((long)dataSets * Index / Count);

    /// <summary>Such as <c>3/8</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Index}/{Count}");

    private static bool TryCount(string text, out int count) =>
        int.TryParse(text.Trim(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out count) && count >= 1;
}
