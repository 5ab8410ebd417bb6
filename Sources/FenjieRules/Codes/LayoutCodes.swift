internal import FenjieModel

/// What is reported of tables and outlines in plain text.
enum LayoutCodes {
    /// The sections of the rule book.
    static let sections = [
        RuleBook.Section(name: "text-tables", codes: tables),
        RuleBook.Section(name: "outlines", codes: outlines),
    ]

    private static let tables = [
        CodeDescription(
            "layout-tie", .info, Message("版式难以分辨", "two layouts fit nearly as well"),
            cause: Message(
                "文本按得分最高的版式读取，但另一种版式得分相近。",
                "The text was read by the layout that scored best, but another scored nearly the same."),
            example: Message("只有两三行的表。", "A table of two or three rows."),
            cure: Message("读错时用 --from 指定版式。", "If it is wrong, name the layout with --from.")),
        CodeDescription(
            "repeated-header", .info, Message("略去了翻页处的表头", "headers of further pages were left out"),
            cause: Message(
                "表头在每一页重复打印，只取一次。",
                "The header is printed on each page and was taken once."),
            example: Message("由 PDF 复制的多页表。", "A table of several pages, copied from PDF."),
            cure: Message("不影响结果。", "Nothing to do.")),
        CodeDescription(
            "row-short", .warning, Message("行的格数不足", "rows have too few cells"),
            cause: Message(
                "有的行比列数少几格，缺少的按末尾为空处理。",
                "Some rows have fewer cells than there are columns; they were taken as empty at their ends."),
            example: Message("复制时丢了末尾的空格。", "Empty cells at the end were lost in copying."),
            cure: Message("核对这些行。", "Check these rows.")),
        CodeDescription(
            "row-long", .warning, Message("行的格数过多", "a row has too many cells"),
            cause: Message(
                "一行的格数比列数多，多出的并入相邻的格。",
                "A row has more cells than there are columns; the surplus was joined to a neighbour."),
            example: Message("单元格内换行被当成了分隔。", "A line break inside a cell was taken for a separator."),
            cure: Message("核对该行各列。", "Check the columns of the row.")),
        CodeDescription(
            "row-shifted", .info, Message("按内容归位的行", "rows put into place by content"),
            cause: Message(
                "行中缺少合并的单元格，按内容判断其余的格属于哪一列。",
                "Rows lack merged cells, and the others were put into their columns by content."),
            example: Message("第二行起不再写一级任务。", "A group name is printed in its first row only."),
            cure: Message("核对这些行。", "Check these rows.")),
        CodeDescription(
            "row-doubtful", .warning, Message("归列没有把握", "it is not sure which cells are missing"),
            cause: Message(
                "行中缺少单元格，几种归法都说得通。",
                "Cells are missing in the row, and several ways to place the others make sense."),
            example: Message("既缺任务又缺时限的行。", "A row without task and deadline."),
            cure: Message("核对该行各列。", "Check the columns of the row.")),
        CodeDescription(
            "justification-spaces", .info, Message("去掉了两端对齐的空格", "spaces of justified text were taken out"),
            cause: Message(
                "PDF 两端对齐时汉字之间会出现空格，已去掉。",
                "Justified PDF text has spaces between characters; they were taken out."),
            example: Message("“县 教 育 局”。", "县 教 育 局."),
            cure: Message("不影响结果。", "Nothing to do.")),
        CodeDescription(
            "text-after-table", .warning, Message("表后的文字作为附注", "text behind the table was taken as notes"),
            cause: Message(
                "表后的文字不像任务，作为表后附注。",
                "Text behind the table does not look like tasks and was taken as its notes."),
            example: Message("落款、附注。", "A signature or a footnote."),
            cure: Message("属于表格的，补上责任单位或时限后重试。", "If it belongs to the table, add its unit or deadline and try again.")),
        CodeDescription(
            "running-text-left-out", .info, Message("表外的正文未列入", "running text around the table was left out"),
            cause: Message(
                "表格前的通知正文等不属于表格，没有列入；标题、表前说明和表后附注已保留。",
                "Text such as a notice above the table is no part of it; title, lines around the table and notes are kept."
            ),
            example: Message("通知正文后面附有一张表。", "A notice with a table as its annex."),
            cure: Message("正文中另有任务时，单独成文再转换。", "If the text names tasks too, convert it as a file of its own.")),
    ]

    private static let outlines = [
        CodeDescription(
            "outline-introduction", .info, Message("说明文字未列为任务", "introductory paragraphs are no tasks"),
            cause: Message(
                "标题与第一项任务之间的段落是说明，不是任务。",
                "Paragraphs between the title and the first item introduce the tasks."),
            example: Message("“为贯彻落实……，制定本方案。”。", "A paragraph that tells why the plan was made."),
            cure: Message("不影响结果。", "Nothing to do.")),
        CodeDescription(
            "outline-shared-note", .info, Message("责任单位适用于同级各项", "one note of units holds for several items"),
            cause: Message(
                "同级各项之后另起一行统一注明了责任单位，视为适用于各项。",
                "A line of its own behind several items names units; they are taken to hold for all of them."),
            example: Message("三项任务后面另起一行写“（以上责任单位：……）”。", "One note on a line of its own behind three items."),
            cure: Message("有误时在各项后分别注明。", "If it is wrong, name the units behind each item.")),
        CodeDescription(
            "outline-last-note", .warning, Message("只有末项写明责任单位", "only the last of several items names units"),
            cause: Message(
                "责任单位写在末项之内，看不出是否适用于同级各项；其余各项留空。",
                "Units stand within the last item; whether they hold for its siblings cannot be told, which stay blank."
            ),
            example: Message("三项中只有第三项句末有“（责任单位：……）”。", "Of three items only the third ends in a note."),
            cure: Message(
                "适用于各项的，在各项后分别注明，或另起一行写明“以上各项”。",
                "If they hold for all, name them behind each item, or set the note on a line of its own.")),
        CodeDescription(
            "outline-without-unit", .info, Message("任务没有写责任单位", "items name no unit"),
            cause: Message(
                "提纲中有的任务没有注明责任单位。",
                "Some items of the outline name no responsible unit."),
            example: Message("只有标题和要求的一项。", "An item of a title and a requirement."),
            cure: Message("需要拆分时补上责任单位。", "Add the units before splitting.")),
    ]
}
