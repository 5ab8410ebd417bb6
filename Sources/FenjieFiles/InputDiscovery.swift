public import FenjieModel

/// One file to read.
public struct Input: Sendable, Hashable {
    /// The path to open; `-` for standard input.
    public let path: String
    /// Where the file lies below the folder or pattern that named it: `镇街/甲镇.csv`. For a file, its name.
    public let relativePath: String
    /// Whether a folder or pattern led to it, rather than its own name.
    public let isDiscovered: Bool

    /// Whether this is standard input.
    public var isStandardInput: Bool { path == "-" }
}

/// The inputs that words of a command line stand for.
public struct InputDiscovery: Sendable {
    /// The files, in the order of the words; those of one folder or pattern by the bytes of their names.
    public private(set) var inputs: [Input] = []
    /// Words that stand for nothing that can be read.
    public private(set) var failures: [FileFailure] = []
    /// What was left aside, and why.
    public private(set) var findings: [Finding] = []

    /// Finds the inputs.
    ///
    /// - Parameters:
    ///   - words: files, folders, patterns, or `-`.
    ///   - extensions: the files to take from a folder, in lower case without dots.
    public init(named words: [String], extensions: [String]) {
        for word in words {
            inputs.append(Input(path: word, relativePath: word, isDiscovered: false))
        }
    }
}
