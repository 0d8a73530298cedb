namespace LcnGeometry.Algebra;

/// <summary>The search tree of the continued fractions method on the positive axis.</summary>
/// <remarks>
/// <para>
/// A node is a polynomial whose positive roots are the images of some of the wanted roots. No sign variation: no root. One: exactly one root.
/// Otherwise the interval between the bounds of <see cref="RootExponents"/> is cut at a power of two, or where <see cref="ClusterCenter"/>
/// proposes when cutting does not divide the roots.
/// </para>
/// <para>
/// Long coefficients are truncated, with exact bounds on the error. Where the truncation leaves a sign variation open, the node is
/// made again from the exact polynomial with twice the precision; in the end nothing is truncated.
/// </para>
/// </remarks>
internal sealed partial class PositiveRootSearch
{
    /// <summary>Closer to a cluster than this number of bits the search goes in several steps.</summary>
    private const int MostSettledBits = 1 << 14;

    /// <summary>No roots stay together for so many steps.</summary>
    public const int Unlimited = int.MaxValue;

    /// <summary>Above this number of limbs in a node a proposal for a cut costs less than a few cuts.</summary>
    private const int WorthProposing = 128;

    private readonly LimbPolynomial _root;
    private readonly List<IsolatingMap>? _found;
    private readonly CancellationToken _token;
    private Stack<(SearchStep? Path, int Precision)>? _undecided;
    private readonly int _patience;
    private bool _gaveUp;
    private int _count;
    private int _precision;
    private int[]? _binomials;

    private PositiveRootSearch(LimbPolynomial root, bool collect, int patience, int precision, CancellationToken token)
    {
        _root = root;
        _found = collect ? [] : null;
        _patience = patience;
        _precision = precision;
        _token = token;
    }

    /// <summary>The precision that a search begins with.</summary>
    public static int DefaultPrecision(int degree) => 256 + (3 * degree);

    /// <summary>The number of distinct positive roots; null when the search gave up.</summary>
    /// <param name="polynomial">With nonzero constant coefficient; released by this method. An unlimited search needs simple positive roots to end.</param>
    /// <param name="patience">For how many steps roots may stay together, or <see cref="Unlimited"/>.</param>
    /// <param name="precision">The number of bits that the first truncations keep.</param>
    /// <param name="token">Cancels the search.</param>
    public static int? CountPositive(LimbPolynomial polynomial, int patience, int precision, CancellationToken token)
    {
        var search = new PositiveRootSearch(polynomial, false, patience, precision, token);
        search.Run();
        return search._gaveUp ? null : search._count;
    }

    /// <summary>A map for every positive root.</summary>
    /// <param name="polynomial">Squarefree, with nonzero constant coefficient; released by this method.</param>
    /// <param name="precision">The number of bits that the first truncations keep.</param>
    /// <param name="token">Cancels the search.</param>
    public static List<IsolatingMap> IsolatePositive(LimbPolynomial polynomial, int precision, CancellationToken token)
    {
        var search = new PositiveRootSearch(polynomial, true, Unlimited, precision, token);
        search.Run();
        return search._found!;
    }

    private void Run()
    {
        try
        {
            Explore(Root());
            while (!_gaveUp && _undecided is not null && _undecided.TryPop(out var undecided))
            {
                _precision = checked(2 * undecided.Precision);
                Explore(Remake(undecided.Path));
            }
        }
        finally
        {
            _root.Release();
        }
    }

    private SearchNode Root() => new(_root.Copy(), default, _found is null ? null : MoebiusMap.Identity, null, 0);

    /// <summary>Searches below a node: loops on one part and recurs on the one with fewer variations, so the recursion stays shallow.</summary>
    private void Explore(SearchNode node)
    {
        Span<int> buffer = node.Polynomial.Degree < 512 ? stackalloc int[node.Polynomial.Degree + 1] : new int[node.Polynomial.Degree + 1];
        while (true)
        {
            _token.ThrowIfCancellationRequested();
            var profile = buffer[..(node.Polynomial.Degree + 1)];
            if (!TryVariations(node, profile, out var variations))
            {
                LeaveUndecided(node.Path);
                break;
            }

            if (variations == 1) Report(node.Map, false);
            _gaveUp |= variations > 1 && node.Stalls > _patience;
            if (variations <= 1 || _gaveUp) break;
            var slack = node.Error.IsPresent ? 1 : 0;
            int above = RootExponents.Below(profile, false, slack), below = -RootExponents.Below(profile, true, slack);
            if (IsStuck(node) && ClusterCenter.Find(node.Polynomial, variations, above, below, Math.Min(_precision / variations, MostSettledBits)) is { } cluster)
            {
                if (TrySplit(ref node, profile, variations, cluster.Center, cluster.Bits)) continue;
                LeaveUndecided(node.Path);
                break;
            }

            if (above >= 0 || below <= 0)
            {
                var next = Part(node, profile, Cut.PowerOfTwo(above >= 0 ? above : below), above < 0, out _);
                node.Polynomial.Release();
                node = next with { Stalls = node.Stalls + 1 };
            }
            else if (!TrySplit(ref node, profile, variations, (above + below) >> 1))
            {
                if (node.Error.IsPresent) LeaveUndecided(node.Path);
                else ExploreBands(node, profile, above, below);
                break;
            }
        }

        node.Polynomial.Release();
    }

    /// <summary>Whether the roots of a node have stayed together for a while; true at growing intervals.</summary>
    private static bool IsStuck(SearchNode node) =>
        node.Stalls >= (node.Polynomial.Limbs.Length >= WorthProposing ? 3 : 15) && int.IsPow2(node.Stalls + 1);

    private void LeaveUndecided(SearchStep? path)
    {
        (_undecided ??= new()).Push((path, _precision));

        // A limited search is for easy polynomials; this one is not.
        _gaveUp |= _patience < Unlimited;
    }

    private void Report(MoebiusMap? map, bool isPoint)
    {
        _count++;
        _found?.Add(new IsolatingMap(map!, isPoint));
    }
}
