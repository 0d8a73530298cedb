using System.Collections.Immutable;
using LcnGeometry.Algebra;
using static LcnGeometry.Reporting.Tests.SampleParts;

namespace LcnGeometry.Reporting.Tests;

/// <summary>(3,2) with stride 2 in full: what is exact is computed, critical points and kernels were computed once and written down.</summary>
internal static class SampleStrided
{
    private const double Known = 7.2e-14;

    internal static Study Umbrella()
    {
        var net = new Architecture([3, 2], [2, 1]);
        ImmutableArray<Rational> target = [1, 2, 3, 4, 5];
        var options = new StudyOptions();
        var inputs = new DocumentInputs { Filters = net.Filters, Strides = net.Strides, Target = ExactFilter("1", "2", "3", "4", "5"), Metric = "identity", Random = 1 };
        var loss = SampleStudies.Loss(inputs.Target!.Value, "0", "55");
        ImmutableArray<Scalar> best = [0.4652350870280389, 1.843920463091449, 3.242234500182917, 4.070699942525598, 4.890274115493542];
        var flow = Flow(best);
        return new Study
        {
            Inputs = inputs,
            Describe = StudyBuilder.Describe(net, options),
            Laws = StudyBuilder.Laws(net, null, options),
            Member = StudyBuilder.Member(net, target, options),
            Factor = StudyBuilder.Factor(net, target, options),
            Critical = Critical(inputs, loss, best),
            Flow = new FlowDocument { Inputs = inputs, Loss = loss, Runs = [flow] },
            Kernels =
            [
                new StudyKernelRow
                {
                    Kind = "critical",
                    CriticalPoint = 0,
                    CriticalFactorization = 0,
                    Invariants = ExactFilter("0"),
                    Kernel = Kernel(Evidence.Certified, 1.67e-12, [16.7335517, 9.9988964, 7.0755703, 1.5698332, -5.4e-16],
                        [1.38430684, 0.71213253, 3.51489172, 0.0, 0.0], [0.71213253, 4.02710828, 3.39074131, 2.65938203, 0.0], [3.51489172, 3.39074131, 11.32866281, 0.71213253, 3.51489172],
                        [0.0, 2.65938203, 0.71213253, 8.6934178, 3.39074131], [0.0, 0.0, 3.51489172, 3.39074131, 9.94435598]),
                },
                new StudyKernelRow
                {
                    Kind = "limit",
                    CriticalPoint = 0,
                    Run = 0,
                    Invariants = [2.1889530939386352],
                    Kernel = Kernel(Evidence.Numerical, null, [16.732703, 10.2109382, 6.2511433, 1.5093334, -4.2e-16],
                        [1.24222632, 0.8307572, 3.27766379, 0.0, 0.0], [0.8307572, 4.32525688, 3.95555978, 2.27964612, 0.0], [3.27766379, 3.95555978, 11.0268009, 0.8307572, 3.27766379],
                        [0.0, 2.27964612, 0.8307572, 8.32525924, 3.95555978], [0.0, 0.0, 3.27766379, 3.95555978, 9.78457457]),
                },
            ],
        };
    }

    /// <summary>(2,2) with stride 2: matrices of rank one, and a plane through the target that meets them in two lines.</summary>
    internal static Study Quadric()
    {
        var net = new Architecture([2, 2], [2, 1]);
        ImmutableArray<Rational> target = [2, 0, 0, 1];
        var options = new StudyOptions();
        var inputs = new DocumentInputs { Filters = net.Filters, Strides = net.Strides, Target = ExactFilter("2", "0", "0", "1"), Metric = "identity" };
        var loss = SampleStudies.Loss(inputs.Target!.Value, "0", "5");
        var critical = Critical(inputs, loss, []);
        return new Study
        {
            Inputs = inputs,
            Describe = StudyBuilder.Describe(net, options),
            Member = StudyBuilder.Member(net, target, options),
            Factor = StudyBuilder.Factor(net, target, options),
            Critical = critical with
            {
                Completeness = SampleCritical.Complete(2),
                Strata = [new CriticalStratumRow { ComplexPattern = null, CriticalFactorizations = null, Completeness = SampleCritical.Complete(2) }],
                Points =
                [
                    Point(CriticalPointKind.GlobalMinimum, 1, ExactFilter("2", "0", "0", "0"), [ExactFilter("2", "0"), ExactFilter("1", "0")]),
                    Point(CriticalPointKind.StrictSaddle, 4, ExactFilter("0", "0", "0", "1"), [ExactFilter("0", "1"), ExactFilter("0", "1")]),
                ],
            },
            ClosureSlice = new ClosureSlice
            {
                Origin = [2, 0, 0, 1],
                Directions = [[0, 0, 0, -1], [-1, 0, 0, 0]],
                DirectionNames = ["toward critical point 1", "toward critical point 2"],
                Bounds = [[-2.5, 2.5], [-2.5, 2.5]],
                Degree = 2,
                Curve = [[[1, -2.5], [1, 2.5]], [[-2.5, 2], [2.5, 2]]],
                SmoothPointsRepresentable = VerdictKind.Holds,
                Points = [new SlicePoint("target", null, 0, 0, 0), new SlicePoint("critical", null, 1, 0, 0, 0), new SlicePoint("critical", null, 0, 2, 0, 1)],
            },
        };
    }

    private static KernelRow Kernel(Evidence evidence, double? radius, ImmutableArray<double> eigenvalues, params ImmutableArray<Scalar>[] rows) => new()
    {
        Matrix = [.. rows],
        Trace = eigenvalues.Sum(),
        SquaredNorms = [7.07557034, 7.07557034],
        Evidence = evidence,
        Radius = radius,
        Eigenvalues = eigenvalues,
    };

    private static CriticalDocument Critical(DocumentInputs inputs, LossSection loss, ImmutableArray<Scalar> best) => new()
    {
        Inputs = inputs,
        Loss = loss,
        Completeness = SampleCritical.Complete(10),
        Strata = [new CriticalStratumRow { ComplexPattern = null, CriticalFactorizations = null, Completeness = SampleCritical.Complete(10) }],
        Points =
        [
            Point(CriticalPointKind.GlobalMinimum, 0.38605013867021204, best, [[1.027068401231797, 4.0706999425255965, 4.890274115493542], [0.45297381018641697, 1.0]]),
            Point(CriticalPointKind.StrictSaddle, 54.72359885231043, [-0.34214750795722343, -0.04021225486160702, 0.38217460463692815, 0.020616645306995834, -0.10600344595375208],
                [[0.17541751484723161, 0.02061664530699583, -0.10600344595375208], [-1.9504751749287659, 1.0]]),
        ],
    };

    private static CriticalPointRow Point(CriticalPointKind kind, double loss, ImmutableArray<Scalar> function, ImmutableArray<ImmutableArray<Scalar>> filters) => new()
    {
        Function = function,
        Loss = loss,
        RealPattern = null,
        ComplexPattern = null,
        Kind = kind,
        Evidence = Evidence.Certified,
        CertificateRadius = Known,
        Factorizations = [new CriticalFactorizationRow { Filters = filters, Kind = kind, RepeatedFilters = [], Radius = Known }],
        OtherFactorizations = 0,
    };

    private static FlowRunRow Flow(ImmutableArray<Scalar> best) => new()
    {
        Init = [[1, -0.5, 1.0 / 3], [2, 1]],
        Status = FlowStatus.Converged,
        Steps = 120,
        Time = 12.5,
        GradientNorm = 1e-13,
        Limit = new FlowLimitRow
        {
            Filters = [[0.7, 2.7, 3.3], [0.67, 1.48]],
            Function = [.. best.Select(value => value.ToDouble())],
            RealPattern = "|11",
            Loss = 0.38605013867021,
            Separation = 0.66,
            Spread = 0,
            Roots = [[new LimitRoot(-0.4162, 0.1912), new LimitRoot(-0.4162, -0.1912)], [new LimitRoot(-0.45297381, 0)]],
            RepeatedFilters = [],
            CriticalPoint = 0,
        },
        Invariants = [new InvariantRow([1, 2], 2.1889530939386352, 2e-13)],
        Trace = new FlowTraceRow { Time = [0, 0.1, 1, 12.5], Loss = [40, 22, 4, 0.38605013867021], Function = [[2, 0, 0, 0, 0], [1, 1, 2, 1, 1], [1, 2, 4, 3, 5], [.. best.Select(value => value.ToDouble())]], Drift = [0, 1e-14, 1e-13, 2e-13] },
    };
}
