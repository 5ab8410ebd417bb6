import FenjieFiles
import FenjieModel
import FenjieTestSupport
import Testing

@Suite struct InputDiscoveryTests {
    private let work = Workdir()

    private func find(_ words: String...) -> InputDiscovery {
        InputDiscovery(
            named: words.map { $0 == "-" ? $0 : work.path($0) }, extensions: ["csv", "txt", "xlsx"])
    }

    private func paths(_ found: InputDiscovery) -> [String] {
        found.inputs.map { $0.path.hasPrefix(work.path) ? String($0.path.dropFirst(work.path.count + 1)) : $0.path }
    }

    private func make(_ names: String...) throws {
        for name in names { try work.write(name, to: name) }
    }

    @Test func aFolderGivesItsFilesInTheOrderOfTheirBytes() throws {
        try make("in/乙.csv", "in/甲.CSV", "in/b.txt", "in/a/z.xlsx", "in/B.csv", "in/c.pdf", "in/README")
        let found = find("in")
        #expect(paths(found) == ["in/B.csv", "in/a/z.xlsx", "in/b.txt", "in/乙.csv", "in/甲.CSV"])
        #expect(found.inputs.map(\.relativePath) == ["B.csv", "a/z.xlsx", "b.txt", "乙.csv", "甲.CSV"])
        #expect(found.inputs.allSatisfy { $0.isFromFolder })
        #expect(found.findings.map(\.code) == ["other-file-skipped"])
        #expect(found.findings[0].message.english == "files of other kinds were skipped: README, c.pdf")
        #expect(paths(find("in/")) == paths(found))
    }

    @Test func whatIsHiddenOrLockedIsSkippedAndSaid() throws {
        try make("in/a.xlsx", "in/~$a.xlsx", "in/.~b.xlsx", "in/.~lock.a.xlsx#", "in/.hidden.csv", "in/.git/x.csv")
        let found = find("in", "in/~$a.xlsx")
        #expect(paths(found) == ["in/a.xlsx"])
        #expect(
            found.findings.map(\.code) == [
                "lock-file-skipped", "lock-file-skipped", "lock-file-skipped", "hidden-file-skipped",
                "lock-file-skipped",
            ])
        #expect(found.failures.isEmpty)
    }

    @Test func oneBadWordLeavesTheOthers() throws {
        try make("a.csv", "empty/x.pdf")
        let found = find("a.csv", "nothing.csv", "-", "empty")
        #expect(paths(found) == ["a.csv", "-"])
        #expect(found.failures.map(\.place.file) == [work.path("nothing.csv"), work.path("empty")])
        #expect(found.failures.allSatisfy { $0.kind == .input })
    }

    @Test func aFileGivenTwiceIsReadOnce() throws {
        try make("in/a.csv")
        work.link("link.csv", to: "in/a.csv")
        let found = find("in/a.csv", "in", "link.csv", "in/*.csv", "-", "-")
        #expect(paths(found) == ["in/a.csv", "-"])
        #expect(Set(found.findings.map(\.code)) == ["input-repeated"])
    }

    @Test(arguments: [
        ("*.csv", ["a.csv", "b[1].csv"]), ("?.csv", ["a.csv"]), ("*/*.csv", ["x/c.csv"]),
        ("**/*.csv", ["a.csv", "b[1].csv", "x/c.csv", "x/y/d.csv"]), ("x/**", ["x/c.csv", "x/y/d.csv", "x/y/e.pdf"]),
        ("[ab]*.csv", ["a.csv", "b[1].csv"]), ("b[1].csv", ["b[1].csv"]), ("**/y/*.csv", ["x/y/d.csv"]),
        ("x", ["x/c.csv", "x/y/d.csv"]), ("?", ["x/c.csv", "x/y/d.csv"]),
    ])
    func patterns(_ pattern: String, _ expected: [String]) throws {
        try make("a.csv", "b[1].csv", "x/c.csv", "x/y/d.csv", "x/y/e.pdf", ".hidden.csv")
        #expect(paths(find(pattern)) == expected)
    }

    @Test func aPatternWithoutMatchesIsAFailure() throws {
        try make("a.csv")
        let found = find("*.txt")
        #expect(found.inputs.isEmpty)
        #expect(found.failures.map(\.message.english) == ["no file matches this pattern"])
    }

    @Test func linksThatLeadBackEnd() throws {
        try make("in/a.csv", "in/sub/b.csv")
        work.link("in/sub/up", to: "..")
        work.link("in/self", to: ".")
        work.link("in/gone.csv", to: "nowhere")
        let found = find("in")
        #expect(paths(found) == ["in/a.csv", "in/sub/b.csv"])
        #expect(found.findings.map(\.code) == ["link-loop", "link-loop"])
        #expect(found.failures.map(\.place.file) == [work.path("in/gone.csv")])
        #expect(paths(find("in/**/*.csv")) == ["in/a.csv", "in/sub/b.csv"])
    }

    @Test func namesOfAnyKindAreFine() throws {
        let names = ["-x.csv", " .csv", "a\nb.csv", "'\"$(rm).csv", "*.csv", "😀.csv", "a\u{202E}b.csv"]
        for name in names { try make("in/\(name)") }
        #expect(Set(find("in").inputs.map(\.relativePath)) == Set(names))
        #expect(paths(find("in/*.cs?")).count == names.count)
    }

    @Test func aNameThatIsNoTextIsAFailureOfItsOwn() throws {
        try make("in/a.csv")
        _ = try ChildProcess(
            "/bin/bash", ["-c", "touch in/$'\\xd6\\xd0.csv'"], environment: ["LC_ALL": "C"], folder: work.path)
        let found = find("in")
        #expect(paths(found) == ["in/a.csv"])
        #expect(found.failures.map(\.place.file) == [work.path("in/\\xD6\\xD0.csv")])
    }

    /// Patterns over a folder with `a.csv`, and `\xE4.txt`, `中.csv` and a folder `中` in GB18030; a file in each folder.
    @Test(arguments: [
        ("*.csv", ["\\xD6\\xD0.csv"]), ("*.txt", ["\\xE4.txt"]), ("a*", []), ("中*.csv", ["\\xD6\\xD0.csv"]),
        ("?.csv", ["\\xD6\\xD0.csv"]), ("*.md", []), ("*", ["\\xD6\\xD0", "\\xD6\\xD0.csv", "\\xE4.txt"]),
        ("*/*.csv", ["\\xD6\\xD0"]), ("b/*", []), ("b*/*.csv", []), ("**/x.csv", ["\\xD6\\xD0"]),
        ("**/*.csv", ["\\xD6\\xD0.csv", "\\xD6\\xD0"]), (".*", [".\\xE4"]),
    ])
    func aNameThatIsNoTextIsToldOfWhereItMightFit(_ pattern: String, _ expected: [String]) throws {
        try make("a.csv", "b/x.csv", "b/y.csv")
        _ = try ChildProcess(
            "/bin/bash",
            ["-c", "mkdir $'\\xd6\\xd0'; touch $'\\xe4.txt' $'\\xd6\\xd0.csv' $'\\xd6\\xd0/z.csv' $'.\\xe4'"],
            environment: ["LC_ALL": "C"], folder: work.path)
        let broken = find(pattern).failures.filter { $0.message.english == "the file name is not UTF-8" }
        #expect(broken.map(\.place.file) == expected.map { work.path($0) })
    }
}
