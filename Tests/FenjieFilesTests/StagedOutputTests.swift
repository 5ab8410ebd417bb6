import FenjieFiles
import FenjieTestSupport
import Testing

@Suite struct StagedOutputTests {
    private func stage(_ text: String, as name: String, in work: Workdir) throws -> StagedOutput {
        var file = try OutputFile(staging: work.path(name))
        try file.write(Array(text.utf8))
        return try file.stage()
    }

    @Test func itAppearsWhenItIsCommitted() throws {
        let work = Workdir()
        let output = try stage("甲", as: "a", in: work)
        #expect(work.names.count == 1 && !work.names.contains("a"))
        #expect(output.size == 3)
        #expect(output.digest == Digest(of: "甲"))
        try output.commit(replacing: false)
        #expect(work.names == ["a"])
        #expect(try work.text(of: "a") == "甲")
    }

    @Test func oneThatIsDroppedLeavesNothing() throws {
        let work = Workdir()
        do { _ = try stage("甲", as: "a", in: work) }
        #expect(work.names.isEmpty)
    }

    @Test func anotherFileStays() throws {
        let work = Workdir()
        let output = try stage("甲", as: "a", in: work)
        try work.write("乙", to: "a")
        #expect(throws: FileFailure.self) { try output.commit(replacing: false) }
        #expect(try work.text(of: "a") == "乙")
    }

    @Test func theSameFileIsNoObstacle() throws {
        let work = Workdir()
        let output = try stage("甲", as: "a", in: work)
        try work.write("甲", to: "a")
        try output.commit(replacing: false)
        #expect(work.names == ["a"])
    }

    @Test func aLinkIsReplacedAndNotFollowed() throws {
        let work = Workdir()
        try work.write("原件", to: "original")
        work.link("a", to: "original")
        try stage("甲", as: "a", in: work).commit(replacing: true)
        #expect(try work.text(of: "original") == "原件")
        #expect(try work.text(of: "a") == "甲")
    }

    @Test func leftOverFilesOfAMarkGo() throws {
        let work = Workdir()
        let names = [
            ".表.xlsx.run-12-0.fenjie-tmp", "sub/.b.csv.run2of3-9-1.fenjie-tmp", ".c.12-0.fenjie-tmp",
            "表.fenjie-tmp", ".d.run-1-0.txt",
        ]
        for name in names { try work.write("", to: name) }
        #expect(TemporaryFiles.removeLeftOver(in: work.path) { $0 == "run2of3" } == 1)
        #expect(TemporaryFiles.removeLeftOver(in: work.path) { $0.hasPrefix("run") } == 1)
        #expect(work.names == [".c.12-0.fenjie-tmp", ".d.run-1-0.txt", "sub", "表.fenjie-tmp"])
    }
}
