internal import FenjieModel

/// What is reported where sheets become task tables.
enum TableCodes {
    /// The sections of the rule book.
    static let sections = [
        RuleBook.Section(name: "tables", codes: tables)
    ]

    private static let tables = [
        CodeDescription(
            "no-task-table", .error, Message("不是任务分解表", "no table of tasks"),
            cause: Message(
                "找不到任务分解表的表头，已按普通表格照原样转换。",
                "No header of a task table was found; the sheet was converted as it stands."),
            example: Message("把通讯录交给 convert。", "An address list was given to convert."),
            cure: Message(
                "本来就不是任务表的加 --raw；栏名特殊的在模板的 synonyms 中补充。",
                "Use --raw if it is none, or add its headings to the synonyms of the template.")),
        CodeDescription(
            "column-missing", .info, Message("原表没有某一栏", "the table lacks a column"),
            cause: Message(
                "模板的一栏在原表中没有，写出时留空。",
                "A column of the template is not in the table and stays blank."),
            example: Message("原表没有“完成时限”。", "The table has no deadlines."),
            cure: Message("栏名特殊时在模板的 synonyms 中补充。", "Add an unusual heading to the synonyms of the template.")),
        CodeDescription(
            "header-repeated", .info, Message("表头重复", "the header is printed again"),
            cause: Message(
                "表头在分页处重复，没有当作任务。",
                "The header is repeated at page breaks and was not taken as a task."),
            example: Message("每 20 行重复一次表头。", "A header above every 20 rows."),
            cure: Message("不影响结果。", "Nothing to do.")),
        CodeDescription(
            "tables-stacked", .info, Message("一张工作表上有几张表", "several tables on one sheet"),
            cause: Message(
                "同一张工作表上下排着栏名不同的几张表，各自作为一张表处理，名称后加编号。",
                "Tables with different headings stand below each other on a sheet; each is handled by itself, with a number behind the name."
            ),
            example: Message("指标表下面接着任务表。", "A table of tasks below one of targets."),
            cure: Message("不影响结果；只要一张的，用 --sheet 选择。", "Nothing to do; choose one of them with --sheet.")),
        CodeDescription(
            "unit-columns-joined", .warning, Message("单位分写在几栏", "units stand in several columns"),
            cause: Message(
                "同一栏名的责任单位有两栏以上，各栏的单位都计入，后面的栏加编号以示区别。",
                "Several columns of units have one heading; the units of all count, and a figure tells the columns apart."
            ),
            example: Message("表头有两个“责任单位”。", "A header with two columns 责任单位."),
            cure: Message("意思不同的改正栏名，如“配合单位”。", "Correct the heading where the meaning differs.")),
        CodeDescription(
            "further-unit-column", .info, Message("另有一栏单位计入", "a further column of units counts"),
            cause: Message(
                "表中另有一栏的栏名和内容都是责任单位，拆分和核对时一并计入。",
                "A further column has a heading and cells of responsible units; they count in splitting and checking."),
            example: Message("“责任单位”旁边另有“落实单位”。", "落实单位 beside 责任单位."),
            cure: Message("不应计入的，改正栏名。", "Correct the heading if they should not count.")),
        CodeDescription(
            "unit-column-left-out", .warning, Message("另有一栏像单位", "a further column looks like units"),
            cause: Message(
                "表中另有一栏的栏名也像单位，但看来是科室或督导、联系等单位，拆分和核对时没有计入。",
                "A further column names units as well, but offices or those who watch; it does not count in splitting and checking."
            ),
            example: Message("“责任单位”旁边另有“责任科室”或“督导单位”。", "责任科室 or 督导单位 beside 责任单位."),
            cure: Message("应当计入的，两栏改为相同的栏名。", "If it should count, give both columns one heading.")),
        CodeDescription(
            "heading-repeated", .info, Message("栏名重复", "a heading stands twice"),
            cause: Message(
                "几栏的栏名相同，后面的栏加编号以示区别。",
                "Several columns have one heading; a figure tells them apart."),
            example: Message("表头有两个“备注”。", "A header with two columns 备注."),
            cure: Message("不影响结果；需要时改正栏名。", "Nothing to do, or correct the heading.")),
        CodeDescription(
            "no-tasks", .warning, Message("有表头没有任务", "a header without tasks"),
            cause: Message(
                "表头下面没有任务行。",
                "No task stands below the header."),
            example: Message("只有表头的空表。", "An empty form."),
            cure: Message("检查内容是否完整。", "Check whether the table is complete.")),
        CodeDescription(
            "total-row", .info, Message("合计行未计入", "a row of totals was left out"),
            cause: Message(
                "“合计”“总计”一类的行不是任务。",
                "A row of totals is no task."),
            example: Message("末行“合计 71 项”。", "A last row 合计."),
            cure: Message("不影响结果。", "Nothing to do.")),
        CodeDescription(
            "filler-row", .info, Message("栏次或填写示例未计入", "a row of the form was left out"),
            cause: Message(
                "表头下面编栏次的行（甲、1、2、3）和填写示例不是任务。",
                "A row below the header that counts the columns, or shows how to fill them in, is no task."),
            example: Message("表头下一行是“甲 1 2 3”，或以“示例”开头。", "A row 甲 1 2 3, or one that begins with 示例."),
            cure: Message("不影响结果；确是任务的，填写序号。", "Nothing to do; give it a number if it is a task.")),
        CodeDescription(
            "filled-from-above", .warning, Message("空格按“同上”处理", "blanks took the value above"),
            cause: Message(
                "表中没有合并的任务栏可作参照，责任单位、时限等栏的空格沿用了上一行的内容；可能原是合并单元格，也可能确实没有填。",
                "No heading of the table spans rows, and blanks in other columns took the value above: merged cells may have been lost, or nothing was meant."
            ),
            example: Message("每行都有任务，第 4 行的责任单位是空的。", "A task on every row, and no unit in the fourth."),
            cure: Message("与上一行不同的，填写该值，没有的填“/”或“无”。", "Fill in what differs; write / or 无 where there is none.")),
        CodeDescription(
            "nothing-above", .warning, Message("“同上”之上没有内容", "same as above, below nothing"),
            cause: Message(
                "单元格写的是“同上”“〃”一类，而上一行没有内容可沿用，按原文保留。",
                "A cell says 同上 or 〃, and the row above holds nothing; it was kept as printed."),
            example: Message("第一行的责任单位是“同上”。", "The first row has the unit 同上."),
            cure: Message("写出该值。", "Write the value out.")),
        CodeDescription(
            "blank-below-span", .info, Message("合并单元格下方的空格", "a blank below a merged cell"),
            cause: Message(
                "空单元格在合并区域之外，按空白处理，没有沿用上一行的内容。",
                "An empty cell lies outside the merged range above and was taken as blank."),
            example: Message("一级任务合并了 3 行，第 4 行为空。", "A merged cell of three rows, and a blank one in the fourth."),
            cure: Message("与上一行相同的，合并单元格或填写该值。", "If it is the same as above, merge the cells or fill it in.")),
        CodeDescription(
            "number-supplied", .info, Message("序号由程序编写", "numbers were supplied"),
            cause: Message(
                "原表没有序号，或某一行的序号为空而能确定，已编上。",
                "The table has no numbers, or one that is missing could be told."),
            example: Message("没有“序号”一栏的表。", "A table without numbers."),
            cure: Message("不影响结果。", "Nothing to do.")),
        CodeDescription(
            "number-missing", .warning, Message("缺少序号", "a number is missing"),
            cause: Message(
                "这一行没有序号，也无法由前后行确定。",
                "The row has no number, and its neighbours do not tell it."),
            example: Message("插入了一行而没有编号。", "A row was put in and not numbered."),
            cure: Message("补填序号。", "Fill in the number.")),
    ]
}
