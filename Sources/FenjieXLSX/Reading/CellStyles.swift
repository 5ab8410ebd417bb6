/// What the style of a cell makes of its number: one byte for each cell format.
struct CellStyles {
    private var kinds: [NumberKind] = []

    /// A workbook without styles: all are numbers.
    init() {}

    /// Reads `xl/styles.xml`, ECMA-376 Part 1, 18.8.39.
    init(_ scanner: consuming XMLScanner) throws(XLSXFailure) {
        var custom: [Int: NumberKind] = [:]
        var list: Character?
        while true {
            switch try scanner.next() {
            case .finish: return
            case .start:
                if scanner.depth == 1, !scanner.nameIs("styleSheet") {
                    throw scanner.wrong("不是样式表", "it is not a style sheet")
                }
                if scanner.depth == 2 {
                    list = scanner.nameIs("numFmts") ? "n" : scanner.nameIs("cellXfs") ? "x" : nil
                }
                guard scanner.depth == 3 else { continue }
                if list == "n", scanner.nameIs("numFmt"), let id = try scanner.integer("numFmtId"),
                    let code = scanner.attribute("formatCode")
                {
                    custom[id] = NumberKind(parsing: try scanner.bytes(of: code))
                } else if list == "x", scanner.nameIs("xf") {
                    let id = try scanner.integer("numFmtId") ?? 0
                    kinds.append(custom[id] ?? NumberKind(builtIn: id))
                }
            case .end, .text: continue
            }
        }
    }

    /// What the style of that index makes of a number; one that does not exist makes it a number.
    func kind(of style: Int) -> NumberKind {
        kinds.indices.contains(style) ? kinds[style] : .number
    }
}
