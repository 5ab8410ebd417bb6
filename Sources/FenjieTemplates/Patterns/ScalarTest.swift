/// Which characters one place of a pattern takes.
indirect enum ScalarTest: Sendable {
    /// Everything but line ends, the dot of a pattern.
    case any
    /// The characters from one to another.
    case range(Unicode.Scalar, Unicode.Scalar)
    /// `\d`, XML Schema: decimal digits of any script.
    case digit
    /// `\s`, XML Schema: space, tab, line feed and carriage return.
    case space
    /// `\w`, XML Schema: all but punctuation, separators and others.
    case word
    /// `\i`: what an XML name begins with.
    case nameStart
    /// `\c`: what an XML name holds.
    case nameCharacter
    /// `\p{Lu}`, `\p{L}`: a general category by the name of Unicode, or the first letter of several.
    case category(String)
    /// `\p{Han}`, `\p{IsCJKUnifiedIdeographs}`.
    case ideograph
    /// One of several.
    case union([ScalarTest])
    /// `[^…]`, `\D`.
    case not(ScalarTest)
    /// `[a-z-[aeiou]]`: the first without the second.
    case minus(ScalarTest, ScalarTest)

    /// Whether a character passes.
    func takes(_ scalar: Unicode.Scalar) -> Bool {
        switch self {
        case .any: scalar != "\n" && scalar != "\r"
        case .range(let first, let last): first <= scalar && scalar <= last
        case .digit: scalar.properties.generalCategory == .decimalNumber
        case .space: scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
        case .word: !["P", "Z", "C"].contains(String(Self.name(of: scalar).prefix(1)))
        case .nameStart: scalar.properties.isAlphabetic || scalar == "_" || scalar == ":"
        case .nameCharacter:
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || "_:.-·".unicodeScalars.contains(scalar)
        case .category(let name): Self.name(of: scalar).hasPrefix(name)
        case .ideograph: scalar.properties.isIdeographic
        case .union(let tests): tests.contains { $0.takes(scalar) }
        case .not(let test): !test.takes(scalar)
        case .minus(let test, let other): test.takes(scalar) && !other.takes(scalar)
        }
    }

    /// The general categories by their names, Unicode Standard Annex 44, table 12.
    static let categories: [String: Unicode.GeneralCategory] = [
        "Lu": .uppercaseLetter, "Ll": .lowercaseLetter, "Lt": .titlecaseLetter, "Lm": .modifierLetter,
        "Lo": .otherLetter, "Mn": .nonspacingMark, "Mc": .spacingMark, "Me": .enclosingMark, "Nd": .decimalNumber,
        "Nl": .letterNumber, "No": .otherNumber, "Pc": .connectorPunctuation, "Pd": .dashPunctuation,
        "Ps": .openPunctuation, "Pe": .closePunctuation, "Pi": .initialPunctuation, "Pf": .finalPunctuation,
        "Po": .otherPunctuation, "Sm": .mathSymbol, "Sc": .currencySymbol, "Sk": .modifierSymbol, "So": .otherSymbol,
        "Zs": .spaceSeparator, "Zl": .lineSeparator, "Zp": .paragraphSeparator, "Cc": .control, "Cf": .format,
        "Cs": .surrogate, "Co": .privateUse, "Cn": .unassigned,
    ]

    private static let names = Dictionary(
        categories.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })

    private static func name(of scalar: Unicode.Scalar) -> String { names[scalar.properties.generalCategory] ?? "Cn" }
}
