internal import FenjieModel

/// What is reported of a ledger when it is reviewed, beside what the rules for tables find in its rows.
enum LedgerCodes {
    /// The section of the rule book.
    static let section = RuleBook.Section(
        name: "ledgers",
        codes: [
            CodeDescription(
                "sheet-without-status", .info, Message("这张表没有完成状态", "a table without a status"),
                cause: Message(
                    "工作簿里有几张表，这一张没有“完成状态”或“完成日期”，不能计入回头看。",
                    "The workbook holds several tables, and this one has neither 完成状态 nor 完成日期, so that it does not count."
                ),
                example: Message("台账旁边另有一张通讯录。", "A list of contacts lies beside the ledger."),
                cure: Message("确是台账的，补上“完成状态”一栏。", "If it belongs to the ledger, add a column 完成状态.")),
            CodeDescription(
                "due-differs", .warning, Message("完成时限与截止日期不一致", "a deadline and its day differ"),
                cause: Message(
                    "台账的“截止日期”是汇总时确定的，回头看以它为准；“完成时限”的文字说的是另一天。",
                    "The ledger's 截止日期 was found when it was made, and counts; the text under 完成时限 means another day."),
                example: Message(
                    "时限改成了“2026年9月底前”，截止日期仍是 2026-06-30。", "The text was changed to September, the day was not."),
                cure: Message("时限有调整的，把截止日期一并改过来。", "If the deadline was changed, change 截止日期 too.")),
        ])
}
