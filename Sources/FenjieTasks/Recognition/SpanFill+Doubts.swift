internal import FenjieModel

extension SpanFill {
    /// Says which rows took a value from above where nothing else shows that the document leaves out what is the same.
    var doubts: [Finding] {
        guard !hasHeadingSpans else { return [] }
        return filled.sorted { $0.key < $1.key }.compactMap { column, rows in
            guard let first = rows.first else { return nil }
            let heading = map.columns[column - 1].heading
            let names = Self.names(of: rows.map { grid.sheet.place(row: $0) })
            let rest = rows.count > names.count ? (" 等 \(rows.count)", " and others, \(rows.count) in all") : ("", "")
            return Finding(
                "filled-from-above", .warning, at: grid.sheet.place(row: first, column: column),
                field: map.columns[column - 1].field.rawValue,
                message: Message(
                    "“\(heading)”第 \(names.joined(separator: "、"))\(rest.0) 行为空，按“同上”沿用上一行的内容",
                    "\(heading) is blank (row \(names.joined(separator: ", "))\(rest.1)); the value above was taken"),
                hint: Message("不是“同上”的，请填写“/”或“无”", "where it is not the same as above, write / or 无"))
        }
    }

    /// The first rows as they are known to the reader: by line in text, else by row.
    private static func names(of places: [Place]) -> [String] {
        places.prefix(10).compactMap { $0.line ?? $0.row }.map { String($0) }
    }
}
