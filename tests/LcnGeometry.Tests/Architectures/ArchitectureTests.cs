using LcnGeometry.Algebra;
using LcnGeometry.TestKit;

namespace LcnGeometry.Tests.Architectures;

public class ArchitectureTests
{
    [Theory]
    [InlineData("3,2", null, 4, 1)]
    [InlineData("3,2", "2,1", 5, 2)]
    [InlineData("2,2,2", "2,2,1", 8, 4)]
    [InlineData("1,3", "2,1", 5, 2)]
    [InlineData("5,2,2", "3,2,1", 14, 6)]
    public void Sizes(string filters, string? strides, int size, int stride)
    {
        var net = Architecture.Parse(filters, strides);
        Assert.Equal(size, net.EndToEndSize);
        Assert.Equal((Integer)stride, net.EndToEndStride);
    }

    // D2: the input sizes d_(l-1) = s_l (d_l - 1) + k_l, followed from one output, end at k̄.
    [Fact]
    public void End_to_end_size_is_the_input_of_one_output() => PropertyRun.Trials(300, random =>
    {
        var net = random.NextArchitecture();
        var size = 1;
        for (var l = net.Depth - 1; l >= 0; l--) size = (net.Strides[l] * (size - 1)) + net.Filters[l];
        Assert.Equal(size, net.EndToEndSize);
    });

    [Theory]
    [InlineData("", null, "'' is not a filter size")]
    [InlineData("3,x", null, "'x' is not a filter size: entry 2")]
    [InlineData("3,2.5", null, "'2.5' is not a filter size")]
    [InlineData("3,0", null, "filter size of layer 2 is 0; it must be at least 1")]
    [InlineData("3,-2", null, "filter size of layer 2 is -2")]
    [InlineData("3,2", "1", "1 stride for 2 layers")]
    [InlineData("3,2", "1,0", "stride of layer 2 is 0")]
    [InlineData("3,2", "a,1", "'a' is not a stride")]
    [InlineData("2000000", null, "would have 2000000 entries")]
    [InlineData("2,2,2,2", "1000,1000,1000,1000", "at most 1000000 are accepted")]
    public void Bad_input_is_named(string filters, string? strides, string expected)
    {
        var error = Assert.ThrowsAny<Exception>(() => Architecture.Parse(filters, strides));
        Assert.True(error is ArgumentException or FormatException);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2,2", "1,7", true)]
    [InlineData("2,2", "2,1", false)]
    [InlineData("2,1", "2,1", true)]
    [InlineData("2,2,1", "1,3,1", true)]
    [InlineData("1,3", "2,1", false)]
    [InlineData("1,1,1", "2,3,4", true)]
    public void Stride_one_means_that_no_longer_layer_is_upsampled(string filters, string strides, bool expected) =>
        Assert.Equal(expected, Architecture.Parse(filters, strides).IsStrideOne);

    // F1 of the theory, with its two examples and the corner cases of layers of size one.
    [Theory]
    [InlineData("2,2,2", "1,2,1", "3,2", "2,1", 1)]
    [InlineData("2,2,2", "2,1,1", "2,3", "2,1", 1)]
    [InlineData("2,2,2", "1,1,5", "4", "1", 1)]
    [InlineData("2,1,2", "2,2,1", "2,2", "4,1", 1)]
    [InlineData("1,3", "2,1", "3", "1", 2)]
    [InlineData("1,1,2,2", "2,3,4,1", "2,2", "4,1", 6)]
    [InlineData("1,1", "2,3", "1", "1", 1)]
    [InlineData("3,1", "2,2", "3", "1", 1)]
    public void Merging(string filters, string strides, string mergedFilters, string mergedStrides, int commonStep)
    {
        var merged = MergedArchitecture.Of(Architecture.Parse(filters, strides));
        Assert.Equal(mergedFilters, string.Join(',', merged.Filters));
        Assert.Equal(mergedStrides, string.Join(',', merged.Strides));
        Assert.Equal((Integer)commonStep, merged.CommonStep);
    }

    [Fact]
    public void Merging_keeps_the_roots_and_scales_the_size() => PropertyRun.Trials(300, random =>
    {
        var net = random.NextArchitecture(5);
        var merged = MergedArchitecture.Of(net);
        var again = new Architecture(merged.Filters, merged.Strides);
        Assert.Equal(net.RootCount, again.RootCount);
        Assert.Equal((Integer)(net.EndToEndSize - 1), merged.CommonStep * (again.EndToEndSize - 1));
        Assert.All(merged.Layers.SkipLast(1), l => Assert.True(l.Size > 1 && l.Stride > 1));
        Assert.Equal(1, merged.Strides[^1]);
    });
}
