using System.Collections.Immutable;
using System.Numerics;
using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>A square system of equations in the filters of a network that is linear in data, so that solutions can be followed while the data move.</summary>
internal abstract class ActivationSystem(CoefficientTerms terms)
{
    /// <summary>The coefficients of the network.</summary>
    public CoefficientTerms Terms { get; } = terms;

    /// <summary>The number of equations and unknowns.</summary>
    public int Unknowns => Terms.Unknowns;

    /// <summary>The number of data.</summary>
    public abstract int DataLength { get; }

    /// <summary>The equations and their derivatives along the unknowns.</summary>
    public abstract void Evaluate<T>(ComplexNumber<T>[] point, ComplexNumber<T>[] data, ComplexNumber<T>[] values, ComplexNumber<T>[] jacobian)
        where T : struct, IScalar<T>;

    /// <summary>The change of the equations, at a fixed point, when the data change.</summary>
    public abstract void Drift<T>(ComplexNumber<T>[] point, ComplexNumber<T>[] change, ComplexNumber<T>[] values)
        where T : struct, IScalar<T>;

    /// <summary>Data that have a given point as a solution, near other data.</summary>
    public abstract Complex[] DataThrough(Complex[] point, Complex[] near);

    /// <summary>Data and a solution multiplied by a phase: the equations are homogeneous.</summary>
    public abstract (Complex[] Data, Func<Complex[], Complex[]> Solution) Turn(Complex[] data, Complex phase);

    /// <summary>Random data from a stream.</summary>
    public virtual Complex[] RandomData(CounterRandom random)
    {
        var data = new Complex[DataLength];
        for (var i = 0; i < data.Length; i++) data[i] = new Complex(random.NextGaussian(), random.NextGaussian());
        return data;
    }

    protected (Complex[] Values, Complex[] Jacobian) Coefficients(Complex[] point)
    {
        var values = new ComplexNumber<PlainDouble>[Terms.Coordinates];
        var jacobian = new ComplexNumber<PlainDouble>[Terms.Coordinates * Unknowns];
        Terms.Evaluate<PlainDouble>([.. point.Select(ComplexNumber<PlainDouble>.FromComplex)], values, jacobian);
        return ([.. values.Select(ToComplex)], [.. jacobian.Select(ToComplex)]);
    }

    internal static Complex ToComplex(ComplexNumber<PlainDouble> value) => new(value.Re.Value, value.Im.Value);
}
