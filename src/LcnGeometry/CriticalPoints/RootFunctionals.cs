using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>Proves that the gradient at a critical function does not vanish on the tangent directions that leave a repeated root together.</summary>
/// <remarks>
/// The gradient annihilates the multiples of <c>R = ∏ (roots)^(multiplicity - 1)</c>. A layer that holds a root r twice makes the parameter critical only
/// if the gradient also annihilates the multiples of R without one factor at r (C1, C3). These are <c>q ↦ c q(r)</c> for a number c: it is enough that c is not zero.
/// </remarks>
internal sealed class RootFunctionals(CriticalFunction function, int[] steps, Interval[] gradient)
{
    /// <summary>Whether c is proved not to be zero at a root of multiplicity two or more.</summary>
    public bool IsNotZeroAt(int index)
    {
        var root = function.Roots[index];
        var form = IntervalForms.One;
        var distinct = 0;
        for (var r = 0; r < function.Roots.Length; r++)
        {
            var other = function.Roots[r];
            var copies = other.Multiplicity - (other.Block == root.Block ? 1 : 0) - (r == index ? 1 : 0);
            if (other.Block == root.Block) distinct += other.Size;
            var factor = other.Root.ToForm();
            for (var i = 0; i < copies; i++) form = IntervalForms.Multiply(form, factor.AsSpan(), steps[other.Block]);
        }

        // Monomials q that are one at (1 : y) or at (x : 1), times a coordinate that is not real if the root is not.
        var step = steps[root.Block];
        var degree = distinct + root.Size;
        var isTop = root.Root.X == ComplexNumber<Interval>.One;
        if (IntervalForms.Apply(gradient, form, isTop ? degree * step : 0).ExcludesZero) return true;
        return !root.IsReal && IntervalForms.Apply(gradient, form, (isTop ? degree - 1 : 1) * step).ExcludesZero;
    }
}
