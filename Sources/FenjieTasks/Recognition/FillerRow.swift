/// Rows right below a header that belong to the form: the columns counted (甲 1 2 3), or an example of how to fill it in.
enum FillerRow {
    /// Whether the cells of such a row stand here.
    ///
    /// - Parameters:
    ///   - texts: the cells that hold text.
    ///   - width: how many columns the table has.
    /// - Returns: whether they count the columns or show how to fill them in.
    static func isFiller(_ texts: [String], width: Int) -> Bool {
        texts.prefix(2).contains(where: isExample) && texts.count > 1 || countsColumns(texts, width: width)
    }

    private static func isExample(_ text: String) -> Bool {
        guard text.utf8.count <= 40 else { return false }
        let label = String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter { scalar in
                    !scalar.properties.isWhitespace && !"【】（）()[]〔〕：:0123456789".unicodeScalars.contains(scalar)
                }))
        return examples.contains(label)
    }

    private static let examples: Set<String> = [
        "例", "示例", "样例", "范例", "例如", "举例", "例子", "示范", "填写示例", "填报示例", "填表示例", "填写样例", "填报样例", "填写范例",
    ]

    /// 甲, 乙, 1, 2, 3: letters and figures, each in order, over all columns.
    private static func countsColumns(_ texts: [String], width: Int) -> Bool {
        guard texts.count >= 3, texts.count >= width else { return false }
        var letter = 0
        var figure = 0
        for (index, text) in texts.enumerated() {
            let plain = text.trimming { "（）()[]".unicodeScalars.contains($0) || $0.properties.isWhitespace }
            if index == 0, counters.contains(plain) { continue }
            if figure == 0, letter < letters.count, plain == letters[letter] {
                letter += 1
            } else if plain == String(figure + 1) {
                figure += 1
            } else {
                return false
            }
        }
        return true
    }

    private static let letters = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"]
    private static let counters: Set<String> = ["栏次", "列次", "栏号", "列号", "栏目", "行次"]
}

extension String {
    /// The text without the scalars at its ends that a condition names.
    fileprivate func trimming(_ isDropped: (Unicode.Scalar) -> Bool) -> String {
        let scalars = unicodeScalars.drop(while: isDropped)
        guard let last = scalars.lastIndex(where: { !isDropped($0) }) else { return "" }
        return String(scalars[...last])
    }
}
