internal import FenjieFormats

/// All output formats, each with one line.
public enum OutputFormats {
    /// The formats in the order in which help lists them.
    public static let all: [any OutputFormat] =
        [CSVFormat(), WorkbookFormat()] + SheetWriters().all.map(TextFormat.init(writer:)) + [JSONFormat()]

    /// The names that `--to` takes.
    public static var names: [String] { all.map(\.name) }

    /// The extensions that mean a format, without dots.
    public static var fileExtensions: [String] { all.flatMap(\.fileExtensions) }

    /// Extensions that `--to` takes beside the names.
    public static var aliases: [String] {
        fileExtensions.reduce(into: []) { aliases, alias in
            if !names.contains(alias), !aliases.contains(alias) { aliases.append(alias) }
        }
    }

    /// The format of a name.
    public static func named(_ name: String) -> (any OutputFormat)? { all.first { $0.name == name } }

    /// The format that a file's extension means.
    public static func forExtension(_ fileExtension: String) -> (any OutputFormat)? {
        all.first { $0.fileExtensions.contains(fileExtension.lowercased()) }
    }
}
