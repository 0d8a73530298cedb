namespace LcnGeometry.Reporting;

/// <summary>How the kinds of critical points look: a shape and a colour each, and a ring where other marks may lie on the same place.</summary>
internal static class CriticalStyle
{
    internal static Marker Marker(CriticalPointKind kind) => kind switch
    {
        CriticalPointKind.GlobalMinimum => Reporting.Marker.Circle,
        CriticalPointKind.LocalMinimum => Reporting.Marker.Triangle,
        CriticalPointKind.Mixed => Reporting.Marker.Square,
        CriticalPointKind.Degenerate => Reporting.Marker.Square,
        CriticalPointKind.NotAttained => Reporting.Marker.Circle,
        CriticalPointKind.Zero => Reporting.Marker.Cross,
        _ => Reporting.Marker.Diamond,
    };

    /// <summary>The class of the mark.</summary>
    internal static string Mark(CriticalPointKind kind) => kind switch
    {
        CriticalPointKind.GlobalMinimum => "mark s2",
        CriticalPointKind.LocalMinimum => "mark s1",
        CriticalPointKind.Mixed => "mark s3",
        CriticalPointKind.Degenerate => "mark hollow s4",
        CriticalPointKind.NotAttained => "mark hollow srest",
        CriticalPointKind.Zero => "mark s5",
        CriticalPointKind.Saddle => "mark s5",
        _ => "mark hollow s5",
    };

    /// <summary>The class of the ring around a place.</summary>
    internal static string Ring(CriticalPointKind kind) => kind switch
    {
        CriticalPointKind.GlobalMinimum => "ring best",
        CriticalPointKind.LocalMinimum => "ring trap",
        CriticalPointKind.NotAttained => "ring unattained",
        _ => "ring",
    };
}
