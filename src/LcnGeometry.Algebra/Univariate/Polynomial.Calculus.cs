namespace LcnGeometry.Algebra;

public sealed partial class Polynomial<T>
{
    /// <summary>The value at a point, by Horner's rule.</summary>
    public T Evaluate(T point)
    {
        var value = T.Zero;
        for (var i = _coefficients.Length - 1; i >= 0; i--) value = (value * point) + _coefficients[i];
        return value;
    }

    /// <summary>The polynomial with another polynomial in place of the variable.</summary>
    public Polynomial<T> Compose(Polynomial<T> inner)
    {
        var value = Zero;
        for (var i = _coefficients.Length - 1; i >= 0; i--) value = (value * inner) + Constant(_coefficients[i]);
        return value;
    }

    /// <summary>The derivative.</summary>
    public Polynomial<T> Derivative()
    {
        if (IsConstant) return Zero;
        var derivative = new T[_coefficients.Length - 1];
        for (var i = 0; i < derivative.Length; i++) derivative[i] = T.FromInteger(i + 1) * _coefficients[i + 1];
        return new Polynomial<T>(derivative.AsSpan());
    }

    /// <summary>The polynomial with its coefficients in reverse order within a formal degree: <c>x^formalDegree * p(1/x)</c>.</summary>
    /// <param name="formalDegree">At least the degree.</param>
    /// <exception cref="ArgumentOutOfRangeException">The formal degree is below the degree.</exception>
    public Polynomial<T> Reverse(int formalDegree)
    {
        if (formalDegree < Degree) throw new ArgumentOutOfRangeException(nameof(formalDegree), $"Formal degree {formalDegree} is below the degree {Degree}.");
        var reversed = Zeros(formalDegree + 1);
        for (var i = 0; i < _coefficients.Length; i++) reversed[formalDegree - i] = _coefficients[i];
        return new Polynomial<T>(reversed.AsSpan());
    }

    /// <summary>The polynomial in <c>x^step</c>: exponents are multiplied.</summary>
    /// <param name="step">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step is below 1.</exception>
    public Polynomial<T> Upsample(int step)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(step, 1);
        if (step == 1 || IsConstant) return this;
        var spread = Zeros((Degree * step) + 1);
        for (var i = 0; i < _coefficients.Length; i++) spread[i * step] = _coefficients[i];
        return new Polynomial<T>(spread);
    }
}
