namespace LcnGeometry.Algebra;

/// <summary>The zero form has no roots to speak of: it vanishes everywhere.</summary>
public sealed class ZeroFormException : ArgumentException
{
    /// <summary>Creates the exception for one form.</summary>
    public ZeroFormException(BinaryForm form, string? parameter = null)
        : base($"The form of degree {form.Degree} is zero: every point is a root.", parameter) => Form = form;

    /// <summary>The zero form, which still has a degree.</summary>
    public BinaryForm Form { get; }
}
