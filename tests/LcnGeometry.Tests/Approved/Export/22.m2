-- Critical points of the squared loss (w - u)^T Q (w - u) of a linear convolutional network, in its parameters.
-- Written by LcnGeometry. Run: M2 --script FILE
--
-- Network: filter sizes (2, 2), strides (1, 1); w is its end-to-end filter, of 3 entries.
-- u = (1, -3/2, 5)
-- Q = (3, 1, 0)
--     (1, 2, 1/2)
--     (0, 1/2, 4)
--
-- w_l_i: entry i of the filter of layer l; layers count from 1, entries from 0, the entry being the coefficient of x^i.
--   Filters of size 1 are scaled to 1. In every other filter one combination of the entries is scaled to 1 (the chart), which gives
--   its last entry. Solutions with a filter on which that combination vanishes are missed; generic data have none.
-- f_j: entry j of the product of all filters, layer l in powers of x^S_l, S = (1, 1); p_l_j: the same without layer l.
-- t: scale; w = t f. g_j: entry j of D Q (t f - u), D = 4: half the gradient of the loss by w, times D.
-- d_l_i: derivative of the loss by w_l_i, divided by 2 t / D. Left out of these lists: what is zero.
-- Equations: the derivatives of the loss by t, and along the chart by every free entry, vanish. t = 0 is the zero function.
--
-- Expected: 6 complex solutions for generic Q and u (the generic Euclidean distance degree of a product of projective
--   spaces), all simple, each one critical point modulo scalings of the layers. Special data may have fewer, multiple ones, or
--   infinitely many.
-- The number that is printed counts multiplicities.
-- K: QQ is exact and lists the solutions; modulo a large prime the number is the same, with few exceptions, and comes much sooner.

K = QQ
R = K[w_(1,0), w_(2,0), t]

-- last entries of the filters, from the chart
w_(1,1) = -(5/7)*w_(1,0) + 1
w_(2,1) = (7/9)*w_(2,0) + 1

-- products of all filters but one
p_(1,0) = w_(2,0)
p_(1,1) = w_(2,1)
p_(2,0) = w_(1,0)
p_(2,1) = w_(1,1)

-- product of all filters
f_0 = w_(1,0)*p_(1,0)
f_1 = w_(1,0)*p_(1,1) + w_(1,1)*p_(1,0)
f_2 = w_(1,1)*p_(1,1)

-- gradient of the loss by the end-to-end filter
g_0 = 12*t*f_0 + 4*t*f_1 - 6
g_1 = 4*t*f_0 + 8*t*f_1 + 2*t*f_2 - 2
g_2 = 2*t*f_1 + 16*t*f_2 - 77

-- derivatives by the filters' entries
d_(1,0) = p_(1,0)*g_0 + p_(1,1)*g_1
d_(1,1) = p_(1,0)*g_1 + p_(1,1)*g_2
d_(2,0) = p_(2,0)*g_0 + p_(2,1)*g_1
d_(2,1) = p_(2,0)*g_1 + p_(2,1)*g_2

I = ideal(
  f_0*g_0 + f_1*g_1 + f_2*g_2,
  d_(1,0) - (5/7)*d_(1,1),
  d_(2,0) + (7/9)*d_(2,1))
if (1_R % (I + ideal t)) != 0 then I = saturate(I, t)
if dim I > 0 then print "infinitely many solutions" else print("solutions " | toString degree I)
needsPackage "EigenSolver"
if char K == 0 and dim I == 0 then (
  print toString gens R;
  scan(zeroDimSolve I, z -> print toString coordinates z))
