using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>Tells, exactly, which roots have a given root as their power.</summary>
/// <remarks>
/// A hyperroot other than zero and infinity has as many preimages among the roots below as the exponent says, all different. Enclosures are
/// narrowed until each hyperroot meets no more powers than that; then these are the right ones, because the right ones always meet it.
/// </remarks>
internal static class PowerMatching
{
    /// <summary>The precision that matching starts with.</summary>
    public const int FirstBits = 96;

    /// <summary>For each complex root above, the roots below whose power it is, with the number of copies that it takes of each.</summary>
    /// <param name="below">The roots of a form in x.</param>
    /// <param name="above">The roots of a form in x^exponent whose pull-back divides that form.</param>
    /// <param name="exponent">The exponent, at least 2.</param>
    /// <param name="token">Stops a long computation.</param>
    public static ImmutableArray<ImmutableArray<(int Index, int Copies)>> Of(CertifiedRoots below, CertifiedRoots above, int exponent, CancellationToken token)
    {
        for (var bits = FirstBits; ; bits *= 2)
        {
            token.ThrowIfCancellationRequested();
            ImmutableArray<EnclosedPlace> powers = [.. EnclosedPlace.Of(below).Select(place => place.Power(exponent, bits))];
            ImmutableArray<EnclosedPlace> targets = [.. EnclosedPlace.Of(above)];
            ImmutableArray<ImmutableArray<(int Index, int Copies)>> members = [.. targets.Select(target => Members(target, powers, exponent))];
            if (members.Zip(targets).All(pair => pair.First.Length == (pair.Second.IsEnd ? 1 : exponent))) return members;
            below = below.Refine(2 * bits, token);
            above = above.Refine(2 * bits, token);
        }
    }

    private static ImmutableArray<(int Index, int Copies)> Members(EnclosedPlace target, ImmutableArray<EnclosedPlace> powers, int exponent) =>
    [
        .. Enumerable.Range(0, powers.Length).Where(i => powers[i].Meets(target)).Select(i => (i, target.IsEnd ? exponent : 1)),
    ];
}
