import FenjieModel
import FenjieXLSX
import Testing

@Suite struct CellTextTests {
    @Test(
        "What XML cannot hold is escaped, and nothing else",
        arguments: [
            ("", ""),
            ("任务 a\tb\nc", "任务 a\tb\nc"),
            ("a\rb", "a_x000D_b"),
            ("\u{0}\u{1F}", "_x0000__x001F_"),
            ("_x0041_", "_x005F_x0041_"),
            ("_x00e9_x", "_x005F_x00e9_x"),
            ("_x00_", "_x00_"),
            ("_xyz_", "_xyz_"),
            ("_x0041", "_x0041"),
            ("\u{FFFE}", "_xFFFE_"),
            ("\u{FFFD}", "\u{FFFD}"),
        ])
    func escapes(text: String, expected: String) throws {
        #expect(try CellText.checked(text, at: Place()) == expected)
    }

    @Test(
        "A beginning is cut between characters",
        arguments: [
            ("任务分解表", 5, "任务分解表"), ("任务分解表", 4, "任务分…"), ("😀😀😀", 5, "😀😀…"), ("e\u{301}e\u{301}", 3, "e\u{301}…"),
            ("ab", 1, "…"),
        ])
    func beginning(text: String, limit: Int, expected: String) {
        #expect(CellText.beginning(of: text, limit: limit) == expected)
    }

    @Test("A cell's length is counted in UTF-16 units, before escapes")
    func length() throws {
        let fits = String(repeating: "😀", count: 16_383) + "字"
        #expect(try CellText.checked(fits, at: Place()) == fits)
        #expect(throws: WorkbookWritingFailure.self) { try CellText.checked(fits + "字", at: Place()) }
        #expect(throws: WorkbookWritingFailure.self) {
            try CellText.checked(String(repeating: "字", count: 256), limit: 255, at: Place())
        }
    }
}

@Suite struct TypedValueTests {
    @Test(
        "Only plain decimals are numbers",
        arguments: [
            ("0", 0), ("12", 12), ("-3", -3), ("66.7", 66.7), ("0.5", 0.5), ("007", nil), ("1e3", nil), ("1-2", nil),
            ("", nil), ("-", nil), ("1.", nil), (".5", nil), ("+1", nil), ("1,000", nil), ("１２", nil), ("nan", nil),
            ("123456789012345", 123_456_789_012_345), ("1234567890123456", nil), ("--1", nil), ("1.2.3", nil),
        ] as [(String, Double?)])
    func numbers(text: String, expected: Double?) { #expect(PlainNumber.value(of: text) == expected) }

    @Test(
        "Only ISO dates are dates",
        arguments: [
            ("2022-09-30", 44_834), ("1900-03-01", 61), ("1900-02-28", nil), ("2000-02-29", 36_585),
            ("2100-02-29", nil), ("9999-12-31", 2_958_465), ("2022-13-01", nil), ("2022-9-30", nil),
            ("2022年9月", nil), ("2022-09-31", nil), ("", nil),
        ] as [(String, Double?)])
    func dates(text: String, expected: Double?) { #expect(SerialDate.value(of: text) == expected) }
}
