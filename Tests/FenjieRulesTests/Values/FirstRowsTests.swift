import FenjieModel
import FenjieRules
import FenjieTestSupport
import Testing

@Suite struct FirstRowsTests {
    /// Values in rows from 1, and the row in which each came first; 0 where it is new.
    static let cases: [(values: [String], first: [Int])] = [
        (["1", "2", "3", "2"], [0, 0, 0, 2]), (["1", "3", "5", "3", "4", "4"], [0, 0, 0, 2, 0, 5]),
        (["9", "1", "2", "1", "9"], [0, 0, 0, 2, 1]), (["1", "01", "１", " 1", "1", "01"], [0, 0, 0, 0, 1, 2]),
        (["0", "00", "0", "00"], [0, 0, 1, 2]), (["", "", "-1", "-1"], [0, 1, 0, 3]),
        (
            ["999999999999999", "1000000000000000", "99999999999999999999", "1000000000000000", "999999999999999"],
            [0, 0, 0, 2, 1]
        ), (["18446744073709551616", "0", "18446744073709551616"], [0, 0, 1]),
        (["123456789012345", "123456789012346", "123456789012345 "], [0, 0, 0]),
        (["一二三四五", "一二三四五六", "一二三四五", "一二三四五六"], [0, 0, 1, 2]),
        (["é", "e\u{301}", "é"], [0, 0, 1]),
    ]

    @Test(arguments: cases) func `The first row of a value is known`(_ values: [String], _ first: [Int]) {
        var seen = FirstRows()
        let rows = values.enumerated().map { index, value in
            seen.insert(Array(value.utf8), 0..<value.utf8.count, row: index + 1) ?? 0
        }
        #expect(rows == first)
    }

    @Test func `First rows are those of a dictionary`() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<20 {
            var seen = FirstRows(key: HashKey(using: &generator))
            var rows: [[UInt8]: Int] = [:]
            var row = 0
            var rising = 0
            for _ in 0..<800 {
                row += Int.random(in: 1...6, using: &generator) == 1 ? 2 : 1
                rising += Int.random(in: 0...9, using: &generator) == 1 ? 3 : 1
                let value =
                    switch Int.random(in: 0...9, using: &generator) {
                    case 0: "\(Int.random(in: 0...900, using: &generator))"
                    case 1: "0\(Int.random(in: 0...90, using: &generator))"
                    case 2: String(repeating: "县", count: Int.random(in: 0...30, using: &generator))
                    default: "\(rising)"
                    }
                let bytes = Array(value.utf8)
                #expect(seen.insert(bytes, 0..<bytes.count, row: row) == rows[bytes], "seed \(seed), value \(value)")
                rows[bytes] = rows[bytes] ?? row
            }
        }
    }

    /// Makes keys under which hashes of long texts are all zero.
    private struct Zeros: RandomNumberGenerator {
        mutating func next() -> UInt64 { 0 }
    }

    @Test func `Short values are exact under any key`() {
        var zeros = Zeros()
        var seen = FirstRows(key: HashKey(using: &zeros))
        let values = (0...15).flatMap { length in
            (0..<max(length, 1)).map { place in
                (0..<length).map { $0 == place ? UInt8(1) : 0 }
            }
        }
        for (index, value) in values.enumerated() {
            #expect(seen.insert(value, 0..<value.count, row: index + 1) == nil)
        }
        for (index, value) in values.enumerated() {
            #expect(seen.insert(value, 0..<value.count, row: 1_000) == index + 1)
        }
    }

    @Test func `Long values that differ in one bit, or in length only, are told apart`() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        var seen = FirstRows(key: HashKey(using: &generator))
        for length in 16...40 {
            let value = [UInt8](repeating: 0, count: length)
            #expect(seen.insert(value, 0..<length, row: 1) == nil, "seed \(seed)")
            for bit in 0..<(length * 8) {
                var other = value
                other[bit / 8] |= 1 << UInt8(bit % 8)
                #expect(seen.insert(other, 0..<length, row: 1) == nil, "seed \(seed), length \(length), bit \(bit)")
            }
        }
    }

    @Test func `Values of several columns count together and do not run into each other`() {
        let columns = [0, 1].map {
            CheckedColumn(cell: $0, position: nil, heading: "", meaning: .other, field: nil)
        }
        var seen = FirstRows()
        let pairs = [("1", "12"), ("11", "2"), ("1", "12"), ("", "112"), ("112", ""), ("县县县县县县", "1"), ("县县县县县县1", "")]
        var first: [Int] = []
        for (index, pair) in pairs.enumerated() {
            var row = CheckedRow(missing: [])
            row.cells.append(field: pair.0)
            row.cells.append(field: pair.1)
            row.cells.number = index + 1
            row.settle()
            first.append(seen.insert(columns, of: row) ?? 0)
        }
        #expect(first == [0, 0, 1, 0, 0, 0, 0])
    }
}
