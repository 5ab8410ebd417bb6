/// A heading line: its level by its numbering, and its text without it.
struct GroupHeading {
    /// 1 for 一、 and 第一…, 2 for （一）; `nil` without numbering.
    let level: Int?
    let title: String

    init(parsing text: String) {
        level = nil
        title = text
    }
}
