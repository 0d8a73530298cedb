using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>The part of the discriminant curve across which a filter stops having the real roots that the network needs.</summary>
internal static class SliceBoundary
{
    /// <summary>Runs of curve segments that separate enough real roots from too few, in the coordinates of the slice.</summary>
    internal static ImmutableArray<ImmutableArray<Dot>> Of(FunctionSpaceSlice slice)
    {
        var pieces = ImmutableArray.CreateBuilder<ImmutableArray<Dot>>();
        if (slice.Lines.Length < 2) return pieces.ToImmutable();
        var width = slice.Bounds[0][1] - slice.Bounds[0][0];
        var height = slice.Bounds[1][1] - slice.Bounds[1][0];
        foreach (var curve in slice.Curve)
        {
            var piece = ImmutableArray.CreateBuilder<Dot>();
            for (var i = 1; i < curve.Length; i++)
            {
                Dot from = new(curve[i - 1][0], curve[i - 1][1]), to = new(curve[i][0], curve[i][1]);
                if (Separates(slice, from, to, width, height))
                {
                    if (piece.Count == 0) piece.Add(from);
                    piece.Add(to);
                }
                else
                {
                    Flush(piece);
                }
            }

            Flush(piece);
        }

        return pieces.ToImmutable();

        void Flush(ImmutableArray<Dot>.Builder piece)
        {
            if (piece.Count > 0) pieces.Add(piece.ToImmutable());
            piece.Clear();
        }
    }

    // Looks a line spacing to either side of the segment's middle, in units in which the rectangle is a square.
    private static bool Separates(FunctionSpaceSlice slice, Dot from, Dot to, double width, double height)
    {
        var (dx, dy) = ((to.X - from.X) / width, (to.Y - from.Y) / height);
        var length = Math.Sqrt((dx * dx) + (dy * dy));
        if (length == 0) return false;
        var step = 1.0 / (slice.Lines.Length - 1);
        var (x, y) = ((from.X + to.X) / 2, (from.Y + to.Y) / 2);
        var (offX, offY) = (-dy / length * step * width, dx / length * step * height);
        var one = SliceRegions.CountAt(slice, x + offX, y + offY);
        var other = SliceRegions.CountAt(slice, x - offX, y - offY);
        return (one >= slice.RequiredRealRoots) != (other >= slice.RequiredRealRoots);
    }
}
