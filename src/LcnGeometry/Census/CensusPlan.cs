using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>Everything that the rows of a census depend on: network, data sets, starts, and how training is followed.</summary>
/// <remarks>Data set d is drawn from the stream (seed, d), start i for it from part i + 1 of that stream: more data sets or more starts leave the others as they are.</remarks>
public sealed class CensusPlan
{
    private readonly Metric? _metric;
    private readonly double[,]? _spread;
    private readonly ImmutableArray<QuadraticLoss> _given;

    private CensusPlan(Architecture net, DocumentInputs inputs, long seed, int dataSets, int inits, CensusMethod method)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dataSets, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(inits, 1);
        (Net, Seed, DataSets, Inits, Method) = (net, seed, dataSets, inits, method);
        Inputs = inputs with
        {
            Filters = net.Filters,
            Strides = net.Strides,
            Targets = dataSets,
            Inits = inits,
            Method = method == CensusMethod.Descent ? "descent" : "flow",
        };
    }

    private CensusPlan(Architecture net, Metric metric, long seed, int dataSets, int inits, CensusMethod method)
        : this(net, new DocumentInputs { Metric = metric.Name }, seed, dataSets, inits, method)
    {
        _metric = metric.OfSize(net.EndToEndSize);
        _spread = metric.Name == "matrix" ? NormalSpread.Of(metric.Matrix) : null;
        Fingerprint = Digest(metric.Matrix, []);
    }

    private CensusPlan(Architecture net, ImmutableArray<QuadraticLoss> losses, DocumentInputs inputs, long seed, int inits, CensusMethod method)
        : this(net, inputs, seed, losses.Length, inits, method)
    {
        _given = losses;
        Fingerprint = Digest(losses[0].Q, losses);
    }

    /// <summary>The network.</summary>
    public Architecture Net { get; }

    /// <summary>The seed of data sets and starts.</summary>
    public long Seed { get; }

    /// <summary>The number of data sets.</summary>
    public int DataSets { get; }

    /// <summary>The number of starts for each data set.</summary>
    public int Inits { get; }

    /// <summary>How training is followed to its end.</summary>
    public CensusMethod Method { get; }

    /// <summary>What was asked, as it stands in documents.</summary>
    public DocumentInputs Inputs { get; }

    /// <summary>SHA-256 of everything the rows depend on, in hexadecimal: equal plans of one version of the library give equal rows.</summary>
    public string Fingerprint { get; } = "";

    /// <summary>The quadratic form that all data sets share.</summary>
    public Matrix<Rational> Q => _metric?.Matrix ?? _given[0].Q;

    /// <summary>A census over random targets: independent normal coefficients, whose covariance is the inverse of the metric.</summary>
    /// <param name="net">The network, any strides.</param>
    /// <param name="metric">The metric; for the identity all coefficients have variance one, for Bombieri's coefficient i has variance C(k̄-1, i).</param>
    /// <param name="seed">The seed.</param>
    /// <param name="dataSets">The number of targets, at least 1.</param>
    /// <param name="inits">The number of starts for each target, at least 1.</param>
    /// <param name="method">How training is followed.</param>
    /// <exception cref="ArgumentException">The metric has another size than the end-to-end filter.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    public static CensusPlan Random(Architecture net, Metric metric, long seed, int dataSets, int inits, CensusMethod method = CensusMethod.Descent)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(metric);
        return new CensusPlan(net, metric, seed, dataSets, inits, method);
    }

    /// <summary>A census over given data sets that share their quadratic form.</summary>
    /// <param name="net">The network, any strides.</param>
    /// <param name="losses">One loss per data set.</param>
    /// <param name="inputs">The inputs that describe them, for documents.</param>
    /// <param name="seed">The seed of the starts.</param>
    /// <param name="inits">The number of starts for each data set, at least 1.</param>
    /// <param name="method">How training is followed.</param>
    /// <exception cref="ArgumentException">There is no loss, one does not fit the network, or two have different quadratic forms.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    public static CensusPlan Given(Architecture net, ImmutableArray<QuadraticLoss> losses, DocumentInputs inputs, long seed, int inits, CensusMethod method = CensusMethod.Descent)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(inputs);
        if (losses.IsDefaultOrEmpty) throw new ArgumentException("A census needs at least one data set.", nameof(losses));
        foreach (var loss in losses)
        {
            if (loss.Size != net.EndToEndSize) throw new ArgumentException($"A target has {loss.Size} entries; {net} has end-to-end filters of {net.EndToEndSize}.", nameof(losses));
            if (!loss.Q.Equals(losses[0].Q)) throw new ArgumentException("The data sets of a census share one quadratic form.", nameof(losses));
        }

        return new CensusPlan(net, losses, inputs, seed, inits, method);
    }

    /// <summary>The loss of one data set, exactly: a random target is the double that was drawn.</summary>
    /// <param name="dataset">The number of the data set, from 0.</param>
    public QuadraticLoss Loss(int dataset)
    {
        CheckDataset(dataset);
        return _metric is null ? _given[dataset] : QuadraticLoss.FromTarget([.. RandomTarget(dataset).Select(Rational.RationalizeExactly)], _metric);
    }

    /// <summary>A random start: independent standard normal entries.</summary>
    /// <param name="dataset">The number of the data set, from 0.</param>
    /// <param name="init">The number of the start, from 0.</param>
    /// <param name="weights">Receives the filters, layer after layer.</param>
    /// <exception cref="ArgumentException">The span has not the length of all filters together.</exception>
    public void Start(int dataset, int init, Span<double> weights)
    {
        CheckDataset(dataset);
        if (init < 0 || init >= Inits) throw new ArgumentOutOfRangeException(nameof(init), $"Start {init} is not one of the {Inits} starts, which are counted from 0.");
        if (weights.Length != Net.Filters.Sum()) throw new ArgumentException($"{weights.Length} weights for the {Net.Filters.Sum()} filter entries of {Net}.", nameof(weights));
        var random = new CounterRandom(Seed, dataset, init + 1);
        foreach (ref var weight in weights) weight = random.NextGaussian();
    }

    private void CheckDataset(int dataset)
    {
        if (dataset < 0 || dataset >= DataSets) throw new ArgumentOutOfRangeException(nameof(dataset), $"Data set {dataset} is not one of the {DataSets}, which are counted from 0.");
    }

    private double[] RandomTarget(int dataset)
    {
        var random = new CounterRandom(Seed, dataset);
        var normal = new double[Net.EndToEndSize];
        for (var i = 0; i < normal.Length; i++) normal[i] = random.NextGaussian();
        if (_spread is not null) return NormalSpread.Apply(_spread, normal);
        if (_metric!.Name == "bombieri")
        {
            for (var i = 0; i < normal.Length; i++) normal[i] /= Math.Sqrt(_metric.Matrix[i, i].ToDouble());
        }

        return normal;
    }

    private string Digest(Matrix<Rational> q, ImmutableArray<QuadraticLoss> losses)
    {
        var text = new StringBuilder();
        text.Append("lcn-census/1\n").Append(LibraryVersion.Text).Append('\n');
        text.Append(string.Join(',', Net.Filters)).Append('\n').Append(string.Join(',', Net.Strides)).Append('\n');
        text.Append(FormattableString.Invariant($"{Seed} {DataSets} {Inits} {Inputs.Method}\n"));
        for (var i = 0; i < q.Rows; i++) text.AppendJoin(',', Enumerable.Range(0, q.Columns).Select(j => q[i, j].ToString())).Append('\n');
        foreach (var loss in losses) text.AppendJoin(',', loss.Target.Select(c => c.ToString())).Append('+').Append(loss.Constant).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
