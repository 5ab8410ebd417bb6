internal import FenjieModel

extension TableDrawing {
    /// Draws the body: cells, merged ranges, row heights.
    func drawBody(with workbook: inout WorkbookHandle) throws(WorkbookWritingFailure) {
        var formats: [FormatHandle] = []
        for column in content.columns { formats.append(try workbook.format(style(of: column))) }
        let group = try workbook.format(CellStyle(role: .group, fontSize: plan.bodySize))
        let marked = tones
        let contents = content.columns.map(\.content)
        for (index, cells) in plan.rows.enumerated() {
            let row = plan.firstBodyRow + index
            try sheet.setHeight(plan.bodyHeights[index], row: row)
            let tones = marked[index + 1]
            let isGroup = plan.groups.contains(index)
            for column in formats.indices {
                let text = column < cells.count ? cells[column] : ""
                let range = plan.merges.range(row: index, column: column)
                if let range, range.first.row != index + 1 || range.first.column != column + 1 { continue }
                var format = isGroup ? group : formats[column]
                let isParted = range.map { plan.partedRanges.contains($0) } ?? false
                let tone = tones?[column]
                if isParted || tone != nil {
                    var style = style(of: content.columns[column])
                    style.tone = tone
                    style.isAtTop = isParted
                    format = try workbook.format(style)
                }
                if let range {
                    try draw(text, over: range, format: format)
                } else {
                    try draw(text, contents[column], row: row, column: column, format: format)
                }
            }
        }
        sheet.allowNumbersAsText(rows: plan.endRow, columns: content.columns.count)
    }

    /// The look of a column's body cells.
    func style(of column: PrintedColumn) -> CellStyle {
        let format: CellStyle.NumberFormat =
            switch column.content {
            case .date: .date
            case .number: .general
            // What is typed here stays as it is typed: `1-2` is no date, an identity number keeps its 18 digits.
            case .text: column.isFillIn ? .text : .general
            }
        return CellStyle(
            role: .body, alignment: column.alignment, numberFormat: format, isLocked: !column.isFillIn,
            fontSize: plan.bodySize)
    }

    /// The tones of the marked cells: by rows (0 for the headings), then by columns counted from 0.
    var tones: [Int: [Int: Tone]] {
        var tones: [Int: [Int: Tone]] = [:]
        for mark in content.marks {
            let known = tones[mark.cell.row]?[mark.cell.column - 1]
            guard known.map({ $0.weight < mark.tone.weight }) ?? true else { continue }
            tones[mark.cell.row, default: [:]][mark.cell.column - 1] = mark.tone
        }
        return tones
    }

    private func draw(_ text: String, over range: CellRange, format: FormatHandle) throws(WorkbookWritingFailure) {
        let top = plan.firstBodyRow - 1
        try sheet.merge(
            text, rows: (top + range.first.row)...(top + range.last.row),
            columns: (range.first.column - 1)...(range.last.column - 1), format: format)
    }

    private func draw(
        _ text: String, _ content: PrintedContent, row: Int, column: Int, format: FormatHandle
    ) throws(WorkbookWritingFailure) {
        let number: Double? =
            switch content {
            case .text: nil
            case .number: PlainNumber.value(of: text)
            case .date: SerialDate.value(of: text)
            }
        if let number {
            try sheet.write(number, row: row, column: column, format: format)
        } else {
            try sheet.write(text, row: row, column: column, format: format)
        }
    }
}

extension Tone {
    /// Where one cell has several marks the heaviest shows.
    fileprivate var weight: Int {
        switch self {
        case .muted: 0
        case .good: 1
        case .attention: 2
        case .bad: 3
        }
    }
}
