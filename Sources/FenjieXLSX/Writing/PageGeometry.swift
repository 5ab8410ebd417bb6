internal import FenjieModel

extension PageLayout {
    /// The margins in inches.
    static let sideMargin = 0.5
    static let topMargin = 0.6
    static let bottomMargin = 0.7
    static let footerMargin = 0.35

    private var paperSize: (short: Double, long: Double) {
        switch paper {
        case .a4: (595.28, 841.89)
        case .a3: (841.89, 1190.55)
        }
    }

    /// Points between the side margins.
    var printableWidth: Double { (isLandscape ? paperSize.long : paperSize.short) - Self.sideMargin * 144 }

    /// Points between the top and bottom margins.
    var printableHeight: Double {
        (isLandscape ? paperSize.short : paperSize.long) - (Self.topMargin + Self.bottomMargin) * 72
    }

    /// The width of columns in points: Excel adds 5 pixels to the 7 of each unit.
    static func points(_ widths: [Double]) -> Double {
        widths.reduce(0) { $0 + ($1 > 0 ? ($1 * 7 + 5) * 0.75 : 0) }
    }

    /// The widths of columns, made larger where the page has room left; 0 for hidden columns.
    func filling(_ columns: [PrintedColumn]) -> [Double] {
        let widths = columns.map { column in
            column.isHidden ? 0 : max(2, min(column.width.isFinite ? column.width : 10, TablePlan.widestColumn))
        }
        // Columns of numbers and the like do not profit from more room.
        let flexible = zip(widths, columns).reduce(0) { $0 + ($1.0 > Self.narrowColumn ? $1.0 : 0) }
        let room = (printableWidth - Self.points(widths)) / 5.25 - 0.5
        guard room > 0, flexible > 0 else { return widths }
        let factor = min(1 + room / flexible, 1.8)
        return widths.map { width in
            width > Self.narrowColumn ? min((width * factor * 100).rounded(.down) / 100, TablePlan.widestColumn) : width
        }
    }

    private static let narrowColumn = 9.0
}
