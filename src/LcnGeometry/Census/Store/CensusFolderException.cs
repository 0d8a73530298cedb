namespace LcnGeometry;

/// <summary>The folder of a census is damaged, belongs to another census, or cannot be read or written.</summary>
/// <remarks>What had been finished and was written before is as it was.</remarks>
public sealed class CensusFolderException : IOException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong, and where.</param>
    /// <param name="advice">What can be done about it.</param>
    /// <param name="cause">What the system said.</param>
    public CensusFolderException(string message, string advice, Exception? cause = null)
        : base(message, cause) => Advice = advice;

    /// <summary>What can be done about it: one sentence.</summary>
    public string Advice { get; }
}
