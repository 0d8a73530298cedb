using System.Text.Json.Serialization;

namespace LcnGeometry;

/// <summary>How one set of filters lies to another.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<SpaceRelation>))]
public enum SpaceRelation
{
    /// <summary>The same set.</summary>
    Equal,

    /// <summary>The first is a proper subset of the second.</summary>
    StrictlyInside,

    /// <summary>The second is a proper subset of the first.</summary>
    StrictlyContains,

    /// <summary>Each has filters that the other has not.</summary>
    Incomparable,
}
