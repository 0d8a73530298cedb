using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>Finds every critical point of a squared loss on a network, with proofs.</summary>
public static class CriticalPoints
{
    private static readonly CriticalSystemSolver Shared = new();

    /// <summary>All critical points of a loss on a network.</summary>
    /// <param name="net">The network, any strides.</param>
    /// <param name="loss">The loss, on filters of the network's end-to-end size.</param>
    /// <param name="options">How to search; the default if omitted.</param>
    /// <param name="progress">Told the finished share of the work, from 0 to 1, possibly from several threads.</param>
    /// <param name="token">Stops the search.</param>
    /// <returns>The real critical functions with their critical factorizations, and how complete the list is.</returns>
    /// <exception cref="ArgumentException">The loss does not fit the network.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="IncompleteStartException">The start solutions of a stratum could not all be found.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> every solution is proved by interval arithmetic to exist, to be alone in its box and to have the roots that
    /// its stratum says; where a statement could not be proved the result says so. When completeness holds, no critical function is missing.</para>
    /// <para><b>Method:</b> for each stratum the critical equations on products of powers of coprime factors, solved by homotopies from
    /// generic data and certified; the real roots of each real solution are isolated and handed to the layers in every way that leaves
    /// each layer without a repeated root; the sign of the Hessian is proved on an approximate eigenbasis.</para>
    /// <para><b>Cost:</b> one path for each generic solution of each stratum, and one Hessian for each factorization up to exchanging equal layers.</para>
    /// <para><b>Source:</b> C1 to C8, S1 to S4, F1 and F17 of the theory; Kohn, Merkh, Montúfar, Trager, <i>Geometry of Linear Convolutional
    /// Networks</i>, arXiv 2108.01538.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// var net = Architecture.Parse("3,2");
    /// var points = CriticalPoints.Find(net, QuadraticLoss.FromTarget([1, 2, 0, 5], Metric.Identity(4)));
    /// Console.WriteLine(points.Completeness);   // 10 of 10 certified
    /// foreach (var p in points) Console.WriteLine($"{p.Loss.Midpoint:G6}  {p.RealPattern}  {p.Kind}");
    /// </code>
    /// </example>
    public static CriticalPointSet Find(
        Architecture net, QuadraticLoss loss, CriticalPointOptions? options = null, IProgress<double>? progress = null, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(loss);
        if (loss.Size != net.EndToEndSize) throw new ArgumentException($"The loss is about filters of {loss.Size} entries; {net} has {net.EndToEndSize}.", nameof(loss));
        options ??= new CriticalPointOptions();
        ArgumentOutOfRangeException.ThrowIfNegative(options.MaxFactorizations, nameof(options));
        return new CriticalSearch(net, loss, options, options.Solver ?? Shared, progress, token).Run();
    }
}
