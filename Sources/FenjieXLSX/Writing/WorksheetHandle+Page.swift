internal import CXLSXWriter
internal import FenjieModel

extension WorksheetHandle {
    /// Shows or hides the sheet; the first visible one is what the workbook opens with.
    func show(_ visibility: SheetVisibility, isFirstVisible: Bool) {
        switch visibility {
        case .visible:
            guard isFirstVisible else { return }
            unsafe worksheet_activate(sheet)
            unsafe worksheet_set_first_sheet(sheet)
        // The library below knows one way of hiding only.
        case .hidden, .veryHidden:
            unsafe worksheet_hide(sheet)
        }
    }

    /// Keeps Excel from marking text that looks like a number.
    func allowNumbersAsText(rows: Int, columns: Int) {
        guard rows > 0, columns > 0 else { return }
        let range = CellRange(rows: 1...rows, columns: 1...columns).description
        unsafe worksheet_ignore_errors(sheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), range)
    }

    /// Locks what is not marked as unlocked, without a password; sorting, filtering and sizes stay allowed.
    func protect() {
        var options = lxw_protection()
        options.format_columns = 1
        options.format_rows = 1
        options.sort = 1
        options.autofilter = 1
        unsafe worksheet_protect(sheet, nil, &options)
    }

    /// Sets paper, margins, footer and scaling: one page wide, as many as needed tall.
    func setPage(_ page: PageLayout) throws(WorkbookWritingFailure) {
        if page.isLandscape { unsafe worksheet_set_landscape(sheet) } else { unsafe worksheet_set_portrait(sheet) }
        let paper: UInt8 =
            switch page.paper {
            case .a4: 9
            case .a3: 8
            }
        unsafe worksheet_set_paper(sheet, paper)
        unsafe worksheet_set_margins(
            sheet, PageLayout.sideMargin, PageLayout.sideMargin, PageLayout.topMargin, PageLayout.bottomMargin)
        unsafe worksheet_fit_to_pages(sheet, 1, 0)
        unsafe worksheet_center_horizontally(sheet)
        var options = unsafe lxw_header_footer_options()
        unsafe options.margin = PageLayout.footerMargin
        let footer = "&C&\"宋体,Regular\"&9第 &P 页 共 &N 页"
        try check(unsafe worksheet_set_footer_opt(sheet, footer, &options), 0, 0)
    }

    /// Prints a row again on top of each page.
    func repeatRow(_ row: Int) throws(WorkbookWritingFailure) {
        let index = try rowIndex(row)
        try check(unsafe worksheet_repeat_rows(sheet, index, index), row, 0)
    }

    /// Prints nothing outside a range that begins with the first cell.
    func setPrintArea(lastRow: Int, lastColumn: Int) throws(WorkbookWritingFailure) {
        let row = try rowIndex(lastRow)
        let column = try columnIndex(lastColumn)
        try check(unsafe worksheet_print_area(sheet, 0, 0, row, column), lastRow, lastColumn)
    }

    /// Keeps the rows above one in sight.
    func freeze(above row: Int) throws(WorkbookWritingFailure) {
        unsafe worksheet_freeze_panes(sheet, try rowIndex(row), 0)
    }

    /// Puts filter buttons on a heading row.
    func addFilter(headingRow: Int, lastRow: Int, lastColumn: Int) throws(WorkbookWritingFailure) {
        let first = try rowIndex(headingRow)
        let last = try rowIndex(lastRow)
        let column = try columnIndex(lastColumn)
        try check(unsafe worksheet_autofilter(sheet, first, 0, last, column), headingRow, 0)
    }

    /// Begins a new page with a row.
    func breakPage(above row: Int) throws(WorkbookWritingFailure) {
        var breaks: [lxw_row_t] = [try rowIndex(row), 0]
        try check(unsafe worksheet_set_h_pagebreaks(sheet, &breaks), row, 0)
    }
}
