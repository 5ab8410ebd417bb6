internal import FenjieFiles
internal import FenjieFormats
internal import FenjieLedger
internal import FenjieModel
internal import FenjiePipeline
internal import FenjieTemplates

/// What an option of a command line names as issued.
struct IssuedInputs {
    let inputs: [Input]
    let worksheets: [IssuedWorksheet]

    /// Reads what an option names; a folder is searched for worksheets.
    ///
    /// A file that cannot be read is reported and leaves the others as they are.
    ///
    /// - Parameters:
    ///   - option: the option.
    ///   - context: the command line.
    ///   - template: the form of worksheets whose passports name none that ships.
    ///   - reading: what is known about the files.
    ///   - takesTables: whether a file may be the issued table itself.
    /// - Throws: a ``Failure`` where nothing is left to compare with.
    init(
        of option: ValueOption<String>, _ context: CommandContext, template: Template, reading: ReadingOptions,
        takesTables: Bool
    ) throws {
        let words = context.options.all(option)
        let found = InputDiscovery(
            named: words, extensions: takesTables ? InputExtensions.against : InputExtensions.issued)
        inputs = found.inputs
        let read = IssuedSheets(reading: reading).read(
            inputs, template: template, takesTables: takesTables, open: context.open)
        worksheets = read.worksheets
        let failures: [any Failure] = found.failures + read.failures
        guard worksheets.isEmpty else {
            for failure in failures { context.log.add(failure) }
            return
        }
        for failure in failures.dropFirst() { context.log.add(failure) }
        throw failures.first
            ?? NothingIssued(option: option.spec.longForm, path: words.first, takesTables: takesTables)
    }
}
