using LcnGeometry.Benchmarks;

return args switch
{
    ["real-roots", "generate", var seed, var inputs] => RealRootInputs.Write(seed, inputs),
    ["real-roots", "time", var inputs, var results] => RealRootTiming.Measure(inputs, results),
    ["real-roots", "compare", var ours, var theirs] => RealRootComparison.Print(ours, theirs),
    ["rationals"] => RationalTiming.Print(),
    ["univariate"] => UnivariateAgainstPari.Print(),
    ["critical", var file] => CriticalPointTiming.Print(file),
    ["critical-growth"] => GrowthTiming.Print(8),
    ["descent", var filters, var maxSteps, var rounds, var folder] => DescentTiming.Print(filters, maxSteps, rounds, folder),
    ["flow", var seed, var runs] => FlowTiming.Print(seed, runs),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("real-roots generate SEED INPUTS | real-roots time INPUTS RESULTS | real-roots compare OURS THEIRS | rationals | univariate | critical FILE | critical-growth | descent FILTERS STEPS ROUNDS FOLDER | flow SEED RUNS");
    return 2;
}
