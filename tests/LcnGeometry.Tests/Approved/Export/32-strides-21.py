# Critical points of the squared loss (w - u)^T Q (w - u) of a linear convolutional network, in its parameters.
# Written by LcnGeometry. Run: python3 FILE (needs SymPy)
#
# Network: filter sizes (3, 2), strides (2, 1); w is its end-to-end filter, of 5 entries.
# u = (1, 2, 3, 4, 5)
# Q = (1, 0, 0, 0, 0)
#     (0, 1, 0, 0, 0)
#     (0, 0, 1, 0, 0)
#     (0, 0, 0, 1, 0)
#     (0, 0, 0, 0, 1)
#
# w_l_i: entry i of the filter of layer l; layers count from 1, entries from 0, the entry being the coefficient of x^i.
#   Filters of size 1 are scaled to 1. In every other filter one combination of the entries is scaled to 1 (the chart), which gives
#   its last entry. Solutions with a filter on which that combination vanishes are missed; generic data have none.
# f_j: entry j of the product of all filters, layer l in powers of x^S_l, S = (1, 2); p_l_j: the same without layer l.
# t: scale; w = t f. g_j: entry j of D Q (t f - u), D = 1: half the gradient of the loss by w, times D.
# d_l_i: derivative of the loss by w_l_i, divided by 2 t / D. Left out of these lists: what is zero.
# Equations: the derivatives of the loss by t, and along the chart by every free entry, vanish. t = 0 is the zero function.
#
# Expected: 10 complex solutions for generic Q and u (the generic Euclidean distance degree of a product of projective
#   spaces), all simple, each one critical point modulo scalings of the layers. Special data may have fewer, multiple ones, or
#   infinitely many.
# The number that is printed counts multiplicities.
# K: QQ is exact and lists the solutions; modulo a large prime the number is the same, with few exceptions, and comes sooner.
#   SymPy is slow: prefer another tool from a hundred solutions on.

from sympy import GF, QQ, grevlex, ring
from sympy.polys.groebnertools import groebner

K = GF(2147483647)
R, w_1_0, w_1_1, w_2_0, t = ring("w_1_0,w_1_1,w_2_0,t", K, grevlex)
Rational = lambda p, q: K(p) / K(q)

# last entries of the filters, from the chart
w_1_2 = -Rational(5, 7)*w_1_0 + Rational(7, 9)*w_1_1 + 1
w_2_1 = -Rational(9, 11)*w_2_0 + 1

# products of all filters but one
p_1_0 = w_2_0
p_1_2 = w_2_1
p_2_0 = w_1_0
p_2_1 = w_1_1
p_2_2 = w_1_2

# product of all filters
f_0 = w_1_0*p_1_0
f_1 = w_1_1*p_1_0
f_2 = w_1_0*p_1_2 + w_1_2*p_1_0
f_3 = w_1_1*p_1_2
f_4 = w_1_2*p_1_2

# gradient of the loss by the end-to-end filter
g_0 = t*f_0 - 1
g_1 = t*f_1 - 2
g_2 = t*f_2 - 3
g_3 = t*f_3 - 4
g_4 = t*f_4 - 5

# derivatives by the filters' entries
d_1_0 = p_1_0*g_0 + p_1_2*g_2
d_1_1 = p_1_0*g_1 + p_1_2*g_3
d_1_2 = p_1_0*g_2 + p_1_2*g_4
d_2_0 = p_2_0*g_0 + p_2_1*g_1 + p_2_2*g_2
d_2_1 = p_2_0*g_2 + p_2_1*g_3 + p_2_2*g_4

I = [
    f_0*g_0 + f_1*g_1 + f_2*g_2 + f_3*g_3 + f_4*g_4,
    d_1_0 - Rational(5, 7)*d_1_2,
    d_1_1 + Rational(7, 9)*d_1_2,
    d_2_0 - Rational(9, 11)*d_2_1]


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
    print("[w_1_0, w_1_1, w_2_0, t]")
    for j in range(len(B)):
        v = vectors[:, j] / vectors[0, j]
        print([mpmath.nstr(mpmath.chop(mpmath.fdot(row(x), v), 1e-20), 12) for x in A.gens[-R.ngens:]])
