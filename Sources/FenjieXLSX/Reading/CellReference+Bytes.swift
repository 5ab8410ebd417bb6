internal import FenjieModel

extension CellReference {
    /// Reads a reference from UTF-8; `nil` where it is none inside the grid.
    ///
    /// `$` may stand before the letters and before the digits, which may not begin with a zero.
    init?(parsing bytes: ArraySlice<UInt8>) {
        var index = bytes.startIndex
        func skipSign() { if index < bytes.endIndex, bytes[index] == UInt8(ascii: "$") { index += 1 } }
        skipSign()
        var column = 0
        while index < bytes.endIndex, column <= GridLimits.columns {
            let letter = (bytes[index] | 0x20) &- UInt8(ascii: "a")
            guard letter < 26 else { break }
            column = column * 26 + Int(letter) + 1
            index += 1
        }
        skipSign()
        guard index < bytes.endIndex, bytes[index] != UInt8(ascii: "0") else { return nil }
        var row = 0
        while index < bytes.endIndex {
            let digit = bytes[index] &- UInt8(ascii: "0")
            guard digit < 10, row <= GridLimits.rows else { return nil }
            row = row * 10 + Int(digit)
            index += 1
        }
        guard (1...GridLimits.columns).contains(column), (1...GridLimits.rows).contains(row) else { return nil }
        self.init(row: row, column: column)
    }
}
