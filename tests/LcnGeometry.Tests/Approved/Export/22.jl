# Critical points of the squared loss (w - u)^T Q (w - u) of a linear convolutional network, in its parameters.
# Written by LcnGeometry. Run: julia FILE (needs the package HomotopyContinuation)
#
# Network: filter sizes (2, 2), strides (1, 1); w is its end-to-end filter, of 3 entries.
# u = (1, -3/2, 5)
# Q = (3, 1, 0)
#     (1, 2, 1/2)
#     (0, 1/2, 4)
#
# w_l_i: entry i of the filter of layer l; layers count from 1, entries from 0, the entry being the coefficient of x^i.
#   Filters of size 1 are scaled to 1. In every other filter one combination of the entries is scaled to 1 (the chart), which gives
#   its last entry. Solutions with a filter on which that combination vanishes are missed; generic data have none.
# f_j: entry j of the product of all filters, layer l in powers of x^S_l, S = (1, 1); p_l_j: the same without layer l.
# t: scale; w = t f. g_j: entry j of D Q (t f - u), D = 4: half the gradient of the loss by w, times D.
# d_l_i: derivative of the loss by w_l_i, divided by 2 t / D. Left out of these lists: what is zero.
# Equations: the derivatives of the loss by t, and along the chart by every free entry, vanish. t = 0 is the zero function.
#
# Expected: 6 complex solutions for generic Q and u (the generic Euclidean distance degree of a product of projective
#   spaces), all simple, each one critical point modulo scalings of the layers. Special data may have fewer, multiple ones, or
#   infinitely many.
# The number that is printed leaves out multiple solutions.

using HomotopyContinuation

@var w_1_0 w_2_0 t

# last entries of the filters, from the chart
w_1_1 = -5//7*w_1_0 + 1
w_2_1 = 7//9*w_2_0 + 1

# products of all filters but one
p_1_0 = w_2_0
p_1_1 = w_2_1
p_2_0 = w_1_0
p_2_1 = w_1_1

# product of all filters
f_0 = w_1_0*p_1_0
f_1 = w_1_0*p_1_1 + w_1_1*p_1_0
f_2 = w_1_1*p_1_1

# gradient of the loss by the end-to-end filter
g_0 = 12*t*f_0 + 4*t*f_1 - 6
g_1 = 4*t*f_0 + 8*t*f_1 + 2*t*f_2 - 2
g_2 = 2*t*f_1 + 16*t*f_2 - 77

# derivatives by the filters' entries
d_1_0 = p_1_0*g_0 + p_1_1*g_1
d_1_1 = p_1_0*g_1 + p_1_1*g_2
d_2_0 = p_2_0*g_0 + p_2_1*g_1
d_2_1 = p_2_0*g_1 + p_2_1*g_2

F = System([
    f_0*g_0 + f_1*g_1 + f_2*g_2,
    d_1_0 - 5//7*d_1_1,
    d_2_0 + 7//9*d_2_1]; variables = [w_1_0, w_2_0, t])
result = solve(F)
certificate = certify(F, result)
println("solutions ", nnonsingular(result))
println("certified distinct solutions ", ndistinct_certified(certificate), ", real ones among them ", ndistinct_real_certified(certificate))
println([w_1_0, w_2_0, t])
foreach(println, solutions(result))
