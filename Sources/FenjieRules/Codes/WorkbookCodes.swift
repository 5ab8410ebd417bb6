internal import FenjieModel

/// What is reported of workbooks, read and written.
enum WorkbookCodes {
    /// The sections of the rule book.
    static let sections = [
        RuleBook.Section(name: "workbooks-read", codes: read),
        RuleBook.Section(name: "workbooks-written", codes: written),
    ]

    private static let read = [
        CodeDescription(
            "hidden-sheet", .info, Message("工作表是隐藏的", "a sheet is hidden"),
            cause: Message(
                "隐藏的工作表照常读取，免得遗漏。",
                "Hidden sheets are read like others, so that nothing is missed."),
            example: Message("“旧数据”表被隐藏。", "A sheet of old data is hidden."),
            cure: Message("不需要的，删除后再读。", "Delete it if it is not wanted.")),
        CodeDescription(
            "hidden-rows", .info, Message("有隐藏的行", "rows are hidden"),
            cause: Message(
                "隐藏或筛选掉的行照常读取。",
                "Rows that are hidden or filtered away are read like others."),
            example: Message("按单位筛选后保存。", "The file was saved with a filter on."),
            cure: Message("取消隐藏或清除筛选后核对。", "Show them, or clear the filter, and look.")),
        CodeDescription(
            "hidden-columns", .info, Message("有隐藏的列", "columns are hidden"),
            cause: Message(
                "隐藏的列照常读取。",
                "Hidden columns are read like others."),
            example: Message("“备注”列被隐藏。", "The column of remarks is hidden."),
            cure: Message("取消隐藏后核对。", "Show them and look.")),
        CodeDescription(
            "overlapping-merges", .warning, Message("合并区域重叠", "merged ranges overlap"),
            cause: Message(
                "工作簿记录的合并区域互相重叠，Excel 自己不会写出这样的文件。",
                "Merged ranges of the file overlap, which Excel never writes."),
            example: Message("某些程序导出的报表。", "A report exported by some program."),
            cure: Message("用 Excel 或 WPS 打开检查合并的单元格。", "Look at the merged cells in Excel or WPS.")),
        CodeDescription(
            "text-under-merge", .warning, Message("合并单元格下有看不见的文字", "text lies unseen below a merged cell"),
            cause: Message(
                "合并区域除左上角外的单元格里也有文字，屏幕上看不见。读作任务表时不采用；按普通表格转换（--raw）和 dump 照原样保留。",
                "Cells of a merged range other than its first hold text that nobody sees. As a task table it is not taken; "
                    + "plain conversions (--raw) and dumps keep it."),
            example: Message("程序合并单元格时没有清空下面的值。", "A program merged cells without clearing them."),
            cure: Message(
                "取消合并，需要的文字留下，不需要的删除，再读一遍。",
                "Unmerge the cells, keep or delete the text, and read the file again.")),
        CodeDescription(
            "formula-without-result", .warning, Message("公式没有计算结果", "formulas without results"),
            cause: Message(
                "单元格里是公式，文件中没有存它的结果；程序生成的工作簿未经表格软件保存时会这样。这些单元格按空白读取。",
                "Cells hold formulas whose results are not in the file, as programs write them that do not calculate. They read as blank."
            ),
            example: Message("完成时限写成 =DATE(2026,6,30)，由脚本生成后直接报送。", "A script wrote =DATE(2026,6,30) as a deadline."),
            cure: Message("用 Excel 或 WPS 打开并保存后再读。", "Open and save it in Excel or WPS, then read it again.")),
        CodeDescription(
            "sheet-without-content", .warning, Message("工作表没有内容", "a sheet has no content"),
            cause: Message(
                "工作簿的目录里有这张表，文件里没有它。",
                "The workbook lists the sheet, and the file does not hold it."),
            example: Message("传输或修复时丢了一部分。", "A part was lost in transfer or repair."),
            cure: Message("打开原文件检查，必要时请提供者重发。", "Look at the original, and ask for it again if need be.")),
        CodeDescription(
            "sheet-without-table", .info, Message("工作表不是任务分解表", "a sheet without a task table"),
            cause: Message(
                "这张工作表里找不到任务分解表的表头。",
                "No header of a task table was found on the sheet."),
            example: Message("封面、说明、目录。", "A cover or a page of instructions."),
            cure: Message("按普通表格转换时加 --raw。", "Use --raw to convert it as a plain sheet.")),
    ]

    private static let written = [
        CodeDescription(
            "merge-left-out", .warning, Message("合并区域未写出", "a merged range was not written"),
            cause: Message(
                "合并区域重叠、越界或过大，写出的工作簿里不再合并；文字都在。",
                "The range overlaps another, is out of bounds or too large; its text is kept."),
            example: Message("两个合并区域有一格相同。", "Two merged ranges share a cell."),
            cure: Message("打开后按需要重新合并。", "Merge the cells again if wanted.")),
        CodeDescription(
            "sheet-renamed", .info, Message("工作表改了名", "a sheet was renamed"),
            cause: Message(
                "名称过长、含有不允许的字符或重复，不能用作工作表名。",
                "The name is too long, holds characters that are not allowed, or is used already."),
            example: Message("“一/二季度”。", "Q1/Q2."),
            cure: Message("不影响结果。", "Nothing to do.")),
        CodeDescription(
            "sheet-not-converted", .warning, Message("有工作表未转换", "a sheet was not converted"),
            cause: Message(
                "目标格式只能存放一张表。",
                "The target format holds one sheet."),
            example: Message("把三张表的工作簿转换为 CSV。", "A workbook of three sheets becomes CSV."),
            cure: Message("用 --sheet 逐张选择，或转换为 xlsx。", "Choose sheets with --sheet, or convert to xlsx.")),
        CodeDescription(
            "row-too-tall", .warning, Message("一行文字过多", "a row holds too much text"),
            cause: Message(
                "行高最多 409 磅，打印时显示不全；文件中内容完整。",
                "A row is at most 409 points high; print cannot show all of its text, the file holds it."),
            example: Message("一个单元格写了几千字。", "A cell of some thousand characters."),
            cure: Message("把内容拆分到多行。", "Split the text over several rows.")),
        CodeDescription(
            "print-too-small", .info, Message("打印字号过小", "print is very small"),
            cause: Message(
                "列数较多，缩为一页宽后字号不足 6 磅。",
                "So many columns on one page width print in less than 6 points."),
            example: Message("20 列的台账。", "A ledger of 20 columns."),
            cure: Message("改用 A3 纸，或减少列数。", "Print on A3, or leave out columns.")),
    ]
}
