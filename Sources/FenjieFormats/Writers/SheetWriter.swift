public import FenjieModel

/// A form in which a sheet is written as text.
///
/// To add one, write a file in this folder and a line in `SheetWriter+All.swift`. Writers work in UTF-8 and end lines
/// with LF; other encodings and line ends are made where the file is written.
public protocol SheetWriter: Sendable {
    /// The registered name in kebab case, as `--to` takes it.
    var name: String { get }
    /// What the form is called in messages.
    var title: Message { get }
    /// The file name extensions that mean this form, without the dot; the first is the usual one.
    var fileExtensions: [String] { get }
    /// Adds a sheet to a buffer.
    ///
    /// - Parameters:
    ///   - sheet: the sheet; its first row holds the headings.
    ///   - titleLines: lines that stand above the table.
    ///   - bytes: the buffer.
    func write(_ sheet: Sheet, titleLines: [String], into bytes: inout [UInt8])
}

extension SheetWriter {
    /// Adds a sheet without title lines to a buffer.
    public func write(_ sheet: Sheet, into bytes: inout [UInt8]) { write(sheet, titleLines: [], into: &bytes) }
}
