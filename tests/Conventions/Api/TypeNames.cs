using System.Reflection;
using System.Runtime.CompilerServices;

namespace LcnGeometry.Conventions.Tests;

/// <summary>Writes types as C# writes them.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(char)] = "char",
        [typeof(sbyte)] = "sbyte",
        [typeof(byte)] = "byte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    private static readonly NullabilityInfoContext Nullability = new();

    public static string Of(ParameterInfo parameter) => Annotated(parameter.ParameterType, Create(() => Nullability.Create(parameter)), TupleNames(parameter));

    public static string Of(PropertyInfo property) => Annotated(property.PropertyType, Create(() => Nullability.Create(property)), TupleNames(property));

    public static string Of(FieldInfo field) => Annotated(field.FieldType, Create(() => Nullability.Create(field)), null);

    public static string Of(Type type) => Annotated(type, null, null);

    private static NullabilityInfo? Create(Func<NullabilityInfo> create)
    {
        lock (Nullability) return create();
    }

    private static IList<string?>? TupleNames(ICustomAttributeProvider member) =>
        member.GetCustomAttributes(typeof(TupleElementNamesAttribute), false).OfType<TupleElementNamesAttribute>().FirstOrDefault()?.TransformNames;

    private static string Annotated(Type type, NullabilityInfo? info, IList<string?>? names)
    {
        if (type.IsByRef) return Annotated(type.GetElementType()!, null, names);
        if (Nullable.GetUnderlyingType(type) is { } underlying) return Annotated(underlying, null, names) + "?";
        var mark = !type.IsValueType && info?.ReadState == NullabilityState.Nullable ? "?" : "";
        if (type.IsArray) return Annotated(type.GetElementType()!, info?.ElementType, null) + "[]" + mark;
        if (Keywords.TryGetValue(type, out var keyword)) return keyword + mark;
        if (!type.IsGenericType) return Nested(type) + mark;
        var arguments = type.GetGenericArguments().Select((argument, i) => Annotated(argument, At(info, i), null)).ToArray();
        if (type.Namespace == "System" && type.Name.StartsWith("ValueTuple`", StringComparison.Ordinal))
            return "(" + string.Join(", ", arguments.Select((argument, i) => names is not null && i < names.Count && names[i] is { } name ? $"{argument} {name}" : argument)) + ")";
        return $"{Nested(type)}<{string.Join(", ", arguments)}>{mark}";
    }

    private static NullabilityInfo? At(NullabilityInfo? info, int i) => info is not null && i < info.GenericTypeArguments.Length ? info.GenericTypeArguments[i] : null;

    private static string Nested(Type type)
    {
        var name = type.Name.Split('`')[0];
        return type is { IsNested: true, IsGenericParameter: false } ? Nested(type.DeclaringType!) + "." + name : name;
    }
}
