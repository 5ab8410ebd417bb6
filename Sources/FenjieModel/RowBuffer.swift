/// One row of cells as UTF-8: a single buffer plus the end of each field.
///
/// A reader fills the same buffer again for each row, so that no cell becomes a `String` unless asked.
public struct RowBuffer: Sendable {
    /// The fields one after the other, without separators.
    public private(set) var bytes: [UInt8] = []
    /// The offset behind each field in `bytes`.
    public private(set) var ends: [Int] = []
    /// The row in its sheet, counted from 1.
    public var number = 0
    /// For text, the line on which the row begins, counted from 1.
    public var line = 0

    /// An empty row.
    public init() {}

    /// The number of fields.
    @inlinable public var count: Int { ends.count }

    /// Where a field lies in `bytes`; fields count from 0.
    @inlinable
    public func range(of field: Int) -> Range<Int> {
        (field == 0 ? 0 : ends[field - 1])..<ends[field]
    }

    /// The text of a field; fields count from 0.
    public subscript(field: Int) -> String {
        String(decoding: bytes[range(of: field)], as: UTF8.self)
    }

    /// All fields as text.
    public var strings: [String] { (0..<count).map { self[$0] } }

    /// Empties the row and keeps its memory.
    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }

    /// Adds bytes to the field under way.
    public mutating func append(_ part: Span<UInt8>) {
        // One copy of known length; a loop over the bytes costs more than all the rest of reading a table.
        unsafe part.withUnsafeBufferPointer { storage in unsafe bytes.append(contentsOf: storage) }
    }

    /// Adds bytes to the field under way.
    public mutating func append(_ part: ArraySlice<UInt8>) { bytes.append(contentsOf: part) }

    /// Adds bytes to the field under way.
    public mutating func append(contentsOf part: some Sequence<UInt8>) {
        bytes.append(contentsOf: part)
    }

    /// Adds one byte to the field under way.
    public mutating func append(_ byte: UInt8) { bytes.append(byte) }

    /// Ends the field under way; the next byte belongs to the next field.
    public mutating func endField() { ends.append(bytes.count) }

    /// Adds a whole field.
    public mutating func append(field text: String) {
        bytes.append(contentsOf: text.utf8)
        endField()
    }
}

/// Something that yields rows one after the other in memory that does not grow with their number.
public protocol RowReader: AnyObject {
    /// Fills `row` with the next row; `false` at the end.
    func next(into row: inout RowBuffer) throws -> Bool
}

/// Something that takes rows one after the other.
public protocol RowWriter: AnyObject {
    /// Takes one row.
    func write(_ row: borrowing RowBuffer) throws
    /// Completes the output. Nothing may be written afterwards.
    func finish() throws
    /// What was seen so far.
    var findings: [Finding] { get }
}

extension RowWriter {
    /// Nothing, unless a writer says otherwise.
    public var findings: [Finding] { [] }
}
