internal import FenjieModel

/// Draws a printed sheet from its plan.
struct TableDrawing {
    let plan: TablePlan
    let sheet: WorksheetHandle
    let choices: ChoiceLists
    /// The names that links may lead to.
    let sheetNames: Set<String>

    var content: PrintedSheet { plan.sheet }

    func draw(with workbook: inout WorkbookHandle) throws(WorkbookWritingFailure) {
        try drawColumns()
        try drawTitles(with: &workbook)
        try drawHeadings(with: &workbook)
        try drawBody(with: &workbook)
        try drawClosing(with: &workbook)
        try drawSignatures(with: &workbook)
        try drawLinks(with: &workbook)
        try drawNotes()
        try addChoices()
        try addRules(with: &workbook)
        try addCharts(with: workbook)
        try setUpPage()
    }

    private func drawColumns() throws(WorkbookWritingFailure) {
        for (index, width) in plan.widths.enumerated() {
            let isHidden = content.columns[index].isHidden
            try sheet.setWidth(isHidden ? 10 : width, column: index, isHidden: isHidden)
        }
    }

    private func drawTitles(with workbook: inout WorkbookHandle) throws(WorkbookWritingFailure) {
        for (row, line) in content.titleLines.enumerated() {
            let style: CellStyle
            if row == 0 {
                style = CellStyle(role: .title, alignment: .center, fontSize: FontSizes.title)
            } else {
                // A line in brackets is the document's number; it stands below the title's middle.
                let isNumber = line.hasPrefix("（") || line.hasPrefix("(") || line.hasPrefix("〔")
                style = CellStyle(role: .subtitle, alignment: isNumber ? .center : .left)
            }
            try drawLine(line, row: row, height: plan.titleHeight(row), format: workbook.format(style))
        }
    }

    private func drawClosing(with workbook: inout WorkbookHandle) throws(WorkbookWritingFailure) {
        for (index, line) in content.closingLines.enumerated() {
            try drawLine(
                line, row: plan.firstClosingRow + index, height: plan.closingHeight(index),
                format: workbook.format(CellStyle(role: .closing)))
        }
    }

    /// Draws one line over the whole width.
    private func drawLine(
        _ text: String, row: Int, height: Double, format: FormatHandle
    ) throws(WorkbookWritingFailure) {
        try sheet.setHeight(height, row: row)
        try sheet.merge(text, rows: row...row, columns: 0...plan.lastPrintedColumn, format: format)
    }

    private func drawHeadings(with workbook: inout WorkbookHandle) throws(WorkbookWritingFailure) {
        try sheet.setHeight(plan.headingHeight, row: plan.headingRow)
        let marks = tones[0] ?? [:]
        for (index, column) in content.columns.enumerated() {
            let style = CellStyle(
                role: column.isFillIn ? .fillInHeading : .heading, alignment: .center, tone: marks[index])
            try sheet.write(
                column.heading, row: plan.headingRow, column: index, format: workbook.format(style))
        }
    }

    private func drawSignatures(with workbook: inout WorkbookHandle) throws(WorkbookWritingFailure) {
        let style = CellStyle(role: .signature, isLocked: false, fontSize: FontSizes.body)
        for (index, fields) in plan.signatures.rows.enumerated() {
            let row = plan.signatureGap + 1 + index
            try sheet.setHeight(SignatureBlock.rowHeight, row: row)
            for field in fields {
                let label = field.label.hasSuffix("：") || field.label.hasSuffix(":") ? field.label : field.label + "："
                try sheet.merge(label, rows: row...row, columns: field.columns, format: workbook.format(style))
            }
        }
    }
}
