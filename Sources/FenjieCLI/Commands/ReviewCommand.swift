internal import FenjieFiles
internal import FenjieFormats
internal import FenjieGrammar
internal import FenjieLedger
internal import FenjieModel
internal import FenjiePipeline
internal import FenjieTemplates
internal import FenjieText

/// Looks at a ledger on a day.
struct ReviewCommand: Command {
    static let name = "review"
    static let summary = Message("按日期回头看台账：完成、推进、逾期、序时进度、核销和督促整改", "shows how the tasks of a ledger stand on a day")
    static let operands = Message("台账", "LEDGER")
    static let discussion = [
        Message(
            "台账可以是 fenjie collect 写出的 .xlsx、.csv、.json，也可以是自己记的表：有“完成状态”或“完成日期”一栏即可，栏名、次序不限，多出的栏目不影响。",
            "The ledger is an .xlsx, .csv or .json made by fenjie collect, or any table with 完成状态 or 完成日期; headings are "
                + "recognised, columns may stand anywhere, and further ones do no harm."),
        Message(
            "每项任务只有一种状态：已完成、正在推进、逾期未完成、未启动、长期坚持、状态不明、调整暂缓。时限次日起算逾期；完成日期晚于截至日期的，"
                + "截至日期时不算完成。几个单位共同承担的，以牵头单位的状态为准，没有牵头的看全部责任单位。",
            "Each task has one state: done, under way, overdue, not started, ongoing, unclear or set aside. It is overdue from the "
                + "day after its deadline; what is done on a later day is not done on this one. Lead units decide on the state of a "
                + "task, else all responsible ones."),
        Message(
            "序时进度：完成时限在截至日期及以前的任务，占有明确日期的任务之比，与同一批任务的实际完成率相比较。",
            "On schedule: the share of tasks with a day that are due by the day of the review, against the share that is done."
        ),
        Message(
            "-o 的扩展名决定形式：.html（带图表的网页）、.xlsx（带图表的工作簿）、.txt（通报）、.csv（统计表）、.json；不给 -o 时显示通报。"
                + "结果只取决于台账和选项。",
            "The extension of -o decides on the form: .html with charts, .xlsx with charts, .txt (the bulletin), .csv (the "
                + "counts) or .json; without -o the bulletin is shown. Results depend on ledger and options alone."),
    ]

    private static let asOf = ValueOption<CivilDate>.date(.reviewAsOf)
    private static let previous = ValueOption<String>.inputFile(.previousLedger, placeholder: Message("上期台账", "OLD"))
    private static let previousAsOf = ValueOption<CivilDate>.date(.previousAsOf)
    private static let horizon = ValueOption<Int>.integer(.dueSoon, placeholder: Message("天数", "DAYS"))
        .withDefault(30, shownAs: "30")
    private static let to = ValueOption.choice(
        "to", ReviewFile.self,
        Message("结果的形式；不给则按 -o 的扩展名", "the form of the result; by the extension of -o if not given"))

    static let options: [any DeclaredOption] =
        [asOf, previous, previousAsOf, horizon, to] + MeaningFlags.all + ReadingFlags.all
    static let conflicts: [[any DeclaredOption]] = [[to, CommonOptions.json]]
    static let requirements: [(option: any DeclaredOption, needs: any DeclaredOption)] = [(previousAsOf, previous)]
    static let hasOwnJSON = true
    static let examples = [
        CommandExample("fenjie review 台账.xlsx", Message("显示截至今天的通报", "shows how it stands today")),
        CommandExample(
            "fenjie review 台账.xlsx --as-of 2026-06-30 -o 半年通报.html", Message("写出带图表的网页", "writes a page with charts")),
        CommandExample(
            "fenjie review 台账.xlsx --previous 上期台账.xlsx -o 通报.xlsx",
            Message("与上期比较，写出工作簿", "compares with an earlier ledger and writes a workbook")),
    ]

    func run(_ context: CommandContext) throws -> ExitStatus {
        try context.checkOperands(atMost: 1)
        guard let ledger = try input(context, named: context.operands) else { return context.status }
        let word = context.options[Self.previous]
        let previous = try word.flatMap { try input(context, named: [$0]) }
        if word != nil, previous == nil { return context.status }
        let output = try ReviewOutput(context, to: context.options[Self.to])
        let operation = LedgerReview(try options(context))
        try context.forEach([ledger]) { ledger in
            let review = try operation.review(
                try context.open(ledger), previous: try previous.map { try context.open($0) })
            context.log.add(review.findings)
            context.log.add(try output.write(review))
        }
        return context.status
    }

    /// The one file that some words name; `nil` where it does not exist, which is reported.
    private func input(_ context: CommandContext, named words: [String]) throws -> Input? {
        let inputs = try context.inputs(named: words, extensions: InputExtensions.ledgers)
        guard inputs.count < 2 else {
            throw UsageFailure(
                Message("一次只看一份台账，这里有 \(inputs.count) 份", "one ledger at a time; these are \(inputs.count)"),
                hint: Message("请写明是哪一个文件", "name the file"))
        }
        return inputs.first
    }

    private func options(_ context: CommandContext) throws -> LedgerReview.Options {
        let today = SystemCalendar.today
        guard
            let day = context.options[Self.asOf]
                ?? CivilDate(year: today.year, month: today.month, day: today.day)
        else { throw UsageFailure(Message("系统日期不可用，请用 --as-of 指定", "there is no date today; give --as-of")) }
        var options = LedgerReview.Options(ledger: try context.template(default: "ledger"), asOf: day)
        options.reading = context.readingOptions(encoding: context.options[CommonOptions.encoding])
        options.sheet = context.options[ReadingFlags.sheet]
        options.directory = try context.unitDirectory()
        options.units = try context.unitOptions(options.directory)
        options.units.firstLeads = options.units.firstLeads || options.ledger.firstLeads
        options.deadlines = context.deadlineOptions
        options.horizon = context.options[Self.horizon]
        options.previousAsOf = context.options[Self.previousAsOf]
        if let problem = options.problem { throw UsageFailure(problem) }
        return options
    }
}

/// Where the review goes.
private struct ReviewOutput {
    private let context: CommandContext
    private let form: ReviewFile
    /// The file; `nil` for standard output.
    private let path: String?

    init(_ context: CommandContext, to word: ReviewFile?) throws {
        self.context = context
        let output = context.options[CommonOptions.output]
        path = output == "-" ? nil : output
        let asJSON = context.options[CommonOptions.json]
        guard let path else {
            form = word ?? (asJSON ? .json : .txt)
            if form == .xlsx { try context.console.checkThatBinaryIsWanted(.standardOutput) }
            return
        }
        guard let form = word ?? Self.form(ofExtension: PathText.extension(of: path)) else {
            let names = ReviewFile.allCases.map { ".\($0.rawValue)" }
            throw UsageFailure(
                Message(
                    "结果的扩展名应为 \(names.joined(separator: "、"))", "a review is named \(names.joined(separator: ", "))"),
                hint: Message("或用 --to 指定形式", "or say the form with --to"), place: Place(file: path))
        }
        self.form = form
        try context.replacement.check(path)
    }

    private static func form(ofExtension suffix: String) -> ReviewFile? {
        switch suffix {
        case "htm": .html
        case "text": .txt
        default: ReviewFile(rawValue: suffix)
        }
    }

    func write(_ review: Review) throws -> [Finding] {
        let language = context.console.language
        guard let path else {
            var destination = Destination.stream(context.console.output)
            return try form.write(review, in: language, to: &destination)
        }
        var destination = Destination.file(
            try OutputFile(path: path, replacing: context.replacement))
        let findings = try form.write(review, in: language, to: &destination)
        try destination.complete()
        context.console.say(Message("已写出：\(path)", "it is in \(path)"))
        if context.options[CommonOptions.json], form != .json {
            try context.console.print(review.json(in: context.console.language).text(indent: 2))
        }
        return findings
    }
}
