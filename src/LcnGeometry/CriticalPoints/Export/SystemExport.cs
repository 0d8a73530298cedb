namespace LcnGeometry;

/// <summary>Writes the equations of the critical points of a loss as programs for other tools.</summary>
public static class SystemExport
{
    /// <summary>The format of a name: <c>m2</c>, <c>singular</c>, <c>sympy</c> or <c>hc</c>.</summary>
    /// <param name="name">One of the four names.</param>
    /// <exception cref="FormatException">It is none of them.</exception>
    public static ExportFormat Parse(string name) => name switch
    {
        "m2" => ExportFormat.Macaulay2,
        "singular" => ExportFormat.Singular,
        "sympy" => ExportFormat.SymPy,
        "hc" => ExportFormat.HomotopyContinuation,
        _ => throw new FormatException($"'{name}' is not an export format: expected m2, singular, sympy or hc."),
    };

    /// <summary>A program that counts the critical parameters of a loss, modulo layer scalings and with a nonzero function, and lists few of them.</summary>
    /// <param name="net">The architecture.</param>
    /// <param name="loss">A loss on its end-to-end filters.</param>
    /// <param name="format">The tool that runs the program.</param>
    /// <param name="token">Stops the writing.</param>
    /// <returns>The text of the program; lines end with a line feed.</returns>
    /// <exception cref="ArgumentException">The loss is about filters of another size.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> the equations are exact; for generic data their complex solutions are the critical points, as many as
    /// <see cref="CriticalPointCount.OnParameters"/>. For special data, a solution whose filter lies on the hyperplane at infinity of the chart is missed.</para>
    /// <para><b>Method:</b> every filter is scaled so that a fixed linear combination of its entries is 1, the scale t of the end-to-end filter is an
    /// unknown of its own; the equations are the derivatives along the chart and by t, written with named intermediate polynomials.
    /// The algebra systems count over the rational numbers when few solutions are expected, else modulo a prime of 31 bits: the first line after the comments.</para>
    /// <para><b>Cost:</b> one term for every product of one entry from each layer but one, and k̄² terms for the quadratic form.</para>
    /// <para><b>Source:</b> F17 of the theory; V. Shahverdi, <i>Algebraic Complexity and Neurovariety of Linear Convolutional Networks</i>, arXiv 2401.16613.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// var loss = QuadraticLoss.FromTarget([1, 2, 5], Metric.Parse("[[3,1,0],[1,2,1],[0,1,4]]", 3));
    /// SystemExport.Write(Architecture.Parse("2,2"), loss, ExportFormat.Macaulay2).Contains("Expected: 6 complex solutions")   // true
    /// </code>
    /// </example>
    public static string Write(Architecture net, QuadraticLoss loss, ExportFormat format, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(loss);
        if (loss.Size != net.EndToEndSize)
        {
            throw new ArgumentException($"The loss is about filters of {loss.Size}; the end-to-end filter of {net} has {net.EndToEndSize} entries.", nameof(loss));
        }

        return ExportProgram.For(format).Write(new ParameterSystem(net, loss, token), token);
    }
}
