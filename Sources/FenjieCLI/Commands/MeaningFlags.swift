internal import FenjieFiles
internal import FenjieGrammar
internal import FenjieModel
internal import FenjiePipeline

/// The options of every verb that reads units and deadlines.
enum MeaningFlags {
    static let year = ValueOption<Int>.integer(.year, placeholder: Message("年份", "YEAR"))

    static let issued = ValueOption<CivilDate>.date(.issued)

    static let firstLeads = Flag(.firstLeads)

    static let units = ValueOption<String>.inputFile(.units, placeholder: Message("名录", "DIRECTORY"))

    static let all: [any DeclaredOption] = [units, year, issued, firstLeads]
}

extension CommandContext {
    /// How deadlines are read.
    var deadlineOptions: DeadlineOptions {
        DeadlineOptions(year: options[MeaningFlags.year], issued: options[MeaningFlags.issued])
    }

    /// The unit directory that the command line names.
    func unitDirectory() throws -> UnitDirectory? {
        guard let path = options[MeaningFlags.units] else { return nil }
        let (directory, findings) = try DirectoryReader().read(try InputFile(path: path))
        log.add(findings)
        return directory
    }

    /// How units are read; names of the directory win over the grammar.
    func unitOptions(_ directory: UnitDirectory? = nil) throws -> UnitGrammar.Options {
        UnitGrammar.Options(firstLeads: options[MeaningFlags.firstLeads], known: directory?.knownNames)
    }
}
