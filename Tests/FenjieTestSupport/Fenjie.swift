internal import FenjieFiles
internal import Glibc

/// The program itself, as it was built with the tests.
public enum Fenjie {
    /// Its path: it stands beside the test bundle.
    public static let path: String = folder + "/fenjie"

    /// The folder of the program.
    public static let folder: String = {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = unsafe readlink("/proc/self/exe", &buffer, buffer.count - 1)
        let executable = String(decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return String(PathText.folder(of: executable).dropLast())
    }()

    /// Runs the program.
    ///
    /// - Parameters:
    ///   - arguments: the command line behind its name.
    ///   - input: what it finds on standard input.
    ///   - environment: variables beside `PATH`; the locale is `C.UTF-8` unless they say otherwise.
    ///   - folder: where it runs.
    /// - Returns: its status and what it wrote.
    /// - Throws: ``FileFailure`` where it could not be started.
    public static func run(
        _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:], in folder: String = "/"
    ) throws -> ChildProcess {
        try ChildProcess(path, arguments, input: input, environment: variables(environment), folder: folder)
    }

    /// Runs a script of bash in which `fenjie` is this program.
    ///
    /// - Parameters:
    ///   - script: the lines of the script.
    ///   - environment: variables beside `PATH`.
    ///   - folder: where it runs.
    /// - Returns: its status and what it wrote.
    /// - Throws: ``FileFailure`` where bash could not be started.
    public static func runScript(
        _ script: String, environment: [String: String] = [:], in folder: String
    ) throws -> ChildProcess {
        try ChildProcess(
            "/bin/bash", ["-c", script], environment: variables(environment), folder: folder)
    }

    private static func variables(_ more: [String: String]) -> [String: String] {
        ["PATH": "\(folder):/usr/bin:/bin", "LC_ALL": "C.UTF-8"].merging(sanitizers) { $1 }.merging(more) { $1 }
    }

    /// What `make check-sanitize` tells the sanitizers, also in the program under test.
    private static let sanitizers = ProcessEnvironment.values(of: ["ASAN_OPTIONS", "TSAN_OPTIONS"])
}
