internal import FenjieGrammar
internal import FenjieModel

/// A task found in an outline.
struct OutlineTask: Sendable {
    /// The headings above it by rank.
    var path: [Int: String]
    var segment: OutlineSegment
    let section: Int
}

/// Decides which parts of an outline are tasks, and what belongs to each.
struct OutlineTasks {
    private var tree: OutlineTree
    private let keepsNumbering: Bool
    private(set) var tasks: [OutlineTask] = []
    private(set) var findings: [Finding] = []
    /// Ranks of nodes that have nodes below them.
    private var headingRanks: Set<Int> = []
    /// Ranks whose items begin with a title.
    private var titledRanks: Set<Int> = []
    /// What was read of each node.
    private var readings: [NodeReading] = []
    /// Whether any part of the document names units.
    private var namesUnits = false
    /// The lines of introductions that are no tasks.
    private var introductions: [Int] = []

    /// A node's title and tasks.
    private struct NodeReading {
        var title: [Unicode.Scalar] = []
        /// What the heading itself says for everything below.
        var heading: OutlineSegment?
        var segments: [OutlineSegment] = []
    }

    init(_ source: OutlineTree, keepsNumbering: Bool) {
        tree = source
        self.keepsNumbering = keepsNumbering
        foldPoints()
        headingRanks = Set(tree.nodes.filter { !$0.children.isEmpty }.map(\.rank))
        readings = tree.nodes.map(Self.read)
        namesUnits = readings.contains { $0.heading?.hasUnits == true || $0.segments.contains(where: \.hasUnits) }
        findTitles()
        shareNotes()
        collect()
        keepSectionsWithUnits()
        report()
    }

    /// The ranks that head tasks, the widest first.
    var ranks: [Int] { Set(tasks.flatMap { $0.path.keys }).sorted() }

    // MARK: - Points of one task

    /// Puts （1）… and ① back into the item they belong to, unless they have units of their own.
    private mutating func foldPoints() {
        for index in tree.nodes.indices.reversed() {
            let children = tree.nodes[index].children
            guard let first = children.first, tree.nodes[first].rank >= OutlineNode.pointRank,
                tree.nodes[index].rank >= 0, children.allSatisfy({ tree.nodes[$0].children.isEmpty })
            else { continue }
            let own = children.filter { child in
                OutlineItem(tree.nodes[child].paragraphs).segments.contains { $0.hasUnits }
            }
            guard own.isEmpty || own == [children[children.count - 1]] && children.count > 1 else { continue }
            guard !own.isEmpty || isSentence(index) else { continue }
            for child in children {
                for (order, paragraph) in tree.nodes[child].paragraphs.enumerated() {
                    let marker = order == 0 ? Array(tree.nodes[child].marker.unicodeScalars) : []
                    tree.fold(marker + paragraph.text, line: paragraph.line, into: index)
                }
            }
            tree.removeChildren(of: index)
        }
    }

    /// Whether a node's own text goes on into its points, or already says who does it.
    private func isSentence(_ index: Int) -> Bool {
        let node = tree.nodes[index]
        let text = node.text
        return text.contains("。") || ["：", ":", "；", "，"].contains(text.last)
            || OutlineItem(node.paragraphs).segments.contains { $0.hasUnits }
            || node.rank >= Numbering.Style.arabic.rawValue
    }

    // MARK: - Titles

    private static func read(_ node: OutlineNode) -> NodeReading {
        var reading = NodeReading()
        let head = OutlineItem(node.paragraphs.prefix(1)).segments
        let hasMore =
            !node.children.isEmpty
            || node.paragraphs.dropFirst().contains { !OutlineLabels.startsWithLabel($0.text[...]) }
        if hasMore, head.count <= 1, let first = head.first, isHeading(first, hasChildren: !node.children.isEmpty) {
            reading.title = withoutMark(first.text)
            reading.heading = first.hasNote ? first : nil
            let body = OutlineItem(node.paragraphs.dropFirst()).segments
            if body.count == 1, body[0].text.isEmpty {
                // A note of its own line below the heading.
                var note = body[0]
                if let heading = reading.heading { note.inherit(heading) }
                reading.heading = note
            } else {
                reading.segments = body
            }
        } else {
            reading.segments = OutlineItem(node.paragraphs).segments
            if !node.children.isEmpty, let first = reading.segments.first {
                let title = TitleSentence(parsing: first.text)
                reading.title = title?.title ?? withoutMark(first.text)
                reading.heading = first.hasNote ? first : nil
                reading.segments[0].text = title?.rest ?? []
                if reading.segments[0].text.isEmpty { reading.segments.removeFirst() }
            }
        }
        return reading
    }

    private static func isHeading(_ segment: OutlineSegment, hasChildren: Bool) -> Bool {
        let text = segment.text
        guard let last = text.last, text.count <= 80 else { return false }
        // A sentence with its own note is a task, whatever follows it.
        if !hasChildren, segment.hasNote, OutlineText.isTerminal(last) { return false }
        return !text.dropLast().contains("。") && last != "；" && last != ";" && (last != "。" || text.count <= 30)
    }

    private static func withoutMark(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var text = text
        while let last = text.last, OutlineText.isMark(last) { text.removeLast() }
        return text
    }

    /// Parts titles from requirements where most items of a rank begin with one, and fewer than two headings stand above.
    private mutating func findTitles() {
        let wider = Set(tree.nodes.filter { !$0.children.isEmpty }.map(\.rank))
        let leaves = tree.nodes.indices.filter {
            !tree.nodes[$0].isFolded && tree.nodes[$0].children.isEmpty && readings[$0].title.isEmpty
        }
        for (rank, indices) in Dictionary(grouping: leaves, by: { tree.nodes[$0].rank }) {
            guard wider.filter({ $0 < rank }).count < 2 else { continue }
            let titled = indices.filter { index in
                readings[index].segments.first.flatMap { TitleSentence(parsing: $0.text) } != nil
            }
            guard titled.count * 10 >= indices.count * 6 else { continue }
            titledRanks.insert(rank)
            for index in indices {
                guard let first = readings[index].segments.first else { continue }
                let parts = TitleSentence(parsing: first.text)
                // A title that stands alone is the requirement too.
                readings[index].title = parts?.title ?? (first.text.count <= 32 ? Self.withoutMark(first.text) : [])
                readings[index].segments[0].text = parts?.rest ?? first.text
            }
        }
    }

    // MARK: - Notes

    /// A note behind the last of several items that have none holds for all of them where it says so, or where it stands
    /// by itself and no other item has such a line. In the last item's own line it is that item's.
    private mutating func shareNotes() {
        let isUsualLine = tree.nodes.indices.contains { index in
            let node = tree.nodes[index]
            guard node.hasOwnNote, node.children.isEmpty else { return false }
            return node.parent.map { tree.nodes[$0].children.last != index } ?? true
        }
        for node in tree.nodes where node.children.count > 1 {
            let leaves = node.children.filter { tree.nodes[$0].children.isEmpty && !readings[$0].segments.isEmpty }
            guard leaves.count == node.children.count, let last = leaves.last,
                let note = readings[last].segments.last, note.hasUnits, readings[last].segments.count == 1,
                leaves.dropLast().allSatisfy({ !readings[$0].segments.contains { $0.hasUnits } })
            else { continue }
            guard note.holdsForAll || tree.nodes[last].hasOwnNote && !isUsualLine else {
                // Units of the heading above hold for the others.
                guard !inheritsUnits(last) else { continue }
                findings.append(.noteOfLastItem(note.line, others: leaves.dropLast().map { tree.nodes[$0] }))
                continue
            }
            for leaf in leaves.dropLast() {
                for index in readings[leaf].segments.indices { readings[leaf].segments[index].inherit(note) }
            }
            findings.append(
                Finding(
                    "outline-shared-note", .info, at: Place(line: note.line),
                    message: Message(
                        "末项后的责任单位视为适用于同级各项", "the units behind the last item are taken to hold for its siblings"),
                    hint: Message("如有误，请在各项后分别注明", "if wrong, name the units behind each item")))
        }
    }

    /// Whether a heading above a node names units for all below it.
    private func inheritsUnits(_ index: Int) -> Bool {
        var place = tree.nodes[index].parent
        while let current = place {
            if readings[current].heading?.hasUnits == true { return true }
            place = tree.nodes[current].parent
        }
        return false
    }

    // MARK: - Tasks

    private mutating func collect() {
        for index in tree.nodes.indices where !tree.nodes[index].isFolded {
            let node = tree.nodes[index]
            let reading = readings[index]
            var inherited = reading.heading
            var path: [Int: String] = [:]
            if !reading.title.isEmpty { path[node.rank] = title(of: index) }
            var parent = node.parent
            while let place = parent {
                if !readings[place].title.isEmpty { path[tree.nodes[place].rank] = title(of: place) }
                if let note = readings[place].heading {
                    if inherited == nil { inherited = note } else { inherited?.inherit(note) }
                }
                parent = tree.nodes[place].parent
            }
            for segment in segments(of: index) {
                var segment = segment
                if let inherited { segment.inherit(inherited) }
                var path = path
                if segment.text.isEmpty {
                    // A title with a note and nothing else is the requirement itself.
                    guard node.children.isEmpty, let own = path.removeValue(forKey: node.rank) else { continue }
                    segment.text = Array(own.unicodeScalars)
                }
                tasks.append(OutlineTask(path: path, segment: segment, section: node.section))
            }
        }
    }

    /// The tasks of a node: of a leaf all, of a heading those with a note.
    private mutating func segments(of index: Int) -> [OutlineSegment] {
        let node = tree.nodes[index]
        let reading = readings[index]
        if !node.children.isEmpty {
            let noted = reading.segments.filter { $0.hasUnits && !$0.text.isEmpty }
            introductions += reading.segments.filter { !$0.hasUnits && !$0.text.isEmpty }.map(\.line)
            return noted
        }
        if reading.segments.isEmpty, let heading = reading.heading {
            var own = heading
            own.text = []
            return [own]
        }
        let kept = withoutAfterword(reading.segments.filter { !$0.text.isEmpty || $0.hasNote })
        guard kept.contains(where: \.hasNote) || !isGeneral(index) else {
            introductions += kept.map(\.line)
            return []
        }
        if kept.count == 1, !kept[0].hasNote, reading.title.isEmpty, headingRanks.contains(node.rank),
            let last = kept[0].text.last, !OutlineText.isTerminal(last)
        {
            // A heading of the same rank as others with items, and nothing below it.
            return []
        }
        return kept
    }

    /// Text without a note behind one that has a note: the rest of its paragraph, or words that close the document.
    private mutating func withoutAfterword(_ segments: [OutlineSegment]) -> [OutlineSegment] {
        var kept: [OutlineSegment] = []
        for segment in segments {
            guard !segment.hasNote, let last = kept.last, last.hasNote else {
                kept.append(segment)
                continue
            }
            if segment.line == last.line {
                // The comma that stood behind a note in mid-sentence.
                if let end = last.text.last, !OutlineText.isTerminal(end), !OutlineText.isMark(end) {
                    kept[kept.count - 1].text.append("，")
                }
                kept[kept.count - 1].text += segment.text
            } else {
                introductions.append(segment.line)
            }
        }
        return kept
    }

    /// The text of a heading, with its ordinal where that is wanted.
    private func title(of index: Int) -> String {
        let title = OutlineText.string(readings[index].title)
        return keepsNumbering ? tree.nodes[index].marker + title : title
    }

    /// Whether a node or one above it states aims, not tasks.
    private func isGeneral(_ index: Int) -> Bool {
        var place: Int? = index
        while let current = place {
            let title =
                readings[current].title.isEmpty ? tree.nodes[current].text : readings[current].title
            if title.count <= 16, Self.generalTitles.contains(where: { title.starts(with: $0) }) { return true }
            if title.count <= 8, namesUnits, Self.aims.contains(where: { title.starts(with: $0) }) { return true }
            place = tree.nodes[current].parent
        }
        return false
    }

    private static let generalTitles = [
        "总体要求", "指导思想", "基本原则", "工作目标", "总体目标", "主要目标", "总体思路", "工作原则", "目标要求", "工作思路", "起草背景", "编制依据", "总则", "附则",
        "工作背景", "目的意义", "发展目标", "总的要求", "重要意义",
    ].map { Array($0.unicodeScalars) }
    /// Titles of aims where other parts name units, and of tasks where none does.
    private static let aims = ["目标任务", "任务目标", "年度目标", "预期目标", "目标"].map { Array($0.unicodeScalars) }

    /// Where one part of a document names units and another does not, the tasks are in the first.
    private mutating func keepSectionsWithUnits() {
        let withUnits = Set(tasks.filter { $0.segment.hasUnits }.map(\.section))
        guard !withUnits.isEmpty else { return }
        introductions += tasks.filter { !withUnits.contains($0.section) }.map(\.segment.line)
        tasks.removeAll { !withUnits.contains($0.section) }
    }

    private mutating func report() {
        if let first = introductions.min() {
            let count = introductions.count
            findings.append(
                Finding(
                    "outline-introduction", .info, at: Place(line: first),
                    message: Message(
                        "有 \(count) 段说明文字未列为任务",
                        "\(Message.counted(count, "introductory paragraph")), not taken as tasks"
                    )))
        }
        let bare = tasks.filter { !$0.segment.hasUnits }
        if let first = bare.first, bare.count < tasks.count {
            findings.append(
                Finding(
                    "outline-without-unit", .info, at: Place(line: first.segment.line),
                    field: Field.responsibleUnit.rawValue,
                    message: Message(
                        "有 \(bare.count) 项任务没有写责任单位",
                        "\(Message.counted(bare.count, "task names", "tasks name")) no unit")))
        }
    }
}

extension Finding {
    /// A note in the line of the last of several items, none of which has one.
    static func noteOfLastItem(_ line: Int, others: [OutlineNode]) -> Finding {
        let shown = others.prefix(6).map { $0.marker.isEmpty ? "\($0.line)" : $0.marker }.joined(separator: " ")
        let names = others.count > 6 ? shown + " …" : shown
        return Finding(
            "outline-last-note", .warning, at: Place(line: line), field: Field.responsibleUnit.rawValue,
            message: Message(
                "只有末项写明责任单位，同级的 \(others.count) 项（\(names)）未写，已留空",
                "only the last item names its units; \(Message.counted(others.count, "sibling")) (\(names)) stay "
                    + "blank"),
            hint: Message(
                "如适用于各项，请在各项后分别注明，或将括注另起一行写明“以上各项”",
                "if it holds for all, name the units behind each item, or set the note on a line of its own"))
    }
}
