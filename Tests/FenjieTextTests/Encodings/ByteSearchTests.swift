import FenjieTestSupport
import FenjieText
import Testing

@Suite struct ByteSearchTests {
    @Test(
        "finds each byte that is sought, at each place, and no other",
        arguments: [0, 1, 7, 8, 9, 16, 23, 31, 32, 47, 63, 64, 72, 78])
    func everyByte(place: Int) {
        let search = ByteSearch([0x22, 0x7C, 0x00], below: 0x10)
        for byte in UInt8.min...UInt8.max {
            for background: UInt8 in [0x41, 0xFF, 0x80, 0x7F, 0x23, 0x21] {
                var bytes = [UInt8](repeating: background, count: 79)
                bytes[place] = byte
                #expect(search.isFound(in: bytes.span) == (byte == 0x22 || byte == 0x7C || byte < 0x10))
                #expect(search.isFound(in: bytes.span.extracting(0..<place)) == false)
            }
        }
    }

    @Test("finds any number of bytes, up to eight", arguments: 1...8)
    func needles(count: Int) {
        let needles = Array([0x2C, 0x3B, 0x7C, 0x22, 0x09, 0x0D, 0x0A, 0x00].prefix(count)) as [UInt8]
        let search = ByteSearch(needles)
        for byte in UInt8.min...UInt8.max {
            for length in [1, 8, 31, 32, 33, 64] {
                var bytes = [UInt8](repeating: 0xE4, count: length)
                bytes[length - 1] = byte
                #expect(search.isFound(in: bytes.span) == needles.contains(byte))
            }
        }
    }

    @Test("the bitmap marks just the needles", arguments: [0, 1, 63, 64, 65, 127, 128, 200])
    func bitmap(count: Int) {
        let seed = UInt64.random(in: 0 ... .max)
        var generator = SeededGenerator(seed: seed)
        let needles: [UInt8] = [0x2C, 0x22, 0x0D, 0x0A]
        let near: [UInt8] = needles + needles.map { $0 ^ 1 } + needles.map { $0 | 0x80 } + [0, 0x41, 0xFF]
        let bytes = (0..<count).map { _ in near[Int.random(in: 0..<near.count, using: &generator)] }
        var words: [UInt64] = [1, 2, 3, 4, 5, 6]
        ByteBitmap.mark(bytes.span, needles: (0x2C, 0x22, 0x0D, 0x0A), into: &words)
        #expect(words.count == (count + 63) / 64)
        for index in 0..<(words.count * 64) {
            let isMarked = words[index / 64] >> UInt64(index % 64) & 1 == 1
            #expect(isMarked == (index < count && needles.contains(bytes[index])), "seed \(seed), byte \(index)")
        }
    }
}
