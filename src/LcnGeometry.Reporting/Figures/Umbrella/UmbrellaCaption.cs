namespace LcnGeometry.Reporting;

/// <summary>The sentences under the umbrellas.</summary>
internal static class UmbrellaCaption
{
    internal static string Of(UmbrellaData data)
    {
        var text = data.Step == 1
            ? "Scaling x and the filter brings every filter with c₀c₄\u00A0≠\u00A00 to c₀\u00A0=\u00A01, c₄\u00A0=\u00A0±1, where (c₁, c₃) is unique up to a common sign. "
            : $"Entries that are always zero are left out: c₁ is entry {NumberText.Count(data.Step)}, c₂ entry {NumberText.Count(2 * data.Step)}, and so on. Scaling x and the filter brings every filter with c₀c₄\u00A0≠\u00A00 to c₀\u00A0=\u00A01, c₄\u00A0=\u00A0±1, where (c₁, c₃) is unique up to a common sign. ";
        text += "(a) c₁² − c₁c₂c₃ + c₃² = 0: over each height c₂ two lines through the axis c₁\u00A0=\u00A0c₃\u00A0=\u00A00, real and distinct where |c₂|\u00A0>\u00A02. " +
            "These are two Whitney umbrellas with pinch points at c₂\u00A0=\u00A0±2, the filters of (x² ± 1)². ";
        text += data.NeedsRealRoots
            ? "The first filter of the merged form has to be a product of two real ones, which leaves out the part with 0 < c₁c₃ < 4, the axis above −2, and with it one of the pinch points. "
            : "On the axis beyond them two sheets cross: x⁴ + c₂x² + 1 has two real factorizations into layers. Between them it has none, though it is in the Zariski closure. ";
        text += "(b) c₁² + c₁c₂c₃ − c₃² = 0: here the two lines are real over every height and at right angles, and the sheets cross along the whole axis. ";
        if (data.NeedsRealRoots) text += "The part with −4 < c₁c₃ < 0 is left out. ";
        if (data.HasTarget) text += "The scalings keep the function space and not the loss, so what is near in the picture need not be near for the loss. ";
        text += "The surfaces are exact up to drawing" + (data.Limits.IsEmpty ? "." : "; limits are numerical.");
        if (!data.Critical.IsEmpty) text += " Rings are critical points, numbered as in the table of their chapter.";
        return text + Missing(data);
    }

    private static string Missing(UmbrellaData data)
    {
        var numbers = string.Join(", ", data.Unplaced.Select(index => NumberText.Count(index + 1)));
        var points = data.Unplaced.Length switch { 0 => "", 1 => $" Critical point {numbers} has no place in the picture.", _ => $" Critical points {numbers} have no place in the picture." };
        return data.HasTarget && data.Target is null ? " The optimum u has no place in the picture." + points : points;
    }
}
