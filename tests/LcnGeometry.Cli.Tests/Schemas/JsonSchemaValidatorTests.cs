using LcnGeometry.TestKit;

namespace LcnGeometry.Cli.Tests;

/// <summary>The validator itself: each keyword with a document that it accepts and one that it refuses.</summary>
public sealed class JsonSchemaValidatorTests
{
    public static TheoryData<string, string, string> Keywords => new()
    {
        { """{"type":"object"}""", "{}", "[]" },
        { """{"type":"array"}""", "[]", "{}" },
        { """{"type":"string"}""", "\"a\"", "1" },
        { """{"type":"boolean"}""", "true", "null" },
        { """{"type":"null"}""", "null", "0" },
        { """{"type":"number"}""", "1.5", "\"1.5\"" },
        { """{"type":"integer"}""", "123456789012345678901234567890", "1.5" },
        { """{"type":"integer"}""", "2.0", "1e-1" },
        { """{"type":["integer","null"]}""", "null", "\"\"" },
        { """{"const":"a"}""", "\"a\"", "\"b\"" },
        { """{"const":1}""", "1", "2" },
        { """{"enum":["a",1]}""", "1", "\"1\"" },
        { """{"pattern":"^[0-9]+$"}""", "\"12\"", "\"1a\"" },
        { """{"pattern":"^[0-9]+$"}""", "12", "\"\"" },
        { """{"minimum":0}""", "0", "-0.5" },
        { """{"maximum":2}""", "2", "3" },
        { """{"minItems":1}""", "[0]", "[]" },
        { """{"maxItems":1}""", "[0]", "[0,0]" },
        { """{"items":{"type":"integer"}}""", "[1,2]", "[1,\"2\"]" },
        { """{"required":["a"]}""", """{"a":1}""", """{"b":1}""" },
        { """{"properties":{"a":{"type":"integer"}}}""", """{"a":1,"b":""}""", """{"a":""}""" },
        { """{"properties":{"a":true},"additionalProperties":false}""", """{"a":1}""", """{"a":1,"b":1}""" },
        { """{"additionalProperties":{"type":"integer"}}""", """{"x":1}""", """{"x":""}""" },
        { """{"allOf":[{"type":"integer"},{"minimum":1}]}""", "1", "0" },
        { """{"anyOf":[{"type":"integer"},{"type":"string"}]}""", "\"\"", "null" },
        { """{"oneOf":[{"type":"integer"},{"minimum":5}]}""", "4", "6" },
        { """{"if":{"required":["a"]},"then":{"required":["b"]},"else":{"required":["c"]}}""", """{"a":1,"b":1}""", """{"a":1,"c":1}""" },
        { """{"if":{"required":["a"]},"then":{"required":["b"]},"else":{"required":["c"]}}""", """{"c":1}""", "{}" },
        { """{"$ref":"#/$defs/n","$defs":{"n":{"type":"integer"}}}""", "1", "\"\"" },
        { """{"$ref":"other.schema.json#/$defs/n"}""", "\"a\"", "1" },
        { """{"$ref":"other.schema.json"}""", "{}", "1" },
        { """{"$schema":"x","title":"t","description":"d","type":"null"}""", "null", "1" },
        { """{"items":false}""", "[]", "[1]" },
    };

    [Theory]
    [MemberData(nameof(Keywords))]
    public void Every_keyword_accepts_and_refuses(string schema, string good, string bad)
    {
        var validator = Of(schema);
        Assert.Empty(validator.Errors("main.schema.json", good));
        Assert.NotEmpty(validator.Errors("main.schema.json", bad));
    }

    [Fact]
    public void Errors_name_the_place()
    {
        var validator = Of("""{"properties":{"a":{"items":{"properties":{"b":{"type":"null"}}}}}}""");
        Assert.Equal(["$.a[1].b: 5 is not of type null"], validator.Errors("main.schema.json", """{"a":[{},{"b":5}]}"""));
    }

    [Theory]
    [InlineData("""{"minLength":3}""")]
    [InlineData("""{"then":true}""")]
    [InlineData("""{"type":"float"}""")]
    [InlineData("""{"$ref":"missing.schema.json"}""")]
    [InlineData("""{"$ref":"#/$defs/missing"}""")]
    public void A_schema_that_is_not_understood_is_an_error(string schema) =>
        Assert.Throws<InvalidOperationException>(() => Of(schema).Errors("main.schema.json", "1"));

    private static JsonSchemaValidator Of(string schema) => new(new Dictionary<string, string>
    {
        ["main.schema.json"] = schema,
        ["other.schema.json"] = """{"type":"object","$defs":{"n":{"type":"string"}}}""",
    });
}
