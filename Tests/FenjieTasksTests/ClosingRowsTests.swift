import FenjieModel
import FenjieTasks
import Testing

private let header = "序号|工作任务|责任单位|完成时限\n1|修渠|县水务局|3月底前\n2|植树|县林业局|4月底前\n"
private let tasks = ["1|||修渠|县水务局|3月底前", "2|||植树|县林业局|4月底前"]

private let cases: [WrittenCase] = [
    WrittenCase(
        title: "who signed and when, below the deadlines", text: header + "|||青原县政府办\n|||2025年3月1日", tasks: tasks,
        notes: ["青原县政府办", "2025年3月1日"]),
    WrittenCase(
        title: "who signed and when, below the units", text: header + "||青原县人民政府办公室|\n||二〇二五年三月一日|", tasks: tasks,
        notes: ["青原县人民政府办公室", "二〇二五年三月一日"]),
    WrittenCase(
        title: "who signed with the seal, and the day beside it", text: header + "\n青原县水务局（盖章）|||2025.3.1",
        tasks: tasks,
        notes: ["青原县水务局（盖章）　2025.3.1"]),
    WrittenCase(
        title: "who signed and when, beside the table", text: header + "|||||青原县政府办\n|||||2025年3月1日", tasks: tasks,
        notes: ["青原县政府办", "2025年3月1日"]),
    WrittenCase(
        title: "name and day in one cell", text: header + "||青原县水务局 2025年3月1日|", tasks: tasks,
        notes: ["青原县水务局 2025年3月1日"]),
    WrittenCase(
        title: "a body alone behind a blank row", text: header + "\n||青原县人民政府办公室|", tasks: tasks,
        notes: ["青原县人民政府办公室"]),
    WrittenCase(
        title: "a body among the units goes on with the task above", text: header + "||县财政局|",
        tasks: ["1|修渠|||县水务局|3月底前", "2|植树|||县林业局|4月底前", "3|植树|||县财政局|4月底前"]),
    WrittenCase(
        title: "a label in the column of numbers", text: header + "备 注|每月报送一次|县财政局参加|", tasks: tasks,
        notes: ["备注：每月报送一次　县财政局参加"]),
    WrittenCase(
        title: "notes, a sentence and a signature", text: header + "说明：|一式两份||\n请按时办理。|||\n青原县水务局|||2025年3月",
        tasks: tasks, notes: ["说明：　一式两份", "请按时办理。", "青原县水务局　2025年3月"]),
    WrittenCase(
        title: "below numbers without a gap a row without number and task is none", text: header + "|||以上按月调度",
        tasks: tasks,
        notes: ["以上按月调度"]),
    WrittenCase(
        title: "a last task without number is one", text: header + "|疏浚|县水务局|5月底前",
        tasks: tasks + ["3|||疏浚|县水务局|5月底前"]),
    WrittenCase(
        title: "a label in the middle is a task", text: header + "说明|养护|县水务局|5月底前\n4|巡查|县水务局|5月底前",
        tasks: tasks + ["说明|||养护|县水务局|5月底前", "4|||巡查|县水务局|5月底前"]),
    WrittenCase(
        title: "a table without numbers",
        text: "工作任务|责任单位|完成时限\n修渠|县水务局|3月底前\n植树|县林业局|4月底前\n青原县水务局||2025年3月1日\n备注|每月报送一次|",
        tasks: tasks, notes: ["青原县水务局　2025年3月1日", "备注：每月报送一次"]),
    WrittenCase(
        title: "rows in a merged number go on with its task",
        text: "序号|工作任务|责任单位|完成时限\n1|修渠|县水务局|3月底前\n||县财政局|\n||县林业局|", merges: ["A2:A4", "B2:B4"],
        tasks: ["1|修渠|||县水务局|3月底前", "1|修渠|||县财政局|", "1|修渠|||县林业局|"]),
    WrittenCase(
        title: "measures and units below one number are its parts",
        text: "序号|工作任务|具体要求|责任单位\n1|水利|修渠|县水务局\n||清淤|县林业局\n2|绿化|植树|县林业局\n||养护|县水务局",
        tasks: ["1|水利||修渠|县水务局|", "1|水利||清淤|县林业局|", "2|绿化||植树|县林业局|", "2|绿化||养护|县水务局|"]),
]

@Suite("Closing rows")
struct ClosingRowsTests {
    @Test("rows below the last task", arguments: cases)
    func closing(_ example: WrittenCase) throws {
        let written = try WrittenTable(example.text, merges: example.merges)
        #expect(written.rows == example.tasks)
        #expect(written.table.notes == example.notes)
        #expect(!written.table.columns.contains { $0.heading.isEmpty })
    }

    @Test(
        "dates of signatures",
        arguments: [
            ("2025年3月1日", true), ("2025 年 3 月 1 日", true), ("二〇二五年三月", true), ("2025/3/1", true), ("2025-03-01", true),
            ("3月1日", false), ("2025年3月底前", false), ("1.2.3", false), ("2025年", false),
        ])
    func dates(_ text: String, _ isDate: Bool) throws {
        let written = try WrittenTable(header + "|||\(text)\n青原县水务局|||\(text)")
        #expect((written.table.notes == [text, "青原县水务局　\(text)"]) == isDate)
    }
}
