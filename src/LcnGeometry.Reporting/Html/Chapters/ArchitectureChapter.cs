using System.Collections.Immutable;
using static LcnGeometry.Reporting.Tags;

namespace LcnGeometry.Reporting;

/// <summary>The architecture's card.</summary>
internal static class ArchitectureChapter
{
    internal static Element Render(ReportContext context)
    {
        var card = context.Study.Describe;
        return Chapter.Open("architecture", "The architecture").Add(
            Div(card.EndToEnd.Size <= LayersFigure.FewNodes ? "beside" : "",
                context.Filters.IsEmpty ? null : LayersFigure.Draw(context.Filters, context.Study.Inputs.Strides ?? []).ToHtml(context.NextFigure()),
                Facts(context, card)),
            LawList.Render(context.Study.Laws),
            Chapter.Notes(card.Notes));
    }

    private static Element Facts(ReportContext context, DescribeDocument card)
    {
        var space = card.FunctionSpace;
        var facts = new Element("dl").Class("card");
        Add("End-to-end filter", $"size {NumberText.Count(card.EndToEnd.Size)}, stride {NumberText.Of(card.EndToEnd.Stride).Typeset}", "One convolution that does what all layers do together.");
        Add("Dimension", space.Codimension == 0
            ? $"{NumberText.Count(space.Dimension)}, that of all filters"
            : $"{NumberText.Count(space.Dimension)} of {NumberText.Count(space.AmbientDimension)}", "Of the function space inside the space of all end-to-end filters.");
        Add("Degree", NumberText.Of(space.Degree).Typeset, "Of its Zariski closure as a projective variety.");
        Add("Filling", Badge.Of(space.Filling), "Is every filter of this size representable?");
        Add("Thick", Badge.Of(space.Thick), "Does the function space have interior points?");
        Add("Zariski closed", Badge.Of(space.ZariskiClosed), "Is it cut out by equations alone?");
        Add("Smooth away from zero", Badge.Of(space.SmoothAwayFromZero), "Of the Zariski closure.");
        Add("Critical points", NumberText.Of(card.CriticalPoints.Generic).Typeset, "Complex, of the squared loss for generic data, modulo layer scalings, nonzero function.");
        Add("Conservation laws", NumberText.Count(card.ConservationLaws), "Independent invariants of the gradient flow.");
        if (!card.Merged.Filters.SequenceEqual(context.Filters))
        {
            var strides = card.Merged.Strides.Length > 1 ? ", strides " + Words.Tuple(card.Merged.Strides[..^1]) : "";
            Add("Merged form", Words.Tuple(card.Merged.Filters) + strides, "The shortest architecture with the same Zariski closure.");
        }

        return space.Reason is null ? facts : Div("", facts, P("Undecided: " + space.Reason).Class("reason"));

        void Add(string term, Node value, string explanation) =>
            facts.Add(Div("fact", El("dt", term), El("dd", value, Span("explanation", explanation))));
    }
}
