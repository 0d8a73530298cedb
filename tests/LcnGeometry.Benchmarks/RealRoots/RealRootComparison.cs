using System.Globalization;

namespace LcnGeometry.Benchmarks;

/// <summary>Sets two files of results side by side: the counts must agree, the times give ratios.</summary>
internal static class RealRootComparison
{
    public static int Print(string ours, string theirs)
    {
        var reference = Read(theirs).ToDictionary(row => (row.Family, row.Degree));
        var rows = Read(ours).Select(row => (Ours: row, Theirs: reference[(row.Family, row.Degree)])).ToList();
        var wrong = rows.Where(row => row.Ours.Counts != row.Theirs.Counts).ToList();
        foreach (var (mine, other) in wrong) Console.WriteLine($"COUNTS DIFFER: {mine.Family} degree {mine.Degree}: {mine.Counts} against {other.Counts}");
        Console.WriteLine("degree  family        ours/us      PARI/us    ratio");
        foreach (var (mine, other) in rows)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{mine.Degree,6}  {mine.Family,-10} {mine.Microseconds,10:F2}   {other.Microseconds,10:F2}   {mine.Microseconds / other.Microseconds,6:F3}"));
        }

        Console.WriteLine();
        Console.WriteLine("ours/PARI  minimum   median  maximum");
        foreach (var degree in rows.GroupBy(row => row.Ours.Degree))
        {
            var ratios = degree.Select(row => row.Ours.Microseconds / row.Theirs.Microseconds).Order().ToArray();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{"degree " + degree.Key,-10} {ratios[0],7:F3}  {Median(ratios),7:F3}  {ratios[^1],7:F3}"));
        }

        Console.WriteLine(wrong.Count == 0 ? "All counts agree." : $"{wrong.Count} groups disagree.");
        return wrong.Count == 0 ? 0 : 1;
    }

    private static double Median(double[] sorted) => (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;

    private static IEnumerable<(string Family, int Degree, double Microseconds, string Counts)> Read(string path) =>
        File.ReadLines(path).Where(line => line.Length > 0).Select(line => line.Split(';')).Select(parts => (
            parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture), double.Parse(parts[2], CultureInfo.InvariantCulture), parts[3]));
}
