namespace LcnGeometry;

/// <summary>Decides whether all filters of one network are filters of another.</summary>
internal sealed class InclusionSearch(Architecture inner, Architecture outer)
{
    /// <summary>Why the Zariski closure of the first is not inside that of the second; null if it is.</summary>
    public string? ClosureObstruction()
    {
        var blocks = LayerBlock.Of(outer);
        for (var b = blocks.Length - 1; b >= 0; b--)
        {
            var order = (int)blocks[b].Step;
            var needed = blocks.Skip(b).Sum(block => block.Degree * ((int)block.Step / order));
            var found = LayerBlock.Of(inner).Where(block => (int)block.Step % order == 0).Sum(block => block.Degree * ((int)block.Step / order));
            if (found < needed)
            {
                return $"a generic filter of {inner} has {Quantity.Of(found, "hyperroot")} of order {order}, and {outer} needs {needed}";
            }
        }

        return null;
    }

    /// <summary>Why the function space of the first is not inside that of the second, where the closures are; null if it is.</summary>
    public string? RealObstruction()
    {
        var roots = GenericRoots.FewestReal(inner);
        foreach (var block in LayerBlock.Of(outer).Reverse())
        {
            var order = (int)block.Step;
            var have = roots.Split(order);
            var real = block.EvenFilters(outer);
            if (roots.TryTake(order, block.Degree, real)) continue;
            var needed = Math.Max(real, block.Degree - (2 * have.Pairs));
            return $"{block.LayerNames} of {outer} {(block.Layers.Length == 1 ? "needs" : "need")} {(order == 1 ? Quantity.Of(needed, "real root") : $"{Quantity.Of(needed, "real hyperroot")} of order {order}")}, and some filters of {inner} have {(have.Real == 0 ? "none" : $"only {have.Real}")} to give";
        }

        return null;
    }
}
