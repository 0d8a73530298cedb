using System.Collections.Immutable;
using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>Verifies the enclosures of real critical functions and of their losses.</summary>
internal static class PointCheck
{
    private const int SpareBits = 192;

    private const int MostBits = 8_192;

    /// <summary>How many enclosures hold, and the first problem with one.</summary>
    internal static (int Verified, RecheckProblem? Problem) Run(Certificate certificate, ImmutableArray<StratumOutcome> strata, CancellationToken token)
    {
        var (verified, problems) = (0, new List<RecheckProblem>());
        for (var i = 0; i < certificate.Points.Length; i++)
        {
            token.ThrowIfCancellationRequested();
            var problem = Problem(certificate, certificate.Points[i], strata[certificate.Points[i].Stratum], $"points[{i}]");
            if (problem is null) verified++;
            else problems.Add(problem);
        }

        return (verified, StratumCheck.FirstOf(problems));
    }

    private static RecheckProblem? Problem(Certificate certificate, CertificatePoint point, StratumOutcome stratum, string path)
    {
        if (stratum.Minimizer is { } minimizer) return Problem(certificate, point, [.. minimizer.Select(coefficient => new RationalInterval(coefficient))], path);
        if (stratum.Solutions[point.Solution] is not { } solution)
        {
            return new RecheckProblem(CertificateClaim.Points, path, VerdictKind.Undecided, $"{path}: the solution itself was not verified.");
        }

        var problem = Problem(certificate, point, FunctionOf(solution), path);
        if (problem?.Verdict != VerdictKind.Undecided) return problem;

        // The intervals may be narrower than what the verification of the box took.
        var places = point.Function.Append(point.Loss).Max(BinaryPlaces);
        var needed = Math.Min(MostBits, Math.Max(2 * solution.Point.Scale.Center.Bits, SpareBits + places));
        return new BoxCheck(certificate, point.Stratum, point.Solution).Enclose(needed) is { } tighter ? Problem(certificate, point, FunctionOf(tighter), path) : problem;
    }

    private static RecheckProblem? Problem(Certificate certificate, CertificatePoint point, ImmutableArray<RationalInterval> function, string path)
    {
        for (var k = 0; k < function.Length; k++)
        {
            if (Problem($"{path}.function[{k}]", point.Function[k], function[k]) is { } problem) return problem;
        }

        return Problem($"{path}.loss", point.Loss, Loss(certificate, function));
    }

    private static ImmutableArray<RationalInterval> FunctionOf(BoxEnclosure solution)
    {
        var unit = Rational.PowerOfTwo(-solution.Point.Scale.Center.Bits);
        return [.. solution.Point.Function.Select(c => new RationalInterval(
            (Rational)(Integer)(c.Center.Re - c.Radius) * unit, (Rational)(Integer)(c.Center.Re + c.Radius) * unit))];
    }

    /// <summary>How many binary digits after the point tell the ends of an interval apart.</summary>
    private static int BinaryPlaces(RationalInterval interval) =>
        interval.IsPoint ? 0 : Math.Max(0, interval.Width.Denominator.BitLength - interval.Width.Numerator.BitLength);

    /// <summary>The loss of a function: its value at the target and the quadratic form of the difference.</summary>
    private static RationalInterval Loss(Certificate certificate, ImmutableArray<RationalInterval> function)
    {
        RationalInterval sum = certificate.Constant;
        var difference = function.Select((w, i) => w - certificate.Target[i]).ToArray();
        for (var i = 0; i < difference.Length; i++)
        {
            sum += certificate.Q[i, i] * RationalInterval.Pow(difference[i], 2);
            for (var j = 0; j < i; j++) sum += (RationalInterval)((Rational)2 * certificate.Q[i, j]) * (difference[i] * difference[j]);
        }

        return sum;
    }

    private static RecheckProblem? Problem(string path, RationalInterval claimed, RationalInterval verified)
    {
        if (claimed.Contains(verified)) return null;
        return claimed.Intersects(verified)
            ? new RecheckProblem(CertificateClaim.Points, path, VerdictKind.Undecided, $"{path}: the interval is too narrow to be verified.")
            : new RecheckProblem(CertificateClaim.Points, path, VerdictKind.Fails, $"{path}: the value lies outside the interval.");
    }
}
