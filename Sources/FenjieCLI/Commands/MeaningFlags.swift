internal import FenjieFiles
internal import FenjieGrammar
internal import FenjieModel
internal import FenjiePipeline

/// The options of every verb that reads units and deadlines.
enum MeaningFlags {
    static let year = ValueOption<Int>.integer(
        "year", in: DeadlineOptions.years, placeholder: Message("年份", "YEAR"),
        Message("没有写年份的时限属于哪一年；表格不给则取自标题", "the year of deadlines that name none; from a table's title if not given"))

    static let issued = ValueOption<CivilDate>.date(
        "issued", Message("印发日期，用于“印发后30日内”", "the day of issue, for deadlines counted from it"))

    static let firstLeads = Flag("first-leads", Message("列在第一位的单位牵头", "the unit listed first leads"))

    static let units = ValueOption<String>.file(
        "units", placeholder: Message("名录", "DIRECTORY"),
        Message("单位名录（单位名称、别名、所属集合）", "a directory of units: names, aliases, collectives"))

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
