internal import FenjieModel

/// What is reported while files are found, read and decoded.
enum InputCodes {
    /// The sections of the rule book.
    static let sections = [
        RuleBook.Section(name: "inputs", codes: inputs),
        RuleBook.Section(name: "encodings", codes: encodings),
        RuleBook.Section(name: "csv", codes: csv),
    ]

    private static let inputs = [
        CodeDescription(
            "hidden-file-skipped", .info, Message("跳过隐藏文件", "hidden files were skipped"),
            cause: Message(
                "给出的文件夹里有以点开头的文件，没有读取。",
                "A folder holds files whose names begin with a dot; they were not read."),
            example: Message("上报/.DS_Store。", "returned/.DS_Store."),
            cure: Message("确要读取时直接写出文件名。", "Name such a file itself to have it read.")),
        CodeDescription(
            "other-file-skipped", .info, Message("跳过其他格式的文件", "files of other kinds were skipped"),
            cause: Message(
                "给出的文件夹里有这一步不读的格式。",
                "A folder holds files of kinds that this verb does not read."),
            example: Message("文件夹里的照片和 Word 文件。", "Photographs and letters in the folder."),
            cure: Message("确要读取时直接写出文件名。", "Name such a file itself to have it read.")),
        CodeDescription(
            "lock-file-skipped", .info, Message("跳过锁定文件", "a lock file was skipped"),
            cause: Message(
                "文件名以 ~$ 或 .~lock. 开头，是办公软件打开文件时留下的，不是表格。",
                "Names such as ~$… or .~lock.… belong to files that an office program has open."),
            example: Message("~$任务分解表.xlsx。", "~$tasks.xlsx."),
            cure: Message("确认对应的表格已经保存并关闭。", "Make sure that the workbook is saved and closed.")),
        CodeDescription(
            "input-repeated", .info, Message("同一文件给出了两次", "the same file was given twice"),
            cause: Message(
                "几个输入指向同一个文件，只读一次。",
                "Several inputs lead to one file, which is read once."),
            example: Message("既给出文件夹，又给出其中的文件。", "A folder is given, and a file inside it too."),
            cure: Message("不影响结果。", "Nothing to do.")),
        CodeDescription(
            "link-loop", .warning, Message("链接回到上层文件夹", "a link leads back up"),
            cause: Message(
                "文件夹里的链接指向它的上层，没有进入，以免没有尽头。",
                "A link inside a folder leads to one above it; following it would never end."),
            example: Message("“备份”指向所在的文件夹。", "backup leads to the folder in which it lies."),
            cure: Message("删去该链接，或直接给出所要的文件夹。", "Delete the link, or name the folder that is wanted.")),
        CodeDescription(
            "folder-too-deep", .warning, Message("文件夹层数过多", "folders go too deep"),
            cause: Message(
                "文件夹套了很多层，最里面的没有进入。",
                "Folders lie in one another so deeply that the inner ones were not entered."),
            example: Message("解压时层层嵌套的文件夹。", "Folders nested by an archive over and over."),
            cure: Message("直接给出里面的文件夹。", "Name the inner folder itself.")),
    ]

    private static let encodings = [
        CodeDescription(
            "replacement-character", .warning, Message("有已丢失的文字", "text was lost before"),
            cause: Message(
                "文件里有替换符 U+FFFD，原字在更早的一次转换中已经丢失。",
                "The file holds U+FFFD, which stands where an earlier conversion lost a character."),
            example: Message("“更换老旧�网”。", "A character shown as �."),
            cure: Message("向提供者索取转换前的原件。", "Ask for the file as it was before that conversion.")),
        CodeDescription(
            "control-character", .warning, Message("有控制字符", "control characters"),
            cause: Message(
                "文字中夹有看不见的控制字符，照原样保留。",
                "Invisible control characters stand in the text and were kept."),
            example: Message("从旧系统导出的文本带有 U+0001。", "An export of an old system holds U+0001."),
            cure: Message("检查该行文字是否完整。", "Check that the text of the line is whole.")),
        CodeDescription(
            "inner-byte-order-mark", .warning, Message("文件中间有字节顺序标记", "a byte order mark inside the text"),
            cause: Message(
                "U+FEFF 应只出现在文件开头，出现在中间多半是几个文件被拼在一起。",
                "U+FEFF belongs at the beginning; inside, it mostly tells that files were joined."),
            example: Message("用 type 或 cat 合并了两个 CSV。", "Two CSV files were joined with cat."),
            cure: Message("检查拼接处的行是否完整、表头是否重复。", "Look at the row where they were joined.")),
        CodeDescription(
            "doubtful-encoding", .warning, Message("编码可能判断有误", "the encoding is doubtful"),
            cause: Message(
                "按 GB18030 能读通，但罕用字过多，文件可能是别的编码。",
                "It can be read as GB18030, but with too many rare characters."),
            example: Message("Big5 编码的文本。", "A text in Big5."),
            cure: Message(
                "显示为乱码时用 --encoding 指定编码，或另存为“CSV UTF-8”。",
                "If the text is garbled, give --encoding, or save it as CSV UTF-8.")),
    ]

    private static let csv = [
        CodeDescription(
            "stray-quote", .info, Message("单元格中间有双引号", "a quote inside a cell"),
            cause: Message(
                "没有加引号的单元格中间出现双引号，照原样保留。",
                "A quote stands inside a cell that is not quoted, and was kept."),
            example: Message("5\"管道。", "a 5\" pipe."),
            cure: Message("检查该行单元格的划分。", "Check how the row is parted into cells.")),
        CodeDescription(
            "text-behind-quote", .warning, Message("引号结束后还有文字", "text behind a closing quote"),
            cause: Message(
                "单元格的引号已经结束，后面还有文字，已接在该单元格后面。",
                "Text follows a closing quote and was added to the cell."),
            example: Message("\"甲\"乙,丙。", "\"one\"two,three."),
            cure: Message("检查该行单元格的划分。", "Check how the row is parted into cells.")),
        CodeDescription(
            "formula-guarded", .info, Message("已在公式前加单引号", "formulas got an apostrophe"),
            cause: Message(
                "单元格以 =、+、-、@ 开头，电子表格打开时会当作公式执行，已加上单引号。",
                "A cell begins with =, +, - or @ and would run as a formula; an apostrophe stops that."),
            example: Message("=cmd|… 一类的文字。", "Text such as =cmd|…."),
            cure: Message("需要原文时写到标准输出，或转换为 xlsx。", "Write to standard output or to xlsx to have the text as it is.")),
        CodeDescription(
            "formula-like-cells", .warning, Message("有会被当作公式的单元格", "cells that would run as formulas"),
            cause: Message(
                "写到标准输出的 CSV 照原样保留了像公式的单元格。",
                "CSV on standard output keeps cells that look like formulas."),
            example: Message("-3 以外，以 = 开头的文字。", "Text that begins with =."),
            cure: Message(
                "要用 Excel 打开时加 --guard-formulas。", "Use --guard-formulas if the file will be opened in Excel.")),
        CodeDescription(
            "surroundings-left-out", .info, Message("表外的文字未写出", "text beside the table was not written"),
            cause: Message(
                "CSV 只有表头和任务行，没有标题、表前说明和表后附注；文本没有表后附注。",
                "CSV holds header and tasks without the lines around them; text lacks the notes below."),
            example: Message("表后的“注：”一段。", "A note below the table."),
            cure: Message("需要时转换为 xlsx 或 json。", "Convert to xlsx or json to keep them.")),
    ]
}
