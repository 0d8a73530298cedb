using System.Globalization;
using System.Numerics;

namespace LcnGeometry.Algebra;

/// <summary>Reads a polynomial by recursive descent and expands it on the way.</summary>
/// <remarks>
/// <code>
/// sum      = product { ("+" | "-") product }
/// product  = factor { "*" factor | "/" factor | power }     the last: implicit, see below
/// factor   = { "+" | "-" } power
/// power    = atom [ ("^" | "**") ( integer | "(" integer ")" ) ]
/// atom     = number | variable | "(" sum ")"
/// </code>
/// Implicit multiplication is refused where people disagree: before a number, and after a division.
/// </remarks>
internal sealed class PolynomialParser
{
    private const int DeepestNesting = 200;
    private const int MostDigits = 100_000;
    private const string Operand = "a number, a variable or '('";

    private readonly PolynomialSource _source;
    private readonly List<PolynomialToken> _tokens;
    private readonly Dictionary<string, MultivariatePolynomial<Rational>> _variables;
    private readonly PolynomialExpansion _expansion;
    private int _position;
    private int _nesting;

    private PolynomialParser(PolynomialSource source, List<PolynomialToken> tokens, VariableList variables)
    {
        _source = source;
        _tokens = tokens;
        _variables = variables.ToDictionary(name => name, name => MultivariatePolynomial<Rational>.Variable(variables, name), StringComparer.Ordinal);
        _expansion = new PolynomialExpansion(source, variables.Count);
    }

    private PolynomialToken Current => _tokens[_position];

    /// <summary>The polynomial that a text stands for.</summary>
    /// <param name="text">The text.</param>
    /// <param name="variables">The variables, or null for those that the text mentions.</param>
    public static MultivariatePolynomial<Rational> Parse(string text, VariableList? variables)
    {
        var source = new PolynomialSource(text);
        var tokens = PolynomialLexer.Tokenize(source);
        if (variables is null) variables = VariableResolution.Infer(source, tokens);
        else tokens = VariableResolution.Split(source, tokens, variables);
        var parser = new PolynomialParser(source, tokens, variables);
        var result = parser.Sum();
        return parser.Current.Kind == TokenKind.End ? result : throw source.Error(parser.Current, "an operator or the end of the text");
    }

    /// <summary>The polynomial that a text stands for, when it mentions at most one variable.</summary>
    public static MultivariatePolynomial<Rational> ParseUnivariate(string text, string? variable)
    {
        if (variable is not null) return Parse(text, [variable]);
        var source = new PolynomialSource(text);
        var names = PolynomialLexer.Tokenize(source).Where(token => token.Kind == TokenKind.Name).ToList();
        foreach (var token in names)
        {
            if (source.Spelling(token).SequenceEqual(source.Spelling(names[0]))) continue;
            throw source.Error(token, $"no variable other than {PolynomialSource.Quote(source.Spelling(names[0]))}");
        }

        return Parse(text, null);
    }

    private MultivariatePolynomial<Rational> Sum()
    {
        var place = Current;
        var summands = new List<MultivariatePolynomial<Rational>> { Product() };
        while (Current.Kind is TokenKind.Plus or TokenKind.Minus)
        {
            var negative = Current.Kind == TokenKind.Minus;
            _position++;
            var summand = Product();
            summands.Add(negative ? -summand : summand);
        }

        return _expansion.Sum(summands, place);
    }

    private MultivariatePolynomial<Rational> Product()
    {
        var product = Factor();
        var afterDivision = false;
        while (true)
        {
            var place = Current;
            switch (place.Kind)
            {
                case TokenKind.Times:
                    _position++;
                    product = _expansion.Multiply(product, Factor(), place);
                    afterDivision = false;
                    break;
                case TokenKind.Divide:
                    _position++;
                    product = _expansion.Multiply(product, InverseOfFactor(), place);
                    afterDivision = true;
                    break;
                case TokenKind.Name or TokenKind.Open when !afterDivision:
                    product = _expansion.Multiply(product, Power(), place);
                    break;
                case TokenKind.Name or TokenKind.Open:
                    throw _source.Error(place, "'*' or parentheses, since multiplication without a sign is ambiguous after a division");
                case TokenKind.Number:
                    throw _source.Error(place, "an operator before this number");
                default:
                    return product;
            }
        }
    }

    private MultivariatePolynomial<Rational> InverseOfFactor()
    {
        var place = Current;
        var divisor = Factor();
        if (!divisor.IsConstant) throw _source.Error(place, "a number to divide by, not a polynomial with variables");
        if (divisor.IsZero) throw _source.Error(place, "a nonzero number to divide by");
        return MultivariatePolynomial<Rational>.Constant(Rational.Invert(divisor.ConstantTerm));
    }

    private MultivariatePolynomial<Rational> Factor()
    {
        var negative = false;
        for (; Current.Kind is TokenKind.Plus or TokenKind.Minus; _position++) negative ^= Current.Kind == TokenKind.Minus;
        var power = Power();
        return negative ? -power : power;
    }

    private MultivariatePolynomial<Rational> Power()
    {
        var value = Atom();
        if (Current.Kind != TokenKind.Power) return value;
        var place = Current;
        _position++;
        value = _expansion.Power(value, Exponent(), place);
        if (Current.Kind == TokenKind.Power) throw _source.Error(Current, "parentheses around the inner power");
        return value;
    }

    private int Exponent()
    {
        var open = Current.Kind == TokenKind.Open;
        if (open) _position++;
        var token = Current;
        if (token.Kind != TokenKind.Number) throw _source.Error(token, "an exponent: a whole number of at least 0");
        if (!int.TryParse(_source.Spelling(token), NumberStyles.None, CultureInfo.InvariantCulture, out var exponent) ||
            exponent > PackedExponents.LargestDegree)
        {
            throw _source.Error(token, $"an exponent: a whole number from 0 to {PackedExponents.LargestDegree}");
        }

        _position++;
        if (open) Take(TokenKind.Close, "')' after the exponent");
        return exponent;
    }

    private MultivariatePolynomial<Rational> Atom()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Number:
                _position++;
                return MultivariatePolynomial<Rational>.Constant(Number(token));
            case TokenKind.Name:
                _position++;
                return _variables[_source.Spelling(token).ToString()];
            case TokenKind.Open:
                if (++_nesting > DeepestNesting) throw _source.Error(token, $"at most {DeepestNesting} parentheses inside each other");
                _position++;
                var inner = Sum();
                Take(TokenKind.Close, "an operator or ')'");
                _nesting--;
                return inner;
            default:
                throw _source.Error(token, Operand);
        }
    }

    private Rational Number(PolynomialToken token)
    {
        if (token.Length > MostDigits) throw _source.Error(token, $"a number of at most {MostDigits} digits");
        var spelling = _source.Spelling(token);
        var point = spelling.IndexOf('.');
        if (point < 0) return (Integer)BigInteger.Parse(spelling, NumberStyles.None, CultureInfo.InvariantCulture);
        var digits = BigInteger.Parse(string.Concat("0", spelling[..point], spelling[(point + 1)..]), NumberStyles.None, CultureInfo.InvariantCulture);
        return new Rational(digits, Integer.Pow(10, spelling.Length - point - 1));
    }

    private void Take(TokenKind kind, string expected)
    {
        if (Current.Kind != kind) throw _source.Error(Current, expected);
        _position++;
    }
}
