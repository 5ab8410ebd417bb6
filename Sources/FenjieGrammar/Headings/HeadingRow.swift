public import FenjieModel

extension HeadingReading {
    /// Reads the headings of a whole row, where one tells what its neighbour means.
    ///
    /// A second task column is the second level, as is a heading without text right of a task (one heading over two
    /// columns). Beside 完成时限, 完成时间 says when it was done. Of several columns with one meaning the surest keeps it; a
    /// unit column that stands several times (责任单位1, 责任单位2) is one list in several columns, and all keep it.
    ///
    /// - Parameters:
    ///   - headings: the cells of the header row.
    ///   - synonyms: headings that a template names.
    /// - Returns: one field for each heading.
    public static func resolve(_ headings: [String], synonyms: [(synonym: String, field: Field)] = []) -> [Field] {
        let readings = headings.map { HeadingReading(parsing: $0, synonyms: synonyms) }
        var fields = readings.map(\.field)
        fillSpannedTask(&fields, readings)
        findTask(&fields, readings)
        orderTasks(&fields)
        partTimes(&fields, readings)
        partReports(&fields, readings)
        keepSurest(&fields, readings)
        return fields
    }

    /// A blank heading right of a task belongs to the same merged cell.
    private static func fillSpannedTask(_ fields: inout [Field], _ readings: [HeadingReading]) {
        for index in fields.indices.dropFirst()
        where fields[index - 1] == .task && HeadingText(readings[index].text).scalars.isEmpty {
            fields[index] = .subtask
        }
    }

    /// Several task columns are levels, from left to right.
    private static func orderTasks(_ fields: inout [Field]) {
        let tasks = fields.indices.filter { fields[$0] == .task }
        guard tasks.count > 1 else {
            // The only level is the first one.
            if tasks.isEmpty, fields.filter({ $0 == .subtask }).count == 1, let only = fields.firstIndex(of: .subtask) {
                fields[only] = fields.contains(.requirement) ? .task : .subtask
            }
            return
        }
        let hasSubtask = fields.contains(.subtask)
        let hasRequirement = fields.contains(.requirement)
        for (order, index) in tasks.enumerated().dropFirst() {
            switch order {
            case 1 where !hasSubtask: fields[index] = .subtask
            case 1 where !hasRequirement, 2 where !hasRequirement: fields[index] = .requirement
            default: fields[index] = .other
            }
        }
    }

    /// Beside a column that only says by when, 完成时间 says when it was done.
    private static func partTimes(_ fields: inout [Field], _ readings: [HeadingReading]) {
        let times = fields.indices.filter { fields[$0] == .deadline }
        guard times.count > 1, !fields.contains(.completedOn) else { return }
        let isLimit = { (index: Int) in
            let text = HeadingText(readings[index].text)
            return (["限", "计划", "要求", "截止", "节点"] as [StaticWord]).contains { text.contains($0) }
        }
        guard times.contains(where: isLimit) else { return }
        let done = times.filter { index in
            let text = HeadingText(readings[index].text)
            return !isLimit(index) && (text.hasSuffix("完成时间") || text.hasSuffix("办结时间"))
        }
        if let last = done.last { fields[last] = .completedOn }
    }

    /// Beside 进展情况, 完成情况 is the state.
    private static func partReports(_ fields: inout [Field], _ readings: [HeadingReading]) {
        guard !fields.contains(.status), fields.filter({ $0 == .progress }).count > 1 else { return }
        let states = fields.indices.filter { index in
            fields[index] == .progress
                && (["完成情况", "整改情况", "办结情况"] as [StaticWord]).contains {
                    HeadingText(readings[index].text).hasSuffix($0)
                }
        }
        if states.count == 1 { fields[states[0]] = .status }
    }

    /// One column for each meaning: the surest, and among dates that are equally sure the last.
    private static func keepSurest(_ fields: inout [Field], _ readings: [HeadingReading]) {
        for field in Field.allCases where field != .other {
            let places = fields.indices.filter { fields[$0] == field }
            guard places.count > 1, var best = places.first else { continue }
            for place in places.dropFirst() {
                let difference = readings[place].certainty - readings[best].certainty
                if difference > 0 || (difference == 0 && field == .deadline) { best = place }
            }
            for place in places where place != best {
                if field.namesUnits, HeadingText.isSame(readings[place].text, readings[best].text) { continue }
                fields[place] = .other
            }
        }
    }
}
