internal import FenjieGrammar
internal import FenjieModel

/// The records of a text: a block begins where a label comes again, or below a new heading.
struct RecordBlocks: Sendable {
    /// A heading, and the text between it and the first label.
    private struct Heading {
        let rank: Int
        let value: Int
        private(set) var lines: [ProseLine]
        private(set) var text: String
        var hasRecords = false
        /// A statement above the first label is not longer.
        private static let longest = 600

        init(rank: Int, value: Int, line: ProseLine) {
            self.rank = rank
            self.value = value
            lines = [line]
            text = line.text
        }

        /// Goes on with a line; `false` where it gets too long for a heading.
        mutating func add(_ line: ProseLine) -> Bool {
            guard text.utf8.count + line.text.utf8.count <= Self.longest else { return false }
            lines.append(line)
            text += line.text
            return true
        }
    }

    /// Where the lines of a list go: 整改措施：
    private struct OpenList {
        let label: String
        var style: Numbering.Style?
        var next = 1
    }

    private(set) var records: [Record] = []
    /// The labels in order of appearance, with what they mean.
    private(set) var labels: [(name: String, field: Field)] = []
    private(set) var before: [ProseLine] = []
    private(set) var after: [ProseLine] = []
    private(set) var lines = 0
    private(set) var labelledLines = 0
    private var path: [Heading] = []
    /// Whether a heading came since the last label.
    private var isBelowHeading = false
    private var current: String?
    private var list: OpenList?

    init(_ source: OutlineLines) {
        lines = source.all.count
        for (index, line) in source.all.enumerated() {
            let whole = OutlineText.trimmed(line.text.dropFirst(line.numbering?.marker.unicodeScalars.count ?? 0))
            let found = OutlineLabels.labels(in: whole[...]) { _ in true }
            if let first = found.first, first.range.lowerBound == whole.startIndex, !isPoint(line, labelled: first) {
                labelledLines += 1
                for label in found { add(label, line: line.number) }
            } else if OutlineFurniture.isClosing(source.all, at: index) {
                close()
                keep(ProseLine(line))
            } else if line.numbering != nil || line.depth > 0 {
                if !addPoint(line, whole, following: source.all[(index + 1)...].prefix(8)) { open(line, whole) }
            } else {
                add(line)
            }
        }
        leaveHeadings(downTo: .min)
    }

    // MARK: - Labels

    private mutating func add(_ label: OutlineLabel, line: Int) {
        if !labels.contains(where: { $0.name == label.name }) { labels.append((label.name, label.field)) }
        if records.isEmpty || isBelowHeading || records[records.count - 1].values[label.name] != nil {
            records.append(Record(path: Dictionary(path.map { ($0.rank, $0.text) }) { $1 }, line: line))
            for index in path.indices { path[index].hasRecords = true }
            isBelowHeading = false
        }
        records[records.count - 1].values[label.name] = OutlineText.string(label.value)
        current = label.name
        list = OutlineLabels.isDetail(label.field) || label.field == .number ? nil : OpenList(label: label.name)
        if let numbering = Numbering(parsing: OutlineText.string(label.value.prefix(20))) {
            list?.style = numbering.style
            list?.next = numbering.value + 1
        } else if !label.value.isEmpty {
            list = nil
        }
    }

    // MARK: - Lists below a label

    /// Whether a line with a label is a point of the list under way all the same: 1.具体措施一：….
    private func isPoint(_ line: OutlineLine, labelled label: OutlineLabel) -> Bool {
        guard list != nil, line.numbering != nil, !OutlineLabels.isDetail(label.field) else { return false }
        return !labels.contains { $0.name == label.name }
    }

    /// Adds a line to the list under way; `false` where it is a heading.
    private mutating func addPoint(
        _ line: OutlineLine, _ text: [Unicode.Scalar], following: ArraySlice<OutlineLine>
    ) -> Bool {
        guard let open = list, let numbering = line.numbering, !records.isEmpty,
            goesOn(open, numbering, following: following)
        else {
            list = nil
            return false
        }
        list?.style = open.style ?? numbering.style
        if numbering.style == list?.style { list?.next = numbering.value + 1 }
        let point = Record.Point(marker: numbering.marker, text: text, line: line.number)
        records[records.count - 1].points[open.label, default: []].append(point)
        labelledLines += 1
        return true
    }

    /// A list is written more narrowly than the heading above it, or counts on by itself.
    private func goesOn(
        _ list: OpenList, _ numbering: Numbering, following: ArraySlice<OutlineLine>
    ) -> Bool {
        let narrowest = path.last?.rank ?? .min
        if let style = list.style, numbering.style < style { return false }
        guard numbering.style.rawValue <= narrowest else { return true }
        guard numbering.style.rawValue == narrowest, list.style ?? numbering.style == numbering.style,
            numbering.value == list.next
        else { return false }
        guard let heading = path.last, numbering.value == heading.value + 1 else { return true }
        // Both count on: the next label tells whether the record does.
        let labels = following.lazy.map { OutlineLabels.labels(in: $0.text[...]) { _ in true } }
        guard let name = labels.first(where: { $0.first?.range.lowerBound == 0 })?.first?.name else { return true }
        return records.last?.values[name] == nil
    }

    // MARK: - Headings and running text

    private mutating func open(_ line: OutlineLine, _ text: [Unicode.Scalar]) {
        lines -= 1
        let rank = line.numbering?.style.rawValue ?? line.depth - 20
        leaveHeadings(downTo: rank)
        path.append(
            Heading(
                rank: rank, value: line.numbering?.value ?? 0,
                line: ProseLine(line: line.number, text: OutlineText.string(text))))
        isBelowHeading = true
        current = nil
    }

    /// Adds running text: to the list or value under way, to the heading above it, or to what frames the records.
    private mutating func add(_ line: OutlineLine) {
        if let list, let point = records.last?.points[list.label]?.indices.last, !line.followsBlank {
            records[records.count - 1].points[list.label]?[point].text += line.text
            labelledLines += 1
        } else if let current, !records.isEmpty, !line.followsBlank {
            records[records.count - 1].values[current, default: ""] += OutlineText.string(line.text)
            labelledLines += 1
        } else if isBelowHeading, !path.isEmpty, path[path.count - 1].add(ProseLine(line)) {
            // A statement of several lines.
        } else {
            close()
            keep(ProseLine(line))
        }
    }

    /// Ends the value and the list under way.
    private mutating func close() {
        current = nil
        list = nil
    }

    /// Leaves the headings of a rank and below; what no record stands under is running text.
    private mutating func leaveHeadings(downTo rank: Int) {
        while let last = path.last, last.rank >= rank {
            path.removeLast()
            guard !last.hasRecords else { continue }
            for line in last.lines { keep(line) }
        }
    }

    private mutating func keep(_ line: ProseLine) {
        if records.isEmpty { before.append(line) } else { after.append(line) }
    }
}

extension ProseLine {
    /// A line of an outline as it stands.
    init(_ line: OutlineLine) { self.init(line: line.number, text: OutlineText.string(line.text)) }
}
