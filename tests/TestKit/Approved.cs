using Xunit.Sdk;

namespace LcnGeometry.TestKit;

/// <summary>Compares a text with the approved file kept beside the test project.</summary>
/// <remarks>
/// Only line endings are normalized. On a difference the new text is written next to the approved file as <c>*.received</c> and the
/// test fails with the first differing lines. <c>LCN_ACCEPT=1</c> approves what was received; the change is then reviewed as a diff.
/// </remarks>
public static class Approved
{
    /// <summary>Whether differing texts are accepted instead of refused.</summary>
    public static bool Accepting => Environment.GetEnvironmentVariable("LCN_ACCEPT") == "1";

    /// <summary>Compares with <c>Approved/NAME</c> in the folder of the running test project.</summary>
    public static void Check(string actual, string name) => CheckFile(actual, Path.Combine(Repository.TestProject, "Approved", name));

    /// <summary>Compares with a file anywhere in the repository.</summary>
    public static void CheckFile(string actual, string path)
    {
        var received = path + ".received";
        actual = TextDifference.Unix(actual);
        var expected = File.Exists(path) ? TextDifference.Unix(File.ReadAllText(path)) : null;
        if (expected == actual)
        {
            File.Delete(received);
            return;
        }
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (Accepting)
        {
            File.WriteAllText(path, actual);
            File.Delete(received);
            return;
        }
        File.WriteAllText(received, actual);
        var shown = Path.GetRelativePath(Repository.Root, path);
        throw new XunitException(expected is null
            ? $"There is no approved text {shown}; what was received stands beside it. LCN_ACCEPT=1 approves it."
            : $"The text differs from {shown} (- approved, + received; LCN_ACCEPT=1 approves):{Environment.NewLine}{TextDifference.Between(expected, actual)}");
    }
}
