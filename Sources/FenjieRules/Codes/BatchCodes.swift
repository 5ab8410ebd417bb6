internal import FenjieModel

/// What is reported of pipeline files and of runs over many inputs.
enum BatchCodes {
    /// The sections of the rule book.
    static let sections = [
        RuleBook.Section(name: "pipelines", codes: pipelines),
        RuleBook.Section(name: "runs", codes: runs),
    ]

    private static let pipelines = [
        CodeDescription(
            "pipeline-steps", .error, Message("流水线没有步骤", "a pipeline without steps"),
            cause: Message(
                "steps 必须列出至少一个步骤。",
                "steps must list at least one step."),
            example: Message("\"steps\": []。", "\"steps\": []."),
            cure: Message("照 fenjie run --help 的例子补写。", "Look at the examples of fenjie run --help.")),
        CodeDescription(
            "pipeline-step", .error, Message("步骤有误", "a step that is none"),
            cause: Message(
                "步骤没有写 step，或写了没有的步骤。",
                "A step has no name, or one that there is none of."),
            example: Message("\"step\": \"validat\"。", "\"step\": \"validat\"."),
            cure: Message("改为提示中列出的步骤。", "Use one of those that the hint lists.")),
        CodeDescription(
            "pipeline-order", .error, Message("步骤的先后有误", "steps in the wrong order"),
            cause: Message(
                "汇总全部文件的步骤之后不能再有逐个文件的步骤。",
                "A step with each file stands behind one with all files."),
            example: Message("collect 之后又写 convert。", "convert stands behind collect."),
            cure: Message("把逐个文件的步骤移到前面。", "Move the steps with each file to the front.")),
        CodeDescription(
            "pipeline-missing", .error, Message("步骤缺少选项", "an option of a step is missing"),
            cause: Message(
                "步骤有必须写明的选项。",
                "A step has an option that must be given."),
            example: Message("collect 没有写 issued。", "collect without issued."),
            cure: Message("按提示补写。", "Add it as the hint says.")),
        CodeDescription(
            "pipeline-type", .error, Message("类型不符", "a value of the wrong type"),
            cause: Message(
                "属性的值不是所要的类型。",
                "A property holds a value of another type than is expected."),
            example: Message("\"jobs\": \"2\"。", "\"jobs\": \"2\"."),
            cure: Message("按提示改为数字、文字、列表或对象。", "Make it a number, a text, a list or an object.")),
        CodeDescription(
            "pipeline-value", .error, Message("值不在允许范围内", "a value that is not allowed"),
            cause: Message(
                "属性的值不是可选的值，或超出范围。",
                "A property holds a value that is none of the choices, or out of range."),
            example: Message("\"jobs\": 0。", "\"jobs\": 0."),
            cure: Message("按提示改正。", "Correct it as the hint says.")),
        CodeDescription(
            "pipeline-unknown-key", .warning, Message("不认识的属性", "an unknown property"),
            cause: Message(
                "流水线文件中有程序不认识的属性，没有使用，多半是拼写错误。",
                "The file holds a property that is not known, probably misspelt; it was not used."),
            example: Message("\"job\": 2。", "\"job\": 2."),
            cure: Message("按提示改正，或删去。", "Correct it as the hint says, or delete it.")),
    ]

    private static let runs = [
        CodeDescription(
            "own-output-skipped", .info, Message("输出不作为输入", "outputs are no inputs"),
            cause: Message(
                "输出文件夹在输入文件夹里，其中的文件不作为输入。",
                "The output folder lies inside an input folder; its files are no inputs."),
            example: Message("输入是当前文件夹，输出到其中的“结果”。", "The input is the current folder, the output a folder in it."),
            cure: Message("不影响结果。", "Nothing to do.")),
        CodeDescription(
            "input-held", .warning, Message("有文件未进入汇总", "inputs were left out of the steps with all"),
            cause: Message(
                "逐个检查时发现问题的文件没有进入汇总全部文件的步骤。",
                "Inputs in which something was found did not go into the steps with all files."),
            example: Message("一份表有错误，未计入台账。", "A sheet with errors is not in the ledger."),
            cure: Message("改好后重新运行。", "Run again when they are put right.")),
        CodeDescription(
            "input-not-moved", .warning, Message("处理完的文件没有移走", "an input was not moved"),
            cause: Message(
                "监视文件夹时，处理完的文件没能移到规定的位置。",
                "While a folder was watched, an input that was done could not be moved away."),
            example: Message("目标位置没有写入权限。", "There is no permission to write there."),
            cure: Message("检查权限和磁盘空间，手工移走。", "Look at permissions and space, and move it by hand.")),
        CodeDescription(
            "output-left-over", .warning, Message("以前生成的文件未删除", "outputs of an earlier run were left"),
            cause: Message(
                "同一输入以前生成的文件这次没有，没有删除。",
                "Files that were made of an input earlier were not made this time."),
            example: Message("原表删去了一个单位。", "A unit was taken out of the table."),
            cure: Message("确认不再需要后手工删除。", "Delete them by hand if they are no longer needed.")),
        CodeDescription(
            "manifest-line-unreadable", .warning, Message("清单有一行读不出来", "a line of the manifest cannot be read"),
            cause: Message(
                "上次运行的清单有一行残缺，相应的文件重做一次。",
                "A line of the last manifest is damaged; its input is done again."),
            example: Message("上次运行时断电。", "The power failed during the last run."),
            cure: Message("不影响结果。", "Nothing to do.")),
        CodeDescription(
            "manifest-unreadable", .warning, Message("清单读不出来", "a manifest cannot be read"),
            cause: Message(
                "预演时有清单（或所在文件夹）读不出来，其中已完成的文件仍列为要做。",
                "In a dry run a manifest or its folder could not be read; what it proves done is listed as work."),
            example: Message("某一份的清单属于另一个用户。", "The manifest of a part belongs to somebody else."),
            cure: Message("取得读取权限后再运行；正式运行时会因此停下。", "Get permission to read it; a real run stops there.")),
        CodeDescription(
            "lock-unsupported", .warning, Message("磁盘不支持文件锁", "the file system has no locks"),
            cause: Message(
                "无法防止两次运行同时写同一个文件夹。",
                "Nothing keeps two runs apart that write to one folder."),
            example: Message("某些网络磁盘。", "Some network drives."),
            cure: Message("确认没有别的运行在用这个文件夹。", "Make sure that no other run uses the folder.")),
        CodeDescription(
            "temporary-files-removed", .info, Message("清理了临时文件", "temporary files were removed"),
            cause: Message(
                "上次中断的运行留下的临时文件已删除。",
                "Temporary files of an interrupted run were deleted."),
            example: Message("上次运行被强行结束。", "The last run was killed."),
            cure: Message("不影响结果。", "Nothing to do.")),
    ]
}
