package import FenjieFiles
internal import FenjieFormats
internal import FenjieModel
package import FenjieText

/// What a verb works with: the options, the inputs, and where results and findings go.
package struct CommandContext: Sendable {
    /// The options that were used.
    package let options: ParsedArguments
    /// The inputs as the user wrote them.
    package var operands: [String] { options.inputs }
    /// Where results and talk go.
    package let console: Console
    /// Where findings and failures are collected.
    package let log: FindingLog
    /// Standard input.
    package let standardInput: ByteSource
    /// What the verb reads.
    package let reading: InputRegister

    package init(
        options: ParsedArguments, console: Console, log: FindingLog, standardInput: ByteSource,
        reading: InputRegister = InputRegister()
    ) {
        self.options = options
        self.console = console
        self.log = log
        self.standardInput = standardInput
        self.reading = reading
    }

    /// What every output of the verb asks for: files that exist are replaced with `--force`, what is read never.
    package var replacement: Replacement { Replacement(options[CommonOptions.force], sparing: reading) }

    /// How the run ends as things stand: the gravest of the failures, or what the findings make of it.
    package var status: ExitStatus { log.status(failingOn: options[CommonOptions.failOn]) }

    /// The inputs as files, or a usage failure where there are none.
    ///
    /// Those that do not exist are reported and leave the others as they are.
    ///
    /// - Parameters:
    ///   - words: what names the inputs; all operands unless given.
    ///   - extensions: what files are taken from a folder, in lower case without dots.
    /// - Returns: the inputs in a fixed order.
    /// - Throws: ``UsageFailure`` where the command line names no input.
    package func inputs(named words: [String]? = nil, extensions: [String]) throws -> [Input] {
        let words = words ?? operands
        guard !words.isEmpty else {
            throw UsageFailure(
                Message("没有给出输入", "no input is given"),
                hint: Message(
                    "请写文件、文件夹、通配符，或用 - 表示标准输入", "name files, folders or patterns, or - for standard input"))
        }
        let found = discover(words, extensions: extensions)
        for failure in found.failures { log.add(failure) }
        log.add(found.findings)
        return found.inputs
    }

    /// Finds files that are to be read, and keeps outputs away from them.
    ///
    /// - Parameters:
    ///   - words: files, folders and patterns.
    ///   - extensions: what files are taken from a folder, in lower case without dots.
    /// - Returns: what was found.
    package func discover(_ words: [String], extensions: [String]) -> InputDiscovery {
        let found = InputDiscovery(named: words, extensions: extensions)
        reading.add(found.identities)
        for input in found.inputs where input.isStandardInput { reading.add(input.path) }
        return found
    }

    /// The first operand of a verb whose first operand is one of some words.
    ///
    /// - Parameters:
    ///   - type: the words.
    ///   - command: the verb, for messages.
    /// - Returns: the word's case.
    /// - Throws: ``UsageFailure`` where it is missing or none of them.
    package func firstOperand<Choice: RawRepresentable<String> & CaseIterable>(
        as type: Choice.Type, of command: any Command.Type
    ) throws(UsageFailure) -> Choice {
        let choices = Choice.allCases.map(\.rawValue)
        guard let word = operands.first else {
            throw UsageFailure(
                Message("\(command.name) 后面缺少一个词", "\(command.name) needs a word behind it"),
                hint: Message("可用：\(choices.joined(separator: "、"))", "available: \(choices.joined(separator: ", "))"))
        }
        guard let choice = Choice(rawValue: word) else {
            throw UsageFailure(
                Message("\(command.name) 没有“\(word)”", "\(command.name) has no '\(word)'"),
                hint: NearestNames.hint(for: word, among: choices))
        }
        return choice
    }

    /// Makes sure that a verb is not given more operands than it takes.
    ///
    /// - Parameter limit: how many it takes.
    /// - Throws: ``UsageFailure`` naming the first that is too much.
    package func checkOperands(atMost limit: Int) throws(UsageFailure) {
        guard operands.count > limit else { return }
        throw UsageFailure(Message("多出一个词“\(operands[limit])”", "there is a word too many: '\(operands[limit])'"))
    }

    /// Opens an input.
    package func open(_ input: Input) throws -> InputFile {
        let limit = readingOptions(encoding: nil).streamLimit
        guard input.isStandardInput else { return try InputFile(path: input.path, streamLimit: limit) }
        return InputFile(bytes: try standardInput.contents(limit: limit), name: input.path)
    }

    /// The lines of an input: of standard input as they come, of a file in its encoding.
    ///
    /// - Parameters:
    ///   - input: one of the inputs.
    ///   - encoding: what the user says it is; standard input is UTF-8 otherwise, as it cannot be read twice.
    /// - Returns: a reader at the first line.
    /// - Throws: a ``Failure`` where it cannot be opened or its encoding is not known.
    package func lines(of input: Input, encoding: TextEncoding?) throws -> LineReader {
        if input.isStandardInput, encoding ?? .utf8 == .utf8 {
            let source = standardInput
            return LineReader(name: input.path) { bytes in try source.read(into: &bytes) }
        }
        let text = try TextInput(open(input), encoding: encoding)
        log.add(text.findings)
        var window: [UInt8] = []
        return LineReader(name: input.path) { bytes in
            guard try text.read(into: &window) else { return false }
            bytes += window
            return true
        }
    }

    /// Does something for each item; one that fails is reported, and the others are still done.
    ///
    /// A failure about the command line stops the run, as does an error that is no ``Failure``.
    package func forEach<Item>(_ items: [Item], _ body: (Item) throws -> Void) throws {
        for item in items {
            do {
                try body(item)
            } catch let failure as any Failure where failure.kind == .input || failure.kind == .output {
                log.add(failure)
            }
        }
    }
}
