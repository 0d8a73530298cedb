using System.Text.Json.Serialization;

namespace LcnGeometry;

/// <summary>How gradient flow is integrated.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<FlowMethod>))]
public enum FlowMethod
{
    /// <summary>Extrapolation of the linearly implicit Euler method, order 7: follows stiff flows too.</summary>
    Implicit,

    /// <summary>The explicit Runge-Kutta method 8(5,3) of Dormand and Prince: order 8, with dense output; gives stiff flows up.</summary>
    Explicit,
}
