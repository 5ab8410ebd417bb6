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
    /// Whether it is known that no field holds a quote, a line end, or one of `,` `;` `|` TAB.
    package private(set) var isPlain = false
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
        isPlain = false
    }

    /// Adds bytes to the field under way.
    public mutating func append(_ part: Span<UInt8>) {
        isPlain = false
        // One copy of known length; a loop over the bytes costs more than all the rest of reading a table.
        unsafe part.withUnsafeBufferPointer { storage in unsafe bytes.append(contentsOf: storage) }
    }

    /// Adds bytes to the field under way.
    public mutating func append(_ part: ArraySlice<UInt8>) { append(part.span) }

    /// Adds bytes to the field under way.
    public mutating func append(contentsOf part: some Sequence<UInt8>) {
        isPlain = false
        bytes.append(contentsOf: part)
    }

    /// Adds one byte to the field under way.
    public mutating func append(_ byte: UInt8) {
        isPlain = false
        bytes.append(byte)
    }

    /// Ends the field under way; the next byte belongs to the next field.
    public mutating func endField() { ends.append(bytes.count) }

    /// Adds a whole field.
    public mutating func append(field text: String) {
        append(contentsOf: text.utf8)
        endField()
    }
}

// Whole rows at once: a call for each field costs more than its bytes.
extension RowBuffer {
    /// Replaces the row with fields of a text in which one byte stands behind each.
    ///
    /// - Parameters:
    ///   - text: what holds the fields; none of them holds a quote, a line end, or one of `,` `;` `|` TAB.
    ///   - start: where the first field begins.
    ///   - fieldEnds: the offset behind each field; they rise.
    package mutating func fill(withPlainFieldsOf text: Span<UInt8>, from start: Int, endingAt fieldEnds: Span<Int>) {
        removeAll()
        guard !fieldEnds.isEmpty else { return }
        bytes.append(addingCapacity: fieldEnds[fieldEnds.count - 1] - start) { output in
            unsafe output.withUnsafeMutableBufferPointer { room, filled in
                unsafe text.withUnsafeBufferPointer { text in
                    var from = start
                    for field in fieldEnds.indices {
                        unsafe room.copy(text, from..<fieldEnds[field], at: &filled)
                        from = fieldEnds[field] + 1
                    }
                }
            }
        }
        ends.append(addingCapacity: fieldEnds.count) { output in
            for field in fieldEnds.indices { output.append(fieldEnds[field] - start - field) }
        }
        isPlain = true
    }

    /// Adds all fields to a text, with a byte between them.
    package func append(to text: inout [UInt8], joinedBy separator: UInt8) {
        let bytes = bytes.span
        let ends = ends.span
        text.append(addingCapacity: bytes.count + ends.count) { output in
            unsafe output.withUnsafeMutableBufferPointer { room, filled in
                unsafe bytes.withUnsafeBufferPointer { bytes in
                    var from = 0
                    for field in ends.indices {
                        let end = ends[field]
                        unsafe room.copy(bytes, from..<end, at: &filled)
                        unsafe room[filled] = separator
                        filled += 1
                        from = end
                    }
                    if filled > 0 { filled -= 1 }
                }
            }
        }
    }
}

extension UnsafeMutableBufferPointer<UInt8> {
    /// Copies a part of a text to an offset, and moves that behind it.
    @inline(__always)
    fileprivate func copy(_ text: UnsafeBufferPointer<UInt8>, _ part: Range<Int>, at offset: inout Int) {
        precondition(part.lowerBound >= 0 && part.upperBound <= text.count && part.count <= count - offset)
        guard let target = baseAddress, let source = text.baseAddress else { return }
        // Within both, as compared above.
        unsafe (target + offset).initialize(from: source + part.lowerBound, count: part.count)
        offset += part.count
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
