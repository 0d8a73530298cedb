namespace LcnGeometry.Algebra;

/// <summary>A node of a <see cref="PositiveRootSearch"/>.</summary>
/// <param name="Polynomial">Owned by whoever holds the node.</param>
/// <param name="Error">How far its coefficients may be from the true ones.</param>
/// <param name="Map">From its variable to the original one; null in a search that only counts.</param>
/// <param name="Path">How it came about; null at the root.</param>
/// <param name="Stalls">How many steps in a row have not divided its roots.</param>
internal readonly record struct SearchNode(LimbPolynomial Polynomial, TruncationError Error, MoebiusMap? Map, SearchStep? Path, int Stalls);

/// <summary>One substitution on the way to a node: the part of its parent above or below a cut.</summary>
internal sealed record SearchStep(SearchStep? Parent, Cut Cut, bool Lower);

/// <summary>Where a root is: at the image of 0, or between the images of 0 and infinity.</summary>
internal readonly record struct IsolatingMap(MoebiusMap Map, bool IsPoint);
