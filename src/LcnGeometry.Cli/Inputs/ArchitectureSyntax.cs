using System.CommandLine;

namespace LcnGeometry.Cli;

/// <summary>The argument FILTERS and the option <c>--strides</c>.</summary>
internal sealed class ArchitectureSyntax
{
    private readonly Argument<string> _filters = new("filters") { HelpName = "FILTERS", Description = "filter sizes, comma-separated, such as 3,2,2" };
    private readonly Option<string?> _strides = CommonOptions.Value("--strides", "S", "Strides, one per layer, such as 2,1,1 (default: all 1).");

    /// <summary>Adds the syntax to a command.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(_filters);
        command.Options.Add(_strides);
    }

    /// <summary>The architecture that was asked about.</summary>
    /// <exception cref="FormatException">A size or stride is not an integer.</exception>
    /// <exception cref="ArgumentException">A size or stride is below 1, or their numbers differ.</exception>
    /// <exception cref="CommandException">The filters have several directions.</exception>
    public Architecture Read(Invocation invocation) => ReadGrid(invocation) is { } grid
        ? throw GridSyntax.OneDirectionOnly(grid)
        : Architecture.Parse(invocation.Value(_filters), invocation.Value(_strides));

    /// <summary>The architecture that was asked about, when its filters have several directions, as in 3x3; else null.</summary>
    /// <exception cref="FormatException">A size or stride is not an integer.</exception>
    /// <exception cref="ArgumentException">A size or stride is below 1, or their numbers differ.</exception>
    public GridArchitecture? ReadGrid(Invocation invocation) => GridSyntax.IsGrid(invocation.Value(_filters))
        ? GridArchitecture.Parse(invocation.Value(_filters), invocation.Value(_strides))
        : null;
}
