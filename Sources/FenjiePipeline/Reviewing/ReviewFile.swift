internal import FenjieFiles
internal import FenjieFormats
public import FenjieLedger
public import FenjieModel
internal import FenjieText

/// The forms in which a review is written; each has the extension of its name.
public enum ReviewFile: String, Sendable, CaseIterable {
    /// A page with charts that needs nothing beside itself.
    case html
    /// A workbook with charts, in Chinese.
    case xlsx
    /// A bulletin (通报) in running text.
    case txt
    /// The counts, a row for each unit, group and month.
    case csv
    /// Everything, for programs.
    case json

    /// Writes a review.
    ///
    /// - Parameters:
    ///   - review: the review.
    ///   - language: the language of page, bulletin and findings.
    ///   - destination: where to; the caller completes it.
    /// - Returns: what was noticed on the way.
    /// - Throws: a ``Failure`` where the system cannot write.
    public func write(
        _ review: Review, in language: Language, to destination: inout Destination
    ) throws -> [Finding] {
        switch self {
        case .html: try destination.write(Array(ReviewPage(review, language: language).text.utf8))
        case .xlsx: return try WorkbookFormat().write(review.printout, to: &destination)
        case .txt: try destination.write(Array(ReviewBulletin(review).text(in: language).utf8))
        case .csv: return try CSVFormat().write(.sheets([review.sheet]), WritingOptions(), to: &destination)
        case .json: try destination.write(Array((review.json(in: language).text(indent: 2) + "\n").utf8))
        }
        return []
    }
}
