import FenjieFiles
import FenjieTestSupport
import Testing

/// A folder of `Tests/Cases`: `cmd` is a script, `expected.out`, `expected.err` and `status` are what it must give.
///
/// What else is in the folder is copied beside the script. A file that is missing stands for nothing, or status 0.
struct CaseFolder: Sendable, CustomTestStringConvertible {
    static let root = Checkout.root + "/Tests/Cases"

    let verb: String
    let name: String

    var path: String { "\(Self.root)/\(verb)/\(name)" }
    var testDescription: String { "\(verb)/\(name)" }

    static let all: [CaseFolder] = folders(in: root).flatMap { verb in
        folders(in: "\(root)/\(verb)").map { CaseFolder(verb: verb, name: $0) }
    }

    /// The text of one of its files; empty where it is missing.
    func text(of file: String) -> String {
        guard let input = try? InputFile(path: "\(path)/\(file)"), let bytes = try? input.contents() else { return "" }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Runs the script in a fresh copy of the folder.
    func run() throws -> ChildProcess {
        let work = Workdir()
        _ = try ChildProcess(
            "/bin/cp", ["-R", "\(path)/.", work.path], environment: [:], folder: work.path)
        _ = try ChildProcess(
            "/bin/rm", ["-f", "cmd", "expected.out", "expected.err", "status"], environment: [:], folder: work.path)
        return try Fenjie.runScript(text(of: "cmd"), in: work.path)
    }

    /// Makes what came out the expectation.
    func update(to outcome: ChildProcess) throws {
        try replace("expected.out", outcome.outputText)
        try replace("expected.err", outcome.errorText)
        try replace("status", outcome.status == 0 ? "" : "\(outcome.status)\n")
    }

    private func replace(_ file: String, _ text: String) throws {
        guard !text.isEmpty else {
            _ = try ChildProcess("/bin/rm", ["-f", file], environment: [:], folder: path)
            return
        }
        var output = try OutputFile(path: "\(path)/\(file)", replacing: true)
        try output.write(Array(text.utf8))
        try output.commit()
    }

    private static func folders(in path: String) -> [String] {
        let names = (try? Folder.names(in: path).names) ?? []
        return names.filter { FileStatus(path: "\(path)/\($0)")?.kind == .folder }
    }
}
