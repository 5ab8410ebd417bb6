internal import FenjieModel

/// What a text held that a reader of the file should hear about.
struct TextFindings {
    var census: TextCensus
    /// Two-byte characters of GB18030, and how many of them everyday text hardly uses.
    var pairs: Int
    var rarePairs: Int

    /// One finding for each kind, at its first place.
    ///
    /// - Parameters:
    ///   - file: the file as the user named it.
    ///   - line: finds the line of an offset in the text.
    /// - Returns: the findings.
    func findings(in file: String, line: (Int) -> Int?) -> [Finding] {
        var findings: [Finding] = []
        if let first = census.replacements.first {
            findings.append(
                Finding(
                    "replacement-character", .warning, at: Place(file: file, line: line(first)),
                    message: Message(
                        "文件中有 \(census.replacements.total) 个替换符（U+FFFD），原字在此前的转换中已丢失，照原样保留",
                        "\(Message.counted(census.replacements.total, "replacement character")) (U+FFFD): the text "
                            + "was lost in an earlier "
                            + "conversion; kept as they are"),
                    hint: Message("请向提供者索取原文件", "ask whoever sent the file for the original")))
        }
        if let first = census.controls.first {
            findings.append(
                Finding(
                    "control-character", .warning, at: Place(file: file, line: line(first)),
                    message: Message(
                        "文件中有 \(census.controls.total) 个控制字符，照原样保留",
                        "\(Message.counted(census.controls.total, "control character")), kept as found"),
                    hint: Message("请检查该行文字是否完整", "check that the text of that line is whole")))
        }
        if let first = census.marks.first {
            findings.append(
                Finding(
                    "inner-byte-order-mark", .warning, at: Place(file: file, line: line(first)),
                    message: Message(
                        "文件中间有 \(census.marks.total) 个字节顺序标记（U+FEFF），照原样保留",
                        "\(census.marks.total) byte order marks (U+FEFF) inside the text, kept as they are"),
                    hint: Message("文件可能由几份拼接而成，请检查", "files may have been joined by hand; check them")))
        }
        // Everyday text stays in GB 2312 but for a name here and there; garbled text does not.
        if rarePairs >= 3, rarePairs * 100 > pairs * 15 {
            findings.append(
                Finding(
                    "doubtful-encoding", .warning, at: Place(file: file),
                    message: Message(
                        "按 GB18030 读取，但 \(pairs) 个汉字中有 \(rarePairs) 个属罕用字，编码可能判断有误",
                        "read as GB18030, but \(rarePairs) of \(pairs) characters are rare ones; the encoding may be "
                            + "another"),
                    hint: Message(
                        "如显示为乱码，请另存为“CSV UTF-8”再试",
                        "if the text looks garbled, save the file as \"CSV UTF-8\" and try again")))
        }
        return findings
    }
}
