using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.Architectures;

/// <summary>F20 with several directions: do function and invariants determine the tangent kernel?</summary>
public class GridRiemannianFlowTests
{
    [Fact]
    public void They_do_exactly_when_a_generic_filter_has_one_factorization() => PropertyRun.Trials(150, random =>
    {
        var net = random.NextGrid(mostLayers: 4, mostEntries: 150);
        var section = GridRiemannianFlow.Of(net.FunctionSpace());
        Assert.Equal(GridDegree.OfFiber(net).IsOne, section.Verdict == VerdictKind.Holds);
        Assert.Equal(section.Verdict == VerdictKind.Fails, section.Witness is not null);
        if (section.Verdict == VerdictKind.Holds) Assert.Equal(VerdictKind.Holds, section.Balanced.Verdict);
    });

    [Fact]
    public void One_direction_is_the_theory_of_one_dimension() => PropertyRun.Trials(100, random =>
    {
        var line = random.NextArchitecture();
        var net = new GridArchitecture([.. line.Filters.Select(k => ImmutableArray.Create(1, k))], [.. line.Strides.Select(s => ImmutableArray.Create(3, s))]);
        var (expected, actual) = (RiemannianFlow.Of(line.FunctionSpace()).ToSection(), GridRiemannianFlow.Of(net.FunctionSpace()));
        Assert.Equal((expected.Verdict, expected.Domain, expected.Balanced.Verdict), (actual.Verdict, actual.Domain, actual.Balanced.Verdict));
    });

    /// <summary>Two equal layers: exchanging filters of equal norm keeps the kernel, of different norms it does not. All entries of the kernel, exactly.</summary>
    [Fact]
    public void Exchanging_equal_layers_keeps_the_kernel_for_balanced_starts_only()
    {
        var net = GridArchitecture.Parse("2x2,2x2");
        ImmutableArray<Rational> first = [new(1, 2), new(1, 2), new(1, 2), new(-1, 2)], second = [new(2, 3), 0, new(1, 3), new(2, 3)];

        // Balanced: unit filters. Then invariant 3: norms 2 and 1.
        Assert.Equal(Kernel(1, first, 1, second), Kernel(1, second, 1, first));
        Assert.NotEqual(Kernel(2, first, 1, second), Kernel(2, second, 1, first));
        var difference = Kernel(2, first, 1, second) - Kernel(2, second, 1, first);

        // The theory's formula: the invariant times the difference of the kernels of multiplication by each.
        var one = Columns(first);
        var other = Columns(second);
        Assert.Equal((Rational)3 * ((other * other.Transpose()) - (one * one.Transpose())), -difference);

        Matrix<Rational> Kernel(Rational a, ImmutableArray<Rational> w, Rational b, ImmutableArray<Rational> v)
        {
            var stack = new GridFilterStack<Rational>(net, [[.. w.Select(x => a * x)], [.. v.Select(x => b * x)]]);
            var jacobian = GridParameterizationMap.Jacobian(stack);
            return jacobian * jacobian.Transpose();
        }

        // The matrix of multiplication by a filter: the columns of the other layer.
        Matrix<Rational> Columns(ImmutableArray<Rational> w)
        {
            var jacobian = GridParameterizationMap.Jacobian(new GridFilterStack<Rational>(net, [w, w]));
            return new Matrix<Rational>(9, 4, (i, j) => jacobian[i, j]);
        }
    }
}
