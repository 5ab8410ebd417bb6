import FenjieTestSupport
import Testing

@Suite struct RunShardTests {
    static let hasParallel: Bool = (try? Fenjie.runScript("command -v parallel", in: "/"))?.status == 0

    private static let collecting = """
        {"inputs": "in", "output": "out", "steps": [
          {"step": "validate", "report": "{folder}{stem}.json"},
          {"step": "collect", "issued": "issued", "output": ["ledger.csv", "ledger.json"]}]}
        """

    @Test(.enabled(if: hasParallel, "skipped: GNU parallel is not installed"))
    func partsTogetherAreTheWhole() throws {
        let folder = try BatchFolder(24)
        let outcome = try folder.run(
            BatchFolder.same + """
                fenjie run p.json -o whole -q
                parallel --will-cite -j 4 fenjie run p.json -q --shard {}/4 ::: 1 2 3 4; echo $?
                ls out/fenjie-manifest.*-of-4.jsonl | wc -l
                fenjie run p.json -q --merge; echo $?
                same whole out; ls out | grep -c manifest
                strip() { sed 's/"finished":.*//' "$1"; }
                cmp <(strip whole/fenjie-manifest.jsonl) <(strip out/fenjie-manifest.jsonl) && echo manifest
                fenjie run p.json --resume --json | grep -o '"proven":[0-9]*'
                """)
        #expect(outcome.outputText == "0\n4\n0\nsame\n1\nmanifest\n\"proven\":24\n", "\(outcome.errorText)")
    }

    @Test func stepsWithAllInputsComeWithTheMerge() throws {
        let folder = try BatchFolder(2, pipeline: Self.collecting)
        let outcome = try folder.run(
            BatchFolder.same + """
                fenjie split in/1/表1.csv -o issued -q; cp issued/0*.xlsx in/; rm -r in/1 in/2
                fenjie run p.json -o whole -q; echo $?
                for i in 1 2 3; do fenjie run p.json -q --shard $i/3; done; ls out | grep -c ledger
                fenjie run p.json -q --merge; echo $?; same whole out
                fenjie run p.json -q --merge --json | grep -o '"proven":[0-9]*'
                """)
        #expect(
            outcome.outputText.contains("\n0\n") && outcome.outputText.contains("same\n"),
            "\(outcome.outputText)\(outcome.errorText)")
    }

    @Test func aMergeTellsWhatNoPartHasDone() throws {
        let folder = try BatchFolder(12)
        let outcome = try folder.run(
            """
            fenjie run p.json -q --shard 1/2; fenjie run p.json -q --merge 2> err; echo $?
            grep -c 'no part has done it' err
            fenjie run p.json -q --shard 2/2 --resume; fenjie run p.json -q --merge; echo $?
            """)
        let lines = outcome.outputText.split(separator: "\n")
        #expect(lines.count == 3 && lines[0] == "5" && lines[2] == "0", "\(outcome.outputText)\(outcome.errorText)")
    }

    @Test(arguments: [
        ("SLURM_ARRAY_TASK_ID=5 SLURM_ARRAY_TASK_COUNT=2 SLURM_ARRAY_TASK_MIN=3 SLURM_ARRAY_TASK_STEP=2", "2-of-2"),
        ("SLURM_ARRAY_TASK_ID=0 SLURM_ARRAY_TASK_COUNT=3 SLURM_ARRAY_TASK_MIN=0", "1-of-3"),
        ("JOB_COMPLETION_INDEX=3 JOB_COMPLETIONS=4", "4-of-4"),
    ])
    func schedulersSayWhichPartItIs(_ variables: String, _ label: String) throws {
        let folder = try BatchFolder(2)
        let outcome = try folder.run("\(variables) fenjie run p.json -q; echo $?; ls out | grep -e -of-")
        #expect(outcome.outputText == "0\nfenjie-manifest.\(label).jsonl\n", "\(outcome.errorText)")
    }

    @Test func anIndexWithoutACountIsToldOf() throws {
        let folder = try BatchFolder(2)
        let outcome = try folder.run("JOB_COMPLETION_INDEX=3 fenjie run p.json; echo $?; ls")
        #expect(outcome.outputText == "2\nin\np.json\n", "\(outcome.errorText)")
        #expect(outcome.errorText.contains("set JOB_COMPLETIONS"))
    }

    @Test func theManifestOfThePartIsNamed() throws {
        let folder = try BatchFolder(1, pipeline: BatchFolder.conversion)
        let outcome = try folder.run(
            """
            printf '\\377\\377' > in/1/坏.csv
            fenjie run p.json --shard 1/1 2> err; echo $?
            grep -o 'out/fenjie-manifest[^ ]*' err
            """)
        #expect(outcome.outputText == "5\nout/fenjie-manifest.1-of-1.jsonl\n", "\(outcome.errorText)")
    }

    @Test(.enabled(if: RunFaultTests.canBeNobody, "skipped: nobody cannot run the program here"))
    func aFolderThatCannotBeListedHidesNoParts() throws {
        let folder = try BatchFolder(4, pipeline: BatchFolder.conversion)
        let outcome = try folder.run(
            """
            nobody() { setpriv --reuid 65534 --clear-groups "$(command -v fenjie)" "$@" 2> err; }
            chmod 755 .; mkdir -m 777 out
            nobody run p.json -q --shard 1/2; echo $?
            chmod 733 out
            nobody run p.json -q --shard 1/3; echo $?; grep -c 'no permission to read' err
            nobody run p.json -q --resume; echo $?
            nobody run p.json --resume --dry-run > plan; echo $?; grep -c manifest-unreadable err
            chmod 777 out; chmod 0 out/fenjie-manifest.1-of-2.jsonl; chown 0 out/fenjie-manifest.1-of-2.jsonl
            nobody run p.json -q --resume; echo $?
            nobody run p.json --resume --dry-run > plan; echo $?; grep -c manifest-unreadable err
            """)
        #expect(outcome.outputText == "0\n3\n1\n3\n0\n1\n3\n0\n1\n", "\(outcome.errorText)")
    }
}
