internal import FenjieFiles
internal import FenjieModel

/// One input and why it cannot be worked on, as far as that is known beforehand.
struct BatchItem: Sendable {
    let input: Input
    let failure: FileFailure?
}

/// The inputs of a run in their order, checked so that no two of them write the same file.
struct BatchPlan: Sendable {
    private(set) var items: [BatchItem]
    private let inputs: [Input]
    private let failures: [FileFailure]

    /// Checks what a batch would write before anything is.
    ///
    /// Inputs whose outputs would be one file are not worked on, whichever comes first; the others are.
    ///
    /// - Throws: ``PipelineFailure`` where two steps, or all inputs, write the same file; ``FileFailure`` where an output
    ///   is something that is read.
    init(_ found: BatchInputs, _ batch: BatchSetup) throws {
        let inputs = found.inputs
        self.inputs = inputs
        failures = found.failures
        let steps = batch.itemSteps
        items = inputs.map { BatchItem(input: $0, failure: nil) }
        batch.options.replacing.inputs.add(found.identities)
        var names = TargetNames()
        for target in batch.wholeSteps.flatMap(\.step.targets) {
            guard names.claim(target, by: -1) == nil else { throw Self.repeated(target) }
            try batch.checkInputs(target)
        }
        var clashes: [Int: Int] = [:]
        for (index, input) in inputs.enumerated() {
            for target in steps.flatMap({ $0.targets(for: input) }) {
                try batch.checkInputs(target)
                guard let other = names.claim(target, by: index) else { continue }
                guard other != index, other >= 0 else { throw Self.repeated(target) }
                clashes[index] = other
                clashes[other] = clashes[other] ?? index
            }
        }
        if inputs.count > 1, clashes.count == inputs.count,
            let target = steps.lazy.flatMap({ $0.targets(for: inputs[0]) }).first
        {
            throw PipelineFailure(
                Place(file: target),
                Message("每个输入都会写成这个文件", "every input would become this file"),
                hint: Message("请在 output 中使用 {folder}{stem} 或 {name}", "use {folder}{stem} or {name} in output"))
        }
        for (index, other) in clashes {
            items[index] = BatchItem(input: inputs[index], failure: Self.clash(inputs[index], inputs[other]))
        }
        items += failures.map { failure in
            let path = failure.place.file ?? ""
            return BatchItem(input: Input(path: path, relativePath: PathText.name(of: path)), failure: failure)
        }
    }

    /// Whether it was made for these inputs.
    func isMade(for found: BatchInputs) -> Bool { inputs == found.inputs && failures == found.failures }

    private static func clash(_ input: Input, _ other: Input) -> FileFailure {
        FileFailure(
            .output, path: input.path,
            Message(
                "与 \(other.path) 会写成同一个文件，两个都未处理", "it and \(other.path) would become the same file; neither was done"),
            hint: Message(
                "请在 output 中使用 {name} 代替 {stem}，或给其中一个改名", "use {name} for {stem} in output, or rename one of them"))
    }

    private static func repeated(_ target: String) -> PipelineFailure {
        PipelineFailure(
            Place(file: target), Message("有两个步骤写这个文件，或与清单同名", "two steps write this file, or it is the manifest's"),
            hint: Message("请给其中一个步骤另写 output", "give one of the steps another output"))
    }
}

/// Names of outputs that are spoken for. File systems differ in whether 甲.CSV and 甲.csv are two files; here they are one.
private struct TargetNames {
    private var owners: [String: Int] = [:]
    private var folders: [String: Int] = [:]
    /// The folders that some output lies in.
    private var parents: [String: Int] = [:]

    /// Takes a name; returns who has it already, or a folder that holds it.
    mutating func claim(_ target: String, by index: Int) -> Int? {
        let key = target.lowercased()
        if Manifest.isManifest(key) { return -1 }
        var folder = PathText.folder(of: String(key.hasSuffix("/") ? key.dropLast() : key[...]))
        while !folder.isEmpty {
            if let other = folders[folder], other != index { return other }
            if parents[folder] == nil { parents[folder] = index }
            folder = PathText.folder(of: String(folder.dropLast()))
        }
        if key.hasSuffix("/") {
            if let other = folders[key] ?? parents[key].flatMap({ $0 == index ? nil : $0 }) { return other }
            folders[key] = index
        } else {
            if let other = owners[key] { return other }
            owners[key] = index
        }
        return nil
    }
}
