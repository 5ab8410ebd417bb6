internal import FenjieFiles
internal import Glibc

/// A program run to its end.
public struct ChildProcess: Sendable {
    /// How it ended; 128 and the number of the signal where one ended it.
    public let status: Int32
    /// What it wrote to standard output.
    public let output: [UInt8]
    /// What it wrote to standard error.
    public let error: [UInt8]

    /// Standard output as text.
    public var outputText: String { String(decoding: output, as: UTF8.self) }
    /// Standard error as text.
    public var errorText: String { String(decoding: error, as: UTF8.self) }

    /// Runs a program and waits for it.
    ///
    /// - Parameters:
    ///   - program: its path.
    ///   - arguments: the arguments behind its name.
    ///   - input: what it finds on standard input.
    ///   - environment: all of its variables.
    ///   - folder: where it runs.
    /// - Throws: ``FileFailure`` where its streams cannot be set up or it cannot be started.
    public init(
        _ program: String, _ arguments: [String], input: [UInt8] = [], environment: [String: String],
        folder: String
    ) throws {
        // Files rather than pipes: nothing has to be read while the child writes.
        let streams = Workdir()
        try streams.write(input, to: "in")
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(&actions, 0, streams.path("in"), O_RDONLY, 0)
        unsafe posix_spawn_file_actions_addopen(&actions, 1, streams.path("out"), O_WRONLY | O_CREAT, 0o600)
        unsafe posix_spawn_file_actions_addopen(&actions, 2, streams.path("err"), O_WRONLY | O_CREAT, 0o600)
        var child: pid_t = 0
        let variables = environment.map { "\($0.key)=\($0.value)" }
        // Swift does not see the file action that changes the folder; `env` does the same.
        let words = ["/usr/bin/env", "-C", folder, program] + arguments
        let failure = unsafe Self.withPointers(words) { pointers in
            unsafe Self.withPointers(variables) { variables in
                unsafe posix_spawn(&child, words[0], &actions, nil, pointers, variables)
            }
        }
        guard failure == 0 else { throw FileFailure.reading(program, code: failure) }
        var raw: Int32 = 0
        while unsafe waitpid(child, &raw, 0) < 0 && errno == EINTR {}
        status = raw & 0x7F == 0 ? (raw >> 8) & 0xFF : 128 + (raw & 0x7F)
        output = try InputFile(path: streams.path("out")).contents()
        error = try InputFile(path: streams.path("err")).contents()
    }

    private static func withPointers<Result>(
        _ texts: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
    ) -> Result {
        var pointers = unsafe texts.map { unsafe strdup($0) } + [nil]
        defer { for index in unsafe pointers.indices { unsafe free(pointers[index]) } }
        return unsafe pointers.withUnsafeMutableBufferPointer { storage in
            guard let base = storage.baseAddress else { preconditionFailure("an array of one element has a place") }
            return unsafe body(base)
        }
    }
}
