using System.Globalization;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests;

/// <summary>F19 by elimination modulo a prime: Macaulay2 runs the network on variables, and has degrees, singular points and critical points from Gröbner bases.</summary>
public sealed class ActivationEliminationTests
{
    private const string Script = """
        KK = ZZ/32003;
        network = (k, s, r) -> (
            L := #k; n := 1; S := 1;
            for l from 0 to L-1 do (n = n + (k#l-1)*S; S = S*s#l);
            A := KK[flatten for l from 0 to L-1 list for j from 0 to k#l-1 list (getSymbol "w")_(l,j)];
            B := A[for i from 0 to n-1 list (getSymbol "x")_i];
            signal := gens B;
            for l from 0 to L-1 do (
                c := (#signal - k#l)//(s#l) + 1;
                o := sum for i from 0 to l-1 list k#i;
                old := signal;
                signal = for i from 0 to c-1 list sum for j from 0 to k#l-1 list promote(A_(o+j),B)*old#(i*(s#l)+j);
                if l < L-1 then signal = apply(signal, q -> q^r));
            (M, C) := coefficients signal#0;
            (A, apply(flatten entries C, c -> lift(c, A)), flatten entries M));
        closure = (k, s, r) -> (
            (A, C, M) := network(k, s, r);
            ker map(A, KK[for i from 0 to #C-1 list (getSymbol "y")_i], C));
        neurovariety = (k, s, r) -> (I := closure(k, s, r); (dim I, degree I));
        singular = (k, s, r) -> (I := closure(k, s, r); J := radical(I + minors(codim I, jacobian I)); (dim J, degree J));
        critical = (k, s, r, samples) -> (
            (A, C, M) := network(k, s, r); m := #C; L := #k;
            first0 := for l from 0 to L-1 list sum for i from 0 to l-1 list k#i;
            R := KK[for i from 0 to numgens A - L list (getSymbol "u")_i];
            next := -1;
            f := matrix {apply(C, c -> (map(R, A, for i from 0 to numgens A - 1 list if member(i, first0) then 1_R else R_(i - #select(first0, o -> o <= i)))) c)};
            Q := if samples == 0 then (z -> z + transpose z) random(KK^m, KK^m) else 0;
            b := if samples == 0 then random(KK^m, KK^1) else 0;
            if samples > 0 then (
                Phi := matrix for i from 1 to samples list (p := for j from 0 to numgens ring M#0 - 1 list promote(random KK, A); apply(M, q -> lift(sub(q, matrix {apply(p, e -> promote(e, ring q))}), KK)));
                Q = transpose Phi * Phi;
                b = transpose Phi * random(KK^samples, KK^1));
            q := (f*Q*transpose f)_(0,0); h := (f*b)_(0,0); t := last gens R;
            J := ideal(t*q - h) + ideal for v in drop(gens R, -1) list t*diff(v, q) - 2*diff(v, h);
            (dim J, degree J, degree radical J));
        """;

    [ToolFact("M2")]
    public void Dimension_and_degree_are_those_of_the_closure() => Compare(
        [("2,2", "1,1", 2), ("2,2", "1,1", 3), ("2,2", "2,1", 2), ("2,2", "2,1", 3), ("3,2", "1,1", 2), ("3,2", "2,1", 2), ("2,3", "1,1", 2), ("2,3", "2,1", 2), ("2,1,2", "1,2,1", 2), ("2,2", "1,1", 1), ("2,2", "2,1", 1), ("3,2", "2,1", 1)],
        (k, s, r) => $"neurovariety({k}, {s}, {r})",
        net => $"({net.Dimension},{net.NeurovarietyDegree})");

    /// <summary>One node, a point of the projective closure.</summary>
    [ToolFact("M2")]
    public void The_singular_points_are_those_of_the_subnetwork() => Compare(
        [("2,2", "1,1", 2), ("2,2", "1,1", 3)],
        (k, s, r) => $"singular({k}, {s}, {r})",
        net => $"({Assert.Single(net.NodalSubnetworks()).Dimension},{new MonomialNetwork(new Architecture(net.NodalSubnetworks()[0].Filters), net.Power).NeurovarietyDegree})");

    [ToolFact("M2")]
    public void Critical_points_of_random_forms_are_simple_and_as_many_as_the_formula_says() => Compare(
        [("2,2", "1,1", 2), ("2,2", "1,1", 3), ("2,2", "2,1", 3), ("2,3", "1,1", 2), ("2,3", "2,1", 3), ("3,2", "1,1", 2), ("3,2", "2,1", 2), ("2,1,2", "1,1,1", 2), ("2,2", "1,1", 4)],
        (k, s, r) => $"critical({k}, {s}, {r}, 0)",
        net => $"(0,{net.GenericCriticalPoints()},{net.GenericCriticalPoints()})");

    /// <summary>As many samples as dimensions are enough.</summary>
    [ToolFact("M2")]
    public void Critical_points_of_random_data_are_as_many_with_the_fewest_samples() => Compare(
        [("2,2", "1,1", 2), ("2,2", "1,1", 3), ("2,2", "2,1", 2), ("2,3", "1,1", 2), ("3,2", "1,1", 2)],
        (k, s, r) => string.Create(CultureInfo.InvariantCulture, $"(take(critical({k}, {s}, {r}, (sum {k}) - #{k} + 1), 2))"),
        net => $"(0,{net.GenericCriticalPoints()})");

    private static void Compare((string Filters, string Strides, int Power)[] cases, Func<string, string, int, string> question, Func<MonomialNetwork, string> answer)
    {
        using var folder = new TemporaryFolder();
        var script = Script + "\n" + string.Concat(cases.Select(one => $"stdio << toString {question($"{{{one.Filters}}}", $"{{{one.Strides}}}", one.Power)} << endl;\n"));
        var answers = Tool.Run("M2", string.Empty, "--script", folder.Write("activations.m2", script)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(cases.Select(one => answer(new MonomialNetwork(Architecture.Parse(one.Filters, one.Strides), one.Power))), answers);
    }
}
