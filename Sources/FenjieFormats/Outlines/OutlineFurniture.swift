internal import FenjieGrammar

/// The lines that frame a document: signature, date, copies to, the way of publication.
enum OutlineFurniture {
    /// Whether a document, or one of its parts, ends with a line.
    static func isClosing(_ lines: [OutlineLine], at index: Int) -> Bool {
        let text = lines[index].text
        if isDate(text) || isPrintingNote(text) { return true }
        if opensClosing(text) { return true }
        return index + 1 < lines.count && isDate(lines[index + 1].text) && isSignature(text)
    }

    /// Whether a line says where copies go, what is attached, or how it is published.
    static func opensClosing(_ text: [Unicode.Scalar]) -> Bool {
        text.count <= 200 && openings.contains { text.starts(with: $0) }
    }

    /// A line that is nothing but a date: 2022年5月20日, 二〇二二年五月二十日.
    static func isDate(_ text: [Unicode.Scalar]) -> Bool {
        guard text.count <= 24 else { return false }
        let plain = text.filter { !OutlineText.isSpace($0) && !OutlineText.isOpening($0) && !OutlineText.isClosing($0) }
        guard plain.last == "日", plain.contains("年"), plain.contains("月") else { return false }
        return plain.allSatisfy { ("0"..."9").contains($0) || ("０"..."９").contains($0) || dateScalars.contains($0) }
    }

    /// 某某办公室  2022年5月23日印发.
    private static func isPrintingNote(_ text: [Unicode.Scalar]) -> Bool {
        text.count <= 60 && text.suffix(2).elementsEqual("印发".unicodeScalars) && text.contains("日")
            && text.contains("年")
            && !text.contains("。") && !text.contains("，")
    }

    private static func isSignature(_ text: [Unicode.Scalar]) -> Bool {
        text.count <= 40 && !text.contains { OutlineText.isMark($0) || $0 == "）" }
    }

    private static let dateScalars = Set("年月日〇○零一二三四五六七八九十OＯ".unicodeScalars)
    private static let openings: [[Unicode.Scalar]] = [
        "抄送：", "抄送:", "抄报：", "抄报:", "主送：", "主送:", "（此件", "(此件", "附件：", "附件:", "附：", "附:", "公开方式：", "公开属性：", "信息公开选项",
        "（联系人", "(联系人",
    ].map { Array($0.unicodeScalars) }
}
