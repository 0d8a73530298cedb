using System.Text.Json;

namespace LcnGeometry.Cli.Tests;

/// <summary>How flow is followed: the method, the projection, and descent beside it.</summary>
public class FlowMethodTests
{
    private static readonly string[] Small = ["flow", "2,2", "--target", "-1,1,3", "--random", "3"];

    [Fact]
    public void By_default_nothing_is_said_of_methods_and_nothing_is_computed_beside()
    {
        var document = Lcn.Document(Small);
        foreach (var name in new[] { "method", "project", "descent" }) Assert.False(document.GetProperty("inputs").TryGetProperty(name, out _));
        Assert.False(document.GetProperty("runs")[0].TryGetProperty("descent", out _));
        Assert.Equal(document.GetProperty("runs").ToString(), Lcn.Document([.. Small, "--method", "implicit"]).GetProperty("runs").ToString());
    }

    [Fact]
    public void Both_methods_find_the_same_limits_and_projection_takes_the_drift()
    {
        var runs = new[] { "implicit", "explicit" }.SelectMany(method => new[] { false, true }.Select(project =>
            Lcn.Document([.. Small, "--method", method, .. project ? new[] { "--project" } : []]).GetProperty("runs"))).ToArray();
        for (var k = 0; k < 3; k++)
        {
            foreach (var run in runs)
            {
                Assert.Equal("converged", run[k].GetProperty("status").GetString());
                Assert.Equal(runs[0][k].GetProperty("limit").GetProperty("criticalPoint").GetInt32(), run[k].GetProperty("limit").GetProperty("criticalPoint").GetInt32());
            }

            foreach (var place in new[] { 1, 3 }) Assert.InRange(Drift(runs[place][k]), 0, 2e-15);
            Assert.True(Drift(runs[0][k]) > 1e-14);
        }
    }

    [Fact]
    public void Descent_is_reported_beside_the_flow()
    {
        var document = Lcn.Document([.. Small, "--descent", "1/100", "--method", "explicit", "--project"]);
        Assert.Equal("\"1/100\"", document.GetProperty("inputs").GetProperty("descent").GetRawText());
        Assert.Equal("explicit", document.GetProperty("inputs").GetProperty("method").GetString());
        Assert.True(document.GetProperty("inputs").GetProperty("project").GetBoolean());
        var half = Lcn.Document([.. Small, "--descent", "0.005"]);
        for (var k = 0; k < 3; k++)
        {
            var (run, descent) = (document.GetProperty("runs")[k], document.GetProperty("runs")[k].GetProperty("descent"));
            Assert.Equal((0.01, "converged"), (descent.GetProperty("step").GetDouble(), descent.GetProperty("status").GetString()));
            Assert.Equal(run.GetProperty("limit").GetProperty("criticalPoint").GetInt32(), descent.GetProperty("limit").GetProperty("criticalPoint").GetInt32());
            Assert.Equal(run.GetProperty("invariants")[0].GetProperty("value").GetDouble(), descent.GetProperty("invariants")[0].GetProperty("value").GetDouble());
            Assert.Equal("numerical", descent.GetProperty("limit").GetProperty("evidence").GetString());
            Assert.InRange(Drift(descent) / Drift(half.GetProperty("runs")[k].GetProperty("descent")), 1.8, 2.2);
        }
    }

    [Fact]
    public void Stiff_and_diverging_runs_are_explained()
    {
        var stiff = Lcn.Document("flow", "2,2", "--target", "1,-2,1", "--metric", "[[100000000,0,0],[0,1,0],[0,0,1]]", "--random", "2", "--method", "explicit", "--descent", "0.01");
        Assert.Equal("stiff", stiff.GetProperty("runs")[0].GetProperty("status").GetString());
        Assert.Equal("diverging", stiff.GetProperty("runs")[0].GetProperty("descent").GetProperty("status").GetString());
        var notes = stiff.GetProperty("notes").EnumerateArray().Select(note => note.GetString()!).ToArray();
        Assert.Contains(notes, note => note.StartsWith("2 of 2 runs are stiff", StringComparison.Ordinal) && note.Contains("implicit", StringComparison.Ordinal));
        Assert.Contains(notes, note => note.StartsWith("2 of 2 runs of gradient descent diverged", StringComparison.Ordinal));
    }

    [Fact]
    public void The_terminal_says_it_in_a_sentence()
    {
        var text = string.Join(' ', Lcn.Run([.. Small, "--descent", "0.01", "--method", "explicit", "--project"]).Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("explicit Runge-Kutta 8(5,3), projected onto the invariants", text, StringComparison.Ordinal);
        Assert.Contains("Gradient descent with step 0.01 beside it: 3 of 3 runs converged, to the limit of the flow; its invariants drift by up to 0.0", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--method", "rk4", "--method is 'rk4'; it is implicit or explicit.")]
    [InlineData("--method", "", "--method is ''; it is implicit or explicit.")]
    [InlineData("--descent", "0", "--descent needs a step above 0")]
    [InlineData("--descent", "-0.1", "--descent needs a step above 0")]
    [InlineData("--descent", "1e-999", "--descent needs a step above 0")]
    [InlineData("--descent", "1e999", "--descent needs a step above 0")]
    [InlineData("--descent", "fast", "--descent needs a step above 0")]
    public void Wrong_values_are_refused_by_name(string option, string value, string message)
    {
        var result = Lcn.Run([.. Small, option, value]);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_study_carries_it_into_the_report()
    {
        var document = Lcn.Document("explore", "2,2", "--target", "-1,1,3", "--random", "2", "--descent", "0.01", "--method", "explicit");
        Assert.Equal("explicit", document.GetProperty("inputs").GetProperty("method").GetString());
        Assert.Equal(0.01, document.GetProperty("flow").GetProperty("runs")[1].GetProperty("descent").GetProperty("step").GetDouble());
    }

    private static double Drift(JsonElement run) => run.GetProperty("invariants")[0].GetProperty("drift").GetDouble();
}
