internal import FenjieModel

/// The options of verbs that write tables as CSV.
enum WritingFlags {
    static let guardFormulas = Flag(
        "guard-formulas",
        Message("CSV 中会被当作公式的单元格前加撇号", "put an apostrophe before CSV cells that a spreadsheet would run"))
}
