using System.Text.Json.Nodes;

namespace LcnGeometry.Tests.Studies;

public class JsonLayoutTests
{
    [Theory]
    [InlineData("""{"a":[1,2,3],"b":{"c":"x"},"d":[]}""", "{\n  \"a\": [1, 2, 3],\n  \"b\": {\"c\": \"x\"},\n  \"d\": []\n}\n")]
    [InlineData("""[[1.0,-0.0],["2/3"]]""", "[[1.0, -0.0], [\"2/3\"]]\n")]
    [InlineData("""{}""", "{}\n")]
    [InlineData("\"a\\\"],{\"", "\"a\\\"],{\"\n")]
    public void Short_parts_stay_on_one_line(string compact, string expected) => Assert.Equal(expected, JsonLayout.Indent(compact));

    [Fact]
    public void Layout_changes_white_space_only()
    {
        var document = StudyBuilder.Describe(Architecture.Parse("3,3"), new StudyOptions());
        var text = DocumentJson.Write(document);
        var node = JsonNode.Parse(text)!;
        Assert.Equal(text, JsonLayout.Indent(node.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })));
        Assert.Equal(
            ["schema", "command", "version", "inputs", "seed", "notes", "endToEnd", "functionSpace", "merged", "criticalPoints", "conservationLaws", "riemannianFlow", "strata"],
            node.AsObject().Select(p => p.Key));
        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= 160, line));
    }
}
