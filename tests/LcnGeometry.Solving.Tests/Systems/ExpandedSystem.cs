using LcnGeometry.Algebra;
using Form = LcnGeometry.Algebra.Polynomial<LcnGeometry.Algebra.Polynomial<LcnGeometry.Solving.Tests.Systems.GaussianRational>>;
using Line = LcnGeometry.Algebra.Polynomial<LcnGeometry.Solving.Tests.Systems.GaussianRational>;

namespace LcnGeometry.Solving.Tests.Systems;

/// <summary>The critical equations of a product map written out as polynomials, with nothing taken from the solver but the shape of the map.</summary>
/// <remarks>Along a line in the space of the factors each equation is a polynomial in the parameter of the line: its coefficients give value and derivative.</remarks>
internal sealed class ExpandedSystem(ProductMap map, GaussianRational[] form, GaussianRational[] linear)
{
    /// <summary>All equations, block by block, at coefficients + s direction, where the scale is t_0 / t_1 cleared of its denominator.</summary>
    public List<Line> Along(Line[] coefficients, Line t0, Line t1)
    {
        var blocks = Blocks(coefficients);
        var product = blocks.Aggregate(Form.One, (p, b) => p * b.Full);
        var gradient = new Line[map.Size];
        for (var i = 0; i < map.Size; i++)
        {
            gradient[i] = -(t1 * Line.Constant(linear[i]));
            for (var j = 0; j < map.Size; j++) gradient[i] += t0 * Line.Constant(form[(i * map.Size) + j]) * product[j];
        }

        var equations = new List<Line>();
        for (var b = 0; b < blocks.Count; b++)
        {
            for (var k = 0; k <= blocks[b].RadicalDegree; k++)
            {
                var direction = blocks[b].Cofactor * Form.Monomial(Line.One, k * map.Blocks[b].Step);
                for (var c = 0; c < blocks.Count; c++)
                {
                    if (c != b) direction *= blocks[c].Full;
                }

                var sum = Line.Zero;
                for (var i = 0; i < map.Size; i++) sum += gradient[i] * direction[i];
                equations.Add(sum);
            }
        }

        return equations;
    }

    /// <summary>The equations at a point.</summary>
    public GaussianRational[] At(GaussianRational[] coefficients, GaussianRational t0, GaussianRational t1) =>
        [.. Along([.. coefficients.Select(Line.Constant)], Line.Constant(t0), Line.Constant(t1)).Select(e => e[0])];

    /// <summary>The derivatives in every coefficient, then in t_0 and t_1: columns of the equations.</summary>
    public GaussianRational[][] Derivatives(GaussianRational[] coefficients, GaussianRational t0, GaussianRational t1)
    {
        var point = coefficients.Append(t0).Append(t1).ToArray();
        var columns = new GaussianRational[point.Length][];
        for (var i = 0; i < point.Length; i++)
        {
            var line = point.Select((x, j) => i == j ? new Line([x, GaussianRational.One]) : Line.Constant(x)).ToArray();
            columns[i] = [.. Along(line[..^2], line[^2], line[^1]).Select(e => e[1])];
        }

        return columns;
    }

    /// <summary>The product of the factors, without the scale.</summary>
    public GaussianRational[] Product(GaussianRational[] coefficients)
    {
        var product = Blocks([.. coefficients.Select(Line.Constant)]).Aggregate(Form.One, (p, b) => p * b.Full);
        return [.. Enumerable.Range(0, map.Size).Select(i => product[i][0])];
    }

    private List<(Form Full, Form Cofactor, int RadicalDegree)> Blocks(Line[] coefficients)
    {
        var blocks = new List<(Form, Form, int)>();
        var offset = 0;
        foreach (var block in map.Blocks)
        {
            Form full = Form.One, rest = Form.One;
            var degree = 0;
            foreach (var factor in block.Factors)
            {
                var sparse = new Form(coefficients.AsSpan(offset, factor.Degree + 1)).Upsample(block.Step);
                full *= Form.Pow(sparse, factor.Exponent);
                rest *= Form.Pow(sparse, factor.Exponent - 1);
                degree += factor.Degree;
                offset += factor.Degree + 1;
            }

            blocks.Add((full, rest, degree));
        }

        return blocks;
    }
}
