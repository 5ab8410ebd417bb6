package import FenjieModel
internal import FenjieText

/// Places as people read them, in their language.
package enum PlaceText {
    /// The file, with `-` in words.
    package static func file(_ place: Place, in language: Language, isOutput: Bool = false) -> String? {
        guard place.file == "-" else { return place.file.map(Printable.escaping) }
        let words = isOutput ? Message("标准输出", "standard output") : Message("标准输入", "standard input")
        return words.text(in: language)
    }

    /// The place of a finding inside its file; where the place is no better known, the field that it concerns.
    package static func inside(_ finding: Finding, in language: Language) -> String {
        let place = inside(finding.place, in: language)
        return place.isEmpty ? finding.field.map(Printable.escaping) ?? "" : place
    }

    /// What lies inside the file: `Sheet1!D17`, `line 12`, `D17, line 12`; empty where the whole file is meant.
    package static func inside(_ place: Place, in language: Language) -> String {
        var parts: [String] = []
        // A text has one sheet only; its name says nothing.
        let sheet = place.line == nil ? place.sheet.map(Printable.escaping) : nil
        if let cell = place.cell {
            parts.append(sheet.map { "\($0)!\(cell)" } ?? cell)
        } else if let row = place.row, place.line == nil {
            let words = Message("第 \(row) 行", "row \(row)").text(in: language)
            parts.append(sheet.map { "\($0), \(words)" } ?? words)
        } else if let sheet {
            parts.append(sheet)
        }
        if let line = place.line { parts.append(Message("第 \(line) 行", "line \(line)").text(in: language)) }
        if let byte = place.byte {
            parts.append(Message("第 \(byte) 字节", "byte \(byte)").text(in: language))
        }
        return parts.joined(separator: ", ")
    }
}
