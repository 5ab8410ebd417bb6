/// Texts, numbered from 0 in the order in which they came first.
package struct TextTable {
    private var slots = HashSlots()
    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    /// No texts.
    package init() {}

    /// How many texts there are.
    package var count: Int { ends.count }
    /// How many bytes they have together.
    package var byteCount: Int { bytes.count }

    /// Finds the number of a text; a new one is kept and gets the next.
    ///
    /// - Parameters:
    ///   - text: holds the text.
    ///   - range: where the text lies in it.
    ///   - hash: a hash of the text. Texts are told apart by their bytes, whatever it is.
    /// - Returns: the number, and whether the text is new.
    package mutating func number(
        of text: [UInt8], _ range: Range<Int>, hash: UInt64
    ) -> (number: Int, isNew: Bool) {
        let known = slots.number(hash: hash) { number in
            CellBytes.equal(text, range, bytes, (number == 0 ? 0 : ends[number - 1])..<ends[number])
        }
        if let known { return (known, false) }
        slots.add(hash: hash)
        bytes.append(contentsOf: text[range])
        ends.append(bytes.count)
        return (ends.count - 1, true)
    }

    /// Forgets all texts and keeps the memory.
    package mutating func removeAll() {
        slots.removeAll()
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }
}
