using Xunit.Abstractions;

namespace LcnGeometry.Cli.Tests;

/// <summary>The list of what is missing tells the truth: each entry's probe is refused, and the list is printed.</summary>
public sealed class LimitationTests(ITestOutputHelper output)
{
    [Fact]
    public void Everything_on_the_list_is_refused_as_not_supported()
    {
        foreach (var limitation in Limitations.All)
        {
            output.WriteLine($"not supported: {limitation.What} (lcn {string.Join(' ', limitation.Probe)})");
            var result = Lcn.Run([.. limitation.Probe, "--json"]);
            Assert.Equal((2, "notSupported"), (result.ExitCode, result.ErrorKind));
        }
    }
}
