import FenjieTestSupport
import FenjieText
import Testing

@Suite struct BytePlacesTests {
    @Test("finds just the needles and the controls from BS to SI", arguments: [0, 1, 63, 64, 65, 127, 128, 200, 1000])
    func places(count: Int) {
        let seed = UInt64.random(in: 0 ... .max)
        var generator = SeededGenerator(seed: seed)
        let needles: [UInt8] = [0x2C, 0x22, 0x3B, 0x7C]
        let controls: [UInt8] = [0x07, 0x08, 0x09, 0x0A, 0x0D, 0x0F, 0x10, 0x88, 0x8A]
        let near: [UInt8] = needles + needles.map { $0 ^ 1 } + needles.map { $0 | 0x80 } + controls + [0, 0x41, 0xFF]
        for density in [1, 3, 40] {
            let bytes = (0..<count).map { index in
                index % density == 0 ? near[Int.random(in: 0..<near.count, using: &generator)] : UInt8(0xB8)
            }
            let sought = bytes.indices.filter { needles.contains(bytes[$0]) || (0x08...0x0F).contains(bytes[$0]) }
            var places = [1, 2, 3]
            BytePlaces.find((0x2C, 0x22, 0x3B, 0x7C), in: bytes.span, into: &places)
            #expect(places == sought, "seed \(seed)")
        }
    }

    @Test("finds each byte at each place of a block")
    func everyByte() {
        for byte in UInt8.min...UInt8.max {
            for place in 0..<64 {
                var bytes = [UInt8](repeating: 0x41, count: 64)
                bytes[place] = byte
                var places: [Int] = []
                BytePlaces.find((0x2C, 0x22, 0x2C, 0x2C), in: bytes.span, into: &places)
                let isSought = byte == 0x2C || byte == 0x22 || (0x08...0x0F).contains(byte)
                if places != (isSought ? [place] : []) { Issue.record("\(byte) at \(place): \(places)") }
            }
        }
    }
}
