internal import FenjieFormats
internal import FenjieGrammar
internal import FenjieLedger
internal import FenjieModel
internal import FenjieTasks

// The options that a step shares with the verb of its name, or with other steps: each is declared here and nowhere else.
// What the two say differently, such as where outputs go, stands in the files of the step and of the verb.

/// Reading.
extension StepOption {
    /// The form of the inputs.
    public static let from = StepOption(
        "from", .choice(InputForm.names), Message("输入的形式；不给则自动判断", "the form of the input; found out if not given"))

    /// The one sheet to read.
    public static let sheet = StepOption(
        "sheet", .text, Message("只读这一张工作表，名称或序号", "read this sheet only, by name or number"))

    /// What parts the cells of delimited text.
    public static let delimiter = StepOption(
        "delimiter", .delimiter,
        Message("CSV 的分隔符：, ; | 或 tab；不给则自动判断", "the delimiter of CSV: , ; | or tab; found out if not given"))

    /// The encoding of what every step reads.
    public static let inputEncoding = StepOption(
        "input-encoding", .encoding, Message("输入文本的编码", "the encoding of text inputs"))

    /// The form of the inputs as a template.
    static let template = StepOption("template", .text, Message("模板的名称或文件", "the name of a template, or its file"))

    /// What every step that reads tables may say.
    static let reading = [from, sheet, delimiter, inputEncoding]
}

/// Meaning.
extension StepOption {
    /// The unit directory.
    public static let units = StepOption(
        "units", .file, Message("单位名录（单位名称、别名、所属集合）", "a directory of units: names, aliases, collectives"))

    /// The year of deadlines that name none.
    public static let year = StepOption(
        "year", .integer(DeadlineOptions.years),
        Message("没有写年份的时限属于哪一年；表格不给则取自标题", "the year of deadlines that name none; from a table's title if not given"))

    /// The day of issue.
    public static let issued = StepOption(
        "issued", .date, Message("印发日期，用于“印发后30日内”", "the day of issue, for deadlines counted from it"),
        earlierName: "issue-date")

    /// Whether the unit listed first leads.
    public static let firstLeads = StepOption(
        "first-leads", .flag, Message("列在第一位的单位牵头", "the unit listed first leads"))

    /// What every step that reads units and deadlines may say.
    static let meaning = [units, year, issued, firstLeads]
}

/// Writing.
extension StepOption {
    /// How values that several rows share are written.
    public static let spans = StepOption(
        "spans", .choice(SpanStyle.allCases.map(\.rawValue)),
        Message(
            "多行共用的值：每行重复、合并单元格、只写一次", "values that several rows share: on each row, in merged cells, or once"))

    /// Whether a table is converted without meaning.
    public static let raw = StepOption(
        "raw", .flag, Message("按普通表格转换，不识别任务", "convert as a plain sheet, without meaning"))

    /// What becomes of the ordinals before headings.
    public static let numbering = StepOption(
        "numbering", .choice(["strip", "keep"]),
        Message("标题前的“一、”“（一）”去掉还是保留（默认去掉）", "whether headings keep their 一、 and （一） (default strip)"))

    /// Whether cells that a spreadsheet would run get an apostrophe.
    public static let guardFormulas = StepOption(
        "guard-formulas", .flag,
        Message("CSV 中会被当作公式的单元格前加撇号", "put an apostrophe before CSV cells that a spreadsheet would run"))

    /// The encoding of what a step writes.
    static let encoding = StepOption("encoding", .encoding, Message("输出文本的编码", "the encoding of text outputs"))
}

/// Worksheets out.
extension StepOption {
    /// What worksheets are made by.
    public static let splitBasis = StepOption(
        "by", .choice(SplitBasis.allCases.map(\.rawValue)), Message("按什么拆分", "what worksheets are made by"))

    /// How worksheets are named.
    public static let fileNames = StepOption(
        "name", .fileNames, Message("文件名模式", "how files are named"))

    /// The units that worksheets are made for.
    public static let only = StepOption("only", .texts, Message("只做这些单位的，可用顿号隔开", "for these units only"))

    /// Whether all worksheets go into one workbook.
    public static let oneWorkbook = StepOption(
        "one-workbook", .flag, Message("写成一个工作簿，每个单位一张工作表", "make one workbook with a sheet for each unit"))

    /// The format of worksheets.
    public static let worksheetFormat = StepOption(
        "to", .choice(OutputFormats.names + OutputFormats.aliases),
        Message("任务表的格式；不给则为 xlsx", "the format of the worksheets; xlsx if not given"))

    /// The reporting period.
    public static let period = StepOption(
        "period", .text, Message("填报期次，如 2024年第一季度", "the reporting period, as it is to be printed"))
}

/// Worksheets in, and ledgers.
extension StepOption {
    /// What returned sheets are compared with.
    public static let against = StepOption(
        "against", .files,
        Message("对照下发的任务表、其所在文件夹或原表", "compare with issued worksheets, their folder, or the issued table"))

    /// The day by which tasks are overdue.
    public static let overdueAsOf = StepOption(
        "as-of", .date, Message("以这一天判断是否逾期", "the day by which tasks are judged overdue"))

    /// The table of the last period.
    public static let previousTable = StepOption(
        "previous", .file,
        Message("上一期的表：找出进展一字未改的任务", "the table of the last period, to find progress that has not changed"))

    /// The worksheets that went out.
    public static let issuedWorksheets = StepOption(
        "issued", .files, Message("下发的任务表或其文件夹", "the worksheets that went out, or their folder"), isRequired: true)

    /// The day of a review.
    public static let reviewAsOf = StepOption(
        "as-of", .date, Message("截至这一天；不给则为今天", "the day of the review; today if not given"))

    /// An earlier ledger.
    public static let previousLedger = StepOption(
        "previous", .file, Message("与上期台账比较：新完成、滞后倒退、进展未更新、新增、减少", "compare with an earlier ledger"))

    /// The day of the earlier ledger.
    public static let previousAsOf = StepOption(
        "previous-as-of", .date,
        Message("上期台账截至哪一天；给出后只把此后逾期的算作滞后", "the day of the earlier ledger, to tell what fell overdue since"))

    /// How many days ahead a deadline is near.
    public static let dueSoon = StepOption(
        "due-soon", .integer(0...366), Message("今后多少天内到期的列为近期到期", "how many days ahead a deadline is near"))
}
