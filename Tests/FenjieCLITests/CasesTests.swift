import FenjieCLI
import FenjieFiles
import FenjieTestSupport
import Testing

/// Runs the folders of `Tests/Cases` with the program as it was built; `UPDATE_CASES=1` writes the expectations anew.
@Suite struct CasesTests {
    static let updates = ProcessEnvironment.values(of: ["UPDATE_CASES"])["UPDATE_CASES"] == "1"

    @Test(arguments: CaseFolder.all)
    func runsAsExpected(_ folder: CaseFolder) throws {
        let outcome = try folder.run()
        guard !Self.updates else { return try folder.update(to: outcome) }
        let command = Comment(rawValue: "\(folder.path)\n\(folder.text(of: "cmd"))")
        #expect(outcome.outputText == folder.text(of: "expected.out"), command)
        #expect(outcome.errorText == folder.text(of: "expected.err"), command)
        let status = folder.text(of: "status").split(separator: "\n").first.flatMap { Int32($0) } ?? 0
        #expect(outcome.status == status, command)
    }

    /// A verb is shown at work, and not only in what it refuses.
    @Test func eachVerbHasACaseThatEndsWell() {
        let well = CaseFolder.all.filter { folder in
            // A script that prints statuses says nothing with its own.
            folder.text(of: "status").isEmpty && !folder.text(of: "cmd").contains("$?")
                && !folder.text(of: "expected.out").isEmpty
        }
        let verbs = Set(well.map(\.verb))
        for command in Commands.all {
            #expect(verbs.contains(command.name), "no folder with status 0 in Tests/Cases for \(command.name)")
        }
    }
}
