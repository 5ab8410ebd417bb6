internal import CXLSXWriter
internal import FenjieModel

extension TableDrawing {
    /// The heights of charts in points: what can be read, and what a row may have.
    private static let heights = 100.0...400.0

    /// The room between bars, in percent of their width.
    private static let gap: UInt16 = 50

    /// The row behind the last one that is printed.
    var chartEndRow: Int { plan.endRow + content.charts.count * 2 }

    /// Adds the charts below everything else, each in a row of its own, because the end of a page never parts a row.
    func addCharts(with workbook: borrowing WorkbookHandle) throws(WorkbookWritingFailure) {
        for (index, chart) in content.charts.enumerated() {
            try check(chart)
            let drawn = unsafe try workbook.addChart(chart.kind.type)
            unsafe chart_title_set_name(
                drawn, try CellText.checked(CellText.beginning(of: chart.title, limit: 255), at: Place()))
            for position in chart.kind == .pie ? chart.series.indices.prefix(1) : chart.series.indices {
                try unsafe addSeries(position, of: chart, to: drawn)
            }
            if chart.kind == .pie || chart.series.count == 1 {
                unsafe chart_legend_set_position(
                    drawn, UInt8((chart.kind == .pie ? LXW_CHART_LEGEND_RIGHT : LXW_CHART_LEGEND_NONE).rawValue))
            } else {
                unsafe chart_legend_set_position(drawn, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
            }
            // Bars run from below; so the first name comes out on top. Each has its name, however little room there is.
            if chart.kind.isLying {
                unsafe chart_axis_set_reverse(drawn.pointee.y_axis)
                unsafe chart_axis_set_crossing_max(drawn.pointee.y_axis)
                unsafe chart_axis_set_interval_unit(drawn.pointee.y_axis, 1)
            }
            if chart.kind != .pie { unsafe chart_set_series_gap(drawn, Self.gap) }
            if chart.kind != .pie, let step = wholeStep(of: chart) {
                unsafe chart_axis_set_major_unit(
                    chart.kind.isLying ? drawn.pointee.x_axis : drawn.pointee.y_axis, Double(step))
            }
            let row = plan.endRow + index * 2 + 1
            let height =
                chart.height.isFinite ? min(max(chart.height, Self.heights.lowerBound), Self.heights.upperBound) : 300
            try sheet.setHeight(height + 6, row: row)
            var options = unsafe lxw_chart_options()
            unsafe options.x_scale = min(PageLayout.points(plan.widths), 1_000) / 0.75 / 480
            unsafe options.y_scale = height / 0.75 / 288
            // Its upper edge must not lie on the end of the page before.
            unsafe options.y_offset = 4
            let result = unsafe worksheet_insert_chart_opt(sheet.sheet, try sheet.rowIndex(row), 0, drawn, &options)
            try sheet.check(result, row, 0)
        }
    }

    /// The step of an axis of whole numbers, so that nobody reads half a task; `nil` where values are no whole numbers.
    private func wholeStep(of chart: PrintedChart) -> Int? {
        var most = 0
        for row in plan.rows[(chart.rows.lowerBound - 1)..<chart.rows.upperBound] {
            var sum = 0
            for column in chart.series {
                let text = row.indices.contains(column - 1) ? row[column - 1] : ""
                guard let value = text.isEmpty ? 0 : Int(text), (0...1_000_000).contains(value) else { return nil }
                sum = chart.kind.isStacked ? sum + value : max(sum, value)
            }
            most = max(most, sum)
        }
        // 1, 2, 5, 10, 20 … so that there are ten steps at most.
        var step = 1
        while step * 10 < most { step = String(step).hasPrefix("2") ? step / 2 * 5 : step * 2 }
        return step
    }

    private func check(_ chart: PrintedChart) throws(WorkbookWritingFailure) {
        let columns = [chart.categories] + chart.series
        guard columns.count > 1, columns.allSatisfy({ content.columns.indices.contains($0 - 1) }),
            chart.rows.lowerBound >= 1, chart.rows.upperBound <= plan.rows.count
        else { throw .missing(Message("图表所用的行列", "a row or column of a chart"), at: Place(sheet: content.name)) }
    }

    private func addSeries(
        _ position: Int, of chart: PrintedChart, to drawn: UnsafeMutablePointer<lxw_chart>
    ) throws(WorkbookWritingFailure) {
        let column = chart.series[position]
        guard let series = unsafe chart_add_series(drawn, nil, nil) else { throw .outOfMemory }
        let first = try sheet.rowIndex(plan.firstBodyRow + chart.rows.lowerBound - 1)
        let last = try sheet.rowIndex(plan.firstBodyRow + chart.rows.upperBound - 1)
        let names = try sheet.columnIndex(chart.categories - 1)
        let values = try sheet.columnIndex(column - 1)
        unsafe chart_series_set_categories(series, content.name, first, names, last, names)
        unsafe chart_series_set_values(series, content.name, first, values, last, values)
        unsafe chart_series_set_name_range(series, content.name, try sheet.rowIndex(plan.headingRow), values)
        if chart.kind == .pie {
            unsafe chart_series_set_labels_percentage(series)
            unsafe setColors(of: chart, parts: series)
        } else if chart.colors.indices.contains(position) {
            var fill = lxw_chart_fill()
            fill.color = lxw_color_t(chart.colors[position] & 0xFFFFFF)
            unsafe chart_series_set_fill(series, &fill)
        }
    }

    /// Colours the parts of a pie; the library copies what it is given.
    private func setColors(of chart: PrintedChart, parts series: UnsafeMutablePointer<lxw_chart_series>) {
        guard !chart.colors.isEmpty else { return }
        var fills = chart.colors.prefix(chart.rows.count).map { color in
            lxw_chart_fill(color: lxw_color_t(color & 0xFFFFFF), none: 0, transparency: 0)
        }
        unsafe fills.withUnsafeMutableBufferPointer { fills in
            guard let base = fills.baseAddress else { return }
            var points = unsafe fills.indices.map { unsafe lxw_chart_point(line: nil, fill: base + $0, pattern: nil) }
            unsafe points.withUnsafeMutableBufferPointer { points in
                guard let first = points.baseAddress else { return }
                var list = unsafe points.indices.map { unsafe Optional(first + $0) } + [nil]
                unsafe chart_series_set_points(series, &list)
            }
        }
    }
}

extension PrintedChart.Kind {
    /// Whether bars lie.
    fileprivate var isLying: Bool { self == .bar || self == .stackedBar }

    /// Whether one series stands on the other.
    fileprivate var isStacked: Bool { self == .stackedBar || self == .stackedColumn }

    fileprivate var type: UInt8 {
        let type =
            switch self {
            case .bar: LXW_CHART_BAR
            case .stackedBar: LXW_CHART_BAR_STACKED
            case .column: LXW_CHART_COLUMN
            case .stackedColumn: LXW_CHART_COLUMN_STACKED
            case .pie: LXW_CHART_PIE
            }
        return UInt8(type.rawValue)
    }
}
