namespace LcnGeometry.Benchmarks;

/// <summary>Processor time of warm code.</summary>
internal static class ProcessorTime
{
    /// <summary>Milliseconds of one call, averaged over as many calls as fill 50 of them.</summary>
    public static double Of(Action action)
    {
        var start = Environment.CpuUsage.TotalTime;
        for (var calls = 1; ; calls++)
        {
            action();
            var elapsed = (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
            if (elapsed >= 50) return elapsed / calls;
        }
    }
}
