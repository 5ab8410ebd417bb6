internal import FenjieModel

/// What stops the work on one file; such entries stand among the findings of reports for machines.
enum FailureCodes {
    /// The sections of the rule book.
    static let sections = [
        RuleBook.Section(name: "failures", codes: failures)
    ]

    private static let failures = [
        CodeDescription(
            "usage", .error, Message("命令或模板有误", "the command line or a template is wrong"),
            cause: Message(
                "命令行、模板或流水线文件写错，什么也没有做。",
                "The command line, a template or a pipeline file is wrong; nothing was touched."),
            example: Message("--sheet 后面没有写名称。", "--sheet without a name."),
            cure: Message("按提示改正；各命令可加 --help。", "Correct it as the hint says; every verb has --help.")),
        CodeDescription(
            "input-unreadable", .error, Message("输入读不出来", "an input cannot be read"),
            cause: Message(
                "文件不存在、损坏、加密、无法解码或不是认识的格式；其他输入照常处理。",
                "It is missing, damaged, encrypted, undecodable or of no known format; the others are done."),
            example: Message("带密码的工作簿。", "A workbook with a password."),
            cure: Message("按提示另存为 .xlsx 或 CSV。", "Save it as .xlsx or CSV, as the hint says.")),
        CodeDescription(
            "output-unwritable", .error, Message("结果写不出去", "an output cannot be written"),
            cause: Message(
                "磁盘已满、没有权限，或目标已经存在。",
                "The disk is full, permission is missing, or the target exists."),
            example: Message("目标文件已存在而没有写 --force。", "The target exists, and --force is not given."),
            cure: Message("腾出空间、换个位置，或加 --force。", "Make room, choose another place, or use --force.")),
        CodeDescription(
            "bug", .error, Message("程序出错", "a bug"),
            cause: Message(
                "程序自身的错误。",
                "The program itself went wrong."),
            example: Message("内部状态不符。", "An inner state that cannot be."),
            cure: Message("请把命令和提示的内容报给开发者。", "Report the command and the message.")),
    ]
}
