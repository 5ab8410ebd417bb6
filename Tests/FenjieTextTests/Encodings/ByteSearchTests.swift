import FenjieTestSupport
import FenjieText
import Testing

@Suite struct ByteSearchTests {
    @Test("finds each byte that is sought, at each place, and no other", arguments: [0, 1, 7, 8, 9, 16, 23])
    func everyByte(place: Int) {
        let search = ByteSearch([0x22, 0x7C, 0x00], below: 0x10)
        for byte in UInt8.min...UInt8.max {
            for background: UInt8 in [0x41, 0xFF, 0x80, 0x7F, 0x23, 0x21] {
                var bytes = [UInt8](repeating: background, count: 24)
                bytes[place] = byte
                #expect(search.isFound(in: bytes.span) == (byte == 0x22 || byte == 0x7C || byte < 0x10))
                #expect(search.isFound(in: bytes.span.extracting(0..<place)) == false)
            }
        }
    }
}
