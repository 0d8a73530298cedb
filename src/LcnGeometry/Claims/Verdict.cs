namespace LcnGeometry;

/// <summary>The three answers to a mathematical question that an algorithm may fail to settle.</summary>
public enum VerdictKind
{
    /// <summary>The answer is yes.</summary>
    Holds,

    /// <summary>The answer is no.</summary>
    Fails,

    /// <summary>The question was not settled; a reason is always given.</summary>
    Undecided,
}

/// <summary>Holds, fails, or undecided with a reason.</summary>
public readonly record struct Verdict
{
    private Verdict(VerdictKind kind, string? reason)
    {
        Kind = kind;
        Reason = reason;
    }

    /// <summary>The answer yes.</summary>
    public static Verdict Holds => new(VerdictKind.Holds, null);

    /// <summary>The answer no.</summary>
    public static Verdict Fails => new(VerdictKind.Fails, null);

    /// <summary>Which of the three answers this is.</summary>
    public VerdictKind Kind { get; }

    /// <summary>Why the question is open; null exactly when it is decided.</summary>
    public string? Reason { get; }

    /// <summary>No answer, for a stated reason.</summary>
    /// <param name="reason">One sentence.</param>
    /// <exception cref="ArgumentException">The reason is empty.</exception>
    public static Verdict Undecided(string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return new Verdict(VerdictKind.Undecided, reason);
    }

    /// <summary>Holds when the decided statement is true, fails when it is false.</summary>
    public static Verdict Of(bool statement) => statement ? Holds : Fails;

    /// <summary><c>Holds</c>, <c>Fails</c>, or <c>Undecided: reason</c>.</summary>
    public override string ToString() => Reason is null ? Kind.ToString() : $"Undecided: {Reason}";
}
