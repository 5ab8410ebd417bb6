package import FenjieFiles
internal import FenjieModel
internal import FenjieText

/// Where the program begins and ends.
public enum Entrypoint {
    /// Runs the command line of this process, and ends it.
    public static func main() -> Never {
        Interruption.watch()
        let variables = Language.variables + ["NO_COLOR", "TERM", "COLUMNS"]
        let process = Entrypoint.Process(
            output: .standardOutput(), error: .standardError(), input: .standardInput(),
            environment: ProcessEnvironment.values(of: variables))
        let status = run(arguments: Array(CommandLine.arguments.dropFirst()), in: process)
        TemporaryFiles.endProcess(status: status.rawValue)
    }

    /// What the program sees of the world; tests hand in their own.
    package struct Process: Sendable {
        package let output: ByteStream
        package let error: ByteStream
        package let input: ByteSource
        package let environment: [String: String]

        package init(
            output: ByteStream, error: ByteStream, input: ByteSource, environment: [String: String]
        ) {
            self.output = output
            self.error = error
            self.input = input
            self.environment = environment
        }
    }

    /// Runs one command line.
    ///
    /// - Parameters:
    ///   - arguments: the arguments without the program's name.
    ///   - process: the streams and the environment.
    /// - Returns: the exit status.
    package static func run(arguments: [String], in process: Process) -> ExitStatus {
        let console = Console(output: process.output, error: process.error, environment: process.environment)
        do {
            let status = try Invocation(arguments: arguments, process: process, console: console).run()
            try console.output.finish()
            return status
        } catch is ReaderGone {
            // The reader of a pipe has seen enough, as `head` does; that is no failure.
            return .done
        } catch {
            try? console.output.finish()
            let failure = error as? any Failure ?? UnexpectedError(error)
            console.report(failure)
            return ExitStatus(failure.kind)
        }
    }
}

/// An error of a type that no room declares: a bug.
private struct UnexpectedError: Failure {
    let kind = FailureKind.bug
    let place = Place()
    let message: Message
    let hint: Message?

    init(_ error: any Error) {
        message = Message(
            "程序内部错误（\(Product.versionLine)）：\(type(of: error)) \(error)",
            "a bug in \(Product.versionLine): \(type(of: error)) \(error)")
        hint = Message(
            "请把上面这一行、所用的命令和能重现问题的最小输入告诉开发者",
            "please report the line above, the command, and the smallest input that shows it")
    }
}
