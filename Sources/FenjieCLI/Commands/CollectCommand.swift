internal import FenjieFiles
internal import FenjieFormats
internal import FenjieLedger
internal import FenjieModel
internal import FenjiePipeline
internal import FenjieTemplates
internal import FenjieText

/// Adds returned worksheets up to a ledger.
struct CollectCommand: Command {
    static let name = "collect"
    static let summary = Message("把交回的任务表汇总成台账", "adds returned worksheets up to a ledger")
    static let operands = Message("文件夹…", "FOLDER…")
    static let discussion = [
        Message(
            "文件夹里的每个文件都有着落：已报、退回、不是表或未识别；一个文件读不出来不影响其他。先按识别信息认，再按标题、单位和内容认，与文件名和行的位置无关。",
            "Every file is filed as reported, rejected, no table or unknown, and one that cannot be read spoils nothing. Files are "
                + "known by their passport, else by title, unit and content, never by name or position alone."),
        Message(
            "一个单位报了几次的，填报日期较晚的计入；日期分不出的，文件保存时间较晚的计入，其次是填报内容较多的；仍分不出的按内容摘要确定。结果与文件顺序和时钟无关，补交后重新汇总即可。",
            "Of several returns of a unit the one with the later 填报日期 counts, else the one saved later by its own properties, "
                + "else the one with more cells filled in, else the "
                + "digest decides. Neither the order of files nor a clock matters; collect again when late files come."),
        Message(
            "-o 的扩展名决定格式：.xlsx（总表、按单位、未报送、问题、重复报送、文件）、.csv、.json；不给 -o 时只显示报送情况。",
            "The extension of -o decides on the form: .xlsx with all sheets, .csv or .json; without -o only the counts are shown."
        ),
    ]

    private static let issued = ValueOption<String>.inputFile(.issuedWorksheets, placeholder: Message("下发件", "ISSUED"))
        .repeated

    static let options: [any DeclaredOption] = [issued, WritingFlags.guardFormulas, ReadingFlags.limit]
    static let hasOwnJSON = true
    static let examples = [
        CommandExample("fenjie collect 上报/ --issued 下发/ -o 台账.xlsx", Message("汇总成台账", "makes the ledger")),
        CommandExample("fenjie collect 上报/ --issued 下发/", Message("看还有谁没报", "shows who has not returned anything")),
        CommandExample(
            "fenjie collect 上报/ --issued 下发/ -o 台账.csv --force",
            Message("补交后重新汇总", "collects again when late files have come")),
    ]

    func run(_ context: CommandContext) throws -> ExitStatus {
        guard !context.operands.isEmpty else {
            throw UsageFailure(
                Message("没有给出交回任务表的文件夹", "no folder of returned worksheets is given"),
                hint: Message("如：fenjie collect 上报/ --issued 下发/", "as in: fenjie collect returned/ --issued issued/"))
        }
        guard context.options.contains(Self.issued) else {
            throw UsageFailure(
                Message("缺少 --issued", "--issued is missing"),
                hint: Message("请用 --issued 给出下发的任务表或其文件夹", "name the worksheets that went out with --issued"))
        }
        let output = try Output(context)
        let folders = folders(context)
        guard !folders.isEmpty else { return context.status }
        var options = ReturnCollection.Options(
            template: try context.template(default: "unit-quarterly"), ledger: try Template(builtIn: "ledger"))
        options.reading = context.readingOptions(encoding: context.options[CommonOptions.encoding])
        let collection = ReturnCollection(options)
        let issued = try IssuedInputs(
            of: Self.issued, context, template: options.template, reading: options.reading, takesTables: false)
        let items = self.items(of: folders, context, without: issued.inputs.map(\.path), over: output.path)
        if let path = output.path { try context.replacement.checkInputs(path) }
        let ledger = collection.ledger(of: items, issued: IssuedCollection(issued.worksheets))
        Self.report(ledger.findings, in: context)
        context.log.add(try output.write(ledger))
        if context.options[CommonOptions.json] {
            if !output.isStream { try context.console.print(ledger.json(in: context.console.language).text(indent: 2)) }
        } else {
            context.console.say(Self.counts(of: ledger))
            context.console.say(ledger.fileCounts)
        }
        return context.status
    }

    /// A return that cannot be read is an input that failed, whatever else is well.
    private static func report(_ findings: [Finding], in context: CommandContext) {
        for finding in findings {
            if Ledger.tellsOfUnreadableFile(finding) {
                context.log.add(LedgerFailure(.input, at: finding.place, finding.message, hint: finding.hint))
            } else {
                context.log.add(finding)
            }
        }
    }

    private static func counts(of ledger: Ledger) -> Message {
        let returned = ledger.issued - ledger.missing.count
        return Message(
            "应报 \(ledger.issued) 份，已报 \(returned) 份，未报 \(ledger.missing.count) 份；任务 \(ledger.tasks.count) 项",
            "\(Message.counted(ledger.issued, "worksheet was", "worksheets were")) issued, "
                + "\(Message.counted(returned, "is", "are")) in, "
                + "\(Message.counted(ledger.missing.count, "is", "are")) missing; "
                + "\(Message.counted(ledger.tasks.count, "task"))")
    }

    /// The folders that are there; one that is missing is reported and leaves the others as they are.
    private func folders(_ context: CommandContext) -> [String] {
        context.operands.filter { word in
            guard FileStatus(path: word) == nil else { return true }
            context.log.add(FileFailure.reading(word, code: FileFailure.notFound))
            return false
        }
    }

    /// What lies in the folders, without the issued worksheets and an earlier ledger that this one replaces.
    private func items(
        of folders: [String], _ context: CommandContext, without issued: [String], over ledger: String?
    ) -> [FolderContents.Item] {
        let skipped = Set(issued.compactMap { FileStatus(path: $0)?.identity })
        let earlier = ledger.flatMap { FileStatus(path: $0)?.identity }
        var items: [FolderContents.Item] = []
        var found: [FileStatus.Identity: String] = [:]
        // With several folders the same name may stand in two of them.
        for item in folders.flatMap({ FolderContents(of: $0, prefix: context.operands.count > 1 ? $0 : "").items }) {
            if let identity = FileStatus(path: item.path)?.identity {
                guard !skipped.contains(identity) else { continue }
                // Whatever else has the name of the ledger is a return, and stays.
                if identity == earlier, LedgerFile.isLedger(item.path) { continue }
                found[identity] = item.path
            }
            items.append(item)
        }
        context.reading.add(found)
        return items
    }
}

/// Where the ledger goes.
private struct Output {
    private let context: CommandContext
    private let form: LedgerFile
    /// The file; `nil` for standard output and for none.
    let path: String?
    let isStream: Bool

    init(_ context: CommandContext) throws {
        self.context = context
        let word = context.options[CommonOptions.output]
        isStream = word == "-"
        path = isStream ? nil : word
        guard let path else {
            form = context.options[CommonOptions.json] ? .json : .csv
            return
        }
        guard let form = LedgerFile(rawValue: PathText.extension(of: path)) else {
            throw UsageFailure(
                Message("台账的扩展名应为 .xlsx、.csv 或 .json", "a ledger is named .xlsx, .csv or .json"),
                place: Place(file: path))
        }
        self.form = form
        // Nobody should wait for two thousand worksheets to hear this.
        try context.replacement.check(path)
    }

    func write(_ ledger: Ledger) throws -> [Finding] {
        let options = WritingOptions(
            encoding: context.options[CommonOptions.encoding],
            guardsFormulas: context.options[WritingFlags.guardFormulas])
        if let path {
            var destination = Destination.file(try OutputFile(path: path, replacing: context.replacement))
            let findings = try form.write(ledger, options, in: context.console.language, to: &destination)
            try destination.complete()
            context.console.say(Message("已写出台账：\(path)", "the ledger is in \(path)"))
            return findings
        }
        guard isStream else { return [] }
        var destination = Destination.stream(context.console.output)
        return try form.write(ledger, options, in: context.console.language, to: &destination)
    }
}
