return LcnGeometry.Cli.CommandLine.Run(args);
