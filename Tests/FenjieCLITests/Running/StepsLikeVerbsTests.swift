import FenjieTestSupport
import Testing

/// A step does what the verb of its name does, with the words of its options.
@Suite struct StepsLikeVerbsTests {
    @Test(arguments: [
        (#""only": "县水务局、县财政局""#, "--only 县水务局、县财政局"),
        (#""only": ["县财政局"]"#, "--only 县财政局"),
        (#""only": ["县财政局, 县水务局"], "by": "unit""#, "--only '县财政局, 县水务局' --by unit"),
        (#""only": "清淤护岸、疏浚", "by": "task""#, "--only 清淤护岸、疏浚 --by task"),
        (#""issued": "2026-01-15""#, "--issued 2026-01-15"),
        (#""issue-date": "2026-01-15""#, "--issued 2026-01-15"),
        (#""year": 2025, "first-leads": true"#, "--year 2025 --first-leads"),
    ])
    func splitTakesTheSameWords(_ members: String, _ options: String) throws {
        let folder = try BatchFolder(
            0,
            pipeline: #"{"inputs": "表.csv", "output": "out", "steps": [{"step": "split", "to": "csv", \#(members)}]}"#)
        try folder.work.write(
            """
            序号,一级任务,具体要求,责任单位,完成时限\r
            1,清淤护岸,完成疏浚,县水务局、县财政局,3月底前\r
            2,清淤护岸、疏浚,完成护岸,县审批局,印发后30日内\r

            """, to: "表.csv")
        let outcome = try folder.run(
            """
            fenjie run p.json -q; echo $?; fenjie split 表.csv -o verb --to csv \(options) -q; echo $?
            cd out/表; for file in *; do [ "$file" = index.xlsx ] || cmp "$file" "../../verb/$file"; done; ls ../../verb | diff - <(ls)
            """)
        #expect(outcome.outputText == "0\n0\n", "\(outcome.outputText)\(outcome.errorText)")
    }
}
