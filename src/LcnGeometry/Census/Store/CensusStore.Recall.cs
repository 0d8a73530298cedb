using System.Collections.Immutable;
using System.Text;

namespace LcnGeometry;

internal sealed partial class CensusStore
{
    /// <summary>Reads a finished folder, verifies its rows, and puts back what follows from them if it is not there.</summary>
    public static (ImmutableArray<CensusProduct> Products, ImmutableArray<string> Notes) Recall(ICensusDisk disk, string folder, CensusJob job, CancellationToken token)
    {
        var plan = ReadPlan(disk, folder);
        var products = job.Products(plan, FinishedRows(disk, folder, plan, token));
        var names = disk.Names(folder);
        var lost = products.Where(product => !IsThere(disk, folder, names, product)).ToImmutableArray();
        if (lost.IsEmpty && !names.Any(IsPassing)) return (products, []);
        var taken = TryLock(disk, folder, isNeeded: !lost.IsEmpty);
        if (taken is null) return (products, []);
        using var store = new CensusStore(disk, folder, job, taken) { Done = job.Count };
        foreach (var product in lost) store.WriteWhole(product.Name, product.Text);
        store.RemovePassing(names);
        return (products, [.. lost.Select(product => $"{product.Name} was not as it was written, and was made again from {CensusTable.Name}.")]);
    }

    /// <summary>Null if another process is putting the folder in order, or if nobody may write there and nothing has to be written.</summary>
    private static IDisposable? TryLock(ICensusDisk disk, string folder, bool isNeeded)
    {
        try
        {
            return disk.Lock(Path.Combine(folder, LockName), OwnerText);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return isNeeded ? throw new CensusFolderException($"'{folder}' cannot be written: {Reason(error)}.", "Make the folder writable: a file that follows from its rows is missing.", error) : null;
        }
    }

    /// <summary>The rows of a finished folder, verified.</summary>
    public static IEnumerable<CensusRow> FinishedRows(ICensusDisk disk, string folder, CensusManifest plan, CancellationToken token)
    {
        var part = plan.Part;
        return CensusTable.Read(disk, folder, plan, part.End(plan.DataSets) - part.First(plan.DataSets), plan.Bytes ?? 0, plan.Sha256 ?? "", token);
    }

    private static bool IsThere(ICensusDisk disk, string folder, ImmutableArray<string> names, CensusProduct product)
    {
        var path = Path.Combine(folder, product.Name);
        return names.Contains(product.Name) && Reading(path, () => disk.Read(path)).AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(product.Text));
    }
}
