using System.Collections.Immutable;

namespace LcnGeometry;

/// <summary>A statement about every run, and how it fared.</summary>
internal sealed class CensusPrediction(string id, string statement, string whyOpen, Func<CensusRow, CensusPrediction.Answer> check)
{
    private const int MostReferences = 20;

    private readonly ImmutableArray<CensusRunReference>.Builder _exceptions = ImmutableArray.CreateBuilder<CensusRunReference>();
    private readonly ImmutableArray<CensusRunReference>.Builder _open = ImmutableArray.CreateBuilder<CensusRunReference>();
    private long _checked, _contradicted, _undecided;

    /// <summary>What one run says.</summary>
    internal enum Answer
    {
        /// <summary>The statement is not about this run.</summary>
        Skip,

        /// <summary>It holds.</summary>
        Agree,

        /// <summary>It fails.</summary>
        Contradict,

        /// <summary>It could not be decided.</summary>
        Open,
    }

    public void Add(CensusRow row)
    {
        var answer = check(row);
        if (answer == Answer.Skip) return;
        _checked++;
        if (answer == Answer.Contradict)
        {
            _contradicted++;
            if (_exceptions.Count < MostReferences) _exceptions.Add(new CensusRunReference(row.Dataset, row.Init));
        }
        else if (answer == Answer.Open)
        {
            _undecided++;
            if (_open.Count < MostReferences) _open.Add(new CensusRunReference(row.Dataset, row.Init));
        }
    }

    public CensusPredictionRow ToRow() => new()
    {
        Id = id,
        Statement = statement,
        Checked = _checked,
        Exceptions = _contradicted,
        Open = _undecided,
        Verdict = _contradicted > 0 ? VerdictKind.Fails : _undecided > 0 || _checked == 0 ? VerdictKind.Undecided : VerdictKind.Holds,
        Reason = _contradicted > 0 ? null : _undecided > 0 ? whyOpen : _checked == 0 ? "There is no run to check." : null,
        FirstExceptions = _exceptions.ToImmutable(),
        FirstOpen = _open.ToImmutable(),
    };
}
