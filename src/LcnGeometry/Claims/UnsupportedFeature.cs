namespace LcnGeometry;

/// <summary>What is not implemented yet: the whole list, which shrinks to nothing.</summary>
public enum UnsupportedFeature
{
    /// <summary>The strata of an architecture whose strides above one come before a layer with more than one entry.</summary>
    StridedStrata,
}

/// <summary>Something was asked for that is not implemented yet; nothing is claimed about its mathematics.</summary>
public sealed class UnsupportedException : NotSupportedException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="feature">What is missing.</param>
    /// <param name="subject">What it was asked about.</param>
    public UnsupportedException(UnsupportedFeature feature, string subject)
        : base($"{Describe(feature)} not implemented yet; this was asked about {subject}.") => Feature = feature;

    /// <summary>What is missing.</summary>
    public UnsupportedFeature Feature { get; }

    private static string Describe(UnsupportedFeature feature) => feature switch
    {
        UnsupportedFeature.StridedStrata => "Strata of strided architectures are",
        _ => throw new ArgumentOutOfRangeException(nameof(feature), feature, "Not a feature of the list."),
    };
}
