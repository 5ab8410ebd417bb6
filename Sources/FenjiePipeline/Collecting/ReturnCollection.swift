public import FenjieFiles
public import FenjieFormats
public import FenjieLedger
public import FenjieModel
public import FenjieTemplates

/// Collects a folder of returned worksheets into a ledger, with one worker a core.
public struct ReturnCollection: Sendable {
    /// How worksheets are collected.
    public struct Options: Sendable {
        /// The form of worksheets whose passports name none that ships.
        public var template: Template
        /// The form of the ledger.
        public var ledger: Template
        /// What is known about the files.
        public var reading = ReadingOptions()
        /// How many workers there are; `nil` for one a core.
        public var workers: Int?

        /// The usual.
        public init(template: Template, ledger: Template) {
            self.template = template
            self.ledger = ledger
        }
    }

    private let options: Options
    private let workers: Workers

    /// A collection.
    ///
    /// - Parameter options: the forms, and what is known about the files.
    public init(_ options: Options) {
        self.options = options
        workers = Workers(options.workers)
    }

    /// Reads the worksheets that went out.
    ///
    /// - Parameter inputs: worksheets or workbooks of them; files that carry no passport are passed over.
    /// - Returns: the worksheets in the order of the inputs, and what could not be read.
    public func issued(_ inputs: [Input]) -> (collection: IssuedCollection, failures: [any Failure]) {
        let reader = IssuedSheets(reading: options.reading)
        let (worksheets, failures) = reader.read(
            inputs, template: options.template, takesTables: false, workers: workers)
        return (IssuedCollection(worksheets), failures)
    }

    /// Collects files.
    ///
    /// - Parameters:
    ///   - items: what lies in the folder, in any order.
    ///   - issued: what went out.
    /// - Returns: the ledger.
    public func ledger(of items: [FolderContents.Item], issued: IssuedCollection) -> Ledger {
        let collector = Collector(issued, ledger: options.ledger, forms: forms(of: issued))
        let reader = CollectedReader(reading: options.reading, template: options.template)
        return collector.ledger(of: workers.map(items) { collector.take(reader.read($0)) })
    }

    /// The forms that the passports name.
    private func forms(of issued: IssuedCollection) -> [Template] {
        var forms: [Template] = []
        for name in issued.worksheets.map(\.passport.form) where !forms.contains(where: { $0.name == name }) {
            let form = name == options.template.name ? options.template : (try? Template(builtIn: name))
            if let form { forms.append(form) }
        }
        return forms.isEmpty ? [options.template] : forms
    }
}
