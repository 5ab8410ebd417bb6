internal import FenjieFiles
internal import FenjieModel
public import FenjieTasks

/// What a passport knows of one row: which it is, and what it said when it was issued.
public struct IssuedRow: Sendable, Hashable {
    /// How many characters a key and each of the hashes have, base 32.
    public static let hashLength = 10

    /// Stable and unique in its issue; made from number, headings and requirement, never from the position.
    public var key: String
    /// The number of the task as printed.
    public var number: String
    /// The unit's role in the task as printed; empty for worksheets that are not for a unit.
    public var role: String
    /// All hashes, parted by spaces: that of the row with white space and width folded, that of the row as it was, then a
    /// short code for each cell.
    ///
    /// They are one text because an issue has more of them than of anything else.
    public var seal: String

    /// A row.
    public init(key: String, number: String, role: String, seal: String) {
        self.key = key
        self.number = number
        self.role = role
        self.seal = seal
    }

    /// The hash of the issued cells with white space and width folded: it differs where something was really changed.
    public var folded: String { part(0) }
    /// The hash of the issued cells as they were: it differs where a space or a width was changed.
    public var exact: String { part(1) }
    /// A short code for each issued cell with white space and width folded, to tell which one was changed.
    public var cells: [String] { seal.split(separator: " ").dropFirst(2).map(String.init) }

    private func part(_ index: Int) -> String {
        let parts = seal.split(separator: " ", maxSplits: 2)
        return parts.indices.contains(index) ? String(parts[index]) : ""
    }
}

/// Makes keys and hashes for the rows of one issue.
public struct RowSealer: ~Copyable {
    /// How many characters the code of one cell has.
    public static let cellCodeLength = 4
    private static let cellEnd: UInt8 = 0x1F

    private var hasher = DigestHasher()
    private var seen: [String: Int] = [:]
    private var buffer: [UInt8] = []

    /// A sealer that has given no key away.
    public init() {}

    /// Seals every task of a table.
    ///
    /// - Parameters:
    ///   - table: the whole table as issued; keys are unique within it.
    ///   - columns: the columns that are issued, counted from 0.
    /// - Returns: one row for each task, without a role.
    public mutating func rows(of table: TaskTable, columns: [Int]) -> [IssuedRow] {
        let identity = [Field.number, .task, .subtask, .requirement].map { table.column($0) }
        let number = table.column(.number)
        return table.tasks.map { task in
            let key = key(of: identity.map { column in column.map { task.cells[$0] } ?? "" })
            return row(
                key: key, number: number.map { task.cells[$0] } ?? "", cells: columns.map { task.cells[$0] })
        }
    }

    /// Seals the cells of one row, such as one that came back.
    ///
    /// - Parameters:
    ///   - key: the key that the row has.
    ///   - number: its number as printed.
    ///   - cells: the issued cells in the order of issue.
    /// - Returns: the row, without a role.
    public mutating func row(key: String, number: String, cells: [String]) -> IssuedRow {
        var codes: [UInt8] = []
        buffer.removeAll(keepingCapacity: true)
        for cell in cells {
            let start = buffer.count
            appendFolded(cell)
            codes.append(UInt8(ascii: " "))
            appendCode(from: start, to: &codes)
            buffer.append(Self.cellEnd)
        }
        let folded = digest(IssuedRow.hashLength)
        buffer.removeAll(keepingCapacity: true)
        for cell in cells {
            buffer.append(contentsOf: cell.utf8)
            buffer.append(Self.cellEnd)
        }
        return IssuedRow(
            key: key, number: number, role: "",
            seal: "\(folded) \(digest(IssuedRow.hashLength))" + String(decoding: codes, as: UTF8.self))
    }

    /// The key of a row, with a counter where a row is an exact double of one before.
    ///
    /// - Parameter identity: number, headings and requirement.
    /// - Returns: ten characters, and `-2` and so on for doubles.
    public mutating func key(of identity: [String]) -> String {
        buffer.removeAll(keepingCapacity: true)
        for part in identity {
            appendFolded(part)
            buffer.append(Self.cellEnd)
        }
        let key = digest(IssuedRow.hashLength)
        let count = seen[key, default: 0] + 1
        seen[key] = count
        return count == 1 ? key : "\(key)-\(count)"
    }

    /// Adds a folded cell; a word for “none” counts as an empty cell.
    private mutating func appendFolded(_ cell: String) {
        let start = buffer.count
        FoldedText.append(cell, to: &buffer)
        guard (1...6).contains(buffer.count - start) else { return }
        let isNone = Self.noneValues.contains { $0.elementsEqual(buffer[start...]) }
        if isNone { buffer.removeLast(buffer.count - start) }
    }

    private static let noneValues = ["—", "——", "-", "--", "/", "无"].map { Array($0.utf8) }

    /// Adds the code of the folded cell that begins at an offset: 20 bits of FNV-1a, in base 32.
    ///
    /// It only tells which cell of a changed row was changed; that one was changed is the digest's to say.
    private func appendCode(from start: Int, to codes: inout [UInt8]) {
        var hash: UInt32 = 0x811C_9DC5
        for byte in buffer[start...] { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        hash ^= hash >> 20
        for shift in stride(from: 0, to: 5 * Self.cellCodeLength, by: 5) {
            let digit = UInt8(truncatingIfNeeded: hash >> UInt32(shift)) & 31
            codes.append(digit < 26 ? UInt8(ascii: "A") + digit : UInt8(ascii: "2") + digit - 26)
        }
    }

    private mutating func digest(_ length: Int) -> String {
        let bytes = buffer
        hasher.update(bytes.span)
        return hasher.finish().base32(length)
    }
}
