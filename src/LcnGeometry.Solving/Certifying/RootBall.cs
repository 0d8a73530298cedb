namespace LcnGeometry.Solving;

/// <summary>One root of a squarefree polynomial: a point, a radius within which the root lies, and a square that holds no other root.</summary>
internal sealed record RootBall
{
    /// <summary>The approximation.</summary>
    public required DyadicComplex Center { get; init; }

    /// <summary>The root lies within 2^RadiusExponent of <see cref="Center"/>.</summary>
    public required int RadiusExponent { get; init; }

    /// <summary>A better approximation without a radius yet: the next point to certify.</summary>
    public required DyadicComplex Next { get; init; }

    /// <summary>The center of the square.</summary>
    public required DyadicComplex SquareCenter { get; init; }

    /// <summary>Half the side of the square is 2^SquareExponent.</summary>
    public required int SquareExponent { get; init; }

    /// <summary>Bits that evaluation near this root loses to its condition, as far as seen.</summary>
    public required int LostBits { get; init; }

    /// <summary>Whether the root is proved to be real; the points are then real too.</summary>
    public required bool IsReal { get; init; }

    /// <summary>Whether the ball of radius 2^radius around a point lies in the square.</summary>
    public bool SquareHolds(DyadicComplex point, int radius)
    {
        // Exponents are floors, so each side of the comparison has a bit of slack.
        return radius < SquareExponent - 1 && (point - SquareCenter).Exponent < SquareExponent - 1;
    }
}
