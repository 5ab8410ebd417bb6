/// The title of a document whose tasks stand in running text.
///
/// It is the line or lines in the place of one: at the head of the document, or behind what closes a notice (its date,
/// 附件) where the annex holds the tasks; above the salutation, the introduction and the first item. What follows a
/// sentence is none, however short it is.
struct OutlineTitle {
    private var found: [Unicode.Scalar] = []
    /// The lines in the place of a title that were not joined yet.
    private var block: [[Unicode.Scalar]] = []
    /// Whether a title can stand here.
    private var isInPlace = true
    private var isInSentence = false
    /// Whether the last line closed a notice.
    private var followsClosing = false

    /// No line of a title is longer.
    private static let longestLine = 64
    /// No title is longer.
    private static let longest = 160

    /// Looks for it among the lines above one.
    private init(_ lines: [OutlineLine], above end: Int) {
        for (index, line) in lines.enumerated() {
            guard line.number < end else { break }
            add(line, isSignature: index + 1 < lines.count && OutlineFurniture.isDate(lines[index + 1].text))
        }
        takeBlock()
    }

    /// The title that stands above a line; `nil` where there is none.
    ///
    /// - Parameters:
    ///   - end: the number of the first line of the tasks.
    ///   - lines: the lines of the text.
    /// - Returns: its lines put together.
    static func text(above end: Int, in lines: OutlineLines) -> String? {
        let found = OutlineTitle(lines.all, above: end).found
        return found.isEmpty ? nil : OutlineText.string(found)
    }

    private mutating func add(_ line: OutlineLine, isSignature: Bool) {
        let text = line.text
        defer { followsClosing = Self.closesNotice(text) || followsClosing && line.isOrdinal }
        if Self.closesNotice(text) {
            takeBlock()
            isInPlace = true
            isInSentence = false
        } else if line.isOrdinal {
            // A list of attachments ends a notice, other items are its text.
            takeBlock()
            isInPlace = isInPlace && followsClosing
            isInSentence = false
        } else if isInSentence || Self.isSentence(text) {
            takeBlock()
            isInSentence = !Self.endsSentence(text)
            isInPlace = false
        } else if Self.isDocumentNumber(text) || Self.isMarginal(text) {
            takeBlock()
        } else if isInPlace, !(isSignature && Self.isName(text)) {
            if line.depth > 0 { takeBlock() }
            block.append(text)
        }
    }

    /// Joins the lines that stood together; the last title among them counts.
    private mutating func takeBlock() {
        defer { block = [] }
        var titles: [[Unicode.Scalar]] = []
        for line in block {
            if let last = titles.last, last.count + line.count <= Self.longest, Self.goesOn(last, with: line) {
                titles[titles.count - 1] = last + Self.gap(last, line) + line
            } else {
                titles.append(line)
            }
        }
        titles.removeAll { $0.count < 4 || Self.isName($0) }
        if let title = titles.last(where: Self.isComplete) ?? titles.first { found = title }
    }

    /// Whether a line goes on with the title above it.
    private static func goesOn(_ title: [Unicode.Scalar], with line: [Unicode.Scalar]) -> Bool {
        guard let first = line.first else { return true }
        return OutlineText.isOpening(first) || first == "的" || !isComplete(title) || line.count <= 6
    }

    private static func gap(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard let left = left.last, let right = right.first, left.value < 0x250, right.value < 0x250,
            left.properties.isAlphabetic, right.properties.isAlphabetic
        else { return [] }
        return [" "]
    }

    // MARK: - What a line is

    /// Whether a title can end with the words of a line; a bracket behind them does not count.
    private static func isComplete(_ text: [Unicode.Scalar]) -> Bool {
        var words = text[...]
        if let bracket = OutlineText.brackets(in: words).last, bracket.upperBound == words.endIndex {
            words = words[..<bracket.lowerBound]
        }
        return endings.contains { words.count > $0.count && words.suffix($0.count).elementsEqual($0) }
    }

    /// A date, 附件, 附件1, a list of attachments, the way of publication: what follows begins anew.
    private static func closesNotice(_ text: [Unicode.Scalar]) -> Bool {
        if OutlineFurniture.isDate(text) || OutlineFurniture.opensClosing(text) { return true }
        guard text.count <= 8, annexes.contains(where: { text.starts(with: $0) }) else { return false }
        return text.dropFirst(2).allSatisfy { scalar in
            scalar.value < 0x80 || OutlineText.isMark(scalar) || "一二三四五六七八九十".unicodeScalars.contains(scalar)
                || ("０"..."９").contains(scalar)
        }
    }

    /// Running text, a salutation, or a line too long for a title.
    private static func isSentence(_ text: [Unicode.Scalar]) -> Bool {
        if endsSentence(text) || text.count > longestLine { return true }
        if text.count > 16, introductions.contains(where: { text.starts(with: $0) }) { return true }
        var depth = 0
        for (index, scalar) in text.enumerated() {
            if OutlineText.isOpening(scalar) || scalar == "《" || scalar == "“" { depth += 1 }
            if OutlineText.isClosing(scalar) || scalar == "》" || scalar == "”" { depth = max(0, depth - 1) }
            guard depth == 0 else { continue }
            if scalar == "。" || scalar == "；" || scalar == ";" { return true }
            // A comma between short parallel words may stand in a title.
            if scalar == "，" || scalar == ",", index > 12 || !isComplete(text) { return true }
        }
        return false
    }

    private static func endsSentence(_ text: [Unicode.Scalar]) -> Bool {
        guard let last = text.last else { return true }
        return last == "。" || last == "：" || last == ":" || last == "；" || last == "." || last == "！"
    }

    /// 云政办发〔2027〕5号.
    private static func isDocumentNumber(_ text: [Unicode.Scalar]) -> Bool {
        text.count <= 30 && text.last == "号" && text.contains { ("0"..."9").contains($0) }
            && !text.contains("于")
    }

    /// What a page carries beside its document: 索引号：…, 首页 > 公开, 某某文件.
    private static func isMarginal(_ text: [Unicode.Scalar]) -> Bool {
        if text.count <= 30, text.suffix(2).elementsEqual("文件".unicodeScalars) { return true }
        if text.elementsEqual("目录".unicodeScalars) || text.contains(">") || text.contains("|") { return true }
        guard let colon = text.prefix(10).firstIndex(where: OutlineLabels.isColon) else { return false }
        return colon >= 2
    }

    /// The name of a body alone: the first line of a head, or a signature.
    private static func isName(_ text: [Unicode.Scalar]) -> Bool {
        text.count <= 30 && !isComplete(text) && UnitNames.endsWithName(text[...])
            && !text.contains { $0 == "于" || $0 == "《" }
    }

    private static let annexes = ["附件", "附表"].map { Array($0.unicodeScalars) }
    private static let introductions = [
        "为", "根据", "按照", "现将", "现就", "经", "近日", "以习近平", "遵照", "依据", "围绕", "坚持以", "紧紧围绕", "自",
    ].map { Array($0.unicodeScalars) }
    private static let endings = [
        "通知", "方案", "意见", "措施", "细则", "计划", "要点", "安排", "规划", "表", "清单", "台账", "办法", "规定", "通报", "决定", "报告", "分工", "分解",
        "目录", "纲要", "举措", "政策", "条", "公告", "总结", "任务书", "责任书", "规程", "制度", "预案", "批复", "函", "若干规定", "汇总",
    ].map { Array($0.unicodeScalars) }
}
