internal import FenjieFiles
internal import FenjieModel
internal import FenjieText
internal import Synchronization

/// What is known of an output folder: which inputs are done, with the proof. One line of JSON for each, in the folder.
///
/// Whoever runs the whole pipeline holds the manifest alone. Those who run parts of it share it, hold a manifest of their
/// own and add to that; a merge makes one of all.
final class Manifest: Sendable {
    /// The name of the manifest.
    static let fileName = "fenjie-manifest.jsonl"

    private let reading: Mutex<ManifestReading>
    /// Whether lines that are added count as known, for runs that never end.
    private let remembers: Bool
    private let file: LockedFile
    private let shared: LockedFile?
    private let folder: String

    /// Where lines are added.
    var path: String { file.path }

    /// Opens the manifest of a folder, which must exist, and keeps other runs away.
    ///
    /// - Parameters:
    ///   - folder: the output folder.
    ///   - shard: the part that is to be run; `nil` for everything.
    ///   - remembers: whether lines that are added count as known.
    /// - Throws: ``FileFailure`` where another run is at work, it cannot be written, or what parts have done cannot be
    ///   read: without that, work would be done twice and files taken for ours or for others'.
    init(folder: String, shard: Shard?, remembers: Bool) throws(FileFailure) {
        self.folder = folder
        self.remembers = remembers
        let main = PathText.joined(folder, Self.fileName)
        if let shard {
            shared = try LockedFile(path: main, isShared: true)
            try Self.checkNoOtherCount(folder, shard)
            file = try LockedFile(path: PathText.joined(folder, Self.fileName(of: shard)))
        } else {
            shared = nil
            file = try LockedFile(path: main)
        }
        try Self.cutTornLine(file)
        var reading = ManifestReading()
        for path in [main] + (try Self.partPaths(in: folder)) { try reading.read(path) }
        if !file.isLocked { reading.findings.append(Self.notLocked(folder)) }
        self.reading = Mutex(reading)
    }

    /// What it says now.
    var contents: ManifestReading { reading.withLock { $0 } }

    /// What the manifests of a folder say, without keeping anybody away; what cannot be read is a finding.
    static func read(folder: String) -> ManifestReading {
        var reading = ManifestReading()
        guard FileStatus(path: folder) != nil else { return reading }
        do throws(FileFailure) {
            let main = PathText.joined(folder, fileName)
            for path in [main] + (try partPaths(in: folder)) {
                do throws(FileFailure) {
                    try reading.read(path)
                } catch {
                    reading.findings.append(unreadable(error))
                }
            }
        } catch {
            reading.findings.append(unreadable(error))
        }
        return reading
    }

    /// Adds lines; those that do not fit on the disk are not there at all.
    func append(_ entries: [ManifestEntry]) throws(FileFailure) {
        guard !entries.isEmpty else { return }
        try file.append(Self.lines(entries))
        guard remembers else { return }
        reading.withLock { reading in for entry in entries { reading.add(entry) } }
    }

    /// Writes the file anew with these lines and, behind them, those of inputs that are not among them.
    func rewrite(_ entries: [ManifestEntry], keepingOthers: Bool) throws(FileFailure) {
        let names = Set(entries.map { ManifestEntry.key(step: $0.step, name: $0.name, digest: "") })
        let others =
            !keepingOthers
            ? []
            : contents.latest.filter { entry in
                !names.contains(ManifestEntry.key(step: entry.step, name: entry.name, digest: ""))
            }
        try file.replace(with: Self.lines(entries + others))
    }

    /// Removes the manifests of parts, when a merge has taken them in.
    func removeParts() throws(FileFailure) {
        for path in try Self.partPaths(in: folder) { Folder.removeFile(path) }
    }

    /// Makes sure that everything is on the disk.
    func sync() { file.sync() }

    /// The files that a run holds: the manifest, and that of its part.
    static func paths(folder: String, shard: Shard?) -> [String] {
        ([fileName] + [shard].compactMap { $0.map(fileName(of:)) }).map { PathText.joined(folder, $0) }
    }

    /// The name of the manifest of a part.
    static func fileName(of shard: Shard) -> String { "fenjie-manifest.\(shard.label).jsonl" }

    /// Whether a name in the output folder is that of a manifest.
    static func isManifest(_ name: String) -> Bool { name == fileName || partLabel(name) != nil }

    private static func partLabel(_ name: String) -> Substring? {
        guard name.hasPrefix("fenjie-manifest."), name.hasSuffix(".jsonl"), name != fileName else { return nil }
        return name.dropFirst("fenjie-manifest.".count).dropLast(".jsonl".count)
    }

    private static func partPaths(in folder: String) throws(FileFailure) -> [String] {
        try Folder.names(in: folder).names.filter { partLabel($0) != nil }.map { PathText.joined(folder, $0) }
    }

    /// Parts of another number would do some inputs twice.
    private static func checkNoOtherCount(_ folder: String, _ shard: Shard) throws(FileFailure) {
        for path in try partPaths(in: folder) {
            guard let label = partLabel(PathText.name(of: path)), !label.hasSuffix("-of-\(shard.count)") else {
                continue
            }
            _ = try LockedFile(path: path)
        }
    }

    /// A run that was killed may have left the start of a line.
    private static func cutTornLine(_ file: LockedFile) throws(FileFailure) {
        let bytes = try file.contents()
        guard let last = bytes.last, last != 0x0A else { return }
        try file.truncate(to: bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)
    }

    private static func lines(_ entries: [ManifestEntry]) -> [UInt8] {
        var bytes: [UInt8] = []
        for entry in entries {
            entry.json.write(into: &bytes)
            bytes.append(0x0A)
        }
        return bytes
    }

    private static func unreadable(_ failure: FileFailure) -> Finding {
        Finding(
            "manifest-unreadable", .warning, at: failure.place,
            message: Message(
                "清单读不出来，其中已完成的看不到：\(failure.message.chinese)",
                "a manifest cannot be read, and what it proves is not seen: \(failure.message.english)"),
            hint: failure.hint)
    }

    private static func notLocked(_ folder: String) -> Finding {
        Finding(
            "lock-unsupported", .warning, at: Place(file: folder),
            message: Message("此磁盘不支持文件锁，无法防止两次运行同时写入", "this file system has no locks; nothing keeps two runs apart"),
            hint: Message("请确认没有别的运行在用这个文件夹", "make sure that no other run uses the folder"))
    }
}

/// The lines of some manifests.
struct ManifestReading: Sendable {
    private(set) var known: [String: ManifestEntry] = [:]
    private(set) var ours: Set<String> = []
    private(set) var outputs: [String: [ManifestEntry.Output]] = [:]
    /// The inputs whose last line says that they are done.
    private(set) var settledInputs: Set<String> = []
    var findings: [Finding] = []

    /// The last line of each input, by name.
    var latest: [ManifestEntry] {
        var latest: [String: ManifestEntry] = [:]
        for entry in known.values {
            let key = ManifestEntry.key(step: entry.step, name: entry.name, digest: entry.input)
            if let other = latest[key], other.finished > entry.finished { continue }
            latest[key] = entry
        }
        return latest.values.sorted { ($0.step ?? "", $0.name, $0.input) < ($1.step ?? "", $1.name, $1.input) }
    }

    /// Takes in the lines of a manifest; one that is not there has none.
    mutating func read(_ path: String) throws(FileFailure) {
        guard FileStatus(path: path)?.kind == .file else { return }
        let bytes = try InputFile(path: path).contents()
        var start = 0
        var number = 0
        while let end = bytes[start...].firstIndex(of: 0x0A) {
            number += 1
            if let entry = ManifestEntry(parsing: Array(bytes[start..<end])) {
                add(entry)
            } else if end > start {
                findings.append(
                    Finding(
                        "manifest-line-unreadable", .warning, at: Place(file: path, line: number),
                        message: Message("清单的这一行读不出来，相应的文件将重做", "this line cannot be read; its input is done again")))
            }
            start = end + 1
        }
    }

    mutating func add(_ entry: ManifestEntry) {
        // Of two manifests the line that was written later counts.
        if let other = known[entry.key], other.finished > entry.finished { return }
        known[entry.key] = entry
        if entry.status.isSettled { settledInputs.insert(entry.input) } else { settledInputs.remove(entry.input) }
        guard !entry.outputs.isEmpty else { return }
        for output in entry.outputs { ours.insert(output.path) }
        outputs[(entry.step ?? "") + "\0" + entry.name] = entry.outputs
    }
}
