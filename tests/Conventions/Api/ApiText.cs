using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace LcnGeometry.Conventions.Tests;

/// <summary>The public face of an assembly as text: one type per block, one member per line, sorted.</summary>
internal static class ApiText
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Of(SourceProject project)
    {
        var text = new StringBuilder();
        foreach (var type in project.PublicTypes)
        {
            if (text.Length > 0) text.Append('\n');
            text.Append(Head(type)).Append('\n');
            foreach (var (_, _, line) in Members(type).OrderBy(member => member.Kind).ThenBy(member => member.Name, StringComparer.Ordinal).ThenBy(member => member.Line, StringComparer.Ordinal))
                text.Append("    ").Append(line).Append('\n');
        }
        return text.ToString();
    }

    private static string Head(Type type)
    {
        var kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true } => (type.IsDefined(typeof(IsReadOnlyAttribute), false) ? "readonly " : "") + (type.IsByRefLike ? "ref struct" : "struct"),
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract " + ClassOrRecord(type),
            { IsSealed: true } => "sealed " + ClassOrRecord(type),
            _ => ClassOrRecord(type),
        };
        var bases = type.IsEnum ? [] : Bases(type).Select(TypeNames.Of).ToArray();
        return $"{kind} {TypeNames.Of(type)}{(bases.Length > 0 ? " : " + string.Join(", ", bases) : "")}{Constraints(type.GetGenericArguments())}";
    }

    private static string ClassOrRecord(Type type) => type.GetMethod("<Clone>$", Declared) is null ? "class" : "record";

    private static IEnumerable<Type> Bases(Type type)
    {
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType)) yield return parent;
        var all = type.GetInterfaces();
        var implied = all.SelectMany(one => one.GetInterfaces()).Concat(type.BaseType?.GetInterfaces() ?? []).ToHashSet();
        foreach (var one in all.Where(one => !implied.Contains(one) && one.IsVisible && !Synthesized(one, type)).OrderBy(one => TypeNames.Of(one), StringComparer.Ordinal)) yield return one;
    }

    /// <summary>A record is equatable to itself; that needs no saying.</summary>
    private static bool Synthesized(Type one, Type type) =>
        ClassOrRecord(type) == "record" && one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IEquatable<>);

    private static IEnumerable<(int Kind, string Name, string Line)> Members(Type type)
    {
        if (type.IsEnum)
        {
            foreach (var value in type.GetEnumValues())
            {
                var number = Convert.ToInt32(value, CultureInfo.InvariantCulture);
                yield return (number, "", string.Create(CultureInfo.InvariantCulture, $"{value} = {number}"));
            }
            yield break;
        }
        foreach (var field in type.GetFields(Declared).Where(field => field.IsPublic))
            yield return (0, field.Name, $"{(field.IsLiteral ? "const " : field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{TypeNames.Of(field)} {field.Name}");
        foreach (var constructor in type.GetConstructors(Declared).Where(Visible))
            yield return (1, "", $"{Access(constructor)}{type.Name.Split('`')[0]}({Parameters(constructor)})");
        foreach (var property in type.GetProperties(Declared).Where(property => Visible(property.GetMethod ?? property.SetMethod!) && Written(property)))
            yield return (2, property.Name, Property(property));
        foreach (var method in type.GetMethods(Declared).Where(method => Visible(method) && Written(method)))
            yield return (method.IsSpecialName ? 4 : 3, method.Name, Method(method));
    }

    /// <summary>Not the property by which the compiler tells records apart.</summary>
    private static bool Written(PropertyInfo property) => property.Name != "EqualityContract";

    private static bool Written(MethodInfo method) =>
        !method.IsDefined(typeof(CompilerGeneratedAttribute)) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal));

    private static bool Visible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Access(MethodBase method) => method.IsPublic ? "" : "protected ";

    private static string Modifiers(MethodBase method)
    {
        var overriding = method is MethodInfo one && one.GetBaseDefinition().DeclaringType != one.DeclaringType;
        var dispatch = method switch
        {
            { DeclaringType.IsInterface: true, IsStatic: true, IsAbstract: true } => "static abstract ",
            { DeclaringType.IsInterface: true, IsStatic: true, IsVirtual: true } => "static virtual ",
            { DeclaringType.IsInterface: true, IsStatic: true } => "static ",
            { DeclaringType.IsInterface: true, IsAbstract: false } => "default ",
            { DeclaringType.IsInterface: true } => "",
            { IsStatic: true } => "static ",
            _ when overriding => "override ",
            { IsAbstract: true } => "abstract ",
            { IsVirtual: true, IsFinal: false } => "virtual ",
            _ => "",
        };
        return Access(method) + dispatch;
    }

    private static string Property(PropertyInfo property)
    {
        var setter = property.SetMethod is { } set && Visible(set)
            ? set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? " init;" : " set;"
            : "";
        var index = property.GetIndexParameters();
        var name = index.Length == 0 ? property.Name : $"this[{string.Join(", ", index.Select(Parameter))}]";
        var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        return $"{Modifiers(property.GetMethod ?? property.SetMethod!)}{required}{TypeNames.Of(property)} {name} {{{(property.GetMethod is null ? "" : " get;")}{setter} }}";
    }

    private static string Method(MethodInfo method)
    {
        var generics = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(TypeNames.Of))}>" : "";
        var constraints = method.IsGenericMethod ? Constraints(method.GetGenericArguments()) : "";
        var extension = method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
        if (method.Name is "op_Implicit" or "op_Explicit")
            return $"static {Name(method)} operator {TypeNames.Of(method.ReturnParameter)}({Parameters(method)})";
        return $"{Modifiers(method)}{TypeNames.Of(method.ReturnParameter)} {Name(method)}{generics}({extension}{Parameters(method)}){constraints}";
    }

    private static string Name(MethodInfo method) => method.Name switch
    {
        "op_Addition" or "op_UnaryPlus" => "operator +",
        "op_Subtraction" or "op_UnaryNegation" => "operator -",
        "op_Multiply" => "operator *",
        "op_Division" => "operator /",
        "op_Modulus" => "operator %",
        "op_Equality" => "operator ==",
        "op_Inequality" => "operator !=",
        "op_LessThan" => "operator <",
        "op_LessThanOrEqual" => "operator <=",
        "op_GreaterThan" => "operator >",
        "op_GreaterThanOrEqual" => "operator >=",
        "op_LeftShift" => "operator <<",
        "op_RightShift" => "operator >>",
        "op_Implicit" => "implicit",
        "op_Explicit" => "explicit",
        _ => method.Name,
    };

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var way = parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute)) ? "params "
            : parameter.IsOut ? "out " : parameter.IsIn ? "in " : parameter.ParameterType.IsByRef ? "ref " : "";
        return $"{way}{TypeNames.Of(parameter)} {parameter.Name}{Default(parameter)}";
    }

    private static string Default(ParameterInfo parameter)
    {
        if (!parameter.HasDefaultValue) return "";
        return parameter.DefaultValue switch
        {
            null => parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null ? " = default" : " = null",
            string text => $" = \"{text}\"",
            bool flag => flag ? " = true" : " = false",
            IFormattable value => " = " + value.ToString(null, CultureInfo.InvariantCulture),
            var other => " = " + other,
        };
    }

    private static string Constraints(Type[] parameters)
    {
        var text = new StringBuilder();
        foreach (var parameter in parameters.Where(parameter => parameter.IsGenericParameter))
        {
            var attributes = parameter.GenericParameterAttributes;
            var parts = new List<string>();
            if (attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint)) parts.Add("struct");
            if (attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint)) parts.Add("class");
            parts.AddRange(parameter.GetGenericParameterConstraints().Where(one => one != typeof(ValueType)).Select(TypeNames.Of));
            if (parts.Count > 0) text.Append(" where ").Append(parameter.Name).Append(" : ").AppendJoin(", ", parts);
        }
        return text.ToString();
    }
}
