public import FenjieFiles
public import FenjieModel

/// The inputs of a run as they lie there now.
public struct BatchInputs: Sendable {
    /// The files in their order.
    public private(set) var inputs: [Input] = []
    /// Words and files that stand for nothing that can be read.
    public private(set) var failures: [FileFailure] = []
    /// What was left aside, and why.
    public private(set) var findings: [Finding] = []
    /// The paths of the files among what is read.
    package private(set) var identities: [FileStatus.Identity: String] = [:]

    /// Finds the inputs.
    ///
    /// - Parameters:
    ///   - list: what names them.
    ///   - base: the folder where relative paths start, with its slash; empty for the current one.
    ///   - extensions: the files to take from folders where the list says nothing of that.
    ///   - output: the output folder; whatever lies in it is never an input.
    ///   - standardInput: gives the bytes of standard input, for a list.
    /// - Throws: a ``Failure`` where a list cannot be read.
    public init(
        _ list: InputList, base: String, extensions: [String], output: String,
        standardInput: () throws -> [UInt8] = { [] }
    ) throws {
        var words = list.words.map { Self.resolved($0, base) }
        for name in list.lists {
            let path = name == "-" ? "-" : Self.resolved(name, base)
            let bytes = name == "-" ? try standardInput() : try Self.list(path)
            if let status = FileStatus(path: path), status.kind == .file { identities[status.identity] = path }
            let read = FileList(bytes, isNullSeparated: list.isNullSeparated)
            words += read.names.map { Self.resolved($0, base) }
            if read.hasUndecodable { failures.append(.undecodableName(path)) }
        }
        guard !words.isEmpty else { return }
        let found = InputDiscovery(named: words, extensions: list.extensions.isEmpty ? extensions : list.extensions)
        var own = OwnFolder(output)
        inputs = found.inputs.filter { $0.isStandardInput || !own.contains($0.path) }
        failures += found.failures.filter { failure in failure.place.file.map { !own.contains($0) } ?? true }
        findings = found.findings.filter { finding in finding.place.file.map { !own.contains($0) } ?? true }
        let left = found.inputs.count - inputs.count
        // What is our own may be written again.
        let isOwn = { (path: String) in left > 0 && own.contains(path) }
        identities.merge(found.identities.filter { !isOwn($0.value) }) { $1 }
        guard left > 0 else { return }
        findings.append(
            Finding(
                "own-output-skipped", .info, at: Place(file: output),
                message: Message(
                    "输出文件夹中的 \(left) 个文件不作为输入", "files in the output folder are no inputs: \(left) were left aside")))
    }

    /// Some of the inputs that were found already.
    init(_ inputs: [Input], of found: BatchInputs) {
        self.inputs = inputs
        identities = found.identities
    }

    private static func resolved(_ path: String, _ base: String) -> String {
        path == "-" ? path : PathText.resolved(path, from: base)
    }

    private static func list(_ path: String) throws -> [UInt8] {
        do {
            return try InputFile(path: path).contents(limit: 1 << 30)
        } catch {
            throw PipelineFailure(error.place, error.message, hint: error.hint)
        }
    }
}

/// Names in a file, one a line or parted by null bytes as `find -print0` writes them.
struct FileList {
    private(set) var names: [String] = []
    private(set) var hasUndecodable = false

    init(_ bytes: [UInt8], isNullSeparated: Bool) {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        for part in bytes[start...].split(separator: isNullSeparated ? 0 : 0x0A) {
            let name = !isNullSeparated && part.last == 0x0D ? part.dropLast() : part
            guard !name.isEmpty else { continue }
            if let text = String(validating: name, as: UTF8.self) { names.append(text) } else { hasUndecodable = true }
        }
    }
}

/// Tells what lies in the output folder, however paths are spelled or linked.
private struct OwnFolder {
    private let path: String?
    private var answers: [String: Bool] = [:]

    init(_ path: String) { self.path = Folder.realPath(path).map { $0 == "/" ? $0 : $0 + "/" } }

    mutating func contains(_ file: String) -> Bool {
        guard let path else { return false }
        let folder = PathText.folder(of: file)
        if let known = answers[folder] { return known }
        let real = Folder.realPath(folder).map { $0 + "/" } ?? ""
        let answer = real.utf8.starts(with: path.utf8)
        answers[folder] = answer
        return answer
    }
}
