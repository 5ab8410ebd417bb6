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
        let scale = min(1, content.page.printableWidth / PageLayout.points(plan.widths))
        let page = content.page.printableHeight / scale
        let repeated = plan.headingHeight
        var filled = 0.0
        for (index, line) in content.titleLines.enumerated() {
            filled += plan.fullWidthHeight(
                line, size: index == 0 ? FontSizes.title : FontSizes.subtitle, least: index == 0 ? 40 : BodyHeights.least)
        }
        filled += repeated
        let closing = content.closingLines.map {
            plan.fullWidthHeight($0, size: FontSizes.body, least: BodyHeights.least)
        }
        for height in plan.bodyHeights + closing {
            filled += height
            if filled > page { filled = repeated + height }
        }
        let block = 15 + SignatureBlock.rowHeight * Double(plan.signatures.rows.count)
        // A printer's own margins may take a little more than planned.
        return filled + block > page * 0.97
    }
}
