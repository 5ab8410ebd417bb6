public import FenjieModel

/// One option of a step as a pipeline file writes it; declared once, it drives reading, checks and the schema.
public struct StepOption: Sendable {
    /// What may stand behind its name.
    public enum Kind: Sendable {
        /// Any text.
        case text
        /// One text or several.
        case texts
        /// `true` or `false`.
        case flag
        /// A whole number.
        case integer(ClosedRange<Int>)
        /// One of some names.
        case choice([String])
        /// The name of an encoding.
        case encoding
        /// The delimiter of CSV.
        case delimiter
        /// A day.
        case date
        /// A path, from the folder of the pipeline file.
        case file
        /// Paths or patterns, from the folder of the pipeline file.
        case files
        /// How an output is named, below the output folder.
        case output
        /// How outputs are named, below the output folder.
        case outputs
        /// How the worksheets of an issue are named.
        case fileNames
    }

    /// The name; the same as on the command line where the verb has such an option.
    ///
    /// A step that also writes text tells the encoding of its inputs, `input-encoding`, from `encoding`, that of its
    /// outputs; all steps do, as `convert` does on the command line.
    public let name: String
    /// What it was called once; files that say so are still read.
    public let earlierName: String?
    /// What may stand behind it.
    public let kind: Kind
    /// What it is for.
    public let summary: Message
    /// Whether the step does not work without it.
    public let isRequired: Bool

    /// Declares an option.
    ///
    /// - Parameters:
    ///   - name: the name.
    ///   - kind: what may stand behind it.
    ///   - summary: what it is for.
    ///   - isRequired: whether the step does not work without it.
    ///   - earlierName: what it was called once.
    public init(
        _ name: String, _ kind: Kind, _ summary: Message, isRequired: Bool = false, earlierName: String? = nil
    ) {
        self.name = name
        self.earlierName = earlierName
        self.kind = kind
        self.summary = summary
        self.isRequired = isRequired
    }
}

/// The options of one step that a pipeline file gives, every one of them checked.
public struct StepOptions: Sendable {
    enum Value: Sendable {
        case texts([String])
        case flag(Bool)
        case integer(Int)
    }

    private var values: [String: Value] = [:]

    init() {}

    mutating func set(_ name: String, _ value: Value) { values[name] = value }

    /// Whether an option is given.
    func contains(_ name: String) -> Bool { values[name] != nil }

    /// Whether an option is given and no flag that is not set.
    func uses(_ name: String) -> Bool {
        if case .flag(false)? = values[name] { false } else { contains(name) }
    }

    /// All texts of an option.
    func texts(_ name: String) -> [String] { if case .texts(let texts)? = values[name] { texts } else { [] } }

    /// The text of an option.
    func text(_ name: String) -> String? { texts(name).first }

    /// Whether a flag is set.
    func flag(_ name: String) -> Bool { if case .flag(true)? = values[name] { true } else { false } }

    /// A number.
    func integer(_ name: String) -> Int? { if case .integer(let number)? = values[name] { number } else { nil } }

    /// One of the names of an enumeration.
    func choice<Choice: RawRepresentable<String>>(_ name: String, as type: Choice.Type) -> Choice? {
        text(name).flatMap(Choice.init(rawValue:))
    }

    /// How an output is named.
    func pattern(_ name: String) -> OutputPattern? { patterns(name).first }

    /// How outputs are named.
    func patterns(_ name: String) -> [OutputPattern] { texts(name).compactMap { try? OutputPattern(parsing: $0) } }
}
