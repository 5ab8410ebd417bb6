import FenjieTestSupport
import Testing

/// What a pipeline needs beside its inputs: where it cannot be read, nothing is touched.
@Suite struct RunSetupTests {
    /// Worksheets of four tasks and two units in `issued`, the first of them cut off; `returned` holds both as they were.
    private static let damaged = """
        fenjie split in/1/表1.csv -o issued -q; mkdir returned; cp issued/0*.xlsx returned/
        first=$(echo issued/01-*.xlsx); mv "$first" whole.xlsx; head -c 3000 whole.xlsx > "$first"

        """

    @Test(arguments: [
        #"{"step": "collect", "issued": "issued", "output": "ledger.csv"}"#,
        #"{"step": "validate", "against": "issued"}"#,
    ])
    func anIssuedWorksheetThatCannotBeReadEndsTheRunBeforeItBegins(_ step: String) throws {
        let folder = try BatchFolder(
            1, pipeline: #"{"inputs": "returned", "output": "out", "steps": [\#(step)]}"#)
        let outcome = try folder.run(Self.damaged + "fenjie run p.json; echo $?; [ -e out ] && echo touched")
        #expect(outcome.outputText == "3\n", "\(outcome.errorText)")
        #expect(outcome.errorText.contains("issued/01-"), "\(outcome.errorText)")
    }

    @Test func theVerbsTellOfItAndGoOn() throws {
        let folder = try BatchFolder(1)
        let outcome = try folder.run(
            Self.damaged + """
                fenjie collect returned --issued issued -o ledger.csv; echo $?
                second=$(echo returned/02-*.xlsx)
                fenjie validate "$second" --against issued; echo $?
                fenjie validate "$second" --against whole.xlsx --against issued/02-* --against issued/01-*; echo $?
                fenjie validate "$second" --against issued/01-*; echo $?
                """)
        #expect(outcome.outputText.filter { $0 == "3" }.count >= 4, "\(outcome.outputText)\(outcome.errorText)")
        #expect(
            outcome.errorText.split(separator: "\n").count { $0.contains("issued/01-") } >= 4, "\(outcome.errorText)")
    }

    @Test func anIndexBesideTheWorksheetsIsPassedOver() throws {
        let folder = try BatchFolder(
            1,
            pipeline: """
                {"inputs": "returned", "output": "out", "steps": [
                  {"step": "validate", "against": "issued"},
                  {"step": "collect", "issued": "issued", "output": "ledger.csv"}]}
                """)
        let outcome = try folder.run(
            """
            fenjie split in/1/表1.csv -o issued -q; mkdir returned; cp issued/0*.xlsx returned/
            echo 此件公开 > issued/说明.txt
            fenjie run p.json; echo $?; grep -c 县 out/ledger.csv
            """)
        #expect(outcome.outputText.hasPrefix("0\n") || outcome.outputText.hasPrefix("1\n"), "\(outcome.errorText)")
        #expect(outcome.outputText.hasSuffix("\n8\n"), "\(outcome.outputText)")
    }
}
