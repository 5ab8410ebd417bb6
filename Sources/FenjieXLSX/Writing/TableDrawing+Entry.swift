internal import CXLSXWriter
internal import FenjieModel

extension TableDrawing {
    /// Adds drop-down lists and date checks to the body cells of fill-in columns.
    func addChoices() throws(WorkbookWritingFailure) {
        guard !plan.rows.isEmpty else { return }
        for (index, column) in content.columns.enumerated() where column.isFillIn {
            if !column.choices.isEmpty {
                try addList(column.choices, column: index)
            } else if column.content == .date {
                try addDateCheck(column: index)
            }
        }
    }

    private func addList(_ list: [String], column: Int) throws(WorkbookWritingFailure) {
        guard let formula = choices.formula(for: list) else { return }
        var strings = CStrings()
        var rule = unsafe lxw_data_validation()
        unsafe rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
        unsafe rule.value_formula = strings.add(formula)
        let joined = list.joined(separator: "、")
        unsafe rule.input_title = strings.add("请选择")
        unsafe rule.input_message = strings.add("请从下拉列表中选择。")
        unsafe rule.error_title = strings.add("内容不在列表中")
        // A message holds 255 characters at most.
        unsafe rule.error_message = strings.add(
            joined.unicodeScalars.count <= 200 ? "只能填写：\(joined)。" : "请从下拉列表中选择。")
        try unsafe add(&rule, column: column)
        extendLifetime(strings)
    }

    private func addDateCheck(column: Int) throws(WorkbookWritingFailure) {
        var strings = CStrings()
        var rule = unsafe lxw_data_validation()
        unsafe rule.validate = UInt8(LXW_VALIDATION_TYPE_DATE.rawValue)
        unsafe rule.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
        unsafe rule.minimum_datetime = lxw_datetime(year: 2000, month: 1, day: 1, hour: 0, min: 0, sec: 0)
        unsafe rule.maximum_datetime = lxw_datetime(year: 2099, month: 12, day: 31, hour: 0, min: 0, sec: 0)
        unsafe rule.input_title = strings.add("请填写日期")
        unsafe rule.input_message = strings.add("格式如 2022-09-30。")
        unsafe rule.error_title = strings.add("日期不正确")
        unsafe rule.error_message = strings.add("请填写 2000-01-01 至 2099-12-31 之间的日期，格式如 2022-09-30。")
        try unsafe add(&rule, column: column)
        extendLifetime(strings)
    }

    private func add(_ rule: inout lxw_data_validation, column: Int) throws(WorkbookWritingFailure) {
        let first = try sheet.rowIndex(plan.firstBodyRow)
        let last = try sheet.rowIndex(plan.firstClosingRow - 1)
        let index = try sheet.columnIndex(column)
        let result = unsafe worksheet_data_validation_range(sheet.sheet, first, index, last, index, &rule)
        try sheet.check(result, plan.firstBodyRow, column)
    }
}
