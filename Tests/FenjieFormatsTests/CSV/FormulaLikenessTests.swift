import FenjieFormats
import Testing

@Suite struct FormulaLikenessTests {
    @Test(
        "cells that a spreadsheet would run",
        arguments: [
            "=1+1", "=cmd|' /C calc'!A0", "@SUM(A1)", "+1+1", "-1+1", "-2+3+cmd|' /C calc'!A0", "+86-531-1234", "\t=1",
            "\r=1", "＝1+1", "＋1+1", "－1-1", "＠x", "-完成", "=", "@", "+A1", "-1.2.3", "-1e", "-1%2", "=HYPERLINK(\"x\")",
        ])
    func formulas(text: String) {
        #expect(FormulaLikeness.holds(ArraySlice(text.utf8)))
    }

    @Test(
        "cells that are numbers or text",
        arguments: [
            "", "a=1", "1+1", "1-2", "-5", "+5", "-5.25", "-1,234.50", "+8613800000000", "+86 138 0000 0000", "-3%",
            "-1e10", "+1.5E-3", "-", "--", "- -", "+", "'=1", " =1", "－5", "＋3.5", "－", "—", "、", "\u{FEFF}=1", "\"=1",
            "2022-9-3", "，",
        ])
    func harmless(text: String) {
        #expect(!FormulaLikeness.holds(ArraySlice(text.utf8)))
    }
}
