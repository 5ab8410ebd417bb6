public import FenjieFiles

/// Everything that lies in a folder and below, whatever it is called.
public struct FolderContents: Sendable {
    /// One file.
    public struct Item: Sendable {
        /// The path to open.
        public var path: String
        /// Where it lies below the folder.
        public var relativePath: String
        /// Why it cannot be read; `nil` where it can be tried.
        public var failure: FileFailure?
    }

    /// The files by the bytes of their names, folder by folder.
    public private(set) var items: [Item] = []

    /// Walks through a folder, or takes a single file.
    ///
    /// - Parameters:
    ///   - path: the folder.
    ///   - prefix: what stands before relative paths, and for a single file.
    public init(of path: String, prefix: String = "") {
        if FileStatus(path: path)?.kind == .folder {
            walk(path, prefix, above: [])
        } else {
            items.append(Item(path: path, relativePath: prefix.isEmpty ? PathText.name(of: path) : prefix))
        }
    }

    private mutating func walk(_ path: String, _ relative: String, above: [FileStatus.Identity]) {
        // A link that leads back up would be walked for ever.
        guard let status = FileStatus(path: path), !above.contains(status.identity),
            above.count < InputDiscovery.depthLimit
        else { return }
        do {
            let (names, undecodable) = try Folder.names(in: path)
            for name in names {
                let child = PathText.joined(path, name)
                let below = PathText.joined(relative, name)
                if FileStatus(path: child)?.kind == .folder {
                    walk(child, below, above: above + [status.identity])
                } else if !name.hasSuffix(TemporaryFiles.suffix) {
                    items.append(Item(path: child, relativePath: below))
                }
            }
            for name in undecodable {
                items.append(
                    Item(
                        path: "", relativePath: PathText.joined(relative, name),
                        failure: .undecodableName(PathText.joined(path, name))))
            }
        } catch {
            items.append(Item(path: path, relativePath: PathText.joined(relative, ""), failure: error))
        }
    }
}
