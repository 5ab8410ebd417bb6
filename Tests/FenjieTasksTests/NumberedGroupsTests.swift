import FenjieModel
import FenjieTasks
import Testing

private let header = "序号|工作任务|责任单位|完成时限\n"

private let cases: [WrittenCase] = [
    WrittenCase(
        title: "一 and 二 with a name head what follows, and nothing goes on from the group above",
        text: header + "一|水利||\n1|修渠|县水务局|3月底前\n二|绿化||\n1|植树||4月底前",
        tasks: ["1|水利||修渠|县水务局|3月底前", "1|绿化||植树||4月底前"]),
    WrittenCase(
        title: "the name over several columns", text: header + "一、|水利|水利|水利\n1|修渠|县水务局|3月底前\n二、|绿化||\n2|植树|县林业局|全年",
        tasks: ["1|水利||修渠|县水务局|3月底前", "2|绿化||植树|县林业局|全年"]),
    WrittenCase(
        title: "two levels", text: header + "一|水利||\n（一）|渠道||\n1|修渠|县水务局|3月底前\n（二）|水库||\n2|除险|县水务局|全年",
        tasks: ["1|水利|渠道|修渠|县水务局|3月底前", "2|水利|水库|除险|县水务局|全年"]),
    WrittenCase(
        title: "whole numbers above their parts",
        text: header + "1|水利||\n1.1|修渠|县水务局|3月底前\n1.2|除险||\n2|绿化||\n2.1|植树|县林业局|全年",
        tasks: ["1.1|水利||修渠|县水务局|3月底前", "1.2|水利||除险|县水务局|3月底前", "2.1|绿化||植树|县林业局|全年"]),
    WrittenCase(
        title: "figures in brackets below whole numbers",
        text: header + "1|水利||\n（1）|修渠|县水务局|3月底前\n2|绿化||\n（1）|植树|县林业局|全年",
        tasks: ["（1）|水利||修渠|县水务局|3月底前", "（1）|绿化||植树|县林业局|全年"]),
    WrittenCase(
        title: "with units of their own they are tasks", text: header + "一|水利|县水务局|3月底前\n二|绿化|县林业局|全年",
        tasks: ["一|||水利|县水务局|3月底前", "二|||绿化|县林业局|全年"]),
    WrittenCase(
        title: "a task with the number of a group stands beside the groups",
        text: header + "一|水利||\n1|修渠|县水务局|3月底前\n二|绿化|县林业局|全年\n三|交通||\n2|修路|县交通局|全年",
        tasks: ["1|水利||修渠|县水务局|3月底前", "二|||绿化|县林业局|全年", "2|交通||修路|县交通局|全年"]),
    WrittenCase(
        title: "without anything below it a name is a task", text: header + "一|水利||\n1|修渠|县水务局|3月底前\n二|其他||",
        tasks: ["1|水利||修渠|县水务局|3月底前", "二|||其他||"]),
    WrittenCase(
        title: "a whole number above another is a task", text: header + "1|水利||\n2|植树|县林业局|全年\n2.1|浇水|县林业局|全年",
        tasks: ["1|||水利||", "2|||植树|县林业局|全年", "2.1|||浇水|县林业局|全年"]),
]

@Suite("Groups told by their numbers")
struct NumberedGroupsTests {
    @Test("groups", arguments: cases)
    func groups(_ example: WrittenCase) throws {
        #expect(try WrittenTable(example.text, merges: example.merges).rows == example.tasks)
    }

    @Test("a heading may keep its number")
    func keptNumbers() throws {
        let text = header + "一|水利||\n1|干渠||\n1.1|修渠|县水务局|3月底前"
        let written = try WrittenTable(text, keepsNumbering: true)
        #expect(written.rows == ["1.1|一、水利|1.干渠|修渠|县水务局|3月底前"])
    }
}
