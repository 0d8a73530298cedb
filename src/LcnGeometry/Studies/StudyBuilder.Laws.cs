using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

public static partial class StudyBuilder
{
    /// <summary>What the gradient flow of a network conserves, whatever the data.</summary>
    /// <param name="net">The architecture.</param>
    /// <param name="channels">The number of hidden channels of a network of two layers; null for one channel everywhere.</param>
    /// <param name="options">Seed of the random points, and budget.</param>
    /// <param name="at">Filters at which the ranks are computed too, one per layer; for several channels those into all channels, then those out of them.</param>
    /// <param name="token">Stops a long computation.</param>
    /// <exception cref="ArgumentException">Several channels were asked for, and there are not two layers; or the filters do not fit.</exception>
    /// <exception cref="TimeBudgetException">The network is too large for the budget.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static LawsDocument Laws(Architecture net, int? channels, StudyOptions options, ImmutableArray<ImmutableArray<Rational>>? at = null, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(options);
        PolynomialModel.RequireChannels(net, channels);
        TimeBudgetException.Require($"The conservation laws of {PolynomialModel.NameOf(net, channels)}", LawCost.Seconds(net, channels), options);
        var laws = ConservationLaws.Find(channels is { } width ? PolynomialModel.Of(net, width) : PolynomialModel.Of(net), options.Seed, token);
        var atPoint = at is { } filters ? LieAlgebraAtPoint.Of(laws.Model, [.. filters.SelectMany(filter => filter)], token: token) : null;
        return new LawsDocument
        {
            Inputs = InputsOf(net) with { Channels = channels, At = at is { } rows ? [.. rows.Select(row => row.Select(entry => (Scalar)entry).ToImmutableArray())] : null },
            Seed = options.Seed,
            Notes =
            [
                "The count holds near generic parameters, where the rank of the Lie algebra is largest.",
                .. laws.Evidence == Evidence.Proved ? (ImmutableArray<string>)[] : [$"The laws of degree at most two account for {laws.Independent} of the laws; the number of others rests on random points."],
            ],
            Parameters = laws.Model.Parameters.Count,
            Coordinates = laws.Model.Coordinates.Length,
            Count = laws.Count,
            RankLadder = laws.RankLadder,
            Evidence = laws.Evidence,
            AtPoint = atPoint is null ? null : new LawsPointRow
            {
                RankLadder = atPoint.RankLadder,
                LargestRank = atPoint.LargestRank,
                Verdict = atPoint.IsFinal.Kind,
                Reason = atPoint.IsFinal.Reason,
            },
            Independent = laws.Independent,
            Witness = new LawsWitnessRow
            {
                Prime = laws.Witness.Prime,
                Point = laws.Witness.Point,
                Samples = laws.Witness.Samples,
                Agreeing = laws.Witness.Agreeing,
                Argument = Argument(laws),
            },
            Laws =
            [
                .. laws.Laws.Select(law => new LawRow
                {
                    Name = law.Name,
                    Degree = law.Polynomial.TotalDegree,
                    Formula = law.Polynomial.ToString(),
                    Latex = law.Polynomial.ToString(PolynomialFormat.LaTeX),
                }),
            ],
        };
    }

    private static string Argument(ConservationLaws laws)
    {
        var upper = $"at most {laws.Count}: the rank {laws.RankLadder[^1]} modulo the prime never exceeds the generic rank, and {laws.Model.Parameters.Count} - {laws.RankLadder[^1]} = {laws.Count}";
        return $"There are {upper}; at least {laws.Independent}: so many of the listed laws have independent gradients at a random point, and each holds identically.";
    }
}
