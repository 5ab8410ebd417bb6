internal import FenjieGrammar

/// A heading or item with everything below it.
struct OutlineNode: Sendable {
    /// The level: wider ordinals have smaller ranks.
    let rank: Int
    /// The ordinal as printed; empty for headings of Markdown.
    let marker: String
    let line: Int
    /// The paragraphs, the first without its ordinal.
    var paragraphs: [(text: [Unicode.Scalar], line: Int)]
    var parent: Int?
    var children: [Int] = []
    /// The part of the document between two closings.
    let section: Int
    /// Whether its note stands on a line of its own.
    var hasOwnNote = false

    /// Whether it was put into the node above it.
    var isFolded: Bool { paragraphs.isEmpty }
    /// The text of its first paragraph.
    var text: [Unicode.Scalar] { paragraphs.first?.text ?? [] }

    /// The first rank of circled figures and bracketed ones, which number points of one task.
    static let pointRank = Numbering.Style.arabicInBrackets.rawValue
    /// The rank of headings without an ordinal, above all that have one.
    static let bareRank = -1
    /// The rank of bullets, below all ordinals.
    static let bulletRank = 100
}

/// The headings and items of a text in their order, and the text around them.
struct OutlineTree: Sendable {
    private(set) var nodes: [OutlineNode] = []
    private(set) var before: [ProseLine] = []
    private(set) var after: [ProseLine] = []
    /// Paragraphs below the last item that speak to all units.
    private(set) var afterwords: [ProseLine] = []
    private var path: [Int] = []
    private var section = 0
    private var isClosed = false

    init(_ paragraphs: [OutlineParagraph]) {
        let structural = Self.structuralDepths(paragraphs)
        let bare = Self.bareHeadings(paragraphs)
        for (index, paragraph) in paragraphs.enumerated() {
            if bare.contains(index) {
                open(paragraph, rank: OutlineNode.bareRank, marker: "", text: paragraph.text)
            } else {
                add(paragraph, structural: structural)
            }
        }
        setSignatureAside()
        setAfterwordsAside()
    }

    // MARK: - Headings without ordinals

    /// The short lines that head items of the widest level, where those are no wider than （一） and the first of them stands
    /// below the introduction; a title stands above it.
    private static func bareHeadings(_ paragraphs: [OutlineParagraph]) -> Set<Int> {
        let styles = paragraphs.compactMap { $0.kind == .ordinal ? $0.numbering?.style : nil }
        guard let widest = styles.min(), widest >= .chineseInBrackets else { return [] }
        var found: Set<Int> = []
        var isBelowText = false
        for index in paragraphs.indices {
            let paragraph = paragraphs[index]
            let ends = paragraph.text.last.map { OutlineText.isTerminal($0) || OutlineText.isMark($0) } ?? false
            if paragraph.kind == .plain, index > 0, index + 1 < paragraphs.count,
                paragraphs[index + 1].numbering?.style == widest, paragraphs[index + 1].kind == .ordinal,
                !found.isEmpty || isBelowText, isHeading(paragraph.text), !isOpen(paragraphs[index - 1])
            {
                found.insert(index)
            } else if paragraph.kind == .ordinal, found.isEmpty {
                // Items without a heading above the first: what follows between them is text.
                return []
            }
            isBelowText = paragraph.kind == .plain && ends || isBelowText && paragraph.kind != .closing
        }
        return found
    }

    private static func isHeading(_ text: [Unicode.Scalar]) -> Bool {
        (4...40).contains(text.count)
            && !text.contains {
                OutlineText.isTerminal($0) || OutlineText.isMark($0) && $0 != "、" || OutlineText.isOpening($0)
            }
    }

    /// Whether a paragraph may go on in the next.
    private static func isOpen(_ paragraph: OutlineParagraph) -> Bool {
        guard paragraph.kind == .ordinal || paragraph.kind == .plain, let last = paragraph.text.last else {
            return false
        }
        return !OutlineText.isTerminal(last) && !OutlineText.isClosing(last) && last != "：" && last != ":"
    }

    // MARK: - What stands below the last item

    /// Takes the signature out of the last item: the name of a body alone, where no other item ends in one.
    private mutating func setSignatureAside() {
        guard let last = nodes.indices.last, nodes[last].paragraphs.count > 1, Self.endsInName(nodes[last]),
            nodes.count(where: Self.endsInName) == 1, let line = nodes[last].paragraphs.last,
            let end = nodes[last].paragraphs.dropLast().last?.text.last,
            OutlineText.isTerminal(end) || OutlineText.isClosing(end)
        else { return }
        nodes[last].paragraphs.removeLast()
        after.insert(ProseLine(line: line.line, text: OutlineText.string(line.text)), at: 0)
    }

    private static func endsInName(_ node: OutlineNode) -> Bool {
        guard node.paragraphs.count > 1, let text = node.paragraphs.last?.text else { return false }
        return (4...30).contains(text.count) && UnitNames.endsWithName(text[...])
            && !text.contains { OutlineText.isMark($0) || OutlineText.isOpening($0) }
    }

    /// Takes what speaks to all units out of the last item, where that is a sentence and all like it are one paragraph.
    private mutating func setAfterwordsAside() {
        guard let last = nodes.indices.last, nodes[last].children.isEmpty, let end = nodes[last].text.last,
            OutlineText.isTerminal(end)
        else { return }
        let others = nodes[..<last].filter { $0.rank == nodes[last].rank && $0.children.isEmpty }
        guard !others.isEmpty, others.allSatisfy({ $0.paragraphs.count == 1 }) else { return }
        let lines = nodes[last].paragraphs.dropFirst()
        guard !lines.isEmpty, lines.allSatisfy({ OutlineAfterword.matches($0.text) }) else { return }
        afterwords = lines.map { ProseLine(line: $0.line, text: OutlineText.string($0.text)) }
        after = afterwords + after
        nodes[last].paragraphs.removeSubrange(1...)
    }

    private mutating func add(_ paragraph: OutlineParagraph, structural: Set<Int>) {
        switch paragraph.kind {
        case .ordinal:
            let numbering = paragraph.numbering
            open(
                paragraph, rank: numbering?.style.rawValue ?? 0, marker: numbering?.marker ?? "",
                text: Self.withoutOrdinal(paragraph.text, numbering))
        case .heading where structural.contains(paragraph.depth):
            open(paragraph, rank: paragraph.depth - 20, marker: "", text: paragraph.text)
        case .bullet where !path.isEmpty || !structural.isEmpty:
            open(paragraph, rank: OutlineNode.bulletRank, marker: "", text: paragraph.text)
        case .heading, .closing:
            keep(paragraph)
            if !nodes.isEmpty { isClosed = true }
            path = []
        case .bullet, .label, .plain:
            guard let node = path.last, !isClosed else {
                keep(paragraph)
                return
            }
            nodes[node].paragraphs.append((paragraph.text, paragraph.line))
            if paragraph.hasOwnNote { nodes[node].hasOwnNote = true }
        }
    }

    private mutating func open(_ paragraph: OutlineParagraph, rank: Int, marker: String, text: [Unicode.Scalar]) {
        if isClosed {
            section += 1
            isClosed = false
        }
        while let last = path.last, nodes[last].rank >= rank { path.removeLast() }
        let node = OutlineNode(
            rank: rank, marker: marker, line: paragraph.line, paragraphs: [(text, paragraph.line)], parent: path.last,
            section: section, hasOwnNote: paragraph.hasOwnNote)
        if let parent = path.last { nodes[parent].children.append(nodes.count) }
        path.append(nodes.count)
        nodes.append(node)
    }

    private mutating func keep(_ paragraph: OutlineParagraph) {
        let line = ProseLine(line: paragraph.line, text: OutlineText.string(paragraph.text))
        if nodes.isEmpty { before.append(line) } else { after.append(line) }
    }

    private static func withoutOrdinal(_ text: [Unicode.Scalar], _ numbering: Numbering?) -> [Unicode.Scalar] {
        OutlineText.trimmed(text.dropFirst(numbering?.marker.unicodeScalars.count ?? 0))
    }

    /// The depths of Markdown headings that part the text: at least two of them have something below.
    private static func structuralDepths(_ paragraphs: [OutlineParagraph]) -> Set<Int> {
        let hasOrdinals = paragraphs.contains { $0.kind == .ordinal || $0.kind == .bullet }
        var filled: [Int: Int] = [:]
        var open: [(depth: Int, isFilled: Bool)] = []
        for paragraph in paragraphs {
            if paragraph.kind == .heading {
                while let last = open.last, last.depth >= paragraph.depth { open.removeLast() }
                open.append((paragraph.depth, false))
            } else if paragraph.kind == .ordinal || paragraph.kind == .bullet
                || (!hasOrdinals && paragraph.kind != .closing)
            {
                for index in open.indices where !open[index].isFilled {
                    open[index].isFilled = true
                    filled[open[index].depth, default: 0] += 1
                }
            }
        }
        return Set(filled.filter { $0.value >= 2 }.keys)
    }

    /// Adds a paragraph to the last one of a node.
    mutating func fold(_ text: [Unicode.Scalar], line: Int, into index: Int) {
        guard let last = nodes[index].paragraphs.indices.last else { return }
        if last == 0, ![":", "：", "；", ";", "，"].contains(nodes[index].text.last) {
            nodes[index].paragraphs.append((text, line))
        } else {
            nodes[index].paragraphs[last].text.append(contentsOf: text)
        }
    }

    /// Takes the nodes below a node out of the tree.
    mutating func removeChildren(of index: Int) {
        for child in nodes[index].children { nodes[child].paragraphs = [] }
        nodes[index].children = []
    }
}
