/// One file to read.
public struct Input: Sendable, Hashable {
    /// The path to open; `-` for standard input.
    public let path: String
    /// Where the file lies below the folder or pattern that named it: `镇街/甲镇.csv`. For a file, its name.
    public let relativePath: String
    /// Whether a folder led to it, rather than its own name.
    public let isFromFolder: Bool

    /// Whether this is standard input.
    public var isStandardInput: Bool { path == "-" }

    /// Describes an input.
    public init(path: String, relativePath: String, isFromFolder: Bool = false) {
        self.path = path
        self.relativePath = relativePath
        self.isFromFolder = isFromFolder
    }
}
