using System.Collections.Immutable;
using LcnGeometry.Algebra;
using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>Finds an equation of the closure that a given filter violates, without finding all equations.</summary>
/// <remarks>
/// The repaired recursion of the theory (F10, F11), at one filter: a residue that must be zero; a minor of the stacked Sylvester matrix of the residues, which have a common factor on
/// the closure; or an equation of the network without its first layer, for one residue or for a combination of all of them with random forms. On the closure all of
/// these vanish; outside, one does not, and random combinations find it.
/// </remarks>
internal sealed class ViolationSearch(int variables, CancellationToken token)
{
    private const int Attempts = 4, LargestMinor = 24;
    private readonly CounterRandom _random = new(seed: 1, item: 1);

    /// <summary>An equation that the filter violates; null if it is in the closure, or if the minors that would show it are too large.</summary>
    public static ViolatedEquation? Find(FunctionSpace space, ImmutableArray<Rational> filter, CancellationToken token)
    {
        // An architecture without longer layers has a filter of one entry, which nothing restricts.
        var step = space.Architecture.RootCount == 0 ? 1 : (int)space.Merged.CommonStep;
        for (var i = 0; i < filter.Length; i++)
        {
            if (i % step != 0 && !filter[i].IsZero) return ViolatedEquation.Of(LinearForm.Coefficient(i, filter[i]));
        }

        ImmutableArray<LinearForm> coefficients = [.. Enumerable.Range(0, filter.Length).Where(i => i % step == 0).Select(i => LinearForm.Coefficient(i, filter[i]))];
        return new ViolationSearch(filter.Length, token).Find(coefficients, space.Merged.Filters, space.Merged.Strides, combine: true);
    }

    private ViolatedEquation? Find(ImmutableArray<LinearForm> form, ImmutableArray<int> filters, ImmutableArray<int> strides, bool combine)
    {
        token.ThrowIfCancellationRequested();
        if (filters.Length < 2) return null;
        var stride = strides[0];
        var residues = ImmutableArray.CreateBuilder<ImmutableArray<LinearForm>>();
        for (var j = 0; j < stride && j < form.Length; j++)
        {
            ImmutableArray<LinearForm> residue = [.. form.Where((_, i) => i % stride == j)];
            if (j < filters[0]) residues.Add(residue);
            else if (residue.FirstOrDefault(c => !c.Value.IsZero) is { } wrong) return ViolatedEquation.Of(wrong);
        }

        int first = (filters[0] - 1) / stride, second = (filters[0] - 2) / stride;
        var common = residues[0].Length - 1 - first;
        if (first + second + 2 <= LargestMinor && Minor(residues, residues[0].Length - 1 + second, first + second + 2) is { } minor) return ViolatedEquation.Determinant(minor, variables);

        // One residue after the other: short equations, and enough if no two residues have room for roots of their own.
        foreach (var residue in residues)
        {
            var longer = filters[1] + residue.Length - 1 - common;
            if (Find(residue, filters[1..].SetItem(0, longer), strides[1..], combine: false) is { } violated) return violated;
        }

        if (!combine) return null;
        var degree = common + Math.Max(first, first + second - 1);
        var deeper = filters[1..].SetItem(0, filters[1] + degree - common);
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            if (Find(Combination(residues, degree, attempt), deeper, strides[1..], combine: true) is { } violated) return violated;
        }

        return null;
    }

    /// <summary>Rows and columns of the stacked Sylvester matrix, its columns being the monomials of a degree, with a nonzero minor of a size; null if there is none.</summary>
    private static ImmutableArray<ImmutableArray<LinearForm>>? Minor(IEnumerable<ImmutableArray<LinearForm>> residues, int degree, int size)
    {
        var chosen = ImmutableArray.CreateBuilder<LinearForm[]>();
        var echelon = new List<(int Pivot, Rational[] Row)>();
        foreach (var residue in residues)
        {
            for (var shift = 0; shift + residue.Length <= degree + 1; shift++)
            {
                LinearForm[] row = [.. Enumerable.Repeat(LinearForm.Zero, shift), .. residue, .. Enumerable.Repeat(LinearForm.Zero, degree + 1 - shift - residue.Length)];
                Rational[] values = [.. row.Select(entry => entry.Value)];
                foreach (var (pivot, known) in echelon)
                {
                    if (values[pivot].IsZero) continue;
                    var factor = values[pivot] / known[pivot];
                    for (var i = 0; i < values.Length; i++) values[i] -= factor * known[i];
                }

                var place = Array.FindIndex(values, value => !value.IsZero);
                if (place < 0) continue;
                echelon.Add((place, values));
                chosen.Add(row);
                if (chosen.Count < size) continue;
                var columns = echelon.Select(entry => entry.Pivot).Order().ToArray();
                return [.. chosen.Select(r => columns.Select(column => r[column]).ToImmutableArray())];
            }
        }

        return null;
    }

    /// <summary>A combination of the residues with random forms, of a given degree.</summary>
    private ImmutableArray<LinearForm> Combination(IEnumerable<ImmutableArray<LinearForm>> residues, int degree, int range)
    {
        var sum = new LinearForm[degree + 1];
        Array.Fill(sum, LinearForm.Zero);
        foreach (var residue in residues)
        {
            for (var shift = 0; shift + residue.Length <= degree + 1; shift++)
            {
                Rational factor = (int)(_random.NextWord() % (uint)((2 * range) + 1)) - range;
                for (var i = 0; i < residue.Length; i++) sum[shift + i] = sum[shift + i].Plus(factor, residue[i]);
            }
        }

        return [.. sum];
    }
}
