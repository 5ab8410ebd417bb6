package import FenjieFiles
internal import FenjieModel
internal import FenjieText

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

    package init(options: ParsedArguments, console: Console, log: FindingLog, standardInput: ByteSource) {
        self.options = options
        self.console = console
        self.log = log
        self.standardInput = standardInput
    }

    /// How the run ends as things stand: the gravest of the failures, or what the findings make of it.
    package var status: ExitStatus { log.status(failingOn: options[CommonOptions.failOn]) }

    /// The inputs as files, or a usage failure where there are none.
    ///
    /// Those that do not exist are reported and leave the others as they are.
    ///
    /// - Parameter extensions: what files are taken from a folder, in lower case without dots.
    /// - Returns: the inputs in a fixed order.
    /// - Throws: ``UsageFailure`` where the command line names no input.
    package func inputs(extensions: [String]) throws -> [Input] {
        guard !operands.isEmpty else {
            throw UsageFailure(
                Message("没有给出输入", "no input is given"),
                hint: Message(
                    "请写文件、文件夹、通配符，或用 - 表示标准输入", "name files, folders or patterns, or - for standard input"))
        }
        let found = InputDiscovery(named: operands, extensions: extensions)
        for failure in found.failures { log.add(failure) }
        for finding in found.findings { log.add(finding) }
        return found.inputs
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
        guard input.isStandardInput else { return try InputFile(path: input.path) }
        return InputFile(bytes: try standardInput.contents(), name: input.path)
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
