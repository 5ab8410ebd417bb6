internal import FenjieModel

extension SpanFill {
    /// Says which rows took a value from above: where they say 同上, and where they are blank and nothing else shows that
    /// the document leaves out what is the same.
    var doubts: [Finding] {
        let repetitions = tell(
            of: repeated,
            hint: Message("请写出该值：拆分后上一行不一定还在", "write the value out: after a split the row above may be gone")
        ) { heading, rows in
            Message(
                "“\(heading)”第 \(rows.chinese) 行写的是“同上”，沿用上一行的内容",
                "\(heading) says “same as above” (row \(rows.english)); the value above was taken")
        }
        guard !hasHeadingSpans else { return repetitions }
        return repetitions
            + tell(of: filled, hint: Message("不是“同上”的，请填写“/”或“无”", "where it is not the same as above, write / or 无")) {
                heading, rows in
                Message(
                    "“\(heading)”第 \(rows.chinese) 行为空，按“同上”沿用上一行的内容",
                    "\(heading) is blank (row \(rows.english)); the value above was taken")
            }
    }

    /// One finding for each column, at the first of its rows.
    private func tell(
        of columns: [Int: [Int]], hint: Message, _ message: (String, (chinese: String, english: String)) -> Message
    ) -> [Finding] {
        columns.sorted { $0.key < $1.key }.compactMap { column, rows in
            guard let first = rows.first else { return nil }
            let meant = map.columns[column - 1]
            return Finding(
                "filled-from-above", .warning, at: grid.sheet.place(row: first, column: column),
                field: meant.field.rawValue, message: message(meant.heading, rowNames(rows)), hint: hint)
        }
    }

    /// A cell that says 同上 below nothing.
    func nothingAbove(_ row: Int, _ column: Int, _ mark: String) -> Finding {
        let heading = map.columns[column - 1].heading
        return Finding(
            "nothing-above", .warning, at: grid.sheet.place(row: row, column: column),
            field: map.columns[column - 1].field.rawValue,
            message: Message(
                "“\(heading)”写的是“\(mark)”，而上一行没有内容可沿用", "\(heading) says “\(mark)”, and the row above holds nothing"),
            hint: Message("请写出该值", "write the value out"))
    }

    /// The first rows as they are known to the reader, and how many there are if more.
    private func rowNames(_ rows: [Int]) -> (chinese: String, english: String) {
        let places = rows.prefix(10).map { grid.sheet.place(row: $0) }
        let names = places.compactMap { $0.line ?? $0.row }.map { String($0) }
        let rest = rows.count > names.count ? (" 等 \(rows.count)", " and others, \(rows.count) in all") : ("", "")
        return (names.joined(separator: "、") + rest.0, names.joined(separator: ", ") + rest.1)
    }
}
