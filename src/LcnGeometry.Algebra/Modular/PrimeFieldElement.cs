namespace LcnGeometry.Algebra;

/// <summary>An element of one fixed prime field, so that generic code runs on a finite field too.</summary>
/// <remarks>Moduli chosen while a program runs belong to <see cref="PrimeModulus"/>; a type cannot carry them. The default value is zero.</remarks>
internal readonly struct PrimeFieldElement : IField<PrimeFieldElement>, IEuclideanDomain<PrimeFieldElement>
{
    private readonly ulong _residue;

    private PrimeFieldElement(ulong residue) => _residue = residue;

    /// <summary>The largest prime below 2^63.</summary>
    public static PrimeModulus Modulus { get; } = Primes.Descending.First();

    public static PrimeFieldElement Zero => default;

    public static PrimeFieldElement One => new(1);

    public bool IsZero => _residue == 0;

    /// <summary>The residue, from 0 to the modulus less one.</summary>
    public ulong Residue => _residue;

    public static PrimeFieldElement FromInteger(Integer value) => new(Modulus.Reduce(value));

    public static PrimeFieldElement DivideExactly(PrimeFieldElement dividend, PrimeFieldElement divisor) => dividend / divisor;

    public static (PrimeFieldElement Quotient, PrimeFieldElement Remainder) DivideWithRemainder(PrimeFieldElement dividend, PrimeFieldElement divisor) =>
        (dividend / divisor, Zero);

    public static PrimeFieldElement GreatestCommonDivisor(PrimeFieldElement left, PrimeFieldElement right) =>
        left.IsZero && right.IsZero ? Zero : One;

    public static PrimeFieldElement operator +(PrimeFieldElement left, PrimeFieldElement right) => new(Modulus.Add(left._residue, right._residue));

    public static PrimeFieldElement operator -(PrimeFieldElement left, PrimeFieldElement right) => new(Modulus.Subtract(left._residue, right._residue));

    public static PrimeFieldElement operator -(PrimeFieldElement value) => new(Modulus.Negate(value._residue));

    public static PrimeFieldElement operator *(PrimeFieldElement left, PrimeFieldElement right) => new(Modulus.Multiply(left._residue, right._residue));

    public static PrimeFieldElement operator /(PrimeFieldElement left, PrimeFieldElement right) => new(Modulus.Multiply(left._residue, Modulus.Invert(right._residue)));

    public static bool operator ==(PrimeFieldElement left, PrimeFieldElement right) => left._residue == right._residue;

    public static bool operator !=(PrimeFieldElement left, PrimeFieldElement right) => left._residue != right._residue;

    public bool Equals(PrimeFieldElement other) => _residue == other._residue;

    public override bool Equals(object? obj) => obj is PrimeFieldElement other && Equals(other);

    public override int GetHashCode() => _residue.GetHashCode();

    public override string ToString() => $"{_residue}";
}
