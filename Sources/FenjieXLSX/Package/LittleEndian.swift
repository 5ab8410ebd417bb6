/// Little-endian numbers as ZIP stores them; `nil` outside the bytes.
extension [UInt8] {
    func number16(at offset: Int) -> Int? { number(at: offset, width: 2).flatMap { Int(exactly: $0) } }

    func number32(at offset: Int) -> Int? { number(at: offset, width: 4).flatMap { Int(exactly: $0) } }

    func number64(at offset: Int) -> UInt64? { number(at: offset, width: 8) }

    private func number(at offset: Int, width: Int) -> UInt64? {
        guard offset >= 0, offset <= count - width else { return nil }
        var value: UInt64 = 0
        for index in (offset..<(offset + width)).reversed() { value = value << 8 | UInt64(self[index]) }
        return value
    }

    /// Whether the bytes at `offset` are `pattern`.
    func holds(_ pattern: some Collection<UInt8>, at offset: Int) -> Bool {
        guard offset >= 0, offset <= count - pattern.count else { return false }
        return self[offset..<(offset + pattern.count)].elementsEqual(pattern)
    }
}
