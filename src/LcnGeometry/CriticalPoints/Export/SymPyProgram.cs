using LcnGeometry.Algebra;

namespace LcnGeometry;

/// <summary>A Python program for SymPy.</summary>
internal sealed class SymPyProgram : ExportProgram
{
    protected override string Comment => "#";

    protected override string Command => "python3 FILE (needs SymPy)";

    protected override int Few => 6;

    protected override IEnumerable<string> CoefficientNotes =>
    [
        "The number that is printed counts multiplicities.",
        "K: QQ is exact and lists the solutions; modulo a large prime the number is the same, with few exceptions, and comes sooner.",
        "  SymPy is slow: prefer another tool from a hundred solutions on.",
    ];

    protected override string Opening(ParameterSystem system, bool exact) => $"""
        from sympy import GF, QQ, grevlex, ring
        from sympy.polys.groebnertools import groebner

        K = {(exact ? "QQ" : $"GF({Prime})")}
        R, {Names(system)} = ring("{string.Join(',', system.Unknowns)}", K, grevlex)
        Rational = lambda p, q: K(p) / K(q)

        """;

    protected override string Define(string name, string value) => $"{name} = {value}";

    // Standard monomials are those that no leading monomial divides. Multiplication by a combination h of the unknowns is linear on their
    // span; its eigenvectors are the standard monomials at the solutions.
    protected override string Closing(ParameterSystem system, IReadOnlyList<string> equations) => $$"""
        I = [
        {{Lines(equations, "    ")}}]


        def basis_without(t, ideal):
            # the solutions with t = 0 removed, if there are any, by an inverse of t
            G = groebner(ideal, ideal[0].ring)
            if t == 0 or groebner(G + [t], t.ring)[0] == 1:
                return G
            S = ring(["inverse_of_t"] + [str(x) for x in R.symbols], K, grevlex)[0]
            return groebner([g.set_ring(S) for g in G] + [S.gens[0] * t.set_ring(S) - 1], S)


        def standard_monomials(G):
            leading = [g.LM for g in G]
            n = G[0].ring.ngens
            if not all(any(sum(m) == m[i] for m in leading) for i in range(n)):
                return None
            divided = lambda m: any(all(a <= b for a, b in zip(l, m)) for l in leading)
            found, layer = [], [(0,) * n]
            while layer:
                layer = sorted({m for m in layer if not divided(m)})
                found += layer
                layer = [m[:i] + (m[i] + 1,) + m[i + 1:] for m in layer for i in range(n)]
            return found


        G = basis_without(t, I)
        B = standard_monomials(G)
        print("infinitely many solutions" if B is None else "solutions %d" % len(B))

        if K == QQ and B:
            import mpmath

            mpmath.mp.dps = 30
            A = G[0].ring
            number = lambda c: mpmath.mpf(int(c.numerator)) / int(c.denominator)
            row = lambda p: [number(p.rem(G).get(m, K(0))) for m in B]
            h = sum((i + 2) * x for i, x in enumerate(A.gens))
            M = mpmath.matrix([row(h * A({m: K(1)})) for m in B])
            _, vectors = mpmath.eig(M)
            print("[{{string.Join(", ", system.Unknowns)}}]")
            for j in range(len(B)):
                v = vectors[:, j] / vectors[0, j]
                print([mpmath.nstr(mpmath.chop(mpmath.fdot(row(x), v), 1e-20), 12) for x in A.gens[-R.ngens:]])

        """;

    protected override string Print(MultivariatePolynomial<Rational> polynomial) => polynomial.ToString(PolynomialFormat.SymPy);
}
