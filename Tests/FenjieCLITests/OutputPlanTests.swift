import FenjieCLI
import FenjieFiles
import FenjieModel
import FenjieTestSupport
import Testing

@Suite struct OutputPlanTests {
    private let work = Workdir()

    private func input(_ name: String, fromFolder: Bool = false) -> Input {
        Input(path: work.path(name), relativePath: name, isFromFolder: fromFolder)
    }

    private func plan(_ output: String, _ inputs: [Input], force: Bool = false) throws -> OutputPlan {
        let reading = InputRegister()
        for input in inputs { reading.add(input.path) }
        return try OutputPlan(
            try OutputShape(output: output, inputs: inputs), inputs: inputs, fileExtension: "xlsx",
            replacing: Replacement(force, sparing: reading))
    }

    @Test func oneInputMakesAFile() throws {
        let inputs = [input("a.csv")]
        #expect(try OutputShape(output: nil, inputs: inputs) == .standardOutput)
        #expect(try OutputShape(output: "-", inputs: inputs) == .standardOutput)
        #expect(try OutputShape(output: work.path("b.XLSX"), inputs: inputs).writtenExtension == "xlsx")
        #expect(try plan(work.path("b"), inputs).target(for: inputs[0]) == .file(work.path("b")))
    }

    @Test func aFolderTakesTheNamesOfTheInputs() throws {
        try work.write("", to: "out/keep")
        let inputs = [input("a.csv"), input("镇街/b.tar.csv", fromFolder: true), Input(path: "-", relativePath: "-")]
        let whole = try plan(work.path("out"), inputs)
        let targets = try inputs.map { try whole.target(for: $0) }
        #expect(
            targets == ["a.xlsx", "镇街/b.tar.xlsx", "stdin.xlsx"].map { .file(work.path("out/\($0)")) })
        #expect(try plan(work.path("new/"), [inputs[0]]).target(for: inputs[0]) == .file(work.path("new/a.xlsx")))
        #expect(
            try OutputShape(output: work.path("new"), inputs: [inputs[1]]) == .folder(work.path("new")))
    }

    @Test func foldersAreMadeForSeveralOutputsOnly() throws {
        let inputs = [input("x/a.csv"), input("b.csv")]
        let file = try plan(work.path("new/deep"), inputs).open(work.path("new/deep/x/a.xlsx"))
        try file.commit()
        #expect(try Folder.names(in: work.path("new/deep/x")).names == ["a.xlsx"])
        let single = try plan(work.path("missing/a.xlsx"), [inputs[1]])
        #expect(throws: FileFailure.self) { _ = try single.open(work.path("missing/a.xlsx")) }
        #expect(FileStatus(path: work.path("missing")) == nil)
    }

    @Test func severalInputsNeedAFolder() throws {
        try work.write("", to: "a.xlsx")
        let inputs = [input("a.csv"), input("b.csv")]
        for output in [nil, "-", work.path("a.xlsx")] {
            #expect(throws: UsageFailure.self) { try OutputShape(output: output, inputs: inputs) }
        }
    }

    @Test(arguments: [["a.csv", "a.txt"], ["甲.csv", "甲.CSV"], ["A.csv", "a.csv"], ["x/a.csv", "X/a.txt"]])
    func twoInputsOfOneNameAreRefused(_ names: [String]) throws {
        let failure = #expect(throws: UsageFailure.self) { try plan(work.path("out/"), names.map { input($0) }) }
        #expect(failure?.message.english.contains(names[0]) == true)
        #expect(failure?.message.english.contains(names[1]) == true)
    }

    @Test func anOutputThatIsAnInputIsRefused() throws {
        try work.write("", to: "a.xlsx")
        try work.write("", to: "sub/keep")
        work.link("link.xlsx", to: "a.xlsx")
        for spelling in ["a.xlsx", "./a.xlsx", "sub/../a.xlsx", "link.xlsx"] {
            #expect(throws: FileFailure.self, "\(spelling)") {
                try plan(work.path(spelling), [input("a.xlsx")], force: true)
            }
            #expect(throws: FileFailure.self, "\(spelling)") {
                try plan(work.path("a.xlsx"), [input(spelling)], force: true)
            }
        }
        #expect(throws: FileFailure.self) { try plan(work.path(""), [input("b.csv"), input("a.xlsx")], force: true) }
    }

    @Test func whatExistsIsReplacedWithForceOnly() throws {
        try work.write("old", to: "b.xlsx")
        let target = work.path("b.xlsx")
        #expect(throws: FileFailure.self) { try plan(target, [input("a.csv")]).target(for: input("a.csv")) }
        let forced = try plan(target, [input("a.csv")], force: true)
        #expect(try forced.target(for: input("a.csv")) == .file(target))
        var file = try forced.open(target)
        try file.write(Array("new".utf8))
        try file.commit()
        #expect(try work.text(of: "b.xlsx") == "new")
    }

    @Test func linksStayAndDevicesAreLeftAlone() throws {
        try work.write("old", to: "real.csv")
        work.link("link.csv", to: "real.csv")
        var file = try OutputFile(path: work.path("link.csv"), replacing: true)
        try file.write(Array("new".utf8))
        try file.commit()
        #expect(try work.text(of: "real.csv") == "new")
        work.link("null", to: "/dev/null")
        for device in ["/dev/null", work.path("null")] {
            let failure = #expect(throws: FileFailure.self) { _ = try OutputFile(path: device, replacing: true) }
            #expect(failure?.kind == .output)
        }
        #expect(FileStatus(path: "/dev/null")?.kind == .other)
    }
}
