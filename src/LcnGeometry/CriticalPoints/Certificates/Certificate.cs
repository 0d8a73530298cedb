using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>All critical functions of a squared loss, each as a box of rational numbers that holds exactly one of them: a claim that can be verified without the program that found it.</summary>
/// <remarks>
/// An instance is well formed: every list has the length that the architecture asks for, and no stratum is listed twice. Whether its claims
/// are true is what a recheck finds out. The critical points are those of <c>(w - u)^T Q (w - u) + constant</c>.
/// </remarks>
public sealed class Certificate
{
    /// <summary>The name of the file format.</summary>
    public const string Format = "lcn-certificate/1";

    /// <summary>Collects the claims.</summary>
    /// <param name="architecture">The network.</param>
    /// <param name="q">The quadratic form of the loss, k̄ by k̄.</param>
    /// <param name="target">u, the unconstrained minimizer: k̄ coefficients.</param>
    /// <param name="constant">The loss at u.</param>
    /// <param name="strata">The claims, stratum by stratum.</param>
    /// <param name="completeness">The claim about the whole list.</param>
    /// <param name="points">Enclosures of real critical functions; none if omitted.</param>
    /// <exception cref="CertificateFormatException">A list has a wrong length, an index is out of range, a radius is not positive, a stratum is listed twice, or a size exceeds what is accepted.</exception>
    public Certificate(
        Architecture architecture,
        Matrix<Rational> q,
        ImmutableArray<Rational> target,
        Rational constant,
        ImmutableArray<CertificateStratum> strata,
        CertificateCompleteness completeness,
        ImmutableArray<CertificatePoint> points = default)
    {
        ArgumentNullException.ThrowIfNull(architecture);
        ArgumentNullException.ThrowIfNull(q);
        ArgumentNullException.ThrowIfNull(completeness);
        Architecture = architecture;
        Q = q;
        Target = target.IsDefault ? [] : target;
        Constant = constant;
        Strata = strata.IsDefault ? [] : strata;
        Completeness = completeness;
        Points = points.IsDefault ? [] : points;
        Shapes = CertificateShape.Check(this);
    }

    /// <summary>The network.</summary>
    public Architecture Architecture { get; }

    /// <summary>The quadratic form of the loss.</summary>
    public Matrix<Rational> Q { get; }

    /// <summary>u, the unconstrained minimizer.</summary>
    public ImmutableArray<Rational> Target { get; }

    /// <summary>The loss at u.</summary>
    public Rational Constant { get; }

    /// <summary>The claims, stratum by stratum.</summary>
    public ImmutableArray<CertificateStratum> Strata { get; }

    /// <summary>The claim about the whole list.</summary>
    public CertificateCompleteness Completeness { get; }

    /// <summary>Enclosures of real critical functions.</summary>
    public ImmutableArray<CertificatePoint> Points { get; }

    /// <summary>The stratum that each entry of <see cref="Strata"/> is about.</summary>
    internal ImmutableArray<CriticalStratum> Shapes { get; }

    /// <summary>Reads a certificate.</summary>
    /// <param name="json">The text of a certificate file.</param>
    /// <returns>A well-formed certificate; nothing is claimed about its truth.</returns>
    /// <exception cref="CertificateFormatException">The text is not a certificate, or exceeds the limits that keep hostile files harmless.</exception>
    public static Certificate Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return CertificateReader.Read(json);
    }

    /// <summary>The text of the certificate file, with a final line feed; equal certificates give equal texts.</summary>
    public string Write() => CertificateWriter.Write(this);
}
