using System.Collections.Immutable;

namespace LcnGeometry;

public static partial class StudyBuilder
{
    /// <summary>Works on one item after another; when it is stopped, what was finished is kept, unless nothing was.</summary>
    private static ImmutableArray<TResult> UntilStopped<TItem, TResult>(
        ImmutableArray<TItem> items, Func<TItem, TResult> work, IProgress<double>? progress, CancellationToken token)
    {
        var results = ImmutableArray.CreateBuilder<TResult>(items.Length);
        try
        {
            foreach (var item in items)
            {
                token.ThrowIfCancellationRequested();
                results.Add(work(item));
                progress?.Report((double)results.Count / items.Length);
            }
        }
        catch (OperationCanceledException) when (results.Count > 0)
        {
            // A note says how many are missing.
        }

        return results.ToImmutable();
    }

    /// <summary>What a reader of a document that was cut short should know; nothing when all was finished.</summary>
    private static ImmutableArray<string> NoteOnStopping(int finished, int all, string what) =>
        finished == all ? [] : [$"The computation was stopped: {finished} of {all} {what} were finished."];

    /// <summary>A part of a study, or null and a note when the computation was stopped before it was finished.</summary>
    private static TPart? UnlessStopped<TPart>(Func<TPart> part, string what, ImmutableArray<string>.Builder notes)
        where TPart : class
    {
        try
        {
            return part();
        }
        catch (OperationCanceledException)
        {
            notes.Add($"The computation was stopped before {what} was finished.");
            return null;
        }
    }
}
