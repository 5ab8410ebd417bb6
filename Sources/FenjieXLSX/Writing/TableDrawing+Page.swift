internal import FenjieModel

extension TableDrawing {
    /// Sets up what concerns the sheet as a whole: page, frozen headings, filter, protection.
    func setUpPage() throws(WorkbookWritingFailure) {
        try sheet.setPage(content.page)
        try sheet.repeatRow(plan.headingRow)
        try sheet.setPrintArea(lastRow: chartEndRow - 1, lastColumn: plan.lastPrintedColumn)
        try sheet.freeze(above: plan.firstBodyRow)
        if content.hasFilter, !plan.rows.isEmpty {
            try sheet.addFilter(
                headingRow: plan.headingRow, lastRow: plan.firstClosingRow - 1, lastColumn: plan.lastColumn)
        }
        if content.isProtected { sheet.protect() }
        if plan.signatures.rows.count > 1, signaturesCrossPages {
            try sheet.breakPage(above: plan.signatureGap)
        }
    }

    /// Whether the end of a page would part the signature block, as far as heights can tell.
    private var signaturesCrossPages: Bool {
        var breaks = plan.pageBreaks(plan.bodyHeights)
        for line in content.closingLines.indices { breaks.append(plan.closingHeight(line)) }
        let block = 15 + SignatureBlock.rowHeight * Double(plan.signatures.rows.count)
        // A printer's own margins may take a little more than planned.
        return breaks.filled + block > breaks.page * 0.97
    }
}
