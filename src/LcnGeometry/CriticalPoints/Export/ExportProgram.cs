using System.Globalization;
using System.Text;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>How one tool is told the equations: comments, definitions, the equations, and what to do with them.</summary>
internal abstract class ExportProgram
{
    /// <summary>The prime that systems with many solutions are counted modulo: the largest below 2^31.</summary>
    protected const string Prime = "2147483647";

    /// <summary>What begins a comment.</summary>
    protected abstract string Comment { get; }

    /// <summary>How to run the program, when it is in a file.</summary>
    protected abstract string Command { get; }

    /// <summary>Up to so many solutions the tool computes with rational numbers, and lists them.</summary>
    protected virtual int Few => 20;

    /// <summary>Sentences about the coefficients of the program.</summary>
    protected abstract IEnumerable<string> CoefficientNotes { get; }

    public static ExportProgram For(ExportFormat format) => format switch
    {
        ExportFormat.Macaulay2 => new Macaulay2Program(),
        ExportFormat.Singular => new SingularProgram(),
        ExportFormat.SymPy => new SymPyProgram(),
        ExportFormat.HomotopyContinuation => new HomotopyContinuationProgram(),
        _ => throw new ArgumentOutOfRangeException(nameof(format), $"{format} is not an export format."),
    };

    public string Write(ParameterSystem system, CancellationToken token)
    {
        var text = new StringBuilder();
        foreach (var line in Header(system)) text.Append(line.Length == 0 ? Comment : $"{Comment} {line}").Append('\n');
        text.Append('\n').Append(Opening(system, system.Expected <= Few));
        Section("last entries of the filters, from the chart", system.LastEntries());
        Section("products of all filters but one", system.Complements());
        Section("product of all filters", system.EndToEnd());
        Section("gradient of the loss by the end-to-end filter", system.Gradient());
        Section("derivatives by the filters' entries", system.Derivatives());
        text.Append('\n').Append(Closing(system, [.. system.Equations().Select(Print)]));
        return text.ToString();

        void Section(string what, IEnumerable<SystemDefinition> definitions)
        {
            var first = true;
            foreach (var definition in definitions)
            {
                token.ThrowIfCancellationRequested();
                if (first) text.Append('\n').Append(Comment).Append(' ').Append(what).Append('\n');
                first = false;
                text.Append(Define(Name(definition.Name), Print(definition.Value))).Append('\n');
            }
        }
    }

    /// <summary>Everything before the definitions.</summary>
    protected abstract string Opening(ParameterSystem system, bool exact);

    /// <summary>One definition.</summary>
    protected abstract string Define(string name, string value);

    /// <summary>The equations and what to do with them.</summary>
    protected abstract string Closing(ParameterSystem system, IReadOnlyList<string> equations);

    /// <summary>A polynomial in the tool's syntax.</summary>
    protected abstract string Print(MultivariatePolynomial<Rational> polynomial);

    /// <summary>A name in the tool's syntax.</summary>
    protected string Name(string name) => Print(MultivariatePolynomial<Rational>.Variable([name], name));

    /// <summary>The unknowns in the tool's syntax, separated by commas.</summary>
    protected string Names(ParameterSystem system) => string.Join(", ", system.Unknowns.Select(Name));

    /// <summary>The equations, each on its own line with an indent, separated by commas.</summary>
    protected static string Lines(IReadOnlyList<string> equations, string indent) => string.Join(",\n", equations.Select(equation => indent + equation));

    private static string Tuple<T>(IEnumerable<T> values) => $"({string.Join(", ", values.Select(value => string.Create(CultureInfo.InvariantCulture, $"{value}")))})";

    private IEnumerable<string> Header(ParameterSystem system)
    {
        var (net, loss) = (system.Architecture, system.Loss);
        yield return "Critical points of the squared loss (w - u)^T Q (w - u) of a linear convolutional network, in its parameters.";
        yield return "Written by LcnGeometry. Run: " + Command;
        yield return string.Empty;
        yield return $"Network: filter sizes {Tuple(net.Filters)}, strides {Tuple(net.Strides)}; w is its end-to-end filter, of {net.EndToEndSize} entries.";
        yield return $"u = {Tuple(loss.Target)}";
        for (var i = 0; i < loss.Size; i++) yield return $"{(i == 0 ? "Q =" : "   ")} {Tuple(loss.Q.Row(i))}";
        yield return string.Empty;
        yield return "w_l_i: entry i of the filter of layer l; layers count from 1, entries from 0, the entry being the coefficient of x^i.";
        yield return "  Filters of size 1 are scaled to 1. In every other filter one combination of the entries is scaled to 1 (the chart), which gives";
        yield return "  its last entry. Solutions with a filter on which that combination vanishes are missed; generic data have none.";
        yield return $"f_j: entry j of the product of all filters, layer l in powers of x^S_l, S = {Tuple(net.StrideProducts)}; p_l_j: the same without layer l.";
        yield return $"t: scale; w = t f. g_j: entry j of D Q (t f - u), D = {system.Denominator}: half the gradient of the loss by w, times D.";
        yield return "d_l_i: derivative of the loss by w_l_i, divided by 2 t / D. Left out of these lists: what is zero.";
        yield return "Equations: the derivatives of the loss by t, and along the chart by every free entry, vanish. t = 0 is the zero function.";
        yield return string.Empty;
        yield return $"Expected: {system.Expected} complex solutions for generic Q and u (the generic Euclidean distance degree of a product of projective";
        yield return "  spaces), all simple, each one critical point modulo scalings of the layers. Special data may have fewer, multiple ones, or";
        yield return "  infinitely many.";
        foreach (var note in CoefficientNotes) yield return note;
    }
}
