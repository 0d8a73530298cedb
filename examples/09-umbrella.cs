#:project ../src/LcnGeometry/LcnGeometry.csproj
#:project ../src/LcnGeometry.Reporting/LcnGeometry.Reporting.csproj
#:property PublishAot=false

// The smallest network whose function space is neither all of its Zariski closure nor smooth: filters of sizes 3 and 2 with stride 2.
// The closure is a cubic with Whitney umbrellas. On the line x^4 + c x^2 + 1 it has a handle that no real filters reach, pinch points, and a line where two sheets cross.
// Run from the root of the repository: dotnet run examples/09-umbrella.cs

using System.Collections.Immutable;
using LcnGeometry;
using LcnGeometry.Algebra;
using LcnGeometry.Reporting;

var net = Architecture.Parse("3,2", "2,1");
var space = net.FunctionSpace();
foreach (var equation in ClosureEquations.Of(space).Generators) Console.WriteLine($"closure: {equation} = 0");
foreach (var part in space.SingularLocus)
    Console.WriteLine($"singular where {string.Join(", ", ClosureEquations.Of(part.Network.FunctionSpace()).Generators.Select(equation => $"{equation} = 0"))}, and at zero");

foreach (var c in (int[])[-3, -2, 0, 2, 3])
{
    ImmutableArray<Rational> filter = [1, 0, c, 0, 1];
    var membership = space.Contains(filter);
    var ways = space.Factor(filter, 10).Count;
    Console.WriteLine($"{new BinaryForm(filter.AsSpan())}: in the closure: {membership.InZariskiClosure}, representable: {membership.Verdict}, real factorizations: {ways}, smooth: {membership.Smooth}");
}

// A target off the closure: its critical points, whether they are pure, and the metric that training sees.
ImmutableArray<Rational> target = [1, 2, 3, 4, 5];
var loss = QuadraticLoss.FromTarget(target, Metric.Identity(5));
var source = new LossSource(loss, new DocumentInputs { Target = [.. target.Select(u => (Scalar)u)], Metric = "identity" });
var study = StudyBuilder.Explore(net, source, new FlowRequest(null, 4), new StudyOptions());
Console.WriteLine($"violated: {study.Member!.Witness!.Equation!.Equation} = {study.Member.Witness.Equation.Value}");
Console.WriteLine(study.Critical!.Purity!.Sentence);
Console.WriteLine($"Riemannian: {study.Describe.RiemannianFlow!.Verdict}. {study.Describe.RiemannianFlow.Reason}");
Console.WriteLine($"tangent kernels: {study.Kernels!.Value.Length}, the first of rank {study.Kernels.Value[0].Kernel.Eigenvalues.Count(value => value > 1e-9)}");

// The same as a page with the umbrellas; to keep it, save the text.
var page = HtmlReport.Render(study);
Console.WriteLine($"the page shows two Whitney umbrellas: {page.Contains("Two Whitney umbrellas", StringComparison.Ordinal)}");
