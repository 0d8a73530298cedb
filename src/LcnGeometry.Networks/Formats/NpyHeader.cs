using System.Collections.Immutable;

namespace LcnGeometry.Networks;

/// <summary>What the header of a <c>.npy</c> file says.</summary>
internal sealed record NpyHeader(string Descr, int DescrOffset, bool FortranOrder, ImmutableArray<int> Shape);

/// <summary>Reads the header: a Python dictionary literal with exactly the keys <c>descr</c>, <c>fortran_order</c> and <c>shape</c>, in any order.</summary>
internal ref struct NpyHeaderReader(ReadOnlySpan<byte> header, int offset, string file)
{
    private const int MostDimensions = 64; // NumPy's own limit
    private readonly ReadOnlySpan<byte> _text = header;
    private int _position;

    public NpyHeader Read()
    {
        string? descr = null;
        bool? fortran = null;
        ImmutableArray<int>? shape = null;
        var descrOffset = 0;

        Require('{', "'{', the start of the header");
        while (!TryTake('}'))
        {
            SkipSpaces();
            var at = _position;
            var key = ReadString("a key in quotes");
            Require(':', "':' after the key");
            SkipSpaces();
            switch (key)
            {
                case "descr" when descr is null:
                    descrOffset = offset + _position;
                    descr = ReadDescr();
                    break;
                case "fortran_order" when fortran is null:
                    fortran = ReadBoolean();
                    break;
                case "shape" when shape is null:
                    shape = ReadShape();
                    break;
                default:
                    throw Failure(at, "each of the keys 'descr', 'fortran_order' and 'shape' once and no other");
            }

            if (TryTake(',')) continue;
            Require('}', "',' or '}'");
            break;
        }

        SkipSpaces();
        if (_position < _text.Length) throw Failure(_position, "nothing but spaces and a line feed after the dictionary");
        return descr is null || fortran is null || shape is null
            ? throw Failure(0, "the keys 'descr', 'fortran_order' and 'shape'")
            : new NpyHeader(descr, descrOffset, fortran.Value, shape.Value);
    }

    private string ReadDescr() => _position < _text.Length && _text[_position] == (byte)'['
        ? throw Failure(_position, "one element type; structured arrays are not supported")
        : ReadString("an element type in quotes, such as '<f8'");

    private bool ReadBoolean()
    {
        if (TryTakeWord("True")) return true;
        if (TryTakeWord("False")) return false;
        throw Failure(_position, "True or False");
    }

    private ImmutableArray<int> ReadShape()
    {
        Require('(', "'(', the start of the shape");
        var shape = ImmutableArray.CreateBuilder<int>();
        var separated = true;
        while (!TryTake(')'))
        {
            SkipSpaces();
            if (!separated) throw Failure(_position, "',' or ')' in the shape");
            if (shape.Count == MostDimensions) throw Failure(_position, $"at most {MostDimensions} dimensions");
            shape.Add(ReadExtent());
            separated = TryTake(',');
        }

        // In Python "(3)" is the number 3, not a shape.
        return shape.Count == 1 && !separated ? throw Failure(_position - 1, "',' after the only dimension") : shape.ToImmutable();
    }

    private int ReadExtent()
    {
        var start = _position;
        long value = 0;
        while (_position < _text.Length && _text[_position] is >= (byte)'0' and <= (byte)'9')
        {
            value = (value * 10) + (_text[_position++] - '0');
            if (value > int.MaxValue) throw Failure(start, "a dimension below 2^31");
        }

        if (_position == start) throw Failure(start, "a dimension: digits only");
        if (_position < _text.Length && _text[_position] == (byte)'L') _position++; // files written by Python 2
        return (int)value;
    }

    private string ReadString(string what)
    {
        if (_position >= _text.Length || _text[_position] is not ((byte)'\'' or (byte)'"')) throw Failure(_position, what);
        var quote = _text[_position];
        var length = _text[(_position + 1)..].IndexOf(quote);
        if (length < 0) throw Failure(_position, "a closing quote");
        var content = _text.Slice(_position + 1, length);
        foreach (var letter in content)
        {
            if (letter is < 0x20 or > 0x7E or (byte)'\\') throw Failure(_position, "plain letters between the quotes");
        }

        _position += length + 2;
        return System.Text.Encoding.ASCII.GetString(content);
    }

    private bool TryTakeWord(string word)
    {
        if (_text.Length - _position < word.Length) return false;
        for (var i = 0; i < word.Length; i++)
        {
            if (_text[_position + i] != (byte)word[i]) return false;
        }

        _position += word.Length;
        return true;
    }

    private bool TryTake(char letter)
    {
        SkipSpaces();
        if (_position >= _text.Length || _text[_position] != (byte)letter) return false;
        _position++;
        return true;
    }

    private void Require(char letter, string what)
    {
        if (!TryTake(letter)) throw Failure(_position, what);
    }

    private void SkipSpaces()
    {
        while (_position < _text.Length && _text[_position] is (byte)' ' or (byte)'\n' or (byte)'\t' or (byte)'\r') _position++;
    }

    private readonly NetworkFormatException Failure(int position, string expected) => new(file, offset + position, expected);
}
