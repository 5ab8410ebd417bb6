/// The paths that fit a pattern over several folders; `**` stands for any number of them.
struct GlobSearch {
    /// What fits, by the bytes of the names; the relative path begins where the pattern does.
    private(set) var paths: [(path: String, relativePath: String)] = []
    /// Folders that could not be read.
    private(set) var failures: [FileFailure] = []
    private var seen: Set<String> = []

    init(pattern: String) {
        var parts: [String] = []
        for part in pattern.split(separator: "/") where part != "**" || parts.last != "**" {
            parts.append(String(part))
        }
        var base = pattern.hasPrefix("/") ? "/" : ""
        while let first = parts.first, !GlobPattern.isPattern(first) {
            base = PathText.joined(base, first)
            parts.removeFirst()
        }
        search(base, relativePath: "", parts[...], above: [])
    }

    private mutating func search(
        _ folder: String, relativePath: String, _ parts: ArraySlice<String>, above: [FileStatus.Identity]
    ) {
        guard let part = parts.first else {
            if seen.insert(folder).inserted { paths.append((folder, relativePath)) }
            return
        }
        let rest = parts.dropFirst()
        let path = folder.isEmpty ? "." : folder
        guard let status = FileStatus(path: path), status.kind == .folder, above.count < InputDiscovery.depthLimit
        else { return }
        if part == "**" {
            // A link back to a folder above would never end.
            guard !above.contains(status.identity) else { return }
            search(folder, relativePath: relativePath, rest.isEmpty ? ["*"] : rest, above: above)
        } else if !GlobPattern.isPattern(part) {
            let child = PathText.joined(folder, part)
            guard FileStatus(path: child) != nil else { return }
            return search(
                child, relativePath: PathText.joined(relativePath, part), rest, above: above + [status.identity])
        }
        let pattern = GlobPattern(parsing: part)
        for name in Folder.usableNames(in: path, failures: &failures) where part.hasPrefix(".") || !name.hasPrefix(".")
        {
            let child = PathText.joined(folder, name)
            let relative = PathText.joined(relativePath, name)
            if part == "**" {
                guard FileStatus(path: child)?.kind == .folder else { continue }
                search(child, relativePath: relative, parts, above: above + [status.identity])
            } else if pattern.matches(name) {
                search(child, relativePath: relative, rest, above: above + [status.identity])
            }
        }
    }
}
