internal import FenjieFiles
internal import FenjieModel

/// What the manifest proves about outputs.
struct ManifestProof: Sendable {
    private let known: [String: ManifestEntry]
    private let ours: Set<String>
    private let outputs: [String: [ManifestEntry.Output]]
    private let folder: String

    init(_ reading: ManifestReading, folder: String) {
        known = reading.known
        ours = reading.ours
        outputs = reading.outputs
        self.folder = folder
    }

    /// Whether an earlier run wrote a file, so that it may be replaced.
    func isOurs(_ path: String) -> Bool { ours.contains(path) }

    /// A path below the output folder.
    func pathBelow(_ path: String) -> String {
        let start = PathText.joined(folder, "")
        return path.hasPrefix(start) ? String(path.dropFirst(start.count)) : path
    }

    /// The line that proves something done: same input, options and version, and every output as it was written.
    func proof(of wanted: ManifestEntry) -> ManifestEntry? {
        guard var entry = known[wanted.key], entry.status.isSettled, entry.options == wanted.options,
            entry.version == wanted.version, entry.digest == wanted.digest, entry.size == wanted.size
        else { return nil }
        for output in entry.outputs {
            guard let file = try? InputFile(path: PathText.joined(folder, output.path)), file.size == output.size,
                let measured = try? Digest.measure(file), measured.digest.description == output.digest
            else { return nil }
        }
        entry.input = wanted.input
        return entry
    }

    /// Files that earlier runs wrote for an input and this one did not.
    func leftOver(_ entry: ManifestEntry) -> [Finding] {
        guard let before = outputs[(entry.step ?? "") + "\0" + entry.name] else { return [] }
        let written = Set(entry.outputs.map(\.path))
        let left = before.map(\.path).filter {
            !written.contains($0) && FileStatus(path: PathText.joined(folder, $0)) != nil
        }
        guard !left.isEmpty else { return [] }
        let shown = left.prefix(5).joined(separator: "、") + (left.count > 5 ? "……" : "")
        return [
            Finding(
                "output-left-over", .warning, at: Place(file: entry.input),
                message: Message(
                    "以前由它生成的 \(left.count) 个文件这次没有，未删除：\(shown)",
                    "files that were made of it earlier and not this time were left: \(shown)"),
                hint: Message("确认不再需要后请手工删除", "delete them if they are no longer needed"))
        ]
    }
}
