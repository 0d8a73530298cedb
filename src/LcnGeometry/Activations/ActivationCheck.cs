using System.Text.Json.Serialization;

namespace LcnGeometry;

/// <summary>What is counted by solving equations.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ActivationCheck>))]
public enum ActivationCheck
{
    /// <summary>The functions on a random linear space of complementary dimension: the degree.</summary>
    Degree,

    /// <summary>Critical functions for a random quadratic form and target.</summary>
    CriticalPoints,

    /// <summary>Critical functions for the squared error of a random data set.</summary>
    CriticalPointsOfData,
}
