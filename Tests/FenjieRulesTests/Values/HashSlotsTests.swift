import FenjieRules
import Testing

@Suite struct HashSlotsTests {
    /// Hashes of which all, many, or few are the same where it matters.
    static let hashes: [@Sendable (Int) -> UInt64] = [
        { _ in 0 }, { _ in .max }, { UInt64($0 % 3) << 32 }, { UInt64($0) }, { UInt64($0) << 32 },
        { UInt64($0) &* 0x9E37_79B9_7F4A_7C15 },
    ]

    @Test(arguments: hashes.indices) func `Things keep their numbers, however their hashes collide`(_ kind: Int) {
        let hash = Self.hashes[kind]
        var slots = HashSlots()
        for number in 0..<500 {
            #expect(slots.number(hash: hash(number)) { $0 == number } == nil)
            slots.add(hash: hash(number))
        }
        #expect(slots.count == 500)
        for number in 0..<500 {
            #expect(slots.number(hash: hash(number)) { $0 == number } == number)
        }
        #expect(slots.number(hash: hash(0)) { _ in false } == nil)
        slots.removeAll()
        #expect(slots.count == 0)
        #expect(slots.number(hash: hash(0)) { _ in true } == nil)
    }
}
