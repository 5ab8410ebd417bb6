internal import CXLSXWriter
internal import FenjieModel

extension TableDrawing {
    /// The height of a chart in points.
    private static let chartHeight = 300.0

    /// The row behind the last one that is printed.
    var chartEndRow: Int { plan.endRow + content.charts.count * 2 }

    /// Adds the charts below everything else, each in a row of its own, because the end of a page never parts a row.
    func addCharts(with workbook: borrowing WorkbookHandle) throws(WorkbookWritingFailure) {
        for (index, chart) in content.charts.enumerated() {
            try check(chart)
            let drawn = unsafe try workbook.addChart(chart.kind.type)
            unsafe chart_title_set_name(
                drawn, try CellText.checked(CellText.beginning(of: chart.title, limit: 255), at: Place()))
            for column in chart.kind == .pie ? chart.series.prefix(1) : chart.series[...] {
                try unsafe addSeries(column, of: chart, to: drawn)
            }
            if chart.kind == .pie || chart.series.count == 1 {
                unsafe chart_legend_set_position(
                    drawn, UInt8((chart.kind == .pie ? LXW_CHART_LEGEND_RIGHT : LXW_CHART_LEGEND_NONE).rawValue))
            } else {
                unsafe chart_legend_set_position(drawn, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
            }
            // Bars run from below; so the first name comes out on top.
            if chart.kind == .bar || chart.kind == .stackedBar {
                unsafe chart_axis_set_reverse(drawn.pointee.y_axis)
                unsafe chart_axis_set_crossing_max(drawn.pointee.y_axis)
            }
            let row = plan.endRow + index * 2 + 1
            try sheet.setHeight(Self.chartHeight + 6, row: row)
            var options = unsafe lxw_chart_options()
            unsafe options.x_scale = min(PageLayout.points(plan.widths), 1_000) / 0.75 / 480
            unsafe options.y_scale = Self.chartHeight / 0.75 / 288
            let result = unsafe worksheet_insert_chart_opt(sheet.sheet, try sheet.rowIndex(row), 0, drawn, &options)
            try sheet.check(result, row, 0)
        }
    }

    private func check(_ chart: PrintedChart) throws(WorkbookWritingFailure) {
        let columns = [chart.categories] + chart.series
        guard columns.count > 1, columns.allSatisfy({ content.columns.indices.contains($0 - 1) }),
            chart.rows.lowerBound >= 1, chart.rows.upperBound <= plan.rows.count
        else { throw .missing(Message("图表所用的行列", "a row or column of a chart"), at: Place(sheet: content.name)) }
    }

    private func addSeries(
        _ column: Int, of chart: PrintedChart, to drawn: UnsafeMutablePointer<lxw_chart>
    ) throws(WorkbookWritingFailure) {
        guard let series = unsafe chart_add_series(drawn, nil, nil) else { throw .outOfMemory }
        let first = try sheet.rowIndex(plan.firstBodyRow + chart.rows.lowerBound - 1)
        let last = try sheet.rowIndex(plan.firstBodyRow + chart.rows.upperBound - 1)
        let names = try sheet.columnIndex(chart.categories - 1)
        let values = try sheet.columnIndex(column - 1)
        unsafe chart_series_set_categories(series, content.name, first, names, last, names)
        unsafe chart_series_set_values(series, content.name, first, values, last, values)
        unsafe chart_series_set_name_range(series, content.name, try sheet.rowIndex(plan.headingRow), values)
        if chart.kind == .pie { unsafe chart_series_set_labels_percentage(series) }
    }
}

extension PrintedChart.Kind {
    fileprivate var type: UInt8 {
        let type =
            switch self {
            case .bar: LXW_CHART_BAR
            case .stackedBar: LXW_CHART_BAR_STACKED
            case .column: LXW_CHART_COLUMN
            case .pie: LXW_CHART_PIE
            }
        return UInt8(type.rawValue)
    }
}
