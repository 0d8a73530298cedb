namespace LcnGeometry;

/// <summary>What is proved of a point in the space of parameters, as a point of the parameterization.</summary>
internal enum MapStanding
{
    /// <summary>Neither regular nor critical is proved.</summary>
    Undecided,

    /// <summary>The differential drops rank.</summary>
    Critical,

    /// <summary>The differential has full rank; the image may be a singular point of the Zariski closure.</summary>
    Regular,

    /// <summary>The differential has full rank and the image is a smooth point of the Zariski closure.</summary>
    Smooth,
}
