using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;

namespace LcnGeometry;

public static partial class ActivationCounts
{
    private const int MostSolutions = 20_000;

    /// <summary>Finds by solving equations what a closed formula says about a network with activation z^r, r above 1.</summary>
    /// <param name="network">The network.</param>
    /// <param name="check">What to count.</param>
    /// <param name="seed">The seed of the random data.</param>
    /// <param name="token">Stops between paths.</param>
    /// <returns>The number by the formula, the number found for random complex data, and the number proved for random exact data, with nonzero and pairwise different functions.</returns>
    /// <exception cref="ArgumentException">The network is linear, or too large to be solved.</exception>
    /// <exception cref="InvariantViolationException">More solutions were proved than the formula allows.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <remarks>
    /// <para><b>Guarantee:</b> every certified solution exists and has a function of its own. Isolated solutions never exceed the formula, so the formula is confirmed when all are certified.</para>
    /// <para><b>Method:</b> solutions for random complex data by monodromy from one of them; paths to data of small numbers; Krawczyk's test in interval arithmetic. The degree:
    /// a random linear space. Critical points: the derivatives of the loss, for a random form and target, or for the moment matrix of 2n + 2 random samples.</para>
    /// <para><b>Cost:</b> some ten paths for each solution, about 150 evaluations each.</para>
    /// <para><b>Source:</b> F17 and F19 of the theory; T. Duff, C. Hill, A. Jensen, K. Lee, A. Leykin, J. Sommars, arXiv 1609.08722.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// var net = new MonomialNetwork(Architecture.Parse("2,2"), power: 2);
    /// Console.WriteLine(ActivationCounts.Confirm(net, ActivationCheck.CriticalPoints));   // 14 of 14 certified
    /// </code>
    /// </example>
    public static Completeness Confirm(MonomialNetwork network, ActivationCheck check, long seed = 1, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        if (network.Power == 1) throw new ArgumentException($"The network {network} is linear: its critical points are found without this.", nameof(network));
        var expected = check == ActivationCheck.Degree ? network.NeurovarietyDegree : network.GenericCriticalPoints(token);
        if (expected > MostSolutions) throw new ArgumentException($"The network {network} has {expected} solutions; at most {MostSolutions} are solved for.", nameof(network));
        var map = network.CoefficientMap();
        var terms = new CoefficientTerms(map, lastIsFree: check != ActivationCheck.Degree);
        var random = new CounterRandom(seed, (int)check);
        ActivationSystem system;
        double[] target;
        if (check == ActivationCheck.Degree)
        {
            system = new SectionSystem(terms);
            target = [.. Enumerable.Range(0, system.DataLength).Select(_ => (double)Entry(random, 99))];
        }
        else
        {
            var (form, linear) = check == ActivationCheck.CriticalPoints ? RandomForm(terms.Coordinates, random) : Moments(map, random);
            system = new CriticalSystem(terms);
            target = [.. form.Concat(linear).Select(ToExactDouble)];
        }

        var search = new ActivationSearch(system, target, (int)expected, random, token).Run();
        if (search.Certified > expected) throw new InvariantViolationException($"{network} has at most {expected} solutions and {search.Certified} were proved", $"{network}, {check}", seed);
        var verdict = search.Certified == expected ? Verdict.Holds : Verdict.Undecided($"{search.Certified} of {expected} solutions were proved; the others were not found");
        return new Completeness(expected, search.Found, search.Certified, [], verdict, "closed formula; monodromy from one solution, ends proved by Krawczyk's test");
    }

    /// <summary>About how long all checks of a network take.</summary>
    internal static double SecondsToConfirm(MonomialNetwork network, CancellationToken token)
    {
        const double SecondsPerOperation = 6e-9, EvaluationsPerSolution = 3000;
        double coordinates = network.CoefficientMap().Monomials.Length, unknowns = network.Dimension;
        var solutions = ((Rational)(network.NeurovarietyDegree + (2 * network.GenericCriticalPoints(token)))).ToDouble();
        return solutions * EvaluationsPerSolution * coordinates * (coordinates + unknowns) * unknowns * SecondsPerOperation;
    }

    /// <summary>A random positive definite form and the gradient at a random target.</summary>
    private static (Rational[] Form, Rational[] Linear) RandomForm(int size, CounterRandom random)
    {
        var form = new Rational[size * size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < i; j++) form[(i * size) + j] = form[(j * size) + i] = Entry(random, 9);

            // Larger than the sum of the others in the row.
            form[(i * size) + i] = (10 * size) + Entry(random, 4 * size);
        }

        var target = Enumerable.Range(0, size).Select(_ => (Rational)Entry(random, 9)).ToArray();
        return (form, [.. Enumerable.Range(0, size).Select(i => Enumerable.Range(0, size).Aggregate(Rational.Zero, (sum, j) => sum + (form[(i * size) + j] * target[j])))]);
    }

    /// <summary>The moments of random samples, twice as many as filters modulo scalings have dimensions, and of random answers.</summary>
    private static (Rational[] Form, Rational[] Linear) Moments(CoefficientMap map, CounterRandom random)
    {
        var size = map.Monomials.Length;
        var form = Enumerable.Repeat(Rational.Zero, size * size).ToArray();
        var linear = Enumerable.Repeat(Rational.Zero, size).ToArray();
        for (var sample = 0; sample < 2 * map.Network.Dimension; sample++)
        {
            Rational[] inputs = [.. Enumerable.Range(0, map.Network.VariableCount).Select(_ => new Rational(Entry(random, 12), 8))];
            Rational[] monomials = [.. map.Monomials.Select(exponents => exponents.Select((e, i) => Power(inputs[i], e)).Aggregate(Rational.One, (product, factor) => product * factor))];
            Rational answer = new(Entry(random, 24), 8);
            for (var i = 0; i < size; i++)
            {
                linear[i] += answer * monomials[i];
                for (var j = 0; j < size; j++) form[(i * size) + j] += monomials[i] * monomials[j];
            }
        }

        return (form, linear);
    }

    private static Rational Power(Rational value, int exponent) => Enumerable.Repeat(value, exponent).Aggregate(Rational.One, (product, factor) => product * factor);

    /// <summary>A small number other than zero: zeros are special.</summary>
    private static int Entry(CounterRandom random, int largest)
    {
        var entry = (int)(random.NextWord() % (uint)(2 * largest)) - largest;
        return entry >= 0 ? entry + 1 : entry;
    }

    private static double ToExactDouble(Rational value) => Rational.RationalizeExactly(value.ToDouble()) == value
        ? value.ToDouble()
        : throw new ArgumentException("The degree of the output is too high: its moments are not doubles.");
}
