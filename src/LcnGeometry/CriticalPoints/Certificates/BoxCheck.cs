using System.Collections.Immutable;
using System.Numerics;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>A verified solution, enclosed as tightly as the precision allows.</summary>
/// <param name="Stratum">Its stratum.</param>
/// <param name="Claim">The claim about it.</param>
/// <param name="Coordinates">Squares around its coordinates, inside the claimed box.</param>
/// <param name="Point">Its function.</param>
internal sealed record BoxEnclosure(CriticalStratum Stratum, CertificateSolution Claim, ComplexSquare[] Coordinates, StratumPoint Point);

/// <summary>What became of one box.</summary>
/// <param name="Enclosure">The solution, if the box was verified to hold exactly one.</param>
/// <param name="Problem">The first claim about it that does not hold; null if all do.</param>
/// <param name="Bits">The binary digits after the point that it took.</param>
internal sealed record BoxResult(BoxEnclosure? Enclosure, RecheckProblem? Problem, int Bits);

/// <summary>Verifies one box of a certificate.</summary>
internal sealed class BoxCheck
{
    /// <summary>Binary digits beyond those of the smallest radius.</summary>
    private const int SpareBits = 128;

    private const int Attempts = 3;

    private readonly CriticalStratum _stratum;
    private readonly Certificate _certificate;
    private readonly CertificateSolution _claim;
    private readonly string _path;

    internal BoxCheck(Certificate certificate, int stratum, int solution)
    {
        _certificate = certificate;
        _stratum = certificate.Shapes[stratum];
        _claim = certificate.Strata[stratum].Solutions[solution];
        _path = $"strata[{stratum}].solutions[{solution}]";
    }

    /// <summary>Verifies the box, with more and more digits as long as that may help.</summary>
    internal BoxResult Run(CancellationToken token)
    {
        var bits = FirstBits();
        for (var attempt = 1; ; attempt++, bits *= 2)
        {
            token.ThrowIfCancellationRequested();
            var result = Attempt(bits);
            if (attempt == Attempts || result.Problem?.Verdict != VerdictKind.Undecided) return result;
        }
    }

    /// <summary>The solution of a box that was verified, with more digits; null if these digits do not do.</summary>
    internal BoxEnclosure? Enclose(int bits) => Attempt(bits).Enclosure;

    private BoxResult Attempt(int bits)
    {
        var system = new StratumSystem(_stratum, _certificate.Q, _certificate.Target, bits);
        var box = new KrawczykBox(system, _stratum, _claim, bits);
        switch (box.Inclusion())
        {
            case VerdictKind.Fails:
                return new BoxResult(null, Problem(CertificateClaim.OneSolution, VerdictKind.Fails, "its box holds no solution of the stratum's system"), bits);
            case VerdictKind.Undecided:
                return new BoxResult(null, Problem(CertificateClaim.OneSolution, VerdictKind.Undecided, "its box could not be shown to hold exactly one solution"), bits);
        }

        var coordinates = box.Tighten();
        var point = StratumPoint.Of(_stratum, _claim.Charts, coordinates);
        if (!box.LeftOutEquationsFollow(point))
        {
            return new BoxResult(null, Problem(CertificateClaim.OneSolution, VerdictKind.Undecided, "the equations that were left out could not be shown to follow from the others"), bits);
        }

        var enclosure = new BoxEnclosure(_stratum, _claim, coordinates, point);
        return new BoxResult(enclosure, RealityProblem(box, coordinates) ?? OpenProblem(point), bits);
    }

    private RecheckProblem? RealityProblem(KrawczykBox box, ComplexSquare[] coordinates)
    {
        // The mirror image of a solution is one too. If it lies in the same box, which holds only one, the solution is real.
        var isReal = _claim.Center.All(entry => entry.Im.IsZero) || box.Holds([.. coordinates.Select(c => c.Conjugate)]);
        var isNotReal = coordinates.Any(c => BigInteger.Abs(c.Center.Im) > c.Radius);
        if (_claim.Real ? isReal : isNotReal) return null;
        var claim = _claim.Real ? "it is claimed to be real" : "it is claimed not to be real";
        return isReal || isNotReal
            ? Problem(CertificateClaim.Reality, VerdictKind.Fails, $"{claim}, and it is {(isReal ? "real" : "not")}")
            : Problem(CertificateClaim.Reality, VerdictKind.Undecided, $"{claim}, which could not be verified");
    }

    private RecheckProblem? OpenProblem(StratumPoint point)
    {
        if (!point.Scale.ExcludesZero) return Problem(CertificateClaim.OpenStratum, VerdictKind.Undecided, "its function could not be shown to be nonzero");
        return point.Radicals.All(SquarefreeForm.IsCertain)
            ? null
            : Problem(CertificateClaim.OpenStratum, VerdictKind.Undecided, "its roots could not be shown to be as different as its stratum says");
    }

    private int FirstBits()
    {
        var smallest = _claim.Radius.Min();
        var needed = SpareBits + Math.Max(0, smallest.Denominator.BitLength - smallest.Numerator.BitLength + 1);
        return (needed + 31) / 32 * 32;
    }

    private RecheckProblem Problem(CertificateClaim claim, VerdictKind verdict, string explanation) =>
        new(claim, _path, verdict, $"{_path} of the stratum {PatternText.Of(_stratum.Patterns)}: {explanation}.");
}
