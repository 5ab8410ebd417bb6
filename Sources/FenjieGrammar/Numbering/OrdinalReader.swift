/// Reads an ordinal from the first scalars of a line.
struct OrdinalReader {
    /// No ordinal is longer.
    static let reach = 16

    let head: [Unicode.Scalar]

    /// What was read, and how many scalars it took.
    typealias Ordinal = (style: Numbering.Style, value: Int, length: Int)

    func read() -> Ordinal? {
        guard let first = head.first else { return nil }
        if let ordinal = Self.single(first) {
            return (ordinal.style, ordinal.value, Self.isMark(self[1]) ? 2 : 1)
        }
        switch first {
        case "第": return chapter()
        case "(", "（", "〔", "﹙": return bracketed()
        case "0"..."9", "０"..."９": return arabic()
        default: return chinese()
        }
    }

    private subscript(index: Int) -> Unicode.Scalar { index < head.count ? head[index] : "\0" }

    /// 第一章, 第二部分, 第三条; 第一， is spoken.
    private func chapter() -> Ordinal? {
        guard let (value, end) = chineseNumber(at: 1) ?? arabicNumber(at: 1) else { return nil }
        switch self[end] {
        case "篇", "编": return (.part, value, markEnd(end + 1))
        case "章": return (.chapter, value, markEnd(end + 1))
        case "节": return (.section, value, markEnd(end + 1))
        case "条": return (.article, value, markEnd(end + 1))
        case "部": return self[end + 1] == "分" ? (.part, value, markEnd(end + 2)) : nil
        case "，", ",", "、": return (.spoken, value, end + 1)
        default: return nil
        }
    }

    /// （一） and （1）.
    private func bracketed() -> Ordinal? {
        let inner = skipSpaces(1)
        guard let (value, end) = chineseNumber(at: inner) ?? arabicNumber(at: inner) else { return nil }
        let close = skipSpaces(end)
        guard Self.isClosing(self[close]), value < 1000 else { return nil }
        let style: Numbering.Style = Self.isArabic(self[inner]) ? .arabicInBrackets : .chineseInBrackets
        return (style, value, markEnd(close + 1))
    }

    /// 1. 1． 1、 1） 1.1; not 1.5万元.
    private func arabic() -> Ordinal? {
        guard let (first, end) = arabicNumber(at: 0), end <= 3 else { return nil }
        if Self.isClosing(self[end]) { return (.arabicInBrackets, first, markEnd(end + 1)) }
        if self[end] == "、" { return (.arabic, first, end + 1) }
        if Self.isSpace(self[end]) {
            // 1 总则, but not 5 个 or 12 月.
            let next = self[skipSpaces(end)]
            return end <= 2 && (0x4E00...0x9FFF).contains(next.value) && !Self.isCounter(next)
                ? (.arabic, first, end) : nil
        }
        if let (value, last) = dashed(at: end) { return (.decimal, value, last) }
        guard self[end] == "." || self[end] == "．" || self[end] == "。" else { return nil }
        guard var (value, last) = arabicNumber(at: end + 1) else { return (.arabic, first, end + 1) }
        var depth = 2
        while self[last] == ".", let (next, nextEnd) = arabicNumber(at: last + 1) {
            (value, last) = (next, nextEnd)
            depth += 1
        }
        if self[last] == "." || self[last] == "、" { return (.decimal, value, last + 1) }
        // A full stop that ran into the figures of the text: 1.2022年9月底前.
        if depth == 2, value > 99 { return (.arabic, first, end + 1) }
        guard Self.isSpace(self[last]) || !Self.isMeasure(self[last]) else { return nil }
        return (.decimal, value, last)
    }

    /// The second figure of 1-2. and 1—2、; not of 1-2月.
    private func dashed(at place: Int) -> (Int, Int)? {
        guard self[place] == "-" || self[place] == "—" || self[place] == "－",
            let (value, end) = arabicNumber(at: place + 1), end - place <= 4
        else { return nil }
        switch self[end] {
        case ".", "．", "、":
            return Self.isArabic(self[end + 1]) ? nil : (value, end + 1)
        default: return nil
        }
    }

    /// 一、 一. 一是.
    private func chinese() -> Ordinal? {
        guard let (value, end) = chineseNumber(at: 0), end <= 4 else { return nil }
        switch self[end] {
        case "、", ".", "．": return (.chinese, value, end + 1)
        case "是": return self[end + 1] == "否" ? nil : (.spoken, value, self[end + 1] == "，" ? end + 2 : end + 1)
        case ")", "）": return (.chineseInBrackets, value, end + 1)
        default: return nil
        }
    }

    /// A mark behind a closed ordinal belongs to it: （一）、
    private func markEnd(_ end: Int) -> Int { Self.isMark(self[end]) ? end + 1 : end }

    private func skipSpaces(_ start: Int) -> Int {
        var place = start
        while Self.isSpace(self[place]) { place += 1 }
        return place
    }

    private func arabicNumber(at start: Int) -> (Int, Int)? {
        var value = 0
        var place = start
        while place < head.count, place < start + 5 {
            let scalar = head[place].value
            let digit = scalar >= 0xFF10 ? scalar &- 0xFF10 : scalar &- 0x30
            guard digit < 10 else { break }
            value = value * 10 + Int(digit)
            place += 1
        }
        return place > start ? (value, place) : nil
    }

    private func chineseNumber(at start: Int) -> (Int, Int)? {
        var total = 0
        var pending = 0
        var place = start
        scan: while place < start + 5 {
            switch self[place] {
            case "十":
                total += max(pending, 1) * 10
                pending = 0
            case "百":
                total += max(pending, 1) * 100
                pending = 0
            case "零", "〇": break
            case let scalar:
                guard let digit = Self.digits.firstIndex(of: scalar) else { break scan }
                pending = digit + 1
            }
            place += 1
        }
        return place > start ? (total + pending, place) : nil
    }

    private static let digits: [Unicode.Scalar] = ["一", "二", "三", "四", "五", "六", "七", "八", "九"]

    /// Ordinals that are one scalar: ① ⑴ ⒈ ㈠ ❶.
    private static func single(_ scalar: Unicode.Scalar) -> (style: Numbering.Style, value: Int)? {
        let value = Int(scalar.value)
        return switch value {
        case 0x2460...0x2473: (.circled, value - 0x2460 + 1)
        case 0x3251...0x325F: (.circled, value - 0x3251 + 21)
        case 0x2776...0x277F: (.circled, value - 0x2776 + 1)
        case 0x2474...0x2487: (.arabicInBrackets, value - 0x2474 + 1)
        case 0x2488...0x249B: (.arabic, value - 0x2488 + 1)
        case 0x3220...0x3229: (.chineseInBrackets, value - 0x3220 + 1)
        default: nil
        }
    }

    private static func isArabic(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar) || ("０"..."９").contains(scalar)
    }

    private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
        scalar == ")" || scalar == "）" || scalar == "〕" || scalar == "﹚"
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "、" || scalar == "." || scalar == "．" || scalar == ":" || scalar == "："
    }

    /// What makes a number with a point an amount.
    private static func isMeasure(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "%", "％", "‰", "万", "亿", "千", "百", "倍", "元", "个", "米", "公", "吨", "平", "亩", "分", "日", "月", "年", "-", "—",
            "～", "~", "/", "\0":
            true
        default: false
        }
    }

    /// What a bare number counts.
    private static func isCounter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "月", "日", "年", "个", "家", "项", "处", "所", "户", "人", "名", "次", "万", "亿", "元", "米", "公", "吨", "亩", "台", "套",
            "件", "场", "批",
            "条", "座", "岁", "天", "周", "时", "分", "季", "级", "类", "种", "号", "点", "倍", "成", "至", "到", "百", "千", "度", "期",
            "篇", "部", "支", "辆", "位",
            "市", "县", "区", "镇", "乡", "村", "大", "平", "工", "小", "以", "余", "多", "例", "份", "页", "版", "届", "轮", "股":
            true
        default: false
        }
    }

    static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0xA0, 0x2000...0x200B, 0x3000, 0xFEFF: true
        default: false
        }
    }
}
