/// Words and what they mean, found by their first scalar; the longest wins.
struct WordTable<Meaning: Sendable>: Sendable {
    private struct Entry: Sendable {
        let rest: [Unicode.Scalar]
        let meaning: Meaning
    }

    /// Which group of entries a CJK scalar begins, from 1; 0 for none.
    private var groups: [UInt8] = Array(repeating: 0, count: Self.span)
    private var entries: [[Entry]] = []
    private static var first: UInt32 { 0x4E00 }
    private static var span: Int { 0x5200 }

    init(_ words: [(String, Meaning)]) {
        for (word, meaning) in words {
            let scalars = Array(word.unicodeScalars)
            guard let head = scalars.first, let slot = Self.slot(of: head) else { continue }
            if groups[slot] == 0 {
                entries.append([])
                groups[slot] = UInt8(truncatingIfNeeded: entries.count)
            }
            entries[Int(groups[slot]) - 1].append(Entry(rest: Array(scalars.dropFirst()), meaning: meaning))
        }
        for index in entries.indices { entries[index].sort { $0.rest.count > $1.rest.count } }
    }

    /// The meaning of the longest word at a place, and where it ends.
    @inline(__always)
    func match(in text: DeadlineText, at place: Int) -> (meaning: Meaning, end: Int)? {
        guard let slot = Self.slot(of: text[place]), groups[slot] > 0 else { return nil }
        return match(group: Int(groups[slot]) - 1, in: text, at: place)
    }

    private func match(group: Int, in text: DeadlineText, at place: Int) -> (meaning: Meaning, end: Int)? {
        search: for entry in entries[group] {
            for offset in entry.rest.indices where text[place + 1 + offset] != entry.rest[offset] { continue search }
            return (entry.meaning, place + 1 + entry.rest.count)
        }
        return nil
    }

    @inline(__always)
    private static func slot(of scalar: Unicode.Scalar) -> Int? {
        let distance = scalar.value &- first
        return distance < UInt32(span) ? Int(distance) : nil
    }
}
