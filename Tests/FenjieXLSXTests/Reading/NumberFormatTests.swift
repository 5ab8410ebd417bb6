internal import FenjieXLSX
import Testing

@Suite("Number formats")
struct NumberFormatTests {
    @Test(
        "A format code tells dates and lengths of time from numbers",
        arguments: [
            ("General", NumberKind.number), ("0", .number), ("0.00E+00", .number), ("#,##0.00", .number),
            ("@", .number),
            ("0%", .percent), ("0.00%", .percent), ("[Red]0%", .percent), ("0\"%\"", .number), ("# ?/?", .number),
            ("", .number), ("GENERAL", .number), ("General\"年\"", .number),
            ("yyyy-mm-dd", .date), ("yyyy\"年\"m\"月\"d\"日\"", .date), ("yyyy年m月d日", .date),
            ("[$-804]yyyy\"年\"m\"月\"", .month), ("yyyy\"年\"m\"月\";@", .month), ("YYYY-MM", .month), ("mmm-yy", .month),
            ("m\"月\"d\"日\"", .date), ("yyyy", .date), ("m\"月\"", .date), ("yyyy-mm hh:mm", .date),
            ("h:mm AM/PM", .date), ("上午/下午h\"时\"mm\"分\"", .date), ("mm:ss.0", .date), ("[$-411]ge.m.d", .date),
            ("[Red]yyyy/m/d", .date), ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", .date), ("e\"年\"", .date),
            ("[h]:mm:ss", .elapsed), ("[hh]:mm", .elapsed), ("[mm]:ss", .elapsed), ("[SS]", .elapsed),
            ("[Red][h]:mm", .elapsed),
            ("\"day\"0", .number), ("0\\d", .number), ("0_d", .number), ("*d0", .number), ("[Red]0.0", .number),
            ("[>=100]0;0", .number), ("[DBNum1]0", .number), ("0\"年\"", .number), ("0;yyyy", .number),
            ("\"unclosed d", .number), ("[unclosed h", .number), ("\\", .number), ("0E", .date),
        ])
    func kindOfCode(code: String, kind: NumberKind) {
        #expect(NumberKind(parsing: Array(code.utf8)) == kind)
    }

    @Test(
        "Formats that files need not spell out",
        arguments: [
            (0, NumberKind.number), (1, .number), (13, .number), (14, .date), (22, .date), (23, .number), (26, .number),
            (9, .percent), (10, .percent), (17, .month), (27, .month), (28, .date), (36, .month), (57, .month),
            (37, .number), (44, .number), (45, .date), (46, .elapsed), (47, .date),
            (48, .number),
            (49, .number), (50, .month), (58, .date), (59, .number), (-1, .number), (164, .number),
        ])
    func kindOfBuiltIn(id: Int, kind: NumberKind) {
        #expect(NumberKind(builtIn: id) == kind)
    }
}
