internal import FenjieFiles
internal import FenjieModel

/// A pipeline made ready: its steps and everything that decides on what they do.
struct BatchSetup: Sendable {
    var options: BatchOptions
    var itemSteps: [any ItemStep]
    var wholeSteps: [(name: String, step: any WholeStep)]
    let consequence: Pipeline.Consequence
    let threshold: FailureThreshold
    /// The digest of everything but the inputs that decides on what outputs hold.
    let fingerprint: String
    /// How many inputs are worked on at the same time.
    let jobs: Int

    /// The beginning of the line that the manifest will hold for an input.
    func entry(for input: Input) -> ManifestEntry {
        ManifestEntry(
            input: input.path, name: input.relativePath, options: fingerprint, version: options.version)
    }

    /// Makes sure that a file below the output folder is nothing that is read.
    ///
    /// What a folder will hold is known later: there each file is looked at when it is to appear.
    func checkInputs(_ target: String) throws(FileFailure) {
        guard !target.hasSuffix("/") else { return }
        try options.replacing.checkInputs(PathText.joined(options.output, target))
    }

    /// Whether findings hold an input back.
    func holds(_ findings: [Finding]) -> Bool {
        consequence != .continue && findings.contains { threshold.includes($0.severity) }
    }
}
