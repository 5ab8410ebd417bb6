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
}
