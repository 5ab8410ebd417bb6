internal import FenjieModel

/// What is reported where worksheets are made for units.
enum WorksheetCodes {
    /// The sections of the rule book.
    static let sections = [
        RuleBook.Section(name: "worksheets", codes: worksheets)
    ]

    private static let worksheets = [
        CodeDescription(
            "table-without-units", .warning, Message("表中没有责任单位", "the table names no units"),
            cause: Message(
                "找不到责任单位栏，或整栏是空的，任务列入一张表。",
                "There is no column of units, or it is empty; all tasks go to one worksheet."),
            example: Message("表头写“承办”，模板不认识。", "An unusual heading for units."),
            cure: Message("在模板的 synonyms 中补充栏名；按任务或时限拆分用 --by。", "Add the heading to the synonyms, or split with --by.")
        ),
        CodeDescription(
            "task-without-unit", .warning, Message("任务没有责任单位", "a task names no unit"),
            cause: Message(
                "这一项的责任单位是空的，列入“未明确责任单位”。",
                "The cell of units is empty; the task goes to a worksheet of its own."),
            example: Message("第 7 项责任单位为空。", "Task 7 names no unit."),
            cure: Message("补填责任单位后重新拆分。", "Fill in the unit and split again.")),
        CodeDescription(
            "collective-not-expanded", .info, Message("集合单位未展开", "a collective was not expanded"),
            cause: Message(
                "“各镇街”一类的名称代表多个单位，名录中没有其成员，单独成表。",
                "A name such as 各镇街 stands for several units, and the directory does not say which."),
            example: Message("责任单位写“各镇街”。", "The unit is 各镇街."),
            cure: Message("用 --units 给出名录，并在“所属集合”一栏写上它。", "Give --units, with the name in the column 所属集合.")),
        CodeDescription(
            "issued-text-unlocked", .warning, Message("填写栏里已有内容", "a column to fill in has text already"),
            cause: Message(
                "原表的一栏与任务表的填写栏同义，而且已有内容；内容照印，但单位可以改动，回收时不核对。",
                "A column of the issued table means one that units fill in, and has text; it goes out unlocked and is not compared."
            ),
            example: Message("重新下发上期的进展表，“存在问题”一栏有内容。", "A progress sheet is issued again with its problems."),
            cure: Message("属于下发内容的改栏名，或在模板中去掉该栏的 fillIn。", "Rename the heading, or drop fillIn in the template.")),
        CodeDescription(
            "worksheet-left-over", .warning, Message("以前生成的任务表未删除", "worksheets of an earlier issue were left"),
            cause: Message(
                "文件夹里有以前拆分的任务表，这次没有相应的单位。",
                "The folder holds worksheets of an earlier issue that are not among these."),
            example: Message("原表删去了一个单位后重新拆分。", "A unit was taken out of the table."),
            cure: Message("确认不再需要后手工删除，以免误发。", "Delete them by hand lest they go out.")),
    ]
}
