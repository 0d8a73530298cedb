namespace LcnGeometry.Reporting.Tests;

/// <summary>The section on an activation on narrow and on old consoles.</summary>
public sealed class ActivationTextTests
{
    [Theory]
    [InlineData("2,2", null, 2, true)]
    [InlineData("2,2,2,2,2,2", null, 3, false)]
    [InlineData("300,300", "300,1", 2, false)]
    [InlineData("3,2", null, 1, false)]
    [InlineData("1,1", null, 1_000_000, false)]
    public void Lines_fit_the_console_and_old_consoles_get_ASCII(string filters, string? strides, int power, bool confirm)
    {
        var card = StudyBuilder.Describe(new MonomialNetwork(Architecture.Parse(filters, strides), power), new StudyOptions(), confirm);
        foreach (var width in (int[])[60, 80, 120])
        {
            var text = WrittenText.Of(card, width);
            Assert.Contains($"with activation x^{power}", text, StringComparison.Ordinal);
            Assert.All(text.Split('\n'), line => Assert.True(line.Length <= width, $"{line.Length} > {width}: {line}"));
        }

        Assert.All(WrittenText.Of(card, 80, unicode: false), c => Assert.True(c < 128, $"'{c}' on a console without Unicode"));
    }
}
