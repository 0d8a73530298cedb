using System.Collections.Immutable;

namespace LcnGeometry.Reporting;

/// <summary>Networks with several directions, on a terminal.</summary>
internal static class GridText
{
    private const int MostBlocks = 40;

    internal static void Write(TerminalPage page, GridDescribeDocument card)
    {
        var space = card.FunctionSpace;
        var strides = card.EndToEnd.Stride.All(stride => stride == card.EndToEnd.Stride[0]) ? page.Number(card.EndToEnd.Stride[0]) : string.Join('x', card.EndToEnd.Stride.Select(page.Number));
        page.Title($"{Names.Network(card.Inputs)}: end-to-end size {Words.Grid(card.EndToEnd.Size)}, stride {strides}");
        page.Facts(
            ("dimension", $"{NumberText.Count(space.Dimension)} of {NumberText.Count(space.AmbientDimension)}"),
            ("degree", page.Number(space.Degree)),
            ("filling", Words.YesNo(space.Filling)),
            ("thick", Words.YesNo(space.Thick)),
            ("Zariski closed", Words.YesNo(space.ZariskiClosed)),
            ("smooth away from 0", Words.YesNo(space.SmoothAwayFromZero)),
            ("undecided because", space.Reason),
            ("critical points", page.Number(card.CriticalPoints.Generic) + " (complex, generic data, modulo layer scalings)"),
            ("conservation laws", NumberText.Count(card.ConservationLaws)),
            ("Riemannian flow", DescribeText.Riemannian(card.RiemannianFlow)),
            ("in one dimension", card.Reduction.Sentence));
        CircularText.Write(page, card.Circular);
        if (card.Blocks.Length < 2) return;
        page.Table(["layers", "#dim", "what they are"], card.Blocks, MostBlocks, (block, _) =>
            [string.Join(", ", block.Layers.Select(NumberText.Count)), NumberText.Count(block.Dimension), What(block)]);
    }

    internal static void Write(TerminalPage page, GridMemberDocument member)
    {
        page.Title($"The filter {(member.Verdict == VerdictKind.Holds ? "is" : "is not")} representable by {Names.Network(member.Inputs)}");
        page.Facts(
            ("filter", member.Inputs.Filter is { } filter ? page.Filter(filter) : null),
            ("rests on", Words.Of(member.Evidence)),
            ("position", Words.Of(member.Position)),
            ("because", member.Witness.Obstruction),
            ("in the closure", Words.YesNo(member.InZariskiClosure)),
            ("smooth there", member.Witness.Smooth is { } smooth ? Words.YesNo(smooth) : null),
            ("factorizations", member.Witness.Count is { } count ? page.Number(count) : null),
            ("one of them", member.Witness.Factorization is { } one ? page.Product(one.Filters) : null),
            ("", member.Witness.Factorization is { } row ? Words.Of(row.Evidence) + (row.Radius is { } radius ? ", within " + TerminalPage.Number(radius, 2) : "") : null));
        if (member.Witness.Factors is not { Length: > 1 } factors) return;
        page.Table(["layers", "factor", "theirs", "pattern"], factors, MostBlocks, (factor, _) =>
            [string.Join(", ", factor.Layers.Select(NumberText.Count)), page.Filter(factor.Filter), Words.YesNo(factor.Verdict), factor.RealPattern ?? ""]);
    }

    private static string What(GridBlockRow block) => block.Kind switch
    {
        GridBlockKind.Free => "one layer, any filter",
        GridBlockKind.Line => $"a network along direction {NumberText.Count(block.Direction ?? 1)}",
        _ => "overlap in several directions",
    };
}
