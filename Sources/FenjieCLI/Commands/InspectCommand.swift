internal import FenjieFiles
internal import FenjieGrammar
internal import FenjieModel
internal import FenjiePipeline
internal import FenjieText

/// Says what inputs were taken for, and what they hold.
struct InspectCommand: Command {
    static let name = "inspect"
    static let summary = Message(
        "查看把输入认成了什么：版式、表头、单位、时限、疑点", "shows what an input was taken for: layout, columns, units, deadlines, doubts")
    static let options: [any DeclaredOption] = MeaningFlags.all + ReadingFlags.all
    static let commonOptions: [any DeclaredOption] =
        [CommonOptions.json, CommonOptions.template, CommonOptions.encoding, CommonOptions.failOn] + CommonOptions.talk
    static let hasOwnJSON = true
    static let examples = [
        CommandExample("fenjie inspect 任务分解表.txt", Message("转换前先看一眼", "a look before converting"))
    ]

    func run(_ context: CommandContext) throws -> ExitStatus {
        let inputs = try context.inputs(extensions: InputExtensions.tables)
        let inspector = Inspector(
            reading: context.readingOptions(encoding: context.options[CommonOptions.encoding]),
            template: try context.template(), sheet: context.options[ReadingFlags.sheet],
            units: try context.unitOptions(), deadlines: context.deadlineOptions)
        try context.forEach(inputs) { input in
            let inspection = try inspector.inspect(try context.open(input))
            if context.options[CommonOptions.json] {
                try context.console.print(
                    InspectionJSON.value(inspection, language: context.console.language).text(indent: 2))
            } else {
                let page = InspectionPage(language: context.console.language, style: context.console.outputStyle)
                try context.console.write(page.text(inspection))
            }
            context.log.add(inspection.findings)
        }
        return context.status
    }
}

/// The options of every verb that reads units and deadlines.
enum MeaningFlags {
    static let year = ValueOption<Int>(
        "year", placeholder: Message("年份", "YEAR"),
        Message("没有写年份的时限属于哪一年；不给则取自标题", "the year of deadlines that name none; from the title if not given")
    ) { text throws(ValueProblem) in
        guard let year = Int(text), (1900...2999).contains(year) else {
            throw ValueProblem(Message("“\(text)”不是年份", "'\(text)' is no year"))
        }
        return year
    }

    static let issued = ValueOption<CivilDate>.date(
        "issued", Message("印发日期，用于“印发后30日内”", "the day of issue, for deadlines counted from it"))

    static let firstLeads = Flag("first-leads", Message("列在第一位的单位牵头", "the unit listed first leads"))

    static let all: [any DeclaredOption] = [year, issued, firstLeads]
}

extension CommandContext {
    /// How deadlines are read.
    var deadlineOptions: DeadlineOptions {
        DeadlineOptions(year: options[MeaningFlags.year], issued: options[MeaningFlags.issued])
    }

    /// How units are read.
    func unitOptions() throws -> UnitGrammar.Options {
        UnitGrammar.Options(firstLeads: options[MeaningFlags.firstLeads])
    }
}
