using System.Collections.Immutable;
using System.Text;

namespace LcnGeometry.Tests;

/// <summary>What happens at one operation of a <see cref="MemoryDisk"/>.</summary>
internal enum DiskFault
{
    /// <summary>The process is killed before the operation.</summary>
    Kill,

    /// <summary>The process is killed in the middle of the operation: of a write, a part is there.</summary>
    Tear,

    /// <summary>The power fails: what was not flushed is gone.</summary>
    PowerLoss,

    /// <summary>The power fails: what was not flushed has its length, and zeros for content; of the names, every other change is there.</summary>
    PowerLossWithZeros,

    /// <summary>The operation fails, of a write after a part of it; later ones succeed.</summary>
    Error,

    /// <summary>No write succeeds from here on; of the first, a part is there.</summary>
    Full,
}

/// <summary>The process is no more; nothing that it does has an effect.</summary>
internal sealed class KilledException : Exception;

/// <summary>A file system in memory that knows what is on the disk and what is only on its way, and fails where a test says.</summary>
internal sealed class MemoryDisk : ICensusDisk
{
    private readonly Dictionary<string, Node> _names = [];
    private readonly HashSet<string> _held = [];
    private readonly List<Action<Dictionary<string, Node>>> _underWay = [];
    private Dictionary<string, Node> _lasting = [];
    private DiskFault? _fault;
    private int _at;
    private int _part;
    private bool _full;

    public bool IsDead { get; private set; }

    /// <summary>How many operations there were that a fault can meet.</summary>
    public int Operations { get; private set; }

    /// <summary>Plans a fault at the operation with a number, counted from here.</summary>
    /// <param name="fault">What is to happen.</param>
    /// <param name="at">The number of the operation, from 0.</param>
    /// <param name="part">Which part of a write is there: 0 nothing, 1 a byte, 2 half, 3 all but a byte.</param>
    public void Plan(DiskFault fault, int at, int part = 2) => (_fault, _at, _part, Operations) = (fault, at, part, 0);

    /// <summary>A new process meets the disk as the old one left it.</summary>
    public void Restart()
    {
        (_fault, IsDead, _full, Operations) = (null, false, false, 0);
        _held.Clear();
    }

    public void Put(string path, byte[] content)
    {
        var node = new Node { Content = content, Lasting = content };
        _names[path] = node;
        _lasting[path] = node;
    }

    public byte[] Get(string path) => _names[path].Content;

    public bool Has(string path) => _names.ContainsKey(path);

    /// <summary>The content of a folder as one text for each file.</summary>
    public SortedDictionary<string, string> Files(string folder) => new(
        Names(folder).ToDictionary(name => name, name => Encoding.Latin1.GetString(_names[folder + "/" + name].Content)), StringComparer.Ordinal);

    public MemoryDisk Copy()
    {
        var copy = new MemoryDisk();
        foreach (var (path, node) in _names) copy.Put(path, [.. node.Content]);
        return copy;
    }

    public void CreateFolder(string folder) => Step(null);

    public ImmutableArray<string> Names(string folder) => [.. _names.Keys.Where(path => path.StartsWith(folder + "/", StringComparison.Ordinal)).Select(path => path[(folder.Length + 1)..]).Order(StringComparer.Ordinal)];

    public byte[] Read(string path) => _names.TryGetValue(path, out var node) ? node.Content : throw new FileNotFoundException("Could not find the file.");

    public Stream Open(string path) => new MemoryStream(Read(path), writable: false);

    public ICensusFile OpenToWrite(string path)
    {
        Step(null);
        if (!_names.TryGetValue(path, out var node))
        {
            node = new Node();
            Change(names => names[path] = node);
        }

        return new File(this, node);
    }

    public void Replace(string path, string by)
    {
        Step(null);
        var node = _names[path];
        Change(names =>
        {
            names[by] = node;
            names.Remove(path);
        });
    }

    public void Delete(string path)
    {
        Step(null);
        Change(names => names.Remove(path));
    }

    public void FlushFolder(string folder)
    {
        Step(null);
        _lasting = new Dictionary<string, Node>(_names);
        _underWay.Clear();
    }

    public IDisposable? Lock(string path, string owner)
    {
        Step(null);
        if (!_held.Add(path)) return null;
        if (!_names.ContainsKey(path))
        {
            var node = new Node();
            Change(names => names[path] = node);
        }

        _names[path].Content = Encoding.UTF8.GetBytes(owner);
        return new Held(this, path);
    }

    public string OwnerOf(string path) => Encoding.UTF8.GetString(_names[path].Content);

    /// <summary>Counts an operation, and lets the planned fault happen.</summary>
    private void Step(Action<int>? writePart)
    {
        if (IsDead) throw new KilledException();
        if (_full && writePart is not null) throw new IOException("No space left on device : '/a/path'");
        if (Operations++ != _at || _fault is null) return;
        if (_fault is DiskFault.Tear or DiskFault.Error or DiskFault.Full) writePart?.Invoke(_part);
        switch (_fault)
        {
            case DiskFault.Error:
                throw new IOException("Input/output error : '/a/path'");
            case DiskFault.Full when writePart is null:
                _at++;
                return;
            case DiskFault.Full:
                _full = true;
                throw new IOException("No space left on device : '/a/path'");
            case DiskFault.PowerLoss or DiskFault.PowerLossWithZeros:
                LosePower(_fault == DiskFault.PowerLossWithZeros);
                break;
        }

        IsDead = true;
        throw new KilledException();
    }

    /// <summary>Changes the names: at once for the process, on the disk when the folder is flushed, or before.</summary>
    private void Change(Action<Dictionary<string, Node>> change)
    {
        change(_names);
        _underWay.Add(change);
    }

    private void LosePower(bool zeros)
    {
        var names = new Dictionary<string, Node>(_lasting);
        for (var i = 0; i < _underWay.Count; i++)
        {
            if (zeros && (i + _part) % 2 == 0) _underWay[i](names);
        }

        _underWay.Clear();
        _lasting = new Dictionary<string, Node>(names);
        _names.Clear();
        foreach (var (path, node) in names)
        {
            var tail = zeros ? new byte[Math.Max(0, node.Content.Length - node.Lasting.Length)] : [];
            node.Content = [.. node.Lasting, .. tail];
            node.Lasting = node.Content;
            _names[path] = node;
        }
    }

    private sealed class Node
    {
        public byte[] Content = [];
        public byte[] Lasting = [];
    }

    private sealed class Held(MemoryDisk disk, string path) : IDisposable
    {
        public void Dispose()
        {
            if (disk.IsDead) return;
            disk._names.Remove(path);
            disk._held.Remove(path);
        }
    }

    private sealed class File(MemoryDisk disk, Node node) : ICensusFile
    {
        public long Length => node.Content.Length;

        public void Write(long offset, ReadOnlySpan<byte> bytes)
        {
            var all = bytes.ToArray();
            disk.Step(part => Put((int)offset, all[..(part switch { 0 => 0, 1 => Math.Min(1, all.Length), 2 => all.Length / 2, _ => Math.Max(0, all.Length - 1) })]));
            Put((int)offset, all);
        }

        public void Cut(long length)
        {
            disk.Step(null);
            node.Content = [.. node.Content.Take((int)length), .. new byte[Math.Max(0, length - node.Content.Length)]];
        }

        public void Flush()
        {
            disk.Step(null);
            node.Lasting = node.Content;
        }

        public void Dispose()
        {
        }

        private void Put(int offset, byte[] bytes)
        {
            var content = new byte[Math.Max(node.Content.Length, offset + bytes.Length)];
            node.Content.CopyTo(content, 0);
            bytes.CopyTo(content, offset);
            node.Content = content;
        }
    }
}
