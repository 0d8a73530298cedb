using System.Collections.Frozen;

namespace LcnGeometry.Algebra;

/// <summary>How variable names are written in other languages; null for names that cannot be written there.</summary>
internal static class VariableSpelling
{
    private static readonly FrozenSet<string> PythonKeywords = FrozenSet.ToFrozenSet(
        [
            "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except",
            "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try",
            "while", "with", "yield",
        ],
        StringComparer.Ordinal);

    private static readonly FrozenSet<string> Macaulay2Keywords = FrozenSet.ToFrozenSet(
        [
            "and", "break", "catch", "continue", "do", "elapsedTime", "elapsedTiming", "else", "for", "from", "global", "if", "in", "list", "local",
            "new", "not", "of", "or", "profile", "return", "shield", "step", "symbol", "then", "threadLocal", "threadVariable", "throw", "time",
            "timing", "to", "try", "TEST", "when", "while", "xor",
        ],
        StringComparer.Ordinal);

    private static readonly FrozenSet<string> AngouriMathReserved = FrozenSet.ToFrozenSet(
        [
            "i", "e", "pi", "CC", "RR", "QQ", "ZZ", "BB", "true", "True", "false", "False", "and", "or", "xor", "not", "implies", "provided", "in",
            "intersect", "unite", "setsubtract", "equalizes",
        ],
        StringComparer.Ordinal);

    public static string? SymPy(string name) => PythonKeywords.Contains(name) || name == "Rational" ? null : name;

    /// <summary>An identifier there has no underscore; an indexed variable has: <c>w_(1,2)</c>.</summary>
    public static string? Macaulay2(string name)
    {
        var parts = name.Split('_');
        if (Macaulay2Keywords.Contains(parts[0])) return null;
        if (parts.Length == 1) return name;
        var indices = parts[1..];
        if (indices.Any(index => index.Length == 0 || index.Any(c => !char.IsAsciiDigit(c)))) return null;
        var numbers = indices.Select(index => index.TrimStart('0') is { Length: > 0 } digits ? digits : "0").ToList();
        return numbers.Count == 1 ? $"{parts[0]}_{numbers[0]}" : $"{parts[0]}_({string.Join(",", numbers)})";
    }

    /// <summary>A name there is letters, then at most one underscore with letters and digits: <c>c_0</c>, <c>w_1u2</c>.</summary>
    public static string? AngouriMath(string name)
    {
        var letters = name.TakeWhile(char.IsAsciiLetter).Count();
        var (stem, rest) = (name[..letters], name[letters..].TrimStart('_'));
        if (rest.Length > 0) return stem + "_" + rest.Replace('_', 'u');
        return AngouriMathReserved.Contains(stem) || letters < name.Length ? null : stem;
    }

    /// <summary>Base and subscripts for two-dimensional languages: <c>c0</c> and <c>c_0</c> are c with subscript 0.</summary>
    public static (string Stem, string Subscript) Subscripted(string name)
    {
        var letters = name.TakeWhile(char.IsAsciiLetter).Count();
        var (stem, rest) = (name[..letters], name[letters..]);
        return (stem, rest.Trim('_').Replace('_', ','));
    }
}
