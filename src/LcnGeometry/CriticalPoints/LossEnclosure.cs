using System.Collections.Immutable;
using LcnGeometry.Solving;

namespace LcnGeometry;

/// <summary>A squared loss in interval arithmetic.</summary>
internal sealed class LossEnclosure
{
    private readonly Interval[] _q;
    private readonly Interval[] _target;
    private readonly Interval _constant;

    public LossEnclosure(QuadraticLoss loss)
    {
        Size = loss.Size;
        _q = new Interval[Size * Size];
        for (var i = 0; i < Size; i++)
        {
            for (var j = 0; j <= i; j++) _q[(i * Size) + j] = _q[(j * Size) + i] = Interval.Enclose(loss.Q[i, j]);
        }

        _target = [.. loss.Target.Select(Interval.Enclose)];
        _constant = Interval.Enclose(loss.Constant);
    }

    /// <summary>The number of coefficients of a filter.</summary>
    public int Size { get; }

    /// <summary>The entries of the quadratic form.</summary>
    public Interval this[int row, int column] => _q[(row * Size) + column];

    /// <summary>The image of a vector under the quadratic form.</summary>
    public Interval[] Image(ReadOnlySpan<Interval> vector)
    {
        var image = new Interval[Size];
        for (var i = 0; i < Size; i++)
        {
            var sum = Interval.FromDouble(0);
            for (var j = 0; j < Size; j++) sum += _q[(i * Size) + j] * vector[j];
            image[i] = sum;
        }

        return image;
    }

    /// <summary>The loss and its gradient 2 Q (w - u) at a filter.</summary>
    public (Interval Loss, Interval[] Gradient) At(ImmutableArray<Interval> filter)
    {
        var difference = new Interval[Size];
        for (var i = 0; i < Size; i++) difference[i] = filter[i] - _target[i];
        var gradient = Image(difference);
        var sum = Interval.FromDouble(0);
        var two = Interval.FromDouble(2);
        for (var i = 0; i < Size; i++)
        {
            sum += difference[i] * gradient[i];
            gradient[i] = two * gradient[i];
        }

        // The quadratic form is positive definite: the loss is at least its constant.
        var loss = _constant + sum;
        return (loss.Lower < _constant.Lower && _constant.Lower <= loss.Upper ? Interval.Between(_constant.Lower, loss.Upper) : loss, gradient);
    }
}
