/// Numbers things in the order in which they came, and finds the numbers again by hashes.
///
/// Whoever keeps the things asks here which of them may be meant.
///
/// Open addressing over one word a slot: the upper half of the hash above, the thing's number below. The number is 0 in an
/// empty slot and counts from 1 in the others. A hash is a hint only; `isSame` decides.
package struct HashSlots {
    private static let least = 64
    private var slots = [UInt64](repeating: 0, count: least)
    /// How many things were numbered.
    package private(set) var count = 0

    /// No thing has a number.
    package init() {}

    /// Finds the number of a thing.
    ///
    /// - Parameters:
    ///   - hash: the hash of the thing; its upper half counts.
    ///   - isSame: whether the thing of a number is the one that is meant.
    /// - Returns: its number, or `nil` where it has none.
    package func number(hash: UInt64, where isSame: (Int) -> Bool) -> Int? {
        let mark = hash >> 32
        let mask = slots.count - 1
        var position = Int(truncatingIfNeeded: mark) & mask
        while slots[position] != 0 {
            let slot = slots[position]
            if slot >> 32 == mark {
                let number = Int(truncatingIfNeeded: slot & 0xFFFF_FFFF) - 1
                if isSame(number) { return number }
            }
            position = (position + 1) & mask
        }
        return nil
    }

    /// Gives the next number, counted from 0, to a thing that has none.
    ///
    /// - Parameter hash: the hash of the thing.
    package mutating func add(hash: UInt64) {
        // More things than half a word can count would fill the memory of any machine; they stay unknown.
        guard count < Int(UInt32.max) else { return }
        if (count + 1) * 3 > slots.count * 2 { grow() }
        count += 1
        let mark = hash >> 32
        slots[Self.freePosition(mark, in: slots)] = mark << 32 | UInt64(count)
    }

    /// Forgets all numbers and keeps the memory.
    package mutating func removeAll() {
        for position in slots.indices { slots[position] = 0 }
        count = 0
    }

    private mutating func grow() {
        var larger = [UInt64](repeating: 0, count: slots.count * 2)
        for slot in slots where slot != 0 { larger[Self.freePosition(slot >> 32, in: larger)] = slot }
        slots = larger
    }

    private static func freePosition(_ mark: UInt64, in slots: [UInt64]) -> Int {
        let mask = slots.count - 1
        var position = Int(truncatingIfNeeded: mark) & mask
        while slots[position] != 0 { position = (position + 1) & mask }
        return position
    }
}
