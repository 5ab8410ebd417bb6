internal import FenjieModel

/// One task's text with what is said about it.
struct OutlineSegment: Sendable {
    var text: [Unicode.Scalar]
    /// Units as a bracket states them, labels included.
    var units: [Unicode.Scalar] = []
    var deadline: [Unicode.Scalar] = []
    /// Labels that have columns of their own.
    var labels: [OutlineLabel] = []
    /// Whether the note says that it holds for the items above too: 以上各项由….
    var holdsForAll = false
    let line: Int

    /// Whether something says who does it.
    var hasUnits: Bool { !units.isEmpty || labels.contains { OutlineLabels.isUnit($0.field) } }
    /// Whether anything beside its text is said.
    var hasNote: Bool { hasUnits || !deadline.isEmpty || !labels.isEmpty }

    /// Takes over what another one says, where this one says nothing.
    mutating func inherit(_ other: OutlineSegment) {
        if !hasUnits {
            units = other.units
            labels += other.labels.filter { OutlineLabels.isUnit($0.field) }
        }
        if deadline.isEmpty { deadline = other.deadline }
        for label in other.labels where !labels.contains(where: { $0.name == label.name }) { labels.append(label) }
    }
}

/// What the paragraphs below one ordinal say, cut into tasks.
struct OutlineItem: Sendable {
    private(set) var segments: [OutlineSegment] = []
    /// Whether more text belongs to the last segment.
    private var isOpen = false

    /// Reads paragraphs, each by the first notation that knows it.
    init(_ paragraphs: some Sequence<(text: [Unicode.Scalar], line: Int)>) {
        for (text, line) in paragraphs {
            for notation in OutlineNotations.all where notation.read(text, line: line, into: &self) { break }
        }
    }

    /// Adds text: to the task under way, or as a new one.
    mutating func add(text: some BidirectionalCollection<Unicode.Scalar>, line: Int) {
        let trimmed = OutlineText.trimmed(text)
        guard !trimmed.isEmpty else { return }
        if isOpen, let last = segments.indices.last {
            segments[last].text.append(contentsOf: trimmed)
        } else {
            segments.append(OutlineSegment(text: trimmed, line: line))
            isOpen = true
        }
    }

    /// Adds a note: it ends the task under way.
    mutating func close(with note: UnitNote, line: Int) {
        note.units.isEmpty ? () : setUnits(note.units, line: line)
        let last = lastSegment(line)
        if segments[last].deadline.isEmpty { segments[last].deadline = note.deadline }
        segments[last].labels += note.others
        if note.holdsForAll { segments[last].holdsForAll = true }
        isOpen = false
    }

    /// Adds what a label of its own line says.
    mutating func add(_ source: OutlineLabel, line: Int) {
        var label = source
        label.value = OutlineLabels.withoutMarks(source.value)
        let last = lastSegment(line)
        if label.field == .deadline {
            if segments[last].deadline.isEmpty { segments[last].deadline = label.value }
        } else if OutlineLabels.isUnit(label.field) {
            let (units, limit) = UnitNote.partDeadline(label.value[...])
            label.value = Array(units)
            segments[last].labels.append(label)
            if segments[last].deadline.isEmpty { segments[last].deadline = limit }
        } else {
            segments[last].labels.append(label)
        }
        isOpen = false
    }

    /// Adds the full stop that stands behind a note.
    mutating func add(mark: Unicode.Scalar) {
        guard let last = segments.indices.last, let end = segments[last].text.last, !OutlineText.isTerminal(end),
            end != "；", end != ";"
        else { return }
        segments[last].text.append(mark)
    }

    private mutating func setUnits(_ units: [Unicode.Scalar], line: Int) {
        let last = lastSegment(line)
        if segments[last].units.isEmpty {
            segments[last].units = units
        } else {
            segments[last].units += ["；"] + units
        }
    }

    private mutating func lastSegment(_ line: Int) -> Int {
        if segments.isEmpty { segments.append(OutlineSegment(text: [], line: line)) }
        return segments.count - 1
    }
}
