/// All forms in which a sheet is written as text, each with one line.
public struct SheetWriters: Sendable {
    /// The writers in the order in which help lists them.
    public let all: [any SheetWriter] = [
        AlignedWriter(),
        TabBlocksWriter(),
        MarkdownWriter(),
    ]

    /// Creates the list.
    public init() {}

    /// The writer with a registered name.
    public func named(_ name: String) -> (any SheetWriter)? { all.first { $0.name == name } }
}
