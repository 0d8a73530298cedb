using System.Text.Json;
using System.Text.RegularExpressions;
using LcnGeometry.TestKit;

namespace LcnGeometry.Cli.Tests;

/// <summary>What a run of <c>lcn</c> left behind.</summary>
internal sealed record LcnResult(int ExitCode, string Output, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public string? ErrorKind => Json.GetProperty("error").GetProperty("kind").GetString();
}

/// <summary>Runs <c>lcn</c> in this process. Every document that any run prints is checked against its schema.</summary>
internal static partial class Lcn
{
    private static readonly JsonSchemaValidator Schemas = JsonSchemaValidator.OfFolder(SchemaFolder);

    public static string SchemaFolder => Path.Combine(AppContext.BaseDirectory, "Schemas");

    public static string Sunspots => Repository.PathOf("examples", "data", "sunspots.csv");

    public static string Certificate => Repository.PathOf("examples", "data", "certificate-3-2.json");

    public static LcnResult Run(params string[] args) => Run(host => host, args);

    public static LcnResult Run(Func<CommandHost, CommandHost> change, params string[] args)
    {
        using StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        var host = change(new CommandHost { Output = output, Error = error, Input = TextReader.Null, Tools = new NoTools() });
        var result = new LcnResult(CommandLine.Run(args, host), output.ToString(), error.ToString());
        if (args.Contains("--json") && !args.Any(arg => arg is "--help" or "-h" or "--version")) CheckDocument(result.Output);
        return result;
    }

    /// <summary>Runs a command that must succeed, and returns its document.</summary>
    public static JsonElement Document(params string[] args)
    {
        var result = Run([.. args, "--json"]);
        Assert.True(result.Error.Length == 0, result.Error);
        Assert.Equal(0, result.ExitCode);
        return result.Json;
    }

    /// <summary>Asserts that a document is valid under the schema of its command.</summary>
    public static void CheckDocument(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var schema = root.TryGetProperty("error", out _) ? "error" : root.GetProperty("command").GetString();
        if (root.TryGetProperty("inputs", out var inputs) && inputs.TryGetProperty("gridFilters", out _)) schema += "-grid";
        var errors = Schemas.Errors($"{schema}.schema.json", json);
        Assert.True(errors.Count == 0, string.Join(Environment.NewLine, errors.Take(10)) + Environment.NewLine + json);
    }

    /// <summary>The document without what may differ between two runs.</summary>
    public static string WithoutTimings(string json)
    {
        var text = Timings().Replace(json, "\n}\n");
        Assert.NotEqual(json, text);
        return text;
    }

    /// <summary>The last member of a document.</summary>
    [GeneratedRegex(@",\n  ""timings"": \{""total"": [0-9.]+\}\n\}\n$")]
    private static partial Regex Timings();

    private sealed class NoTools : IToolProbe
    {
        public string? Ask(string program, System.Collections.Immutable.ImmutableArray<string> arguments, CancellationToken token) => null;
    }
}
