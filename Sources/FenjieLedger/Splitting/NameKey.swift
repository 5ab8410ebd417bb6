/// A name or a cell as a key: compared and hashed by its bytes, without the work of canonical equivalence.
///
/// Every pair of task and unit is looked up; normalising Chinese text each time costs several times the lookup.
struct NameKey: Hashable, Sendable {
    let name: String

    init(_ name: String) { self.name = name }

    static func == (left: Self, right: Self) -> Bool {
        let (left, right) = (left.name.utf8.span, right.name.utf8.span)
        guard left.count == right.count else { return false }
        for index in left.indices where left[index] != right[index] { return false }
        return true
    }

    func hash(into hasher: inout Hasher) {
        var name = name
        name.makeContiguousUTF8()
        let bytes = name.utf8.span
        var word: UInt64 = 0
        for index in bytes.indices {
            word = word << 8 | UInt64(bytes[index])
            if index & 7 == 7 { hasher.combine(word) }
        }
        hasher.combine(word)
        hasher.combine(bytes.count)
    }
}
