import FenjieFiles
import FenjieModel
import FenjiePipeline
import FenjieTemplates
import FenjieTestSupport
import Testing

/// A large CSV is checked row by row; what is found is what would be found reading it whole.
@Suite struct RowValidationTests {
    static let tables = [
        "序号,一级任务,二级任务,具体要求,责任单位,完成时限\n1,甲,子,做一,县教育局,全年\n2,,,,县教育局,按通知\n2,甲,子,做二,,全年\n4,乙,丑,做三,县、、局,全年\n",
        "某县任务分解表,,,\n序号,工作任务,具体要求,责任单位\n1,甲,\"做,一\",县教育局\n\n3,乙,\"做\n二\",县教育局\n", "编号;具体要求;责任单位\n1;甲;县教育局\n1;乙;县教育局\n",
    ]

    @Test(arguments: tables) func `Both ways find the same`(_ text: String) throws {
        let work = Workdir()
        try compare(InputFile(path: work.write(text, to: "表.csv")))
    }

    @Test func `Both ways find the same in a long table with faults in it`() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        var text = "序号,一级任务,二级任务,具体要求,责任单位,完成时限\n"
        for number in 1...1_500 {
            var cells = [
                "\(number)", "任务\(number / 50)", "分项\(number / 5)", "要求\(number)", "县教育局、县财政局",
                "2024年\(number % 12 + 1)月底前",
            ]
            // The first rows tell both ways what the columns are.
            if number > 250, Int.random(in: 0...4, using: &generator) == 0 {
                // Blank cells only where nothing is filled down from above, which reading row by row does not do.
                let faults = [
                    "#REF!", "按通知", "2024年2月30日", "、县教育局", "007", "7", "任务1", "无", "经研究同意由县教育局会同县财政局等部门共同负责",
                ]
                let column = Int.random(in: 0...7, using: &generator)
                switch column {
                case 6: cells[0] = ""
                case 7: cells[3] = " "
                default: cells[column] = faults.randomElement(using: &generator) ?? ""
                }
            }
            text += cells.joined(separator: ",") + "\n"
        }
        let work = Workdir()
        try compare(InputFile(path: work.write(text, to: "表.csv")), "seed \(seed)")
    }

    static let rowsAmongTasks = [
        ("小计,,,,,3项", "a sum"), ("12,小计：3项,,,,", "a sum behind a number"), ("二、生态环保,,,,,", "a group"),
        ("填报人：某,,审核人：,,,", "a line for signatures"), ("注：按季度报送。,,,,,", "a note"),
        ("三,生态环保,,,,", "a group told by its number"), (",,,,青原县政府办,2025年3月1日", "a signature"),
        ("备注,按季度报送,,,,", "a label in the column of numbers"), (",,,,县财政局,", "a row without number and task"),
        ("序号,工作任务,牵头单位,完成时限,,", "the header of another table"),
        (",,分项,要求,县教育局,全年", "a row below a number that stands for several"),
        ("600,水利,,,,\n600.1,修渠,,,县水务局,全年", "a number above its parts"),
    ]

    @Test(arguments: rowsAmongTasks) func `Rows that are no tasks are none far down the table either`(
        _ line: String, _ what: String
    ) throws {
        var text = "序号,一级任务,二级任务,具体要求,责任单位,完成时限\n"
        for number in 1...900 {
            text += "\(number),任务\(number / 50),分项\(number / 5),要求：合计完成\(number)项,县教育局,按通知\n"
            if number == 600 { text += line + "\n" }
        }
        let work = Workdir()
        try compare(InputFile(path: work.write(text, to: "表.csv")), Comment(rawValue: what), isLeftToTheOther: true)
    }

    private func compare(_ file: InputFile, _ comment: Comment? = nil, isLeftToTheOther: Bool = false) throws {
        var options = ValidationOptions(template: try Template(builtIn: "issued"))
        let whole = try Validator(options).validate(file)
        options.streamsAbove = 0
        let streamed = try Validator(options).validate(file)
        #expect(streamed.tasks == whole.tasks, comment)
        func marks(_ validation: Validation) -> [String] {
            validation.findings.filter { $0.code != "units-not-read" && !$0.code.hasPrefix("unit-") }
                .map { "\($0.code) \($0.place.row ?? 0) \($0.place.column ?? 0)" }.sorted()
        }
        #expect(Set(marks(streamed)).symmetricDifference(marks(whole)) == [], comment)
        #expect(marks(streamed).count == marks(whole).count, comment)
        #expect(!marks(whole).isEmpty)
        let isKept = streamed.document != nil
        #expect(isKept == isLeftToTheOther, comment)
    }

    static let hostile: [[UInt8]] = [
        [], [0], Array("序号,具体要求\n".utf8), Array("序号,具体要求\n\"1,甲\n".utf8), [0xFF, 0xFE, 0x31],
        Array(repeating: 0x2C, count: 5_000),
        Array(String(repeating: "序号,具体要求,责任单位\n", count: 500).utf8),
        Array(("序号,具体要求,责任单位\n" + String(repeating: "、", count: 20_000) + ",(((((,#REF!\n").utf8),
    ]

    @Test(arguments: hostile) func `Hostile inputs give findings or a failure`(_ bytes: [UInt8]) throws {
        let work = Workdir()
        let file = try InputFile(path: work.write(bytes, to: "坏.csv"))
        for limit in [0, 1 << 30] {
            var options = ValidationOptions(template: try Template(builtIn: "unit-quarterly"))
            options.streamsAbove = limit
            do {
                let validation = try Validator(options).validate(file)
                #expect(validation.file == file.name)
            } catch let failure as any Failure {
                #expect(!failure.message.chinese.isEmpty)
            }
        }
    }
}
