using System.Collections.Immutable;
using System.Globalization;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;
using Xunit;

namespace LcnGeometry.Tests.GradientFlow;

/// <summary>Whole trajectories against PyTorch, which runs the network as convolutions and differentiates it by itself; see <c>tests/data</c>.</summary>
public class DescentOracleTests
{
    [Fact]
    public void Ends_and_step_counts_are_those_of_PyTorch()
    {
        var lines = File.ReadAllLines(Repository.PathOf("tests", "data", "descent", "trajectories.csv"));
        Assert.Equal("filters,strides,form,target,start,budget,steps,gradient,end", lines[0]);
        Assert.Equal(18, lines.Length);
        var converged = 0;
        foreach (var line in lines.Skip(1))
        {
            var fields = line.Split(',');
            var net = Architecture.Parse(fields[0].Replace(' ', ','), fields[1].Replace(' ', ','));
            var form = Rows(fields[2]);
            var metric = Metric.FromMatrix(new Matrix<Rational>(net.EndToEndSize, net.EndToEndSize, (i, j) => Rational.RationalizeExactly(form[i][j])));
            var loss = QuadraticLoss.FromTarget([.. Rows(fields[3])[0].Select(Rational.RationalizeExactly)], metric);
            var options = new DescentOptions { MaxSteps = int.Parse(fields[5], CultureInfo.InvariantCulture) };
            var run = GradientDescent.Run(net, loss, Rows(fields[4]), options);
            var steps = int.Parse(fields[6], CultureInfo.InvariantCulture);
            var gradient = double.Parse(fields[7], CultureInfo.InvariantCulture);
            Assert.Equal(gradient < options.GradientTolerance ? FlowStatus.Converged : FlowStatus.Budget, run.Status);
            Assert.InRange(run.Steps, steps - 1, steps + 1);
            if (run.Steps == steps) Assert.Equal(gradient, run.GradientNorm, 1e-9 * gradient + 1e-14);
            foreach (var (theirs, ours) in Rows(fields[8]).SelectMany(row => row).Zip(run.End.SelectMany(filter => filter), (theirs, ours) => (theirs, ours))) Assert.Equal(theirs, ours, 1e-9);
            if (run.Status == FlowStatus.Converged) converged++;
        }

        Assert.InRange(converged, 8, 12);
    }

    private static ImmutableArray<ImmutableArray<double>> Rows(string text) =>
        [.. text.Split(';').Select(row => row.Split(' ').Select(entry => double.Parse(entry, CultureInfo.InvariantCulture)).ToImmutableArray())];
}
