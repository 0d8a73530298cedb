using System.Text.Json.Nodes;
using LcnGeometry.TestKit;

namespace LcnGeometry.Cli.Tests;

/// <summary>Our schema files and our validator against Python's jsonschema: the same documents are valid, the same damaged ones are not.</summary>
public sealed class SchemaOracleTests
{
    // Reads lines "schema <tab> document" and prints one word per line; checks the schema files themselves first.
    private const string Script = """
        import sys, json, os, warnings
        warnings.simplefilter('ignore')
        import jsonschema
        folder = sys.argv[1]
        schemas = {n: json.load(open(os.path.join(folder, n))) for n in os.listdir(folder) if n.endswith('.schema.json')}
        for s in schemas.values(): jsonschema.Draft202012Validator.check_schema(s)
        base = 'file:///schemas/'
        store = {base + n: s for n, s in schemas.items()}
        for line in sys.stdin:
            name, text = line.rstrip('\n').split('\t')
            resolver = jsonschema.RefResolver(base_uri=base + name, referrer=schemas[name], store=store)
            print('valid' if jsonschema.Draft202012Validator(schemas[name], resolver=resolver).is_valid(json.loads(text)) else 'invalid')
        """;

    /// <summary>Longer documents are compared as they are: many copies of them would take Python minutes.</summary>
    private const int MostDamaged = 50_000;

    [ToolFact("jsonschema")]
    public void Python_agrees_with_our_validator_on_documents_and_on_damaged_ones()
    {
        var validator = JsonSchemaValidator.OfFolder(Lcn.SchemaFolder);
        var cases = Documents().SelectMany(one => (one.Json.Length > MostDamaged ? [] : Damaged(one.Json)).Prepend(one.Json).Select(json => (one.Schema, Json: json))).ToArray();
        var answers = Tool.Run("jsonschema", string.Concat(cases.Select(one => $"{one.Schema}\t{one.Json}\n")), "-c", Script, Lcn.SchemaFolder)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(cases.Length, answers.Length);
        for (var i = 0; i < cases.Length; i++)
        {
            var ours = validator.Errors(cases[i].Schema, cases[i].Json);
            Assert.True((answers[i] == "valid") == (ours.Count == 0), $"{answers[i]} for Python; ours: {string.Join("; ", ours)}{Environment.NewLine}{cases[i].Json}");
        }

        Assert.InRange(answers.Count(answer => answer == "invalid"), 100, cases.Length);
    }

    private static IEnumerable<(string Schema, string Json)> Documents()
    {
        string[] loss = ["--target", "1,-2,0,1/3", "--random", "1"];
        string[][] lines =
        [
            ["describe", "2,2,2"], ["describe", "3,2", "--strides", "2,1"], ["member", "3,2", "--filter", "1,-2,0,1/3"], ["factor", "3,2", "--filter", "1,-2,0,1/3"],
            ["factor", "3,2", "--filter", "-6,11,-6,1", "--invariants", "1/2"], ["factor", "2,2", "--filter", "0,0,0", "--invariants", "3"], ["factor", "2", "--filter", "1,2", "--invariants", "none"],
            ["factor", "2,2", "--filter", "0,0,0"], ["flow", "3,2", .. loss], ["explore", "3,2", .. loss], ["recheck", Lcn.Certificate],
            ["laws", "3,2"], ["laws", "2,2", "--channels", "2"], ["doctor"], ["describe", "2,2", "--circular", "2"],
            ["compare", "3,2", "5", "--strides", "2,1"], ["compare", "3,2", "2,3"], ["member", "3,2", "--strides", "2,1", "--filter", "1,1,1,1,1"], ["factor", "3,2", "--strides", "2,1", "--filter", "3,0,1,0,1", "--complex"],
        ];
        foreach (var line in lines) yield return ($"{line[0]}.schema.json", OneLine(Lcn.Run([.. line, "--json"]).Output));
        yield return ("describe-grid.schema.json", OneLine(Lcn.Run("describe", "2x2,2x1", "--circular", "2", "--json").Output));
        yield return ("member-grid.schema.json", OneLine(Lcn.Run("member", "2x1,1x2", "--filter", "1,2;2,4", "--json").Output));
        yield return ("error.schema.json", OneLine(Lcn.Run("describe", "0", "--json").Output));
    }

    /// <summary>The document with one thing changed: each member of the first two levels taken away, retyped, and one member added.</summary>
    private static IEnumerable<string> Damaged(string json)
    {
        var names = JsonNode.Parse(json)!.AsObject().Select(member => member.Key).ToArray();
        foreach (var name in names)
        {
            yield return Changed(json, root => root.Remove(name));
            yield return Changed(json, root => root[name] = "undecided");
            yield return Changed(json, root => root[name] = -1);
            if (JsonNode.Parse(json)![name] is not JsonObject section) continue;
            foreach (var inner in section.Select(member => member.Key).ToArray())
            {
                yield return Changed(json, root => root[name]!.AsObject().Remove(inner));
                yield return Changed(json, root => root[name]![inner] = "undecided");
            }
        }

        yield return Changed(json, root => root["more"] = 1);
    }

    private static string Changed(string json, Action<JsonObject> change)
    {
        var root = JsonNode.Parse(json)!.AsObject();
        change(root);
        return root.ToJsonString();
    }

    private static string OneLine(string json) => JsonNode.Parse(json)!.ToJsonString();
}
