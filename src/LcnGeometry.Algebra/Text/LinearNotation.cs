using System.Globalization;

namespace LcnGeometry.Algebra;

/// <summary>Languages that write polynomials on one line with the signs + - * and a sign for powers.</summary>
internal sealed class LinearNotation : PolynomialNotation
{
    private readonly string _language;
    private readonly string _power;
    private readonly Func<Integer, Integer, string> _fraction;
    private readonly Func<string, string?> _name;

    private LinearNotation(string language, string power, Func<Integer, Integer, string> fraction, Func<string, string?> name)
    {
        _language = language;
        _power = power;
        _fraction = fraction;
        _name = name;
    }

    public static LinearNotation Plain { get; } = new("this library", "^", (p, q) => $"{p}/{q}", name => name);

    /// <remarks>A quotient of Python integers is a floating-point number, hence <c>Rational</c>.</remarks>
    public static LinearNotation SymPy { get; } = new("SymPy", "**", (p, q) => $"Rational({p}, {q})", VariableSpelling.SymPy);

    public static LinearNotation Macaulay2 { get; } = new("Macaulay2", "^", (p, q) => $"({p}/{q})", VariableSpelling.Macaulay2);

    public static LinearNotation AngouriMath { get; } = new("AngouriMath", "^", (p, q) => $"{p}/{q}", VariableSpelling.AngouriMath);

    public override string Number(string digits) => digits;

    public override string Fraction(Integer numerator, Integer denominator) => _fraction(numerator, denominator);

    public override string Power(string variable, int exponent)
    {
        var name = _name(variable) ?? variable;
        return exponent == 1 ? name : name + _power + exponent.ToString(CultureInfo.InvariantCulture);
    }

    public override string Product(IReadOnlyList<string> factors) => string.Join("*", factors);

    public override string Group(string sum) => $"({sum})";

    public override void RequireVariables(IReadOnlyList<string> names)
    {
        var spellings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var spelling = _name(name) ?? throw new ArgumentException($"'{name}' cannot name a variable in {_language}.", nameof(names));
            if (!spellings.TryAdd(spelling, name))
            {
                throw new ArgumentException($"'{spellings[spelling]}' and '{name}' would both be written '{spelling}' in {_language}.", nameof(names));
            }
        }
    }
}
