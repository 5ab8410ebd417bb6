internal import FenjieModel

/// What is reported of the files of a folder when they are collected.
enum CollectedReturnCodes {
    /// The section of the rule book.
    static let section = RuleBook.Section(
        name: "returned-files",
        codes: [
            CodeDescription(
                "return-missing", .warning, Message("未报送", "nothing was returned"),
                cause: Message("下发给该单位的任务表没有交回，或交回的都被退回。", "The unit sent no worksheet, or none that could be taken."),
                example: Message("下发 30 个单位，交回 29 份。", "30 worksheets went out and 29 came back."),
                cure: Message("请催报；补交后用 --force 重新汇总。", "Ask for it, and collect again with --force.")),
            CodeDescription(
                "return-repeated", .warning, Message("重复报送且内容不同", "two returns that differ"),
                cause: Message(
                    "同一单位交了几份，内容不同：填报日期较晚的计入，其次是文件保存时间较晚的、填报内容较多的，最后按内容摘要确定。",
                    "A unit sent several that differ: the later 填报日期 counts, then the one saved later, then the fuller one, then the digest decides."
                ),
                example: Message("先交一份，改后又交一份。", "A unit sent a second, corrected worksheet."),
                cure: Message("请与该单位核对，去掉不用的一份。", "Ask the unit which is right, and take the other away.")),
            CodeDescription(
                "return-copied", .info, Message("重复报送，内容相同", "the same return twice"),
                cause: Message("同一单位交了几份，填报内容相同。", "A unit sent several that say the same."),
                example: Message("同一个文件用两个名字存了两次。", "One file was saved under two names."),
                cure: Message("不影响汇总。", "Nothing to do.")),
            CodeDescription(
                "return-blank", .warning, Message("没有填报", "nothing was filled in"),
                cause: Message("交回的表与下发时一样，没有填写。", "The worksheet came back as it went out."),
                example: Message("交错了文件，交的是空表。", "The empty file was sent by mistake."),
                cure: Message("请填报后重新报送。", "Fill it in and send it again.")),
            CodeDescription(
                "return-incomplete", .warning, Message("有任务没有填报", "tasks were left blank"),
                cause: Message(
                    "交回的表填报了一部分，有几项任务一格也没有填。", "A part of the tasks was filled in, and nothing was written on others."),
                example: Message("9 项任务只填了 3 项。", "3 of 9 tasks were filled in."),
                cure: Message("请该单位补报；补交后用 --force 重新汇总。", "Ask for the rest, and collect again with --force.")),
            CodeDescription(
                "return-unreadable", .warning, Message("读不出来", "a file that cannot be read"),
                cause: Message(
                    "文件损坏、加密或不是 .xlsx、.csv；以未报单位命名的照片、扫描件也在此列。",
                    "The file is damaged, encrypted, or neither .xlsx nor .csv, such as a picture under the name of a unit."
                ),
                example: Message("传输中断，只收到半个文件。", "Half of the file was lost on the way."),
                cure: Message("请该单位另存为 .xlsx 后重新报送。", "Ask the unit to save it as .xlsx and send it again.")),
            CodeDescription(
                "file-left-aside", .info, Message("不是任务表的文件", "a file that is no worksheet"),
                cause: Message(
                    "文件夹里的这个文件不是表，文件名也不是没有报送的单位，多半是来函、照片等附件。",
                    "The file holds no table and does not bear the name of a unit that has sent nothing, such as a letter or a picture."
                ),
                example: Message("“各单位联系人.docx”。", "A list of contacts as .docx."),
                cure: Message("确是报送的表的，请另存为 .xlsx 后重新报送。", "If it is a return, ask for it as .xlsx.")),
            CodeDescription(
                "return-unknown", .warning, Message("不是本次下发的任务表", "no worksheet of this issue"),
                cause: Message(
                    "没有识别信息，表中的任务也不是下发的任务。", "The table has no passport, and its tasks are not those that were issued."),
                example: Message("文件夹里放了一张别的表。", "Another table lies in the folder."),
                cure: Message("请用下发的原表填报；无关的表请移出。", "Fill in the file that was issued; move other tables away.")),
            CodeDescription(
                "return-unit-unclear", .warning, Message("认不出是哪个单位的", "it cannot be told whose it is"),
                cause: Message(
                    "识别信息丢失，几个单位的任务相同，表内和文件名都没有写单位。",
                    "The passport is gone, several units have the same tasks, and neither sheet nor file names one."),
                example: Message("另存为 CSV 时去掉了标题，文件名是“新建表格.csv”。", "A CSV file without its title, named new.csv."),
                cure: Message("请在文件名或表内写明填报单位。", "Name the unit in the file's name or on the sheet.")),
            CodeDescription(
                "ledger-cell-shortened", .warning, Message("台账的一格放不下", "a cell of the ledger is full"),
                cause: Message(
                    "一个单元格最多 32767 个字。总表把各单位填报的内容合在一格，超出的只写出开头；“按单位”表中是全文。",
                    "A cell takes 32,767 characters. 总表 joins what all units say in one cell; what is too long is cut off there and stands whole in 按单位."
                ),
                example: Message("60 个乡镇各填 700 字。", "60 towns write 700 characters each."),
                cure: Message("看“按单位”表；需要全部合在一起的，输出为 .csv 或 .json。", "See 按单位, or write .csv or .json.")),
        ])
}
