namespace LcnGeometry.TestKit;

/// <summary>A test that needs outside tools: skipped, with the reason, unless the full run has switched the tools on.</summary>
/// <remarks>In the full run (<c>LCN_TOOLS=1</c>) nothing is skipped: a missing tool fails the test and names its package.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ToolFactAttribute : FactAttribute
{
    public ToolFactAttribute(params string[] tools)
    {
        Tools = tools;
        Skip = Tool.ReasonToSkip(tools);
    }

    public IReadOnlyList<string> Tools { get; }
}

/// <summary>A theory that needs outside tools; see <see cref="ToolFactAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ToolTheoryAttribute : TheoryAttribute
{
    public ToolTheoryAttribute(params string[] tools)
    {
        Tools = tools;
        Skip = Tool.ReasonToSkip(tools);
    }

    public IReadOnlyList<string> Tools { get; }
}
