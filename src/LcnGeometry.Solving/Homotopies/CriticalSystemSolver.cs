using System.Collections.Immutable;
using System.Numerics;
using LcnGeometry.Algebra;

namespace LcnGeometry.Solving;

/// <summary>Finds and proves the critical points of quadratic functions on the image of a product map.</summary>
/// <remarks>Start solutions are kept from one data set to the next: one solver serves many, and several threads.</remarks>
public sealed class CriticalSystemSolver
{
    private const int Segments = 3;
    private readonly StartLibrary _library;
    private readonly SpecialStarts _special = new();

    /// <summary>A solver that keeps its start solutions in memory and, if given, in a store.</summary>
    public CriticalSystemSolver(IStartStore? store = null)
        : this(new StartLibrary(store))
    {
    }

    private CriticalSystemSolver(StartLibrary library) => _library = library;

    /// <summary>Whether a search stays on the thread that asked for it: for callers that keep all cores busy with several searches. The results are the same.</summary>
    public bool OnOneThread { get; init; }

    /// <summary>Whether callers should use <see cref="SolveSpecial"/> where a form has fewer solutions than generic ones: worth its preparation when many data sets share their form.</summary>
    public bool RemembersForms { get; init; }

    /// <summary>A solver with the same start solutions for many data sets that share their form, several at once on a thread each.</summary>
    public CriticalSystemSolver ForManyDataSets() => new(_library) { OnOneThread = true, RemembersForms = true };

    /// <summary>All critical points of <c>w^T Q w - 2 b^T w</c> on the image of a map.</summary>
    /// <param name="map">The map; its size is that of the data.</param>
    /// <param name="form">Q, symmetric.</param>
    /// <param name="linear">b.</param>
    /// <param name="expected">The number of critical points for generic data.</param>
    /// <param name="token">Stops between steps.</param>
    /// <returns>The proved solutions, in an order that depends on the data alone.</returns>
    /// <exception cref="ArgumentException">The sizes differ, or the form is not symmetric.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="expected"/> is below 1.</exception>
    /// <exception cref="IncompleteStartException">The start solutions for generic data could not all be found.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> every box returned holds exactly one solution, a simple one with squarefree and coprime factors; no two hold
    /// the same. When their number is the generic one the list is complete.</para>
    /// <para><b>Method:</b> start solutions for generic complex data by monodromy, once for each map; paths to the given data; Krawczyk's
    /// test in interval arithmetic, first of doubles, then of double-doubles and of 640 bits. When solutions are missing the paths are followed again,
    /// more carefully and along other segments.</para>
    /// <para><b>Cost:</b> about 100 evaluations for each path, each of about n² (ν + 1) operations for a product with n coefficients and
    /// ν + 1 unknowns.</para>
    /// <para><b>Source:</b> A. Sommese, C. Wampler, <i>The Numerical Solution of Systems of Polynomials</i>, 2005; T. Duff, C. Hill,
    /// A. Jensen, K. Lee, A. Leykin, J. Sommars, <i>Solving polynomial systems via homotopy continuation and monodromy</i>,
    /// arXiv 1609.08722; R. Krawczyk, Computing 4, 1969.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// // Squares among the forms a x^2 + b x y + c y^2.
    /// var squares = new ProductMap([new ProductBlock(1, [new ProductFactor(Degree: 1, Exponent: 2)])]);
    /// var form = new Matrix&lt;Rational&gt;(3, 3, (i, j) =&gt; i == j ? i + 1 : new Rational(1, 3));
    /// var solutions = new CriticalSystemSolver().Solve(squares, form, linear: [1, 0, 2], expected: 4);
    /// Console.WriteLine(solutions.Boxes.Length);   // 4
    /// </code>
    /// </example>
    public SolutionSet Solve(ProductMap map, Matrix<Rational> form, ImmutableArray<Rational> linear, int expected, CancellationToken token = default)
    {
        Check(map, form, linear, expected);
        if (linear.All(b => b.IsZero))
        {
            // The equations are homogeneous in the scale: solutions come in lines through zero, and none is isolated.
            return new SolutionSet(map, expected, [], [new LostPaths(PathLoss.Zero, expected)]);
        }

        var exact = DataScaling.Normalize(form, linear, out var units);
        return Follow(_library.Get(map, expected, token), exact, units, token);
    }

    /// <summary>All critical points of <c>w^T Q w - 2 b^T w</c> on the image of a map, for a form that many linear parts share and that has fewer than generic forms.</summary>
    /// <param name="map">The map; its size is that of the data.</param>
    /// <param name="form">Q, symmetric.</param>
    /// <param name="linear">b.</param>
    /// <param name="expected">The number of critical points for generic data.</param>
    /// <param name="special">Their number for this form and generic b.</param>
    /// <param name="token">Stops between steps.</param>
    /// <returns>The proved solutions, so many as the form has; null when they were not all found.</returns>
    /// <exception cref="ArgumentException">The sizes differ, or the form is not symmetric.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="special"/> is below 1 or above <paramref name="expected"/>.</exception>
    /// <exception cref="IncompleteStartException">The start solutions for generic data could not all be found.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> that of <see cref="Solve"/>; the list is complete if the number is right.</para>
    /// <para><b>Method:</b> as <see cref="Solve"/>, but the paths start from this very form and a generic complex b, so that none of them runs to infinity only
    /// because the form is special. These starts are found once for each map and form.</para>
    /// <para><b>Cost:</b> one path for each solution; the first time also those of <see cref="Solve"/>.</para>
    /// <para><b>Source:</b> that of <see cref="Solve"/>.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// // Squares in the Bombieri metric are eigenvectors: 2 instead of 4.
    /// var squares = new ProductMap([new ProductBlock(1, [new ProductFactor(Degree: 1, Exponent: 2)])]);
    /// var form = new Matrix&lt;Rational&gt;(3, 3, (i, j) =&gt; i != j ? 0 : i == 1 ? new Rational(1, 2) : 1);
    /// var solutions = new CriticalSystemSolver().SolveSpecial(squares, form, linear: [1, 0, 2], expected: 4, special: 2);
    /// </code>
    /// </example>
    public SolutionSet? SolveSpecial(ProductMap map, Matrix<Rational> form, ImmutableArray<Rational> linear, int expected, int special, CancellationToken token = default)
    {
        Check(map, form, linear, expected);
        ArgumentOutOfRangeException.ThrowIfLessThan(special, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(special, expected);
        if (linear.All(b => b.IsZero)) return null;
        var exact = DataScaling.Normalize(form, linear, out var units);
        if (_special.Get(_library.Get(map, expected, token), form, exact, special, OnOneThread, token) is not { } start) return null;
        var found = Follow(start, exact, units, token);
        return found.IsComplete ? found : null;
    }

    private SolutionSet Follow(StartSystem start, ExactData exact, DataUnits units, CancellationToken token)
    {
        var search = new SolutionSearch(start, exact, OnOneThread, token);
        for (var segment = 0; segment < Segments && !search.Follow(segment); segment++)
        {
        }

        return search.Finish(units);
    }

    private static void Check(ProductMap map, Matrix<Rational> form, ImmutableArray<Rational> linear, int expected)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(form);
        ArgumentOutOfRangeException.ThrowIfLessThan(expected, 1);
        if (linear.IsDefault) throw new ArgumentException("The linear part is a default array.", nameof(linear));
        if (form.Rows != map.Size || form.Columns != map.Size || linear.Length != map.Size)
        {
            throw new ArgumentException($"The map has {map.Size} coefficients; the form is {form.Rows} by {form.Columns} and the linear part has {linear.Length}.", nameof(form));
        }

        if (!form.IsSymmetric) throw new ArgumentException("The form is symmetric.", nameof(form));
    }
}
