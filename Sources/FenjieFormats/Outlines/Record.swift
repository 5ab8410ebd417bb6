internal import FenjieModel

/// One record: values by label, below the headings that stand above it.
struct Record: Sendable {
    /// One line of a list below a label: 整改措施： and then 1. 2. 3.
    struct Point: Sendable {
        /// The ordinal as printed.
        var marker: String
        var text: [Unicode.Scalar]
        let line: Int

        /// What the point says, with the notes that name who does it.
        var segments: [OutlineSegment] { OutlineItem([(text, line)]).segments }
    }

    var values: [String: String] = [:]
    /// The lists below labels.
    var points: [String: [Point]] = [:]
    /// The headings above it by rank.
    var path: [Int: String]
    let line: Int
    /// Units and deadline of a point that has its own; they stand for those of the record.
    var units: String?
    var deadline: String?

    /// What stands behind a label, the points of its list on lines of their own.
    func text(of label: String) -> String? {
        guard let points = points[label] else { return values[label] }
        let lines = points.map { $0.marker + OutlineText.string($0.text) }
        return ([values[label] ?? ""] + lines).filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// The records that it stands for: one for each point where points name their own units.
    var tasks: [Record] {
        let lists = points.sorted { ($0.value.first?.line ?? 0) < ($1.value.first?.line ?? 0) }
        guard let (label, points) = lists.first(where: { _, points in points.contains(where: Self.namesUnits) }) else {
            return [self]
        }
        return points.flatMap { point in
            point.segments.map { segment in
                var task = Record(values: values, points: self.points, path: path, line: segment.line)
                task.points[label] = nil
                task.values[label] = OutlineText.string(segment.text)
                if segment.hasUnits { task.units = OutlineTable.units(of: segment) }
                if !segment.deadline.isEmpty { task.deadline = OutlineText.string(segment.deadline) }
                return task
            }
        }
    }

    private static func namesUnits(_ point: Point) -> Bool { point.segments.contains(where: \.hasUnits) }
}
