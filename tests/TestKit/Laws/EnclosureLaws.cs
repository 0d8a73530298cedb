using System.Runtime.CompilerServices;
using LcnGeometry.Algebra;

namespace LcnGeometry.TestKit;

/// <summary>What a type of enclosures owes instead of the ring laws: the result of an operation contains the results on elements.</summary>
public static class EnclosureLaws
{
    /// <summary>Checks inclusion for every operation of a domain.</summary>
    /// <param name="next">Draws an enclosure, points and enclosures of zero included.</param>
    /// <param name="element">Draws an element of an enclosure, its ends included.</param>
    /// <param name="contains">Whether a number is an element.</param>
    /// <param name="trials">At effort 1.</param>
    public static void Check<T>(Func<TestRandom, T> next, Func<TestRandom, T, Rational> element, Func<T, Rational, bool> contains,
        int trials = 500, [CallerMemberName] string member = "", [CallerFilePath] string file = "")
        where T : IIntegralDomain<T> =>
        PropertyRun.Trials(trials, random =>
        {
            var (x, y) = (next(random), next(random));
            if (random.Chance(0.1)) y = x;
            Rational a = element(random, x), b = element(random, y);
            Contains(x, a, "x");
            Contains(x + y, a + b, "x + y");
            Contains(x - y, a - b, "x - y");
            Contains(x * y, a * b, "x * y");
            Contains(-x, -a, "-x");
            Contains(x + T.Zero, a, "x + 0");
            Contains(x * T.One, a, "x * 1");
            var integer = random.NextInteger();
            Contains(T.FromInteger(integer), integer, "the image of an integer");
            Assert.True(default(T) is null || default(T)!.Equals(T.Zero));
            Assert.Equal((x + y).GetHashCode(), (y + x).GetHashCode());
            if (contains(y, Rational.Zero)) Assert.Throws<DivideByZeroException>(() => T.DivideExactly(x, y));
            else Contains(T.DivideExactly(x, y), a / b, "x / y");

            void Contains(T enclosure, Rational value, string what) =>
                Assert.True(contains(enclosure, value), $"{what} with x = {x}, y = {y} is {enclosure}, which does not contain {value}.");
        }, member, file);
}
