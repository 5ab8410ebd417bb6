internal import FenjieModel
internal import FenjieRules
internal import FenjieText

/// Says why a code is reported, what it looks like and what to do about it.
struct ExplainCommand: Command {
    static let name = "explain"
    static let summary = Message("说明检查代码的原因、例子和办法", "says what a code means, with an example and the cure")
    static let operands = Message("[代码…]", "[CODE…]")
    static let commonOptions: [any DeclaredOption] = [CommonOptions.json] + CommonOptions.talk
    static let hasOwnJSON = true
    static let discussion = [
        Message(
            "不写代码则列出全部代码；--all 输出整页说明（Markdown）。",
            "Without a code all codes are listed; --all prints the whole page as Markdown.")
    ]
    private static let all = Flag("all", Message("输出整页说明", "print the whole page"))
    static let options: [any DeclaredOption] = [all]
    static let conflicts: [[any DeclaredOption]] = [[all, CommonOptions.json]]
    static let examples = [
        CommandExample("fenjie explain value-missing", Message("看看这个代码是什么意思", "what this code means")),
        CommandExample("fenjie explain --all > 代码说明.md", Message("得到整页说明", "makes the page of all codes")),
    ]

    func run(_ context: CommandContext) throws -> ExitStatus {
        let book = RuleBook.standard
        if context.options[Self.all] {
            try context.checkOperands(atMost: 0)
            try context.console.write(book.page)
            return context.status
        }
        let descriptions = try context.operands.map { try Self.description(of: $0, in: book) }
        if context.options[CommonOptions.json] {
            let shown = descriptions.isEmpty ? book.sections.flatMap(\.codes) : descriptions
            try context.console.print(JSONValue.array(shown.map(Self.json)).text(indent: 2))
        } else if descriptions.isEmpty {
            try list(book, context.console)
        } else {
            for (index, description) in descriptions.enumerated() {
                if index > 0 { try context.console.print() }
                try show(description, in: book, context.console)
            }
        }
        return context.status
    }

    private static func description(of code: String, in book: RuleBook) throws(UsageFailure) -> CodeDescription {
        if let description = book.description(of: code) { return description }
        throw UsageFailure(
            Message("没有代码“\(code)”", "there is no code '\(code)'"),
            hint: UsageFailure.didYouMean(NearestNames.suggestions(for: code, among: book.codes))
                ?? Message("\(Product.name) explain 列出全部代码", "\(Product.name) explain lists the codes"))
    }

    private func list(_ book: RuleBook, _ console: Console) throws {
        let width = book.codes.reduce(0) { max($0, TextWidth.columns($1)) }
        for section in book.sections {
            try console.print(console.outputStyle.bold(section.name))
            for code in section.codes {
                try console.print(
                    "  " + TextWidth.padded(code.code, to: width + 2) + code.title.text(in: console.language))
            }
        }
    }

    /// The language of the user first, then the other.
    private func show(_ code: CodeDescription, in book: RuleBook, _ console: Console) throws {
        let style = console.outputStyle
        let rule = book.section(of: code.code)?.name ?? ""
        try console.print(
            style.bold(code.code) + "  " + style.severity(code.severity.title.text(in: console.language), code.severity)
        )
        for language in [console.language] + Language.allCases.filter({ $0 != console.language }) {
            let labels = language == .chinese ? ("规则", "原因", "例子", "办法") : ("rule", "cause", "example", "cure")
            let width = language == .chinese ? 6 : 9
            try console.print()
            try console.print(code.title.text(in: language))
            for (label, text) in [
                (labels.0, rule), (labels.1, code.cause.text(in: language)),
                (labels.2, code.example.text(in: language)),
                (labels.3, code.cure.text(in: language)),
            ] { try console.print("  " + TextWidth.padded(label, to: width) + text) }
        }
    }

    private static func json(_ code: CodeDescription) -> JSONValue {
        func both(_ message: Message) -> JSONValue {
            .object([("zh", .string(message.chinese)), ("en", .string(message.english))])
        }
        return .object([
            ("code", .string(code.code)), ("severity", .string(code.severity.rawValue)), ("title", both(code.title)),
            ("cause", both(code.cause)), ("example", both(code.example)), ("cure", both(code.cure)),
        ])
    }
}
