using System.Collections;

namespace LcnGeometry.Algebra.Tests;

public class VariableListTests
{
    [Theory]
    [InlineData("x", true)]
    [InlineData("c10", true)]
    [InlineData("w_1_2", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("1x", false)]
    [InlineData("_x", false)]
    [InlineData("x y", false)]
    [InlineData("x-1", false)]
    [InlineData("\u03bb", false)]
    [InlineData("x\u00b2", false)]
    public void Names_are_letters_then_letters_digits_and_underscores(string? text, bool valid)
    {
        Assert.Equal(valid, VariableList.IsName(text));
        if (valid) Assert.Equal([text!], VariableList.Create([text!]));
        else Assert.Contains($"'{text}'", Assert.Throws<ArgumentException>(() => VariableList.Create([text!])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_distinct_and_their_order_counts()
    {
        VariableList variables = ["x", "Y", "y"];
        Assert.Equal(3, variables.Count);
        Assert.Equal("Y", variables[1]);
        Assert.Equal(2, variables.IndexOf("y"));
        Assert.Equal(-1, variables.IndexOf("X"));
        Assert.True(variables.Contains("y"));
        Assert.Equal("[x, Y, y]", variables.ToString());
        Assert.Equal(["x", "Y", "y"], ((IEnumerable)variables).Cast<string>());
        Assert.Contains("'x'", Assert.Throws<ArgumentException>(() => VariableList.Create(["x", "y", "x"])).Message, StringComparison.Ordinal);
        VariableList same = ["x", "Y", "y"], swapped = ["Y", "x", "y"];
        Assert.True(variables == same && variables.GetHashCode() == same.GetHashCode() && variables.Equals((object)same));
        Assert.True(variables != swapped && !variables.Equals(null));
        Assert.Same(VariableList.Empty, VariableList.Create([]));
    }

    [Fact]
    public void Numbered_names_count_from_zero()
    {
        Assert.Equal(["c0", "c1", "c2"], VariableList.Numbered("c", 3));
        Assert.Same(VariableList.Empty, VariableList.Numbered("c", 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => VariableList.Numbered("c", -1));
        Assert.Throws<ArgumentException>(() => VariableList.Numbered("2", 1));
    }
}
