namespace LcnGeometry;

/// <summary>What a critical point is to the loss.</summary>
public enum CriticalPointKind
{
    /// <summary>Nowhere is the loss smaller; several points may share the least value.</summary>
    GlobalMinimum,

    /// <summary>The Hessian is positive definite modulo layer scalings, but the loss is smaller elsewhere, or the list of points is not proved to be complete.</summary>
    LocalMinimum,

    /// <summary>The Hessian has a proved negative direction.</summary>
    StrictSaddle,

    /// <summary>Proved to be no extremum in another way.</summary>
    Saddle,

    /// <summary>The signs of the Hessian could not all be proved, and no negative direction either.</summary>
    Degenerate,

    /// <summary>A function whose factorizations are of different kinds.</summary>
    Mixed,

    /// <summary>A function that is critical on its stratum and has no real factorization that is critical for the network.</summary>
    NotAttained,

    /// <summary>The zero function.</summary>
    Zero,
}
