public import FenjieModel
internal import FenjieTasks

/// Which issued worksheet a sheet that came back is, by its passport, else by its rows and the names on it.
public struct ReturnedIdentity: Sendable {
    /// What it is to be compared with; `nil` where nothing that was issued fits.
    public private(set) var issued: IssuedWorksheet?
    /// What is wrong about unit, period, form or passport.
    public private(set) var findings: [Finding] = []
    private let returned: ReturnedWorksheet

    /// Finds out what a sheet is.
    ///
    /// - Parameters:
    ///   - returned: the sheet that came back.
    ///   - issued: what was issued; where nothing is named, its own passport counts.
    ///   - file: the name of the file, in which a unit may be named.
    ///   - units: the units of the issue that a text names; those of `issued` unless given.
    public init(
        _ returned: ReturnedWorksheet, among issued: [IssuedWorksheet], file: String,
        units: ((String) -> [String])? = nil
    ) {
        self.returned = returned
        if let passport = returned.passport {
            if !returned.hasPassportSheet { noteDamaged() }
            identify(passport, among: issued)
            noteOtherName(passport) { text in
                units?(text) ?? issued.map(\.passport.unit).filter { text.contains(FoldedText.of($0)) && !$0.isEmpty }
            }
        } else if !issued.isEmpty {
            identify(among: issued, file: file)
        }
    }

    // MARK: By the passport

    private mutating func identify(_ passport: Passport, among issued: [IssuedWorksheet]) {
        self.issued = IssuedWorksheet(passport)
        if let whole = issued.first(where: \.isWhole) {
            let keys = Set(whole.passport.rows.map(\.key))
            guard passport.rows.contains(where: { keys.contains($0.key) }) else { return noteUnknown(passport) }
            self.issued = whole
            return
        }
        guard !issued.isEmpty else { return }
        let sameUnit = issued.filter { FoldedText.of($0.passport.unit) == FoldedText.of(passport.unit) }
        if let exact = sameUnit.first(where: { $0.passport.issue == passport.issue }) {
            self.issued = exact
        } else if let other = sameUnit.first {
            self.issued = other
            compare(passport, with: other.passport)
        } else if let only = issued.first,
            issued.count == 1 || issued.contains(where: { $0.passport.issue == passport.issue })
        {
            noteWrongUnit(passport, expected: issued.count == 1 ? only.passport.unit : nil)
        } else {
            noteUnknown(passport)
        }
    }

    private mutating func compare(_ passport: Passport, with expected: Passport) {
        let before = findings.count
        if passport.period != expected.period {
            add(
                "period-wrong", .error,
                Message(
                    "这是“\(passport.period)”的表，应报“\(expected.period)”",
                    "the sheet is of \(passport.period), not of \(expected.period)"),
                hint: Message("请用本期下发的表填报", "fill in the sheet of this period"))
        }
        if passport.form != expected.form || passport.formVersion != expected.formVersion {
            add(
                "form-version-old", .warning,
                Message(
                    "表式是 \(passport.form) \(passport.formVersion)，下发的是 \(expected.form) \(expected.formVersion)",
                    "the form is \(passport.form) \(passport.formVersion); \(expected.form) \(expected.formVersion) was issued"
                ),
                hint: Message("请用新版表填报", "fill in the new form"))
        }
        if findings.count == before { noteUnknown(passport) }
    }

    /// The passport is one unit's and the sheet is signed with another's name: which of them reports is not known.
    private mutating func noteOtherName(_ passport: Passport, _ units: (String) -> [String]) {
        let signature = signature(of: passport)
        let own = FoldedText.of(passport.unit)
        guard !signature.isEmpty, !own.isEmpty, !signature.contains(own), let other = units(signature).first,
            !findings.contains(where: { $0.code == "unit-wrong" })
        else { return }
        add(
            "unit-wrong", .error,
            Message(
                "表上写的是“\(other)”，识别信息是“\(passport.unit)”", "the sheet names \(other), and its passport \(passport.unit)"
            ),
            hint: Message("请各单位用自己的表填报，不要互相复制", "each unit fills in its own file rather than a copy of another's"))
    }

    /// What stands on the sheet where its unit is named: the title behind that of the issue, and a line of 填报单位.
    private func signature(of passport: Passport) -> String {
        let title = FoldedText.of(returned.table.title)
        let issue = FoldedText.of(passport.title)
        let rest = !issue.isEmpty && title.hasPrefix(issue) ? String(title.dropFirst(issue.count)) : ""
        let lines = returned.table.preface.map(FoldedText.of).filter { $0.hasPrefix("填报单位") }
        return ([rest] + lines).joined()
    }

    // MARK: By the rows

    private mutating func identify(among issued: [IssuedWorksheet], file: String) {
        let names = FoldedText.of(([returned.table.title, file] + returned.table.preface).joined(separator: " "))
        var best: (score: Int, namesUnit: Bool, worksheet: IssuedWorksheet)?
        for worksheet in issued {
            let unit = FoldedText.of(worksheet.passport.unit)
            let score = ReturnedWorksheet.likeness(of: returned.table, to: worksheet.passport)
            let isNamed = !unit.isEmpty && names.contains(unit)
            guard score > 0 || isNamed else { continue }
            // The name on the sheet decides where the rows of that unit are there, as in a copy of the whole table.
            let namesUnit = isNamed && score * 2 >= worksheet.passport.rows.count
            if let known = best, (known.namesUnit ? 1 : 0, known.score) >= (namesUnit ? 1 : 0, score) { continue }
            best = (score, namesUnit, worksheet)
        }
        self.issued = best?.worksheet
        noteMissing(best?.worksheet.passport.unit)
        if best == nil {
            add(
                "issue-unknown", .error, Message("认不出是哪一张下发的表", "it cannot be told which issued sheet this is"),
                hint: Message("请用下发的原表填报", "fill in the file that was issued"))
        }
    }

    // MARK: Findings

    private mutating func add(_ code: String, _ severity: Severity, _ message: Message, hint: Message? = nil) {
        let sheet = returned.sheet.name
        findings.append(
            Finding(
                code, severity, at: Place(sheet: sheet.isEmpty ? nil : sheet),
                unit: returned.passport?.unit ?? issued?.passport.unit, message: message, hint: hint))
    }

    private mutating func noteDamaged() {
        add(
            "passport-damaged", .info,
            Message(
                "隐藏的识别信息表没有了，已用文件属性中的识别信息",
                "the hidden sheet of the passport is gone; the document properties were used"))
    }

    private mutating func noteMissing(_ unit: String?) {
        let found = unit.flatMap { $0.isEmpty ? nil : $0 }
        add(
            "passport-missing", returned.isWorkbook ? .warning : .info,
            found.map {
                Message("识别信息丢失，按内容认定为“\($0)”的表", "the passport is gone; by its content it is the sheet of \($0)")
            } ?? Message("识别信息丢失，按内容比对", "the passport is gone; it was compared by its content"),
            hint: Message("请用原下发的文件填报，不要复制到新表", "fill in the file that was issued rather than a copy"))
    }

    private mutating func noteUnknown(_ passport: Passport) {
        let period = passport.period.isEmpty ? "" : "（\(passport.period)）"
        add(
            "issue-unknown", .error,
            Message(
                "不是这一次下发的表：\(passport.title)\(period)", "it is not a sheet of this issue: \(passport.title)\(period)"),
            hint: Message("请用本期下发的表填报", "fill in the sheet of this issue"))
    }

    private mutating func noteWrongUnit(_ passport: Passport, expected: String?) {
        add(
            "unit-wrong", .error,
            expected.map {
                Message("这是“\(passport.unit)”的表，应为“\($0)”", "the sheet is that of \(passport.unit), not of \($0)")
            } ?? Message("没有给“\(passport.unit)”下发过这张表", "no sheet was issued to \(passport.unit)"),
            hint: Message("请换成本单位的表", "send the unit's own sheet"))
    }
}
