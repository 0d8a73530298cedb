using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.GradientFlow;

/// <summary>Trajectories and events against SciPy's DOP853 and Radau, on a network written as convolutions and differentiated by complex steps.</summary>
public class FlowOracleTests
{
    private const string Script = """
        import json, sys
        import numpy as np
        from scipy.integrate import solve_ivp

        def loss(case, theta):
            w = np.array([1.0 + 0j]); offset = 0; stride = 1
            for size, s in zip(case['filters'], case['strides']):
                layer = np.zeros((size - 1) * stride + 1, dtype=complex)
                layer[::stride] = theta[offset:offset + size]
                w = np.convolve(w, layer); offset += size; stride *= s
            r = w - np.array(case['target'])
            return r @ np.array(case['q']) @ r

        def velocity(case):
            def field(t, theta):
                out = np.empty(len(theta))
                for k in range(len(theta)):
                    z = theta.astype(complex); z[k] += 1e-30j
                    out[k] = -loss(case, z).imag / 1e-30
                return out
            return field

        for line in sys.stdin:
            case = json.loads(line)
            start = np.array(case['start'])
            half = loss(case, start.astype(complex)).real / 2
            event = lambda t, theta: loss(case, theta.astype(complex)).real - half
            times = case['times']
            run = solve_ivp(velocity(case), (0, times[-1]), start, method=case['method'], t_eval=times, events=event,
                            rtol=case['rtol'], atol=case['rtol'] * 1e-2)
            print(json.dumps({'points': run.y.T.tolist(), 'events': run.t_events[0].tolist()}))

        """;

    [ToolFact("scipy")]
    public void Explicit_runs_are_those_of_DOP853() => Compare("DOP853", "1e-12", 8, 2e-8);

    [ToolFact("scipy")]
    public void Explicit_runs_are_those_of_Radau() => Compare("Radau", "1e-9", 4, 1e-5);

    private static void Compare(string method, string tolerance, int trials, double accuracy)
    {
        var random = new TestRandom(20261121 + (ulong)method.Length);
        var input = new StringBuilder();
        var expected = new List<(double[][] Points, ImmutableArray<double> Events)>();
        var cases = Effort.Trials(trials);
        for (var trial = 0; trial < cases; trial++)
        {
            var net = FlowCases.Net(random);
            var loss = FlowCases.Loss(random, net.EndToEndSize);
            var start = FilterFlow.RandomStart(net, 4, trial);
            var trajectory = FilterFlow.Trajectory(net, loss, start, new FlowOptions { Tolerance = 1e-11 }, CancellationToken.None);
            double[] times = [.. new[] { 0.003, 0.02, 0.1, 0.3, 0.8 }.Select(part => part * Math.Min(trajectory.End, 3)).Where(time => time > 0)];
            if (times.Length == 0) continue;
            var half = FlowCases.Field(net, loss).Loss(new LayerProducts(net).EndToEnd(FlowCases.Flat(start))) / 2;
            var field = FlowCases.Field(net, loss);
            var events = trajectory.Times(filters => field.Loss(field.Layers.EndToEnd(FlowCases.Flat(filters))) - half).Where(time => time < times[^1]).ToImmutableArray();
            expected.Add(([.. times.Select(time => FlowCases.Flat(trajectory.At(time)))], events));
            var q = string.Join(',', Enumerable.Range(0, loss.Size).Select(i => $"[{List(loss.Q.Row(i).Select(entry => entry.ToDouble()))}]"));
            input.Append(CultureInfo.InvariantCulture, $$"""
                {"filters":[{{string.Join(',', net.Filters)}}],"strides":[{{string.Join(',', net.Strides)}}],"q":[{{q}}],"target":[{{List(loss.Target.Select(u => u.ToDouble()))}}],"start":[{{List(FlowCases.Flat(start))}}],"times":[{{List(times)}}],"method":"{{method}}","rtol":{{tolerance}}}

                """);
        }

        using var folder = new TemporaryFolder();
        var lines = Tool.Run("scipy", input.ToString(), "-W", "ignore", folder.Write("flow.py", Script)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(expected.Count, lines.Length);
        foreach (var (line, ours) in lines.Zip(expected))
        {
            using var document = System.Text.Json.JsonDocument.Parse(line);
            var points = document.RootElement.GetProperty("points").EnumerateArray().Select(Doubles).ToArray();
            var size = 1 + points.SelectMany(point => point).Max(Math.Abs);
            foreach (var (theirs, own) in points.Zip(ours.Points))
            {
                foreach (var (a, b) in theirs.Zip(own)) Assert.Equal(a, b, accuracy * size);
            }

            var events = Doubles(document.RootElement.GetProperty("events"));
            Assert.Equal(events.Length, ours.Events.Length);
            foreach (var (a, b) in events.Zip(ours.Events)) Assert.Equal(1, b / a, 100 * accuracy);
        }
    }

    private static double[] Doubles(System.Text.Json.JsonElement list) => [.. list.EnumerateArray().Select(entry => entry.GetDouble())];

    private static string List(IEnumerable<double> values) => string.Join(',', values.Select(value => value.ToString("R", CultureInfo.InvariantCulture)));
}
