internal import FenjieModel

/// What is reported of a sheet that came back, compared with what was issued.
enum ReturnedSheetCodes {
    /// The sections of the rule book, by what they are about.
    static let sections = [
        RuleBook.Section(name: "returned-identity", codes: identity),
        RuleBook.Section(name: "returned-rows", codes: rows),
        RuleBook.Section(name: "returned-text", codes: text),
        RuleBook.Section(name: "returned-columns", codes: columns),
        RuleBook.Section(name: "returned-cells", codes: cells),
        RuleBook.Section(name: "report", codes: report),
    ]

    private static let identity = [
        CodeDescription(
            "passport-missing", .warning, Message("识别信息丢失", "the passport is gone"),
            cause: Message(
                "下发的任务表带有隐藏的识别信息；这份没有，多半是另存为、粘贴为数值或改成了别的格式。",
                "Worksheets carry a hidden passport; this one has none, because it was pasted as values or saved in another form."
            ),
            example: Message("把内容复制到新建的工作簿后上报。", "The content was copied into a new workbook."),
            cure: Message(
                "请用原下发的文件填报；已按内容比对的，核对结果即可。", "Fill in the file that was issued; this one was compared by its content.")
        ),
        CodeDescription(
            "passport-damaged", .info, Message("识别信息不完整", "a part of the passport is gone"),
            cause: Message(
                "识别信息存在隐藏工作表和文件属性两处，其中一处没有了。",
                "The passport travels as a hidden sheet and as properties; one of them is gone."),
            example: Message("用某些软件另存后，文件属性不见了。", "Some programs drop document properties."),
            cure: Message("不影响核对。", "Nothing to do.")),
        CodeDescription(
            "issue-unknown", .error, Message("不是这一次下发的表", "not a sheet of this issue"),
            cause: Message(
                "识别信息的下发编号与 --against 给出的都不同，可能交了往期的表。",
                "The passport names an issue that is none of those given with --against; it may be of an earlier period."
            ),
            example: Message("第二季度交来的是第一季度的表。", "The sheet of the first quarter came in the second."),
            cure: Message("请用本期下发的表填报。", "Fill in the sheet of this period.")),
        CodeDescription(
            "unit-wrong", .error, Message("单位不符", "the sheet of another unit"),
            cause: Message("识别信息中的单位与下发给该单位的表不同。", "The passport names a unit other than that of the issued sheet."),
            example: Message("市财政局交来了市教育局的表。", "One unit sends the sheet of another."),
            cure: Message("请换成本单位的表。", "Send the unit's own sheet.")),
        CodeDescription(
            "period-wrong", .error, Message("期次不符", "the wrong period"),
            cause: Message("识别信息中的期次与下发的不同。", "The passport names another period."),
            example: Message("应为第二季度，交来的是第一季度。", "It is of the first quarter, not the second."),
            cure: Message("请用本期下发的表填报。", "Fill in the sheet of this period.")),
        CodeDescription(
            "form-version-old", .warning, Message("表式版本不符", "another version of the form"),
            cause: Message(
                "填报用的表式版本与下发的不同，栏目可能有增减。", "The form has another version than what was issued; columns may differ."),
            example: Message("下发 2.0 版，交来 1.0 版。", "2.0 was issued, and 1.0 came back."),
            cure: Message("请用新版表填报。", "Fill in the new form.")),
        CodeDescription(
            "several-sheets", .info, Message("有多张工作表", "several sheets"),
            cause: Message("工作簿里除任务表外还有别的工作表，只核对任务表。", "The workbook has other sheets too; only the form was checked."),
            example: Message("多了一张“Sheet2”。", "There is a Sheet2."),
            cure: Message("无关的工作表请删去。", "Delete sheets that do not belong.")),
    ]

    private static let rows = [
        CodeDescription(
            "row-missing", .error, Message("缺少下发的行", "an issued row is missing"),
            cause: Message("下发的一项任务在交回的表中找不到。", "A task that was issued is not in the sheet."),
            example: Message("第 12 项被删掉了。", "Task 12 was deleted."),
            cure: Message("请补回这一行并填报。", "Put the row back and fill it in.")),
        CodeDescription(
            "row-added", .warning, Message("多出的行", "a row was added"),
            cause: Message("这一行不是下发的任务。", "The row is none of those that were issued."),
            example: Message("末尾加了一行“其他工作”。", "A row 其他工作 stands at the end."),
            cure: Message("请删去，或移到备注中说明。", "Delete it, or say it under remarks.")),
        CodeDescription(
            "row-repeated", .error, Message("行重复", "a row stands twice"),
            cause: Message("同一项任务出现两次，不知以哪一行为准。", "A task stands twice, and nobody can tell which row counts."),
            example: Message("第 3 项被复制了一份。", "Task 3 was copied."), cure: Message("请只保留一行。", "Keep one of them.")),
        CodeDescription(
            "rows-moved", .info, Message("行的顺序变了", "rows were moved"),
            cause: Message("行的先后与下发时不同，多半是排过序；不影响核对。", "The rows stand in another order, probably after sorting."),
            example: Message("按完成状态排了序。", "The rows were sorted by status."),
            cure: Message("不影响核对和汇总。", "Nothing to do.")),
    ]

    private static let text = [
        CodeDescription(
            "issued-text-changed", .error, Message("下发的内容被改动", "issued text was changed"),
            cause: Message(
                "任务、要求、单位、时限等下发的内容与下发时不同。",
                "What was issued, such as the requirement, the units or the deadline, differs."),
            example: Message("时限由“6月底前”改成了“9月底前”。", "The deadline was changed from June to September."),
            cure: Message("请恢复原文；确需调整的另行报请。", "Put the text back; changes are asked for apart.")),
        CodeDescription(
            "issued-text-spacing", .info, Message("下发的内容只有空格或全半角变化", "issued text differs in spaces or width"),
            cause: Message("与下发时相比，只多少了空格、换行，或全半角不同。", "Only white space, line ends, or full and half width differ."),
            example: Message("“（一）”变成了“(一)”。", "（一） became (一)."), cure: Message("不影响核对。", "Nothing to do.")),
        CodeDescription(
            "line-changed", .warning, Message("表头上方的文字被改动", "a line above the table was changed"),
            cause: Message(
                "标题、填报单位或期次一行与下发时不同；有识别信息的按识别信息计入。不再写有本单位或本期的是警告，其余是提示。",
                "The title or the line of unit and period is not what was issued; a passport counts. It is a warning where unit or period are not named any more, and else a note."
            ),
            example: Message("填报期次由“第二季度”改成了“第三季度”。", "The period was changed from the second quarter to the third."),
            cure: Message("请核对是不是这个单位、这一期的表，并恢复下发的文字。", "Check unit and period, and put the line back.")),
        CodeDescription(
            "note-added", .info, Message("表格以外写有文字", "something is written outside the table"),
            cause: Message(
                "表格上方、下方或另一张工作表写有下发时没有的文字；汇总时记入台账的“单位自加”。",
                "Text above or below the table or on another sheet was not issued; collecting keeps it under 单位自加."),
            example: Message("表格下方写“第 2 项因资金未到位暂缓”。", "Below the table a unit says why a task waits."),
            cure: Message("看内容是否需要答复。", "See whether it needs an answer.")),
    ]

    private static let columns = [
        CodeDescription(
            "header-missing", .error, Message("表头没有了", "the header is gone"),
            cause: Message(
                "表头一行被删除或改写，认不出各栏，无法核对。",
                "The row of headings was deleted or overwritten, so that the columns are not known and nothing was compared."
            ),
            example: Message("删去了表头一行。", "The row of headings was deleted."),
            cure: Message("请恢复下发时的表头。", "Put the headings back.")),
        CodeDescription(
            "column-removed", .error, Message("缺少下发的栏目", "a column was removed"),
            cause: Message("下发的一栏在交回的表中找不到。", "A column that was issued is not in the sheet."),
            example: Message("“佐证材料”一栏被删掉了。", "佐证材料 was deleted."), cure: Message("请补回该栏。", "Put the column back.")),
        CodeDescription(
            "column-added", .warning, Message("多出的栏目", "a column was added"),
            cause: Message("这一栏不是下发的。", "The column is none of those that were issued."),
            example: Message("中间插入了“负责人”一栏。", "A column 负责人 was put in."),
            cure: Message("请删去该栏，内容移到规定的栏目。", "Delete it, and put its content where it belongs.")),
        CodeDescription(
            "column-renamed", .warning, Message("栏名被改动", "a column was renamed"),
            cause: Message("这一栏还认得出，但栏名与下发时不同。", "The column is still known, but its heading differs."),
            example: Message("“进展情况”改成了“工作进展情况”。", "进展情况 became 工作进展情况."),
            cure: Message("请恢复原来的栏名。", "Put the heading back.")),
        CodeDescription(
            "column-hidden", .warning, Message("栏目被隐藏", "a column was hidden"),
            cause: Message("下发时显示的一栏被隐藏了，可能漏看漏填。", "A column that showed when it was issued is hidden."),
            example: Message("“存在问题”一栏被隐藏。", "存在问题 is hidden."),
            cure: Message("取消隐藏并核对内容。", "Show it, and look at its content.")),
    ]

    private static let cells = [
        CodeDescription(
            "merge-changed", .warning, Message("合并单元格有变化", "merged cells changed"),
            cause: Message(
                "下发时没有合并的单元格被合并，或原来的合并被取消。", "Cells were merged that were not, or a merged cell was undone."),
            example: Message("把三行的“进展情况”合并成一格。", "进展情况 of three rows was merged."),
            cure: Message("请取消合并，每行分别填写。", "Unmerge the cells and fill in each row."))
    ]

    private static let report = [
        CodeDescription(
            "findings-left-out", .info, Message("同类问题过多，未逐一列出", "too many findings of a code"),
            cause: Message(
                "同一张表同一代码的问题超过一万处，其余只计数。", "A table has more than 10,000 findings of a code; the others are counted."),
            example: Message("整栏没有填写。", "A whole column is empty."),
            cure: Message("先改正已列出的，再检查一次。", "Put right what is listed, and check again.")),
        CodeDescription(
            "units-not-read", .info, Message("未逐一解析单位", "unit cells were not read"),
            cause: Message(
                "表很大，没有给出名录时不逐一解析责任单位栏。",
                "The table is large; without a directory its unit cells are not read one by one."),
            example: Message("30 万行的 CSV。", "A CSV of 300,000 rows."),
            cure: Message("需要时用 --units 给出名录。", "Give a directory with --units if wanted.")),
        CodeDescription(
            "template-rule-unknown", .warning, Message("模板中有不认识的规则名", "the template names a rule that is none"),
            cause: Message("模板的 rules 中写了不存在的规则或代码。", "The template's rules name neither a rule nor a code."),
            example: Message("写成了 number-sequense。", "It says number-sequense."),
            cure: Message("改正名称；fenjie explain 列出全部。", "Correct it; fenjie explain lists all.")),
        CodeDescription(
            "marked-copy-incomplete", .info, Message("标注件不含原件的某些内容", "the marked copy leaves something out"),
            cause: Message(
                "标注后的工作簿是重新写出的，图片、图表、字体等不在其中；交来的原件没有改动。",
                "The marked workbook is written anew without pictures, charts and fonts; the file that was sent is not touched."
            ),
            example: Message("原件里的照片。", "Photographs in the file."),
            cure: Message("需要这些内容时查看原件。", "Look at the file that was sent.")),
    ]
}
