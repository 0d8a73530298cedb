using System.Globalization;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>A number in a document: an exact rational or an approximate double, and it says which.</summary>
public readonly record struct Scalar
{
    private readonly Rational _exact;
    private readonly double _approximate;

    private Scalar(bool isApproximate, Rational exact, double approximate)
    {
        IsExact = !isApproximate;
        _exact = exact;
        _approximate = approximate;
    }

    /// <summary>Whether the value is an exact rational.</summary>
    public bool IsExact { get; }

    /// <summary>The exact value.</summary>
    /// <exception cref="InvalidOperationException">The value is approximate.</exception>
    public Rational Exact => IsExact ? _exact : throw new InvalidOperationException($"{this} is approximate.");

    /// <summary>An exact scalar.</summary>
    public static implicit operator Scalar(Rational value) => new(false, value, 0);

    /// <summary>An approximate scalar.</summary>
    public static implicit operator Scalar(double value) => new(true, default, value);

    /// <summary>The nearest double.</summary>
    public double ToDouble() => IsExact ? _exact.ToDouble() : _approximate;

    /// <summary>The exact fraction, or the shortest round-trip form of the double, which always shows a point or an exponent.</summary>
    public override string ToString() => IsExact ? _exact.ToString() : Format(_approximate);

    /// <summary>The shortest round-trip form of a double; integral values keep <c>.0</c> so that they do not read as exact.</summary>
    public static string Format(double value)
    {
        if (double.IsNaN(value)) return "NaN";
        if (double.IsInfinity(value)) return value > 0 ? "Infinity" : "-Infinity";
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0";
    }
}
