/// Makes one plain file name out of any text, for Windows, Linux and macOS alike.
enum SafeFileName {
    /// The most bytes of UTF-8 (Linux) and units of UTF-16 (Windows, macOS) in a name, the extension included.
    static let lengthLimit = 255

    /// Whether a character may stand in a name on every system.
    static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        if "/\\:*?\"<>|".unicodeScalars.contains(scalar) { return false }
        return !isInvisible(scalar)
    }

    /// The text with every character replaced or removed that a name cannot hold.
    ///
    /// What is replaced stays readable: `:` and `?` become the Chinese marks, `/` becomes a hyphen. Controls and
    /// characters that change the direction of writing go.
    static func cleaned(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        var pendingSpace = false
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace {
                pendingSpace = !scalars.isEmpty
                continue
            }
            guard !isInvisible(scalar) else { continue }
            if pendingSpace { scalars.append(" ") }
            pendingSpace = false
            scalars.append(replacement(for: scalar) ?? scalar)
        }
        return String(scalars)
    }

    /// A whole name.
    ///
    /// - Parameters:
    ///   - stem: the name as wished, without extension.
    ///   - suffix: goes between the stem and the extension, and is never cut.
    ///   - fileExtension: the extension with its dot.
    /// - Returns: a name that no system refuses and that opens no other folder.
    static func name(_ stem: String, suffix: String = "", fileExtension: String) -> String {
        var stem = trimmed(cleaned(stem))
        if stem.isEmpty { stem = "未命名" }
        // A hidden file, an option of a command, a lock file of an office program.
        if let first = stem.unicodeScalars.first, ".-~".unicodeScalars.contains(first) { stem = "_" + stem }
        if isReserved(stem) { stem = "_" + stem }
        let room = lengthLimit - suffix.utf8.count - fileExtension.utf8.count
        return trimmed(cut(stem, to: room)) + suffix + fileExtension
    }

    /// What two names must not have in common: letter case, full or half width, composition.
    ///
    /// Swift compares strings by canonical equivalence, so that composed and decomposed forms are one key.
    static func key(_ name: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in name.unicodeScalars {
            switch scalar.value {
            case 0xFF01...0xFF5E: scalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
            case 0x3000: scalars.append(" ")
            default: scalars.append(scalar)
            }
        }
        // Upper case first: file systems fold ß, ſ and the like through it.
        return String(scalars).uppercased().lowercased()
    }

    /// Device names of Windows, which it finds under any extension.
    private static func isReserved(_ stem: String) -> Bool {
        let base = key(String(stem.prefix { $0 != "." })).filter { $0 != " " }
        if ["con", "prn", "aux", "nul", "conin$", "conout$", "clock$"].contains(base) { return true }
        guard base.hasPrefix("com") || base.hasPrefix("lpt"), base.count == 4, let digit = base.last else {
            return false
        }
        return "0123456789¹²³".contains(digit)
    }

    /// Without spaces and dots at the end, which Windows drops, and without spaces at the start.
    private static func trimmed(_ text: String) -> String {
        var text = Substring(text)
        while let last = text.last, last == "." || last.isWhitespace { text.removeLast() }
        return String(text.drop { $0.isWhitespace })
    }

    /// Cuts between characters; what was cut ends in an ellipsis.
    private static func cut(_ stem: String, to room: Int) -> String {
        guard stem.utf8.count > room else { return stem }
        let ellipsis = "…"
        var kept = ""
        var length = ellipsis.utf8.count
        for character in stem {
            length += character.utf8.count
            guard length <= room else { break }
            kept.append(character)
        }
        // A single character of hundreds of combining marks.
        return (kept.isEmpty ? "未命名" : kept) + ellipsis
    }

    private static func replacement(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar {
        case "/", "\\", "|": "-"
        case ":": "："
        case "*": "＊"
        case "?": "？"
        case "\"": "”"
        case "<": "〈"
        case ">": "〉"
        default: nil
        }
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: return true
        default: return scalar.value & 0xFFFE == 0xFFFE
        }
    }
}
