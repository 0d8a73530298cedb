using System.Reflection;
using System.Runtime.CompilerServices;

namespace LcnGeometry.Conventions.Tests;

/// <summary>What every type promises: closed, immutable, comparable the way it says.</summary>
public class PublicTypeTests
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Fields that are written after construction or hold a growing collection, each with its reason.</summary>
    private static readonly Dictionary<string, string> MayChange = new()
    {
        ["CounterRandom._next"] = "a stream advances; one instance serves one thread",
        ["CounterRandom._used"] = "a stream advances; one instance serves one thread",
    };

    private static readonly HashSet<Type> Growing =
    [
        typeof(List<>), typeof(Dictionary<,>), typeof(HashSet<>), typeof(Queue<>), typeof(Stack<>), typeof(SortedDictionary<,>),
        typeof(System.Collections.Concurrent.ConcurrentDictionary<,>), typeof(System.Collections.Concurrent.ConcurrentBag<>),
    ];

    [Theory]
    [MemberData(nameof(Assemblies.Names), MemberType = typeof(Assemblies))]
    public void Public_classes_are_sealed_abstract_or_static(string name) =>
        Rule.Holds("Public classes are sealed abstract or static", Assemblies.Named(name).PublicTypes.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false }).Select(type => type.Name));

    [Theory]
    [MemberData(nameof(Assemblies.Names), MemberType = typeof(Assemblies))]
    public void Public_structs_are_read_only(string name) =>
        Rule.Holds("Public structs are read only", Assemblies.Named(name).PublicTypes
            .Where(type => type is { IsValueType: true, IsEnum: false } && !type.IsDefined(typeof(IsReadOnlyAttribute), false)).Select(type => type.Name));

    [Theory]
    [MemberData(nameof(Assemblies.Names), MemberType = typeof(Assemblies))]
    public void No_public_fields(string name) =>
        Rule.Holds("No public fields", Assemblies.Named(name).PublicTypes.Where(type => !type.IsEnum).SelectMany(type => type.GetFields(Everything))
            .Where(field => (field.IsPublic || field.IsFamily) && !field.IsLiteral).Select(Full));

    [Theory]
    [MemberData(nameof(Assemblies.Names), MemberType = typeof(Assemblies))]
    public void Properties_are_set_at_birth_or_never(string name) =>
        Rule.Holds("Properties are set at birth or never", Assemblies.Named(name).PublicTypes.SelectMany(type => type.GetProperties(Everything))
            .Where(property => property.SetMethod is { IsPrivate: false } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}"));

    [Theory]
    [MemberData(nameof(Assemblies.Names), MemberType = typeof(Assemblies))]
    public void Public_types_do_not_change(string name) =>
        Rule.Holds("Public types do not change", Assemblies.Named(name).PublicTypes.Where(type => !type.IsEnum).SelectMany(type => type.GetFields(Everything))
            .Where(field => field is { IsStatic: false, IsInitOnly: false }
                && !IsInitBacking(field) && !MayChange.ContainsKey(Full(field))).Select(Full));

    [Theory]
    [MemberData(nameof(Assemblies.Names), MemberType = typeof(Assemblies))]
    public void Nothing_static_changes(string name) =>
        Rule.Holds("Nothing static changes", Assemblies.Named(name).WrittenTypes.SelectMany(type => type.GetFields(Everything))
            .Where(field => field.IsStatic && !field.IsLiteral && !field.Name.Contains('<', StringComparison.Ordinal)
                && (!field.IsInitOnly || Grows(field.FieldType)) && !MayChange.ContainsKey(Full(field))).Select(Full));

    [Fact]
    public void Exemptions_name_fields_that_exist()
    {
        var fields = Assemblies.All.SelectMany(project => project.WrittenTypes).SelectMany(type => type.GetFields(Everything)).Select(Full).ToHashSet();
        Rule.Holds("Exemptions name fields that exist", MayChange.Keys.Where(exempt => !fields.Contains(exempt)));
    }

    [Theory]
    [MemberData(nameof(Assemblies.Names), MemberType = typeof(Assemblies))]
    public void No_arrays_are_handed_out(string name) =>
        Rule.Holds("No arrays are handed out", Assemblies.Named(name).PublicTypes.SelectMany(type => type.GetProperties(Everything).Where(property => property.GetMethod is { IsPublic: true })
                .Where(property => property.PropertyType.IsArray).Select(property => $"{type.Name}.{property.Name}")));

    [Theory]
    [MemberData(nameof(Assemblies.Names), MemberType = typeof(Assemblies))]
    public void Equatable_types_have_the_operators(string name) =>
        Rule.Holds("Equatable types have the operators", Assemblies.Named(name).PublicTypes.Where(type => !type.IsInterface
            && type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IEquatable<>) && one.GetGenericArguments()[0] == type)
            && !(Has(type, "op_Equality", type, type) && Has(type, "op_Inequality", type, type)
                && Has(type, nameof(Equals), typeof(object)) && Has(type, nameof(GetHashCode)))).Select(type => type.Name));

    [Theory]
    [MemberData(nameof(Assemblies.Names), MemberType = typeof(Assemblies))]
    public void Types_that_are_equal_by_value_say_so(string name) =>
        Rule.Holds("Types that are equal by value say so", Assemblies.Named(name).PublicTypes.Where(type => !type.IsInterface && Has(type, "op_Equality", type, type)
            && !typeof(IEquatable<>).MakeGenericType(type).IsAssignableFrom(type)).Select(type => type.Name));

    [Theory]
    [MemberData(nameof(Assemblies.Names), MemberType = typeof(Assemblies))]
    public void Work_that_reports_progress_can_be_stopped(string name) =>
        Rule.Holds("Work that reports progress can be stopped",
            from type in Assemblies.Named(name).PublicTypes
            from method in type.GetMethods(Everything)
            where method.IsPublic
            let parameters = method.GetParameters().Select(parameter => parameter.ParameterType).ToArray()
            where parameters.Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IProgress<>))
            where !parameters.Contains(typeof(CancellationToken))
            select $"{type.Name}.{method.Name}");

    [Theory]
    [MemberData(nameof(Assemblies.Names), MemberType = typeof(Assemblies))]
    public void A_token_is_the_last_parameter(string name) =>
        Rule.Holds("A token is the last parameter",
            from type in Assemblies.Named(name).PublicTypes
            from method in type.GetMethods(Everything)
            where method.IsPublic
            let parameters = method.GetParameters().Select(parameter => parameter.ParameterType).ToArray()
            where parameters.Contains(typeof(CancellationToken)) && parameters[^1] != typeof(CancellationToken)
            select $"{type.Name}.{method.Name}");

    private static bool Has(Type type, string name, params Type[] parameters) =>
        type.GetMethod(name, Everything & ~BindingFlags.DeclaredOnly | BindingFlags.FlattenHierarchy, parameters) is { } method && method.DeclaringType != typeof(object);

    private static bool Grows(Type type) => type.IsGenericType && Growing.Contains(type.GetGenericTypeDefinition());

    /// <summary>The field behind an <c>init</c> property: written while the object is built, and not after.</summary>
    private static bool IsInitBacking(FieldInfo field)
    {
        if (!field.Name.EndsWith(">k__BackingField", StringComparison.Ordinal)) return false;
        var property = field.DeclaringType!.GetProperty(field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)], Everything);
        return property?.SetMethod is { } set && set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
    }

    private static string Full(FieldInfo field) => $"{field.DeclaringType!.Name}.{field.Name}";
}
