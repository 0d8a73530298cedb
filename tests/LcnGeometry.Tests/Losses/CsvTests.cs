using LcnGeometry.Algebra;

namespace LcnGeometry.Tests.Losses;

public class CsvTests
{
    [Theory]
    [InlineData("", "f.csv: the file is empty")]
    [InlineData("\n\n", "f.csv: the file is empty")]
    [InlineData("a,b\n", "f.csv: the file has a header and no numbers")]
    [InlineData("1,2\n3\n", "f.csv, line 2: 1 column where the first line has 2")]
    [InlineData("x\n1\n2,3\n", "f.csv, line 3: 2 columns where the first line has 1")]
    [InlineData("1,2\n3,NaN\n", "f.csv, line 2, column 2: 'NaN' is not a finite number")]
    [InlineData("NaN\n3\n", "f.csv, line 1, column 1: 'NaN' is not a finite number")]
    [InlineData("1,2\n3,abc\n", "f.csv, line 2, column 2: 'abc' is not a number")]
    [InlineData("1,2\n3,\n", "f.csv, line 2, column 2: an empty field where a number was expected")]
    [InlineData("1,x\n3,4\n", "f.csv, line 1, column 2: 'x' is not a number")]
    public void Bad_tables_are_refused_with_line_and_column(string text, string expected) =>
        Assert.Equal(expected + ".", Assert.Throws<CsvFormatException>(() => CsvTable.Parse(text, "f.csv")).Message);

    [Fact]
    public void Numbers_are_exact()
    {
        var table = CsvTable.Parse("\uFEFF\"first\", second\r\n0.1,-2/3\r\n\r\n1e-3, 7\r\n", "f.csv");
        Assert.Equal(["first", "second"], table.Header!.Value.ToArray());
        Assert.Equal((2, 2), (table.Rows, table.Columns));
        Assert.Equal(new Rational(1, 10), table[0, 0]);
        Assert.Equal(new Rational(-2, 3), table[0, 1]);
        Assert.Equal(new Rational(1, 1000), table[1, 0]);
    }

    [Fact]
    public void A_comma_between_quotation_marks_belongs_to_the_name()
    {
        var table = CsvTable.Parse("\"height, \"\"cm\"\"\",\"b\"\n\"1\",2\n", "f.csv");
        Assert.Equal(["height, \"cm\"", "b"], table.Header!.Value.ToArray());
        Assert.Equal((1, 2), (table.Rows, table.Columns));
    }

    [Fact]
    public void A_column_is_chosen_by_name_or_number()
    {
        var table = CsvTable.Parse("a,b\n1,2\n3,4\n", "f.csv");
        Assert.Equal([2, 4], TimeSeries.FromTable(table, "b").Values.ToArray());
        Assert.Equal([1, 3], TimeSeries.FromTable(table, "1").Values.ToArray());
        Assert.Contains("choose one with --column: 'a', 'b'", Assert.Throws<CsvFormatException>(() => TimeSeries.FromTable(table)).Message, StringComparison.Ordinal);
        Assert.Contains("no column 'c'", Assert.Throws<CsvFormatException>(() => TimeSeries.FromTable(table, "c")).Message, StringComparison.Ordinal);
    }
}
