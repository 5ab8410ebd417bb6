public import FenjieFiles
public import FenjieModel

/// One kind of step of a pipeline.
///
/// To add one, write a file beside this one and a line in `PipelineStep+All.swift`.
public protocol PipelineStep: Sendable {
    /// The word behind `step`; the name of the verb that does the same.
    static var name: String { get }
    /// What it does, in one line.
    static var summary: Message { get }
    /// What may be said about it.
    static var options: [StepOption] { get }
    /// Groups of options of which one at most may be used.
    static var conflicts: [[String]] { get }
    /// Options that say nothing without another one.
    static var requirements: [(option: String, needs: String)] { get }
    /// The extensions of files that it takes from folders, in lower case without dots.
    static var extensions: [String] { get }
    /// Whether it works on all inputs together.
    static var isWhole: Bool { get }

    /// Prepares the step; whatever it needs from files is read now and told to `setup`.
    ///
    /// - Parameters:
    ///   - options: what the pipeline file says about it.
    ///   - setup: what steps share.
    /// - Throws: a ``Failure`` where something that it needs cannot be read.
    init(_ options: StepOptions, _ setup: inout StepSetup) throws
}

extension PipelineStep {
    /// None.
    public static var conflicts: [[String]] { [] }

    /// None.
    public static var requirements: [(option: String, needs: String)] { [] }

    /// Tables and text.
    public static var extensions: [String] { InputExtensions.tables }
}

/// A step that works on one input at a time, many of them at once.
public protocol ItemStep: PipelineStep {
    /// What it will write for an input, below the output folder; a folder ends in a slash.
    func targets(for input: Input) -> [String]

    /// Works on an input.
    ///
    /// - Parameters:
    ///   - item: the input.
    ///   - outputs: where what it writes is kept until the whole input is done.
    /// - Returns: what was noticed.
    /// - Throws: a ``Failure`` that ends the work on this input; nothing of it is kept.
    func run(_ item: StepItem, _ outputs: StepOutputs) throws -> [Finding]
}

extension ItemStep {
    /// One input at a time.
    public static var isWhole: Bool { false }
}

/// A step that works on all inputs together, when the steps for each of them are done.
public protocol WholeStep: PipelineStep {
    /// What it will write, below the output folder.
    var targets: [String] { get }

    /// Works on the inputs.
    ///
    /// - Parameters:
    ///   - inputs: all inputs in their order, those that could not be read among them.
    ///   - outputs: where what it writes is kept until the step is done.
    /// - Returns: what was noticed, and whether some inputs were left out.
    /// - Throws: a ``Failure`` that ends the step; nothing of it is kept.
    func run(_ inputs: [WholeInput], _ outputs: StepOutputs) throws -> WholeResult
}

extension WholeStep {
    /// All inputs together.
    public static var isWhole: Bool { true }
}

/// One input on its way through the steps.
public struct StepItem: Sendable {
    /// Its bytes.
    public let file: InputFile
    /// Where it lies.
    public let input: Input
    /// Workers for a step that can share its work out; as many as are free.
    public let workers: Workers
}

/// What a step came to that works on all inputs together.
public struct WholeResult: Sendable {
    /// What was noticed.
    public var findings: [Finding]
    /// Why some inputs have no part in what was written; `nil` where all of them have.
    public var failure: (any Failure)?
}

/// One of all inputs.
public struct WholeInput: Sendable {
    /// Where it lies.
    public let input: Input
    /// The digest of its bytes; `nil` where it could not be read.
    public let digest: Digest?
    /// Why it could not even be opened.
    public let failure: FileFailure?
}
