namespace LcnGeometry.Algebra;

internal enum TokenKind
{
    Number,
    Name,
    Plus,
    Minus,
    Times,
    Divide,
    Power,
    Open,
    Close,
    End,
}

/// <summary>A piece of the text of a polynomial.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Offset">Where it starts.</param>
/// <param name="Length">How many characters it has.</param>
internal readonly record struct PolynomialToken(TokenKind Kind, int Offset, int Length);
