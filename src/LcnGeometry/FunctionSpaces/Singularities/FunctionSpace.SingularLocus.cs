using System.Collections.Immutable;

namespace LcnGeometry;

public sealed partial class FunctionSpace
{
    /// <summary>The singular locus of the Zariski closure, away from zero: its irreducible components.</summary>
    /// <value>One component for each merged layer but the last that is longer than its stride, none contained in another; empty where the closure is smooth away from zero.</value>
    /// <remarks>
    /// <para><b>Guarantee:</b> a theorem: a nonzero filter of the closure is a singular point of it exactly when it is in one of the components, over the complex
    /// numbers. Zero is singular too, unless there is a single merged layer. Different components have different Zariski closures.</para>
    /// <para>
    /// <b>Method:</b> a filter is singular exactly when it has two factorizations into merged layers or a critical one. Then in one of its factorizations the layers
    /// below some layer j hold all roots of a form x^S - a y^S, with S the step of layer j, and moving these up gives a factorization for a network in which layer j
    /// is longer by one. The most general network of this kind takes all of them from layer j - 1: filter sizes k - s_(j-1) e_(j-1) + e_j.
    /// </para>
    /// <para><b>Cost:</b> none to speak of.</para>
    /// <para><b>Source:</b> F4, F12 and F13 of the theory, decision record 21; Kohn, Montúfar, Shahverdi, Trager, arXiv 2304.05752.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// var space = Architecture.Parse("3,2", "2,1").FunctionSpace();
    /// space.SingularLocus[0].Network;   // (1,3) strides (2,1): the filters with c1 = c3 = 0
    /// </code>
    /// </example>
    public ImmutableArray<SingularComponent> SingularLocus
    {
        get
        {
            var components = ImmutableArray.CreateBuilder<SingularComponent>();
            var (sizes, strides) = (Merged.Filters, Merged.Strides);
            for (var i = 0; i + 1 < sizes.Length; i++)
            {
                if (sizes[i] <= strides[i]) continue;
                var longer = sizes.SetItem(i, sizes[i] - strides[i]).SetItem(i + 1, sizes[i + 1] + 1);
                components.Add(new SingularComponent(Merged.WithSizes(longer), i + 1, strides[i]));
            }

            return components.ToImmutable();
        }
    }
}
