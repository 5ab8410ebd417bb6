internal import FenjieFiles

/// What a pipeline file says.
public struct Pipeline: Sendable {
    /// One step as written.
    public struct Step: Sendable {
        /// What it does: the name of a ``PipelineStep``.
        public let name: String
        /// The options that are given.
        public let options: StepOptions
        /// The key path of the step: `steps[1]`.
        public let keyPath: String
    }

    /// What is to happen with an input in which something is found.
    public enum Consequence: String, Sendable, CaseIterable {
        /// The input goes on to the next step.
        case `continue`
        /// The steps that follow leave the input out.
        case skip
        /// No further input is begun.
        case stop
    }

    /// How many inputs can be worked on at a time.
    public static let jobCounts = 1...1024

    /// The file as the user named it.
    public let file: String
    /// What the pipeline is called.
    public var name = ""
    /// What it is for.
    public var summary = ""
    /// Where inputs come from.
    public var inputs = InputList()
    /// The form of the inputs, by name or file.
    public var template: String?
    /// The unit directory.
    public var units: String?
    /// The folder into which everything goes.
    public var output: String?
    /// From what weight on findings count.
    public var failOn = FailureThreshold.error
    /// What happens then.
    public var consequence = Consequence.continue
    /// How many inputs are worked on at a time; `nil` for one a core.
    public var jobs: Int?
    /// How many seconds an input may take; `nil` for any.
    public var timeout: Double?
    /// The steps in their order.
    public var steps: [Step] = []
    /// Everything of the file that decides on what outputs hold, in a form that does not depend on how it is written.
    var canonical = ""

    init(file: String) { self.file = file }

    /// The folder of the file with its slash; paths in the file start there.
    var base: String { PathText.folder(of: file) }

    /// A path of the file as the program opens it.
    public func resolved(_ path: String) -> String { PathText.resolved(path, from: base) }
}

/// Where the inputs of a run come from.
public struct InputList: Sendable {
    /// Files, folders and patterns.
    public var words: [String] = []
    /// Lists of files; `-` for standard input.
    public var lists: [String] = []
    /// Whether the names in the lists end in a null byte rather than a line feed.
    public var isNullSeparated = false
    /// The extensions of files that are taken from folders; empty for those that the steps can read.
    public var extensions: [String] = []

    /// No inputs.
    public init() {}

    /// Whether it names nothing.
    public var isEmpty: Bool { words.isEmpty && lists.isEmpty }
}
