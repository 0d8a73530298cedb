using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.Losses;

public class QuadraticLossTests
{
    // S1: the quadratic form equals the squared error of the network, computed through its layers.
    [Fact]
    public void Loss_from_data_is_the_squared_error_of_the_network() => PropertyRun.Trials(60, random =>
    {
        var net = random.NextArchitecture(3, 3, 2);
        var outputs = random.Between(1, 3);
        var inputs = ((int)net.EndToEndStride * (outputs - 1)) + net.EndToEndSize;
        var samples = inputs + random.Between(2, 5);
        var x = new Matrix<Rational>(samples, inputs, (_, _) => new Rational(random.Between(-20, 20), random.Between(1, 4)));
        var y = new Matrix<Rational>(samples, outputs, (_, _) => new Rational(random.Between(-20, 20), random.Between(1, 4)));
        QuadraticLoss loss;
        try
        {
            loss = QuadraticLoss.FromData(x, y, net);
        }
        catch (SingularLossException)
        {
            return;
        }

        var weights = random.NextWeights(net);
        var network = Matrix<Rational>.Identity(outputs);
        var size = outputs;
        for (var l = net.Depth - 1; l >= 0; l--)
        {
            network *= ConvolutionMatrix.Of(weights.Filters[l].AsSpan(), net.Strides[l], size);
            size = network.Columns;
        }

        var error = (x * network.Transpose()) - y;
        var squared = Rational.Zero;
        for (var i = 0; i < error.Rows; i++)
        {
            for (var j = 0; j < error.Columns; j++) squared += error[i, j] * error[i, j];
        }

        Assert.Equal(squared, loss.Evaluate(ParameterizationMap.EndToEnd(weights)));
        Assert.All(loss.Gradient(loss.Target), g => Assert.True(g.IsZero));
    });

    [Fact]
    public void Series_windows_are_the_rows_of_X() => PropertyRun.Trials(30, random =>
    {
        var net = random.NextStrideOne(3);
        var size = net.EndToEndSize;
        ImmutableArray<Rational> values = [.. Enumerable.Range(0, (2 * size) + random.Between(3, 9)).Select(_ => (Rational)random.Between(-50, 50) / 10)];
        var series = new TimeSeries("x", values);
        var center = random.Chance(0.5);
        var mean = center ? series.Mean : Rational.Zero;
        var rows = values.Length - size;
        var x = new Matrix<Rational>(rows, size, (t, i) => values[t + i] - mean);
        var y = new Matrix<Rational>(rows, 1, (t, _) => values[t + size] - mean);
        try
        {
            var expected = QuadraticLoss.FromData(x, y, net);
            var actual = QuadraticLoss.FromSeries(series, net, center);
            Assert.Equal(expected.Q, actual.Q);
            Assert.Equal(expected.Target.ToArray(), actual.Target.ToArray());
            Assert.Equal(expected.Constant, actual.Constant);
        }
        catch (SingularLossException)
        {
            Assert.Throws<SingularLossException>(() => QuadraticLoss.FromSeries(series, net, center));
        }
    });

    [Fact]
    public void A_singular_form_names_the_flat_directions()
    {
        var x = MatrixText.Parse("[[1,1],[2,2],[3,3]]");
        var y = MatrixText.Parse("[[1],[2],[3]]");
        var error = Assert.Throws<SingularLossException>(() => QuadraticLoss.FromData(x, y, Architecture.Parse("2")));
        var flat = Assert.Single(error.FlatDirections);
        Assert.True((flat[0] + flat[1]).IsZero && !flat[0].IsZero);
        Assert.Contains("Q is singular", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[[1,2],[3,4]]", "symmetric; entry (2,1) is 3 and entry (1,2) is 2")]
    [InlineData("[[1,2],[2,4]]", "leading 2 by 2 minor of this matrix is zero")]
    [InlineData("[[1,2],[2,1]]", "leading 2 by 2 minor of this matrix is negative")]
    [InlineData("[[0,0],[0,1]]", "leading 1 by 1 minor of this matrix is zero")]
    [InlineData("[[1,2,3],[2,9,1]]", "2 by 3")]
    [InlineData("[[1,0],[0,NaN]]", "Row 2, entry 2 of the matrix is 'NaN'")]
    [InlineData("[[1,0],[0]]", "Row 2 of the matrix has 1 entries")]
    [InlineData("hello", "'hello' is not a matrix")]
    [InlineData("[[1,0,0],[0,1,0],[0,0,1]]", "3 by 3; the end-to-end filter has 2")]
    public void Bad_metrics_are_named(string text, string expected)
    {
        var error = Assert.ThrowsAny<Exception>(() => Metric.Parse(text, 2));
        Assert.True(error is ArgumentException or FormatException);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bombieri_has_inverse_binomials() =>
        Assert.Equal("1,1/4,1/6,1/4,1", string.Join(',', Enumerable.Range(0, 5).Select(i => Metric.Bombieri(5).Matrix[i, i])));

    // The Bombieri inner product is invariant under rotations: (3/5, 4/5) is a rational one.
    [Fact]
    public void Bombieri_norm_is_invariant_under_rotations() => PropertyRun.Trials(30, random =>
    {
        var degree = random.Between(1, 6);
        ImmutableArray<Rational> form = [.. Enumerable.Range(0, degree + 1).Select(_ => (Rational)random.Between(-9, 9))];
        Rational c = new(3, 5), s = new(4, 5);
        var rotated = Polynomial<Rational>.Zero;
        for (var i = 0; i <= degree; i++)
        {
            // x -> c x - s y and y -> s x + c y, with y = 1.
            rotated += form[i] * (Polynomial<Rational>.Pow(new(-s, c), i) * Polynomial<Rational>.Pow(new(c, s), degree - i));
        }

        Assert.Equal(Norm(form), Norm(rotated.CoefficientsPadded(degree + 1)));

        static Rational Norm(ImmutableArray<Rational> f) =>
            QuadraticLoss.FromTarget([.. f.Select(_ => Rational.Zero)], Metric.Bombieri(f.Length)).Evaluate(f);
    });
}
