namespace LcnGeometry;

/// <summary>The function spaces of two architectures with end-to-end filters of the same size: which holds which.</summary>
public sealed class FunctionSpaceComparison
{
    private FunctionSpaceComparison(Architecture first, Architecture second, InclusionPair spaces, InclusionPair closures)
    {
        First = first;
        Second = second;
        Spaces = spaces;
        Closures = closures;
    }

    /// <summary>The first architecture.</summary>
    public Architecture First { get; }

    /// <summary>The second architecture.</summary>
    public Architecture Second { get; }

    /// <summary>The sets of filters that the networks represent with real weights.</summary>
    public InclusionPair Spaces { get; }

    /// <summary>Their Zariski closures, which are what the networks represent with complex weights.</summary>
    public InclusionPair Closures { get; }

    /// <summary>Compares two architectures.</summary>
    /// <param name="first">An architecture.</param>
    /// <param name="second">Another one with an end-to-end filter of the same size.</param>
    /// <param name="witnesses">Whether to look for a filter that shows it where one is not inside the other.</param>
    /// <param name="token">Stops a long computation.</param>
    /// <returns>Both inclusions, of the function spaces and of the closures; each is decided.</returns>
    /// <exception cref="ArgumentException">The end-to-end filters have different sizes.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> proved; every witness is decided exactly, by itself, to be in the one set and not in the other.</para>
    /// <para><b>Method:</b> function spaces are closed, so it is enough to ask about generic filters. The roots of one form hyperroots of the orders of its layers; those of other
    /// orders lie in them, and how depends only on the orders and on which are positive, negative or complex. Pairs of complex ones can do least and positive ones
    /// most, so one kind of filter decides: as few real hyperroots as possible, all negative. Its hyperroots are handed to the other network, highest order first.</para>
    /// <para><b>Cost:</b> a few integer operations for each layer; one question of membership for each witness.</para>
    /// <para><b>Source:</b> our own, from F7 and A4 of the theory; the proof is in decision record 26.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// var comparison = FunctionSpaceComparison.Of(Architecture.Parse("2,2"), Architecture.Parse("3"));
    /// comparison.Spaces.Relation;   // StrictlyInside: x^2 + y^2 has no real factors
    /// comparison.Closures.Relation;   // Equal
    /// </code>
    /// </example>
    public static FunctionSpaceComparison Of(Architecture first, Architecture second, bool witnesses = true, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.EndToEndSize != second.EndToEndSize)
        {
            throw new ArgumentException($"The end-to-end filters of {first} and {second} have {first.EndToEndSize} and {second.EndToEndSize} entries; only function spaces of filters of one size can be compared.", nameof(second));
        }

        var (forward, forwardClosure) = Inclusions(first, second, witnesses, token);
        var (backward, backwardClosure) = Inclusions(second, first, witnesses, token);
        return new FunctionSpaceComparison(first, second, new InclusionPair(forward, backward), new InclusionPair(forwardClosure, backwardClosure));
    }

    private static (SpaceInclusion Spaces, SpaceInclusion Closures) Inclusions(Architecture inner, Architecture outer, bool witnesses, CancellationToken token)
    {
        var search = new InclusionSearch(inner, outer);
        if (search.ClosureObstruction() is { } missing)
        {
            // What is outside the closure is outside the function space.
            var outside = new SpaceInclusion(Verdict.Fails, missing) { Witness = witnesses ? Witness(inner, outer, membership => membership.InZariskiClosure == Verdict.Fails, token) : null };
            return (outside, outside);
        }

        var closures = new SpaceInclusion(Verdict.Holds, $"a generic filter of {inner} has enough hyperroots of every order for the layers of {outer}");
        return search.RealObstruction() is { } notReal
            ? (new SpaceInclusion(Verdict.Fails, notReal) { Witness = witnesses ? Witness(inner, outer, membership => membership.Verdict == Verdict.Fails, token) : null }, closures)
            : (new SpaceInclusion(Verdict.Holds, $"even the filters of {inner} with the fewest real roots can be factored into real layers of {outer}"), closures);
    }

    private static InclusionWitness Witness(Architecture inner, Architecture outer, Predicate<Membership> outside, CancellationToken token)
    {
        Membership? found = null;
        var space = outer.FunctionSpace();
        var sample = StrictnessSample.First(
            inner,
            filters =>
            {
                found = space.Contains(ParameterizationMap.EndToEnd(filters), token);
                return outside(found);
            },
            token);
        return new InclusionWitness(sample, found!);
    }
}
