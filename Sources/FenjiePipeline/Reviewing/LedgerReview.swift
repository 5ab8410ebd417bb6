public import FenjieFiles
public import FenjieFormats
public import FenjieGrammar
public import FenjieLedger
public import FenjieModel
public import FenjieTemplates

/// Reviews a ledger on a day: reads it, and an earlier one to compare with, and counts.
///
/// ```swift
/// var options = LedgerReview.Options(ledger: try Template(builtIn: "ledger"), asOf: day)
/// let review = try LedgerReview(options).review(InputFile(path: "台账.xlsx"))
/// var destination = Destination.file(try OutputFile(path: "通报.html", replacing: false))
/// _ = try ReviewFile.html.write(review, in: .chinese, to: &destination)
/// try destination.complete()
/// ```
public struct LedgerReview: Sendable {
    /// How a ledger is reviewed.
    public struct Options: Sendable {
        /// The form of the ledger.
        public var ledger: Template
        /// The day of the review.
        public var asOf: CivilDate
        /// What is known about the files.
        public var reading = ReadingOptions()
        /// The one sheet to read, by name or by number from 1.
        public var sheet: String?
        /// How unit cells are read.
        public var units = UnitGrammar.Options.standard
        /// The units that there are; aliases become canonical names.
        public var directory: UnitDirectory?
        /// The year of deadlines that name none, and the day of issue.
        public var deadlines = DeadlineOptions()
        /// How many days ahead a deadline is near.
        public var horizon = 30
        /// The day of the earlier ledger, where it is known.
        public var previousAsOf: CivilDate?

        /// Why the days do not go together; `nil` where they do.
        public var problem: Message? {
            guard let earlier = previousAsOf, earlier > asOf else { return nil }
            return Message("上期台账的日期 \(earlier) 晚于 \(asOf)", "the earlier ledger is of \(earlier), behind \(asOf)")
        }

        /// The usual, on a day.
        public init(ledger: Template, asOf: CivilDate) {
            self.ledger = ledger
            self.asOf = asOf
        }
    }

    private let options: Options

    /// A review.
    ///
    /// - Parameter options: the form, the day, and what is known about the files.
    public init(_ options: Options) { self.options = options }

    /// Reviews a ledger.
    ///
    /// - Parameters:
    ///   - file: the ledger.
    ///   - previous: an earlier ledger to compare with.
    /// - Returns: the review, which depends on the files and the options alone.
    /// - Throws: a ``Failure`` where a file cannot be read or is no ledger.
    public func review(_ file: InputFile, previous: InputFile? = nil) throws -> Review {
        let record = try reader(checksOn: options.asOf).read(file)
        let earlier = try previous.map { try reader(checksOn: nil).read($0) }
        var review = Review.Options(asOf: options.asOf)
        review.horizon = options.horizon
        review.previousAsOf = options.previousAsOf
        return Review(record, previous: earlier, options: review)
    }

    private func reader(checksOn day: CivilDate?) -> LedgerReader {
        var reading = LedgerReadingOptions(template: options.ledger)
        reading.units = options.units
        reading.directory = options.directory
        reading.deadlines = options.deadlines
        reading.asOf = day
        return LedgerReader(reading: options.reading, options: reading, sheet: options.sheet)
    }
}
