/// A name in the form in which two spellings of one unit are equal.
struct UnitKey {
    /// White space removed, brackets and full-width forms folded.
    let exact: String
    /// Synonyms replaced, rank endings removed: 县发改局 and 县发展和改革委员会 have the same one.
    let loose: String
    /// The name without its last bracket, where it has one: 县政府办公室 of 县政府办公室（县大数据局）.
    let outer: String?

    init(_ name: String) {
        var parser = UnitParser(name, role: .responsible, options: .standard)
        parser.pairBrackets()
        let count = parser.glyphs.count
        exact = String(decoding: parser.glyphs.codes, as: UTF16.self)
        var end = count
        if count > 1, parser.glyphs.codes[count - 1] == 0x29, parser.partner[count - 1] > 0 {
            end = Int(parser.partner[count - 1])
        }
        outer = end < count ? Self.text(parser, 0..<end) : nil
        loose = Self.loose(parser, end: count)
    }

    private static func text(_ parser: UnitParser, _ range: Range<Int>) -> String {
        String(decoding: parser.glyphs.codes[range], as: UTF16.self)
    }

    private static func loose(_ parser: UnitParser, end: Int) -> String {
        let shape = parser.shape(0, end)
        let place = text(parser, 0..<shape.prefixEnd)
        let body = text(parser, shape.prefixEnd..<end)
        if let known = UnitSynonyms.bodies[body] { return place + known }
        var isParty = false
        var start = shape.prefixEnd
        if shape.partyEnd > 0, shape.partyEnd < end {
            isParty = true
            start = shape.partyEnd
        }
        let stem = parser.words.words.longest(in: parser.glyphs.codes, from: start, to: end, .stem).length
        guard stem > 0 else { return collective(place + body) }
        let matter = text(parser, start..<(start + stem))
        let ending = text(parser, (start + stem)..<end)
        let isDepartment = UnitSynonyms.departmentEndings.contains(ending)
        let canonical = UnitSynonyms.canonical[matter] ?? matter
        // A party office and a department of one matter are two bodies: 市委教育工委 and 市教育局.
        return place + (isParty ? "委" : "") + canonical + (isDepartment ? "" : ending)
    }

    /// Collectives that differ in their general noun only are the same: 市政府有关部门（单位）, 市政府相关单位.
    private static func collective(_ name: String) -> String {
        var codes = Array(name.utf16)
        for (from, to) in replacements { replace(&codes, from, to) }
        return String(decoding: codes, as: UTF16.self)
    }

    private static let replacements: [(from: [UInt16], to: [UInt16])] = [
        ("人民政府", "政府"), ("相关", "有关"), ("(单位)", ""), ("部门和单位", "部门"), ("部门单位", "部门"), ("单位", "部门"), ("各有关", "有关"),
    ].map { (Array($0.0.utf16), Array($0.1.utf16)) }

    private static func replace(_ codes: inout [UInt16], _ from: [UInt16], _ to: [UInt16]) {
        var result: [UInt16] = []
        var index = 0
        while index < codes.count {
            if codes[index...].starts(with: from) {
                result.append(contentsOf: to)
                index += from.count
            } else {
                result.append(codes[index])
                index += 1
            }
        }
        codes = result
    }
}
