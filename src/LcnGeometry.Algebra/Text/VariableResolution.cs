namespace LcnGeometry.Algebra;

/// <summary>Decides which variables the words of a text stand for.</summary>
internal static class VariableResolution
{
    /// <summary>What a text may introduce by itself; a given list may be longer.</summary>
    public const int MostInferredVariables = 256;

    /// <summary>The words of a text in natural order: c2 before c10.</summary>
    public static VariableList Infer(PolynomialSource source, IEnumerable<PolynomialToken> tokens)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var token in tokens)
        {
            if (token.Kind != TokenKind.Name) continue;
            names.Add(source.Spelling(token).ToString());
            if (names.Count > MostInferredVariables) throw source.Error(token, $"at most {MostInferredVariables} different variables");
        }

        return VariableList.Create([.. names.Order(Comparer<string>.Create(CompareNaturally))]);
    }

    /// <summary>Replaces words that are not variables by the variables that they are written together from.</summary>
    public static List<PolynomialToken> Split(PolynomialSource source, List<PolynomialToken> tokens, VariableList variables)
    {
        var result = new List<PolynomialToken>(tokens.Count);
        foreach (var token in tokens)
        {
            if (token.Kind != TokenKind.Name || variables.Contains(source.Spelling(token).ToString())) result.Add(token);
            else result.AddRange(SplitWord(source, token, variables));
        }

        return result;
    }

    private static List<PolynomialToken> SplitWord(PolynomialSource source, PolynomialToken word, VariableList variables)
    {
        // From the back: in how many ways the rest is a sequence of variables, counted up to two, and one first step.
        var spelling = source.Spelling(word);
        var ways = new int[spelling.Length + 1];
        var step = new int[spelling.Length + 1];
        ways[spelling.Length] = 1;
        for (var i = spelling.Length - 1; i >= 0; i--)
        {
            foreach (var name in variables)
            {
                if (!spelling[i..].StartsWith(name, StringComparison.Ordinal) || ways[i + name.Length] == 0) continue;
                ways[i] = Math.Min(2, ways[i] + ways[i + name.Length]);
                step[i] = name.Length;
            }
        }

        if (ways[0] == 0) throw source.Error(word, $"one of the variables {Abbreviate(variables)}");
        if (ways[0] > 1) throw source.Error(word, "'*' between variables, since this splits into them in more than one way");
        var parts = new List<PolynomialToken>();
        for (var i = 0; i < spelling.Length; i += step[i]) parts.Add(new PolynomialToken(TokenKind.Name, word.Offset + i, step[i]));
        return parts;
    }

    private static string Abbreviate(VariableList variables) => variables.Count <= 12
        ? variables.ToString()
        : $"[{string.Join(", ", variables.Take(10))}, ..., {variables[^1]}]";

    /// <summary>Compares runs of digits by value, everything else by character.</summary>
    private static int CompareNaturally(string? left, string? right)
    {
        int i = 0, j = 0;
        while (i < left!.Length && j < right!.Length)
        {
            if (char.IsAsciiDigit(left[i]) && char.IsAsciiDigit(right[j]))
            {
                var comparison = CompareDigits(TakeDigits(left, ref i), TakeDigits(right, ref j));
                if (comparison != 0) return comparison;
            }
            else if (left[i] != right[j])
            {
                return left[i].CompareTo(right[j]);
            }
            else
            {
                i++;
                j++;
            }
        }

        var byLength = (left.Length - i).CompareTo(right!.Length - j);
        return byLength != 0 ? byLength : string.CompareOrdinal(left, right);
    }

    private static ReadOnlySpan<char> TakeDigits(string text, ref int position)
    {
        var start = position;
        while (position < text.Length && char.IsAsciiDigit(text[position])) position++;
        return text.AsSpan(start, position - start).TrimStart('0');
    }

    private static int CompareDigits(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var byLength = left.Length.CompareTo(right.Length);
        return byLength != 0 ? byLength : left.SequenceCompareTo(right);
    }
}
