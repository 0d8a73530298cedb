using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>What the chapters share: the study, a few names for it, and the numbering.</summary>
internal sealed class ReportContext
{
    private int _figures, _tables;

    internal ReportContext(Study study)
    {
        Study = study;
        Limits = study.Flow is null ? [] : LimitGroup.Of(study.Flow);
    }

    internal Study Study { get; }

    /// <summary>The flow runs by where they ended; empty without runs.</summary>
    internal ImmutableArray<LimitGroup> Limits { get; }

    internal LossSection? Loss => Study.Flow?.Loss ?? Study.Critical?.Loss;

    internal ImmutableArray<int> Filters => Study.Inputs.Filters ?? [];

    /// <summary>The number of coefficients of an end-to-end filter.</summary>
    internal int Size => Study.Describe.EndToEnd.Size;

    internal FigureNumber NextFigure() => new(++_figures);

    internal int NextTable() => ++_tables;
}
