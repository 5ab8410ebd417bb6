public import FenjieModel

/// Why a sheet could not be understood as a task table.
public struct RecognitionFailure: Failure, Hashable {
    /// Always an input failure.
    public var kind: FailureKind { .input }
    /// The sheet.
    public private(set) var place: Place
    /// What is wrong.
    public let message: Message
    /// What to do about it.
    public let hint: Message?

    /// No row could be the header.
    static func noHeader(in sheet: Sheet) -> RecognitionFailure {
        RecognitionFailure(
            place: Place(sheet: sheet.name.isEmpty ? nil : sheet.name),
            message: Message(
                "找不到表头：没有一行包含至少两个认得的栏名（如 序号、工作任务、具体要求、责任单位、完成时限）",
                "no header row: no row names at least two known columns (such as 序号, 工作任务, 具体要求, 责任单位, 完成时限)"),
            hint: Message(
                "用 --raw 可按普通表格转换；栏名特殊时可在模板的 synonyms 中补充",
                "use --raw to convert it as a plain sheet, or add its headings to the template's synonyms"))
    }

    /// The same failure, in a file.
    package func inFile(_ file: String) -> RecognitionFailure {
        var failure = self
        failure.place = place.inFile(file)
        return failure
    }
}
