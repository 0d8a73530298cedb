using System.Collections.Immutable;
using static LcnGeometry.Reporting.Tags;

namespace LcnGeometry.Reporting;

/// <summary>What the function space is, by equations, and its picture.</summary>
internal static class FunctionSpaceChapter
{
    private const int MostEquations = 24, MostComponents = 8, MostOfComponent = 8, LongestFilter = 16;

    internal static Element Render(ReportContext context)
    {
        var chapter = Chapter.Open("function-space", "The function space");
        var card = context.Study.Describe;
        var space = card.FunctionSpace;
        if (space.Thick == VerdictKind.Fails) chapter.Add(Dimension(card), Merged(context, card), Equations(space), SingularLocus(space));
        if (context.Study.Slice is { Lines.Length: > 1 } slice)
        {
            var number = context.NextFigure();
            return chapter.Add(SliceFigure.Draw(slice, context.Study, context.Limits, number).ToHtml(number));
        }

        var hasUmbrellas = UmbrellaData.Applies(context.Study);
        if (hasUmbrellas) chapter.Add(UmbrellaFigure.Draw(context.Study, context.Limits).ToHtml(context.NextFigure()));

        // Beside the umbrellas a plane says more only when training ends in different places.
        if (context.Study.ClosureSlice is { } closure && (!hasUmbrellas || context.Limits.Count(group => group.Status == FlowStatus.Converged) > 1))
        {
            var number = context.NextFigure();
            chapter.Add(ClosureSliceFigure.Draw(closure, context.Study, context.Limits, number).ToHtml(number));
        }

        var canBeDrawn = context.Loss?.U.All(value => Math.Abs(value.ToDouble()) < ConeData.Largest / 4) ?? true;
        if (context.Size == 3 && space.Thick == VerdictKind.Holds && canBeDrawn)
        {
            var number = context.NextFigure();
            return chapter.Add(ConeFigure.Draw(context.Study, context.Limits, number).ToHtml(number));
        }

        if (!canBeDrawn && space.Thick == VerdictKind.Holds) return chapter.Add(Chapter.Absent("The coefficients of u are beyond the range of numbers that can be drawn."));
        return space.Thick == VerdictKind.Fails ? chapter : chapter.Add(Chapter.Absent(Reason(context.Size)));
    }

    private static string Reason(int size) => size <= 2
        ? "Filters with one or two coefficients have no discriminant: there is nothing to draw."
        : "A plane through the target was not computed; the notes at the end say why.";

    private static Element Dimension(DescribeDocument card)
    {
        var space = card.FunctionSpace;
        var closed = space.ZariskiClosed switch
        {
            VerdictKind.Holds => "The network represents all real filters of this variety.",
            VerdictKind.Fails when space.OutsideInClosure is { Length: <= LongestFilter } outside => $"The network does not represent all real filters of this variety: {FilterText.Typeset(outside)} is in it and not representable.",
            VerdictKind.Fails => "The network does not represent all real filters of this variety.",
            _ => "Whether the network represents all real filters of this variety is undecided.",
        };
        var smooth = space.SmoothAwayFromZero switch
        {
            VerdictKind.Holds => " Away from zero the variety is smooth.",
            VerdictKind.Fails => " The variety is singular away from zero, too.",
            _ => "",
        };
        return P($"The representable filters form a set of dimension {NumberText.Count(space.Dimension)} in a space of dimension {NumberText.Count(space.AmbientDimension)}. Its Zariski closure is a variety of degree {NumberText.Of(space.Degree).Typeset}. {closed}{smooth}");
    }

    /// <summary>What the merged form says about the network.</summary>
    private static Element? Merged(ReportContext context, DescribeDocument card)
    {
        var merged = card.Merged;
        if (merged.Filters.Length == 0) return null;
        var isItself = merged.Filters.SequenceEqual(context.Filters);
        var zeros = Words.Coefficients(card.FunctionSpace.StructuralZeros) is { } names ? $" These coefficients are zero whatever the filters of the layers: {names}." : "";
        if (isItself)
        {
            return merged.Filters.Length > 1
                ? P("No two layers merge into one: every inner stride is above one. A generic filter of the function space then determines the filters of the layers up to scale." + zeros)
                : zeros.Length > 0 ? P(zeros[1..]) : null;
        }

        var name = merged.Filters.Length > 1 ? Names.Network(new DocumentInputs { Filters = merged.Filters, Strides = merged.Strides }) : $"one layer of size {NumberText.Count(merged.Filters[0])}";
        return P($"Layers with stride one between them act as one layer, and layers of size one only scale: the merged form is {name}. {(zeros.Length > 0 ? "Apart from coefficients that are always zero, it" : "It")} has the same Zariski closure; over the complex numbers it has the same filters, over the real numbers it may have more.{zeros}");
    }

    private static Element? SingularLocus(FunctionSpaceSection space)
    {
        if (space.SingularLocus is not { IsDefaultOrEmpty: false } components) return null;
        var list = new Element("ul");
        foreach (var component in components.Take(MostComponents))
        {
            var network = Names.Network(new DocumentInputs { Filters = component.Filters, Strides = component.Strides });
            var item = El("li", $"Dimension {NumberText.Count(component.Dimension)}, the Zariski closure of the function space of {network}. {component.Sentence}");
            if (component.Equations is { IsDefaultOrEmpty: false } equations)
            {
                item.Add(new Element("ul").Class("equations").AddAll(equations.Take(MostOfComponent).Select(equation => El("li", PolynomialFormula.Of(equation, isZero: true)))));
                if (equations.Length > MostOfComponent) item.Add(P($"{NumberText.Count(equations.Length - MostOfComponent)} more in the JSON"));
            }

            list.Add(item);
        }

        return Div("", P(components.Length == 1 ? "Away from zero the Zariski closure is singular exactly here:" : "Away from zero the Zariski closure is singular exactly on these sets:", "\u00A0", Badge.Of(Evidence.Proved)),
            list, components.Length > MostComponents ? P($"{NumberText.Count(components.Length - MostComponents)} more in the JSON") : null);
    }

    private static Element? Equations(FunctionSpaceSection space)
    {
        if (space.Equations is not { IsDefaultOrEmpty: false } list) return null;
        var text = list.Length == 1 ? "The Zariski closure is the zero set of one polynomial in the entries of the end-to-end filter:" : $"The Zariski closure is the common zero set of {NumberText.Count(list.Length)} polynomials in the entries of the end-to-end filter:";
        return Div("", P(text, "\u00A0", Badge.Of(Evidence.Exact)),
            new Element("ul").Class("equations").AddAll(list.Take(MostEquations).Select(equation => El("li", PolynomialFormula.Of(equation, isZero: true)))),
            list.Length > MostEquations ? P($"{NumberText.Count(list.Length - MostEquations)} more in the JSON") : null);
    }
}
