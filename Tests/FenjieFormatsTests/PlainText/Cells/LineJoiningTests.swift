import FenjieFormats
import FenjieModel
import Testing

/// Wrapped cells put together again, as a narrow column of a drawn table shows it.
struct LineJoiningTests {
    @Test(
        "full lines are two bodies only where the second begins with the level of its own",
        arguments: [
            (["县教育局", "县住建局"], "县教育局\n县住建局"), (["县生态环", "境局"], "县生态环境局"), (["各镇、各县", "区人民政府"], "各镇、各县区人民政府"),
            (["县人民政府", "县直各部门"], "县人民政府县直各部门"), (["市公安局", "交警支队"], "市公安局交警支队"), (["县教育局、", "县财政局"], "县教育局、县财政局"),
        ])
    func units(_ lines: [String], _ cell: String) throws {
        let width = lines.reduce(8) { max($0, $1.count * 2) }
        func line(_ number: String, _ task: String, _ unit: String) -> String {
            let space = String(repeating: " ", count: width - unit.count * 2)
            return "| \(number) | \(task) | \(unit)\(space) |\n"
        }
        let rule = "+------+----------+-" + String(repeating: "-", count: width) + "-+\n"
        let rest = lines.dropFirst().map { line("    ", "        ", $0) }.joined()
        let text =
            rule + "| 序号 | 工作任务 | 责任单位" + String(repeating: " ", count: max(0, width - 8)) + " |\n" + rule
            + line("1   ", "新建学校", lines[0]) + rest + rule + line("2   ", "招聘教师", "县局") + rule
        let sheet = try #require(TextLayouts().read(LayoutText(text)).reading.sheets.first)
        #expect(sheet.rows.dropFirst().first?.last == cell)
    }
}
