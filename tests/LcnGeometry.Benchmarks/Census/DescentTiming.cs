using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace LcnGeometry.Benchmarks;

/// <summary>Our own gradient descent on starts and targets from files, on all processors, warm, in one process.</summary>
internal static class DescentTiming
{
    private const double WarmUpSeconds = 0.5;

    /// <summary>Prints seconds and processor seconds of each round; leaves ends and steps in the folder.</summary>
    /// <param name="filters">The network, stride one; Q is the identity.</param>
    /// <param name="maxSteps">The budget of a run.</param>
    /// <param name="rounds">How often all runs are done.</param>
    /// <param name="folder">Holds <c>starts.npy</c> and <c>targets.npy</c>, a row for each run.</param>
    public static int Print(string filters, string maxSteps, string rounds, string folder)
    {
        var net = Architecture.Parse(filters);
        var options = new DescentOptions { MaxSteps = int.Parse(maxSteps, CultureInfo.InvariantCulture) };
        var descent = new BatchDescent(net, Metric.Identity(net.EndToEndSize).Matrix, options);
        double[] starts = Read(Path.Combine(folder, "starts.npy")), targets = Read(Path.Combine(folder, "targets.npy"));
        var runs = starts.Length / net.ParameterCount;

        // The runs are dealt out to the threads in turn.
        DescentBatch[] Batches(int count) => [.. Enumerable.Range(0, Environment.ProcessorCount).Select(thread =>
        {
            int[] own = [.. Enumerable.Range(0, count).Where(run => run % Environment.ProcessorCount == thread)];
            return new DescentBatch { Targets = targets, TargetOf = own, Weights = [.. own.SelectMany(run => starts.AsSpan(run * net.ParameterCount, net.ParameterCount).ToArray())] };
        })];

        var warm = Stopwatch.StartNew();
        while (warm.Elapsed.TotalSeconds < WarmUpSeconds) Run(descent, Batches(Math.Min(runs, 64)));
        var seconds = new List<double[]>();
        DescentBatch[] batches = [];
        for (var round = 0; round < int.Parse(rounds, CultureInfo.InvariantCulture); round++)
        {
            batches = Batches(runs);
            var clock = Stopwatch.StartNew();
            var processor = Environment.CpuUsage.TotalTime;
            Run(descent, batches);
            seconds.Add([clock.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds]);
        }

        Write(net, batches, runs, folder);
        Console.WriteLine(JsonSerializer.Serialize(seconds));
        return 0;
    }

    private static void Run(BatchDescent descent, DescentBatch[] batches)
    {
        Thread[] threads = [.. batches.Select(batch => new Thread(() => descent.Run(batch, CancellationToken.None)))];
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
    }

    private static void Write(Architecture net, DescentBatch[] batches, int runs, string folder)
    {
        var ends = new double[runs * net.ParameterCount];
        var steps = new int[runs];
        foreach (var batch in batches)
        {
            for (var i = 0; i < batch.Count; i++)
            {
                batch.Weights.AsSpan(i * net.ParameterCount, net.ParameterCount).CopyTo(ends.AsSpan(batch.TargetOf[i] * net.ParameterCount));
                steps[batch.TargetOf[i]] = batch.Steps[i];
            }
        }

        File.WriteAllBytes(Path.Combine(folder, "ends.bin"), MemoryMarshal.AsBytes<double>(ends));
        File.WriteAllBytes(Path.Combine(folder, "steps.bin"), MemoryMarshal.AsBytes<int>(steps));
    }

    /// <summary>The numbers of an array file of version 1 with doubles.</summary>
    private static double[] Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var length = 10 + BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(8));
        if (!Encoding.ASCII.GetString(bytes, 10, length - 10).Contains("'descr': '<f8', 'fortran_order': False", StringComparison.Ordinal)) throw new FormatException($"{path} holds no doubles in C order.");
        return MemoryMarshal.Cast<byte, double>(bytes.AsSpan(length)).ToArray();
    }
}
