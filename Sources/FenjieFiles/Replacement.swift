internal import FenjieModel

/// What may become of a file that has the name of an output already: an input is never replaced.
///
/// Every output asks for one. `true` and `false` stand for a register without inputs.
public struct Replacement: Sendable, ExpressibleByBooleanLiteral {
    /// Whether files that exist and are no inputs may be replaced.
    public let isAllowed: Bool
    /// What is read.
    public let inputs: InputRegister

    /// A word on what exists.
    ///
    /// - Parameters:
    ///   - isAllowed: whether files that exist may be replaced.
    ///   - inputs: the files that may not, whatever is allowed.
    public init(_ isAllowed: Bool, sparing inputs: InputRegister = InputRegister()) {
        self.isAllowed = isAllowed
        self.inputs = inputs
    }

    /// A word on what exists where there are no inputs.
    public init(booleanLiteral isAllowed: Bool) { self.init(isAllowed) }

    /// The same word where files of our own may be replaced as well.
    package func or(_ isOurs: Bool) -> Replacement { isOurs ? Replacement(true, sparing: inputs) : self }

    /// Makes sure that an output is no input, before any work is done for it.
    ///
    /// - Parameter path: the name of the output.
    /// - Throws: ``FileFailure`` of the kind `usage` where it is one.
    public func checkInputs(_ path: String) throws(FileFailure) {
        guard let status = FileStatus(path: path) else { return }
        try check(status.identity, of: path)
    }

    /// Makes sure that an output may be written under its name, before any work is done for it.
    ///
    /// - Parameter path: the name of the output.
    /// - Throws: ``FileFailure`` where it is an input, or a file that may not be replaced.
    public func check(_ path: String) throws(FileFailure) {
        guard let status = FileStatus(path: path) else { return }
        try check(status.identity, of: path)
        guard isAllowed || status.kind != .file else { throw .exists(path) }
    }

    /// Makes sure that what stands under a path is no input.
    func check(_ identity: FileStatus.Identity, of path: String, kind: FailureKind = .usage) throws(FileFailure) {
        if let input = inputs.path(of: identity) { throw .isInput(path, input, kind: kind) }
    }
}
