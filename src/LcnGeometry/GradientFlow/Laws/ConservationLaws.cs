using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>What the gradient flow of a model conserves, whatever the loss: the number of independent laws, and all laws of degree at most two.</summary>
public sealed class ConservationLaws
{
    private const int AgreeingSamples = 2, MostSamples = 6;

    private ConservationLaws(PolynomialModel model, ImmutableArray<ConservationLaw> laws, LawWitness witness)
    {
        (Model, Laws, Witness) = (model, laws, witness);
        Count = model.Parameters.Count - witness.RankLadder[^1];
    }

    /// <summary>The model.</summary>
    public PolynomialModel Model { get; }

    /// <summary>The number of independent laws near generic parameters: parameters less the rank of the Lie algebra.</summary>
    public int Count { get; }

    /// <summary>The rank of the gradients of the coordinates at a generic point, then with one more bracket each time; the last step added nothing.</summary>
    public ImmutableArray<int> RankLadder => Witness.RankLadder;

    /// <summary>A basis of all laws that are polynomials of degree at most two, without constant term. Each holds identically.</summary>
    public ImmutableArray<ConservationLaw> Laws { get; }

    /// <summary>How many of the laws in the list are independent as functions.</summary>
    public int Independent => Witness.Independent;

    /// <summary>
    /// <see cref="Evidence.Proved"/> when as many independent laws are in the list as the rank allows, else <see cref="Evidence.Sampled"/>:
    /// then the number is an upper bound that random points agree on.
    /// </summary>
    public Evidence Evidence => Independent == Count ? Evidence.Proved : Evidence.Sampled;

    /// <summary>The points and the prime that the ranks were found with.</summary>
    public LawWitness Witness { get; }

    /// <summary>Finds the laws of a model.</summary>
    /// <param name="model">D parameters and d coordinates.</param>
    /// <param name="seed">The seed of the random points.</param>
    /// <param name="token">Stops a long computation.</param>
    /// <returns>The number of independent laws with its evidence, and the laws of degree at most two.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> every law in the list is constant along every flow, by a polynomial identity, and every polynomial law of degree
    /// at most two is a combination of them. There are at most <see cref="Count"/> independent laws of any kind: a rank modulo a prime never exceeds the
    /// generic rank. When <see cref="Evidence"/> is proved, there are exactly that many.</para>
    /// <para><b>Method:</b> brackets of the gradients of the coordinates are evaluated at random points modulo a prime, each newest one with every
    /// gradient, until none adds to the rank; points with other primes must agree. The laws are the exact null space of the linear equations for their coefficients.</para>
    /// <para><b>Cost:</b> with R the final rank, R d brackets of D components at each point; about D^2 times the terms of a field for the equations.</para>
    /// <para><b>Source:</b> Marcotte, Gribonval, Peyré, <i>Abide by the law and follow the flow</i>, arXiv 2307.00144.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// var laws = ConservationLaws.Find(PolynomialModel.Of(Architecture.Parse("2,2")));
    /// Console.WriteLine(laws.Laws[0].Polynomial);   // w_1_0^2 + w_1_1^2 - w_2_0^2 - w_2_1^2
    /// </code>
    /// </example>
    public static ConservationLaws Find(PolynomialModel model, long seed = 1, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        var fields = model.Fields();
        var laws = LawSpace.Of(model, fields, homogeneous: false, token);
        ImmutableArray<VectorField> gradients = [.. laws.Select(law => VectorField.Gradient(model.Parameters, law.Polynomial))];
        var ladder = new BracketLadder(fields);
        var samples = new List<(SamplePoint Point, ImmutableArray<int> Ranks, int Independent)>();
        while (true)
        {
            var point = SamplePoint.Random(seed, samples.Count, model.Parameters.Count);
            var ranks = ladder.At(point, token);
            samples.Add((point, ranks, RankOf(gradients, point, model.Parameters.Count - ranks[^1], token)));
            var best = samples.MaxBy(sample => sample.Ranks, LadderOrder.Comparer);
            var agreeing = samples.Count(sample => sample.Ranks.SequenceEqual(best.Ranks));
            if (agreeing < AgreeingSamples && samples.Count < MostSamples) continue;
            return new ConservationLaws(model, laws, new LawWitness
            {
                RankLadder = best.Ranks,
                Independent = samples.Max(sample => sample.Independent),
                Prime = (Integer)(long)best.Point.Field.Prime,
                Point = [.. best.Point.Coordinates.Select(coordinate => (Integer)(long)coordinate)],
                Samples = samples.Count,
                Agreeing = agreeing,
            });
        }
    }

    /// <summary>A basis of all laws that are polynomials of degree at most two.</summary>
    /// <param name="model">The model.</param>
    /// <param name="homogeneous">Whether every term must have degree two; otherwise terms of degree one are allowed beside them.</param>
    /// <param name="token">Stops a long computation.</param>
    /// <returns>The basis: familiar laws first, with their names.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> exact: the derivative of each law along each gradient is the zero polynomial, and no law is missing.</para>
    /// <para><b>Method:</b> unknown coefficients; the null space over the rationals of the equations, one group of linked unknowns at a time.</para>
    /// <para><b>Cost:</b> about D^2 times the terms of a field for the equations; cubic in the largest group for the null space.</para>
    /// <para><b>Source:</b> linear algebra.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// var model = PolynomialModel.Of(Architecture.Parse("2,2"), channels: 2);
    /// ConservationLaws.OfDegreeTwo(model, homogeneous: true).Length   // 4
    /// </code>
    /// </example>
    public static ImmutableArray<ConservationLaw> OfDegreeTwo(PolynomialModel model, bool homogeneous, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return LawSpace.Of(model, model.Fields(), homogeneous, token);
    }

    /// <summary>The rank of gradients, which never exceeds the room that the fields leave.</summary>
    private static int RankOf(ImmutableArray<VectorField> gradients, SamplePoint point, int room, CancellationToken token)
    {
        var span = new ModularSpan(point.Field);
        foreach (var gradient in gradients)
        {
            token.ThrowIfCancellationRequested();
            if (span.Rank == room) break;
            span.Add(gradient.At(point).Value);
        }

        return span.Rank;
    }
}
