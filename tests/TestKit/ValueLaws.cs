namespace LcnGeometry.TestKit;

/// <summary>What equality and order promise, in one call each.</summary>
public static class ValueLaws
{
    /// <summary>Equal values are equal in every way of asking and have one hash; the others differ from them in every way, and in hash.</summary>
    /// <param name="value">A value.</param>
    /// <param name="same">An equal one, built separately.</param>
    /// <param name="others">Values that differ from it, pairwise too. Their hashes may collide in principle; for the samples of a test they do not.</param>
    public static void Equality<T>(T value, T same, params T[] others)
        where T : IEquatable<T>
    {
        AssertEqual(value, same);
        AssertEqual(same, value);
        AssertEqual(value, value);
        T[] all = [value, .. others];
        for (var i = 0; i < all.Length; i++)
        {
            Assert.False(all[i].Equals(null));
            Assert.False(all[i].Equals(new object()));
            for (var j = 0; j < all.Length; j++)
            {
                if (i == j) continue;
                Assert.False(all[i].Equals(all[j]), $"{all[i]} equals {all[j]}");
                Assert.False(all[i].Equals((object)all[j]), $"{all[i]} equals {all[j]} as an object");
                Assert.NotEqual(all[i].GetHashCode(), all[j].GetHashCode());
            }
        }
    }

    /// <summary>The operators agree with <c>Equals</c>, null included where the type is a class.</summary>
    public static void EqualityOperators<T>(T value, T same, T other, Func<T?, T?, bool> equal, Func<T?, T?, bool> unequal)
        where T : class, IEquatable<T>
    {
        (T? Left, T? Right, bool Expected)[] cases =
            [(value, same, true), (value, value, true), (value, other, false), (other, value, false), (value, null, false), (null, value, false), (null, null, true)];
        foreach (var (left, right, expected) in cases)
        {
            Assert.Equal(expected, equal(left, right));
            Assert.Equal(!expected, unequal(left, right));
        }
    }

    /// <summary>The list is strictly ascending, whichever two are compared.</summary>
    public static void Order<T>(params T[] ascending)
        where T : IComparable<T>
    {
        for (var i = 0; i < ascending.Length; i++)
            for (var j = 0; j < ascending.Length; j++)
                Assert.Equal(i.CompareTo(j), Math.Sign(ascending[i].CompareTo(ascending[j])));
    }

    private static void AssertEqual<T>(T left, T right)
        where T : IEquatable<T>
    {
        Assert.True(left.Equals(right), $"{left} differs from {right}");
        Assert.True(left.Equals((object)right), $"{left} differs from {right} as an object");
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
    }
}
