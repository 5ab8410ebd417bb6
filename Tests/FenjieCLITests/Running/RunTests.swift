import FenjieTestSupport
import Testing

@Suite struct RunTests {
    @Test func resumesOnlyWhatIsNotProvenDone() throws {
        let folder = try BatchFolder(6)
        let outcome = try folder.run(
            """
            run() { fenjie run p.json --resume --json "$@" | grep -o '"done":[0-9]*\\|"proven":[0-9]*' | tr '\\n' ' '; echo; }
            run
            run
            echo 县水务局 >> in/1/表1.csv; run
            rm out/print/2/表2.xlsx; run
            echo x >> out/units/0/表3/index.csv; run
            sed -i 's/"csv"/"csv", "period": "2026年一季度"/' p.json; run
            sed -i 's/One workbook/Two workbooks/' p.json; run
            """)
        #expect(
            outcome.outputText == """
                "done":6 "proven":0\u{20}
                "done":0 "proven":6\u{20}
                "done":1 "proven":5\u{20}
                "done":1 "proven":5\u{20}
                "done":1 "proven":5\u{20}
                "done":6 "proven":0\u{20}
                "done":0 "proven":6\u{20}

                """, "\(outcome.errorText)")
    }

    @Test func aBadFileLeavesTheOthersAlone() throws {
        let folder = try BatchFolder(3)
        let outcome = try folder.run(
            """
            echo 不是表 > in/坏.xlsx; ln -s nowhere in/断.csv
            fenjie run p.json; echo $?
            grep -c '"status":"done"' out/fenjie-manifest.jsonl; grep -c '"status":"unreadable"' out/fenjie-manifest.jsonl
            rm in/坏.xlsx in/断.csv; fenjie run p.json --resume; echo $?
            """)
        #expect(outcome.outputText == "5\n3\n2\n0\n", "\(outcome.errorText)")
        #expect(outcome.errorText.contains("5 inputs; done: 3, unreadable: 2"))
    }

    @Test func aReturnThatCannotBeReadLeavesTheLedgerAndIsToldOf() throws {
        let folder = try BatchFolder(
            1,
            pipeline: """
                {"inputs": "in", "output": "out", "steps": [
                  {"step": "collect", "issued": "issued", "output": ["ledger.csv"]},
                  {"step": "review", "output": ["review.csv"]}]}
                """)
        let outcome = try folder.run(
            """
            fenjie split in/1/表1.csv -o issued -q; rm -r in/1; cp issued/0*.xlsx in/
            first=$(echo in/01-*.xlsx); mv "$first" whole.xlsx; head -c 3000 whole.xlsx > "$first"
            fenjie run p.json; echo $?; ls out | grep csv
            grep -o '"step":"1 collect".*"status":"[a-z]*"' out/fenjie-manifest.jsonl | grep -o '"status".*'
            fenjie run p.json --resume -q; echo $?
            cp whole.xlsx "$first"; fenjie run p.json --resume -q; echo $?
            """)
        #expect(
            outcome.outputText == "5\nledger.csv\nreview.csv\n\"status\":\"unreadable\"\n5\n0\n",
            "\(outcome.outputText)\(outcome.errorText)")
        #expect(outcome.errorText.contains("returns that cannot be read: 1"))
    }

    @Test func aFailureEndsTheRunWhereThatIsWanted() throws {
        let folder = try BatchFolder(0, pipeline: BatchFolder.conversion)
        let outcome = try folder.run(
            """
            mkdir in; echo 不是表 > in/a.xlsx; for i in $(seq 100 160); do echo "序号,具体要求,责任单位
            1,办好,县水务局" > in/$i.csv; done; mv in/a.xlsx in/000.xlsx
            fenjie run p.json --fail-fast --jobs 1 -q; echo $?
            [ $(ls out | wc -l) -lt 30 ] && echo stopped
            """)
        #expect(outcome.outputText == "5\nstopped\n", "\(outcome.errorText)")
    }

    @Test func anInputThatTakesTooLongIsGivenUp() throws {
        let folder = try BatchFolder(3)
        let outcome = try folder.run(
            """
            mkfifo slow.csv; exec 3<>slow.csv
            fenjie run p.json --jobs 1 --timeout 3 slow.csv in; echo $?
            ls out/print/*/* | wc -l
            """)
        #expect(outcome.outputText == "5\n3\n", "\(outcome.errorText)")
        #expect(outcome.errorText.contains("slow.csv: it was given up after 3 seconds"))
    }

    @Test func anInputWithFindingsIsHeldWhereThePipelineSaysSo() throws {
        let folder = try BatchFolder(
            2,
            pipeline: """
                {"inputs": "in", "output": "out", "findings": {"fail-on": "error", "then": "skip"},
                 "steps": [{"step": "validate", "report": "{name}.json"}, {"step": "convert", "output": "{stem}.md"}]}
                """)
        let outcome = try folder.run(
            """
            sed -i 's/^2,/1,/' in/1/表1.csv
            fenjie run p.json -q; echo $?; ls out
            fenjie run p.json -q --resume; echo $?
            """)
        #expect(
            outcome.outputText == "1\nfenjie-manifest.jsonl\n表1.csv.json\n表2.csv.json\n表2.md\n1\n",
            "\(outcome.errorText)")
    }

    @Test func inputsThatWouldBecomeOneFileAreToldOf() throws {
        let folder = try BatchFolder(3, pipeline: BatchFolder.conversion)
        let outcome = try folder.run(
            """
            cp in/1/表1.csv in/1/表1.txt
            fenjie run p.json -q; echo $?; find out -name '*.csv' | wc -l
            """)
        #expect(outcome.outputText == "5\n2\n", "\(outcome.errorText)")
        #expect(outcome.errorText.contains("would become the same file"))
    }

    @Test func filesOfOthersStay() throws {
        let folder = try BatchFolder(3, pipeline: BatchFolder.conversion)
        let outcome = try folder.run(
            """
            mkdir -p out/1; echo 别人的 > out/1/表1.csv; cp in/2/表2.csv 原件; mkdir out/2; ln -s ../../原件 out/2/表2.csv
            fenjie run p.json -q; echo $?; cat out/1/表1.csv; cmp 原件 in/2/表2.csv && echo untouched
            fenjie run p.json -q --force; echo $?; cmp 原件 in/2/表2.csv && echo untouched; [ -L out/2/表2.csv ] || echo replaced
            """)
        #expect(outcome.outputText == "5\n别人的\nuntouched\n0\nuntouched\nreplaced\n", "\(outcome.errorText)")
    }

    @Test func inputsComeFromLists() throws {
        let folder = try BatchFolder(4, pipeline: BatchFolder.conversion)
        let outcome = try folder.run(
            """
            cp in/1/表1.csv $'换\\n行.csv'
            find . -name '*行.csv' -print0 | fenjie run p.json -0 --files-from - -o a -q; echo $?; ls a | wc -l
            printf '# none\\r\\n' > 空; find in -name '*[23].csv' > list; fenjie run p.json --files-from list -o b -q; ls b
            """)
        #expect(outcome.outputText == "0\n3\nfenjie-manifest.jsonl\n表2.csv\n表3.csv\n", "\(outcome.errorText)")
    }

    @Test func theLogHoldsWhatHappened() throws {
        let folder = try BatchFolder(3, pipeline: BatchFolder.conversion)
        let outcome = try folder.run(
            """
            fenjie run p.json -q --log log; fenjie run p.json -q --log log --resume
            python3 - <<'E'
            import json
            lines = [json.loads(line) for line in open("log")]
            print([line["event"] for line in lines])
            print([line.get("status") for line in lines if line["event"] == "item"])
            E
            """)
        #expect(
            outcome.outputText == """
                ['start', 'item', 'item', 'item', 'end', 'start', 'item', 'item', 'item', 'end']
                ['done', 'done', 'done', 'proven', 'proven', 'proven']

                """, "\(outcome.errorText)")
    }

    @Test func reportsComeInTheOrderOfTheInputs() throws {
        let folder = try BatchFolder(
            40, pipeline: #"{"inputs": "in", "output": "out", "steps": [{"step": "validate"}]}"#)
        let outcome = try folder.run(
            """
            sed -i 's/^2,/1,/' in/*/*.csv
            fenjie run p.json --jobs 4 2> a; fenjie run p.json --jobs 1 2> b; grep -v inputs a > c; grep -v inputs b > d
            cmp c d && wc -l < c; cut -d, -f1 out/fenjie-manifest.jsonl | md5sum > m; fenjie run p.json -o two -q 2> e; cut -d, -f1 two/fenjie-manifest.jsonl | md5sum | cmp - m && echo same
            """)
        #expect(outcome.outputText.hasSuffix("same\n") && !outcome.outputText.hasPrefix("0"), "\(outcome.errorText)")
    }

    @Test func theExamplesRun() throws {
        let work = Workdir()
        let outcome = try Fenjie.runScript(
            """
            cp -R \(Checkout.root)/examples .
            for name in distribute departments returned; do fenjie run examples/pipelines/$name.json -q 2> /dev/null; echo $?; done
            cd out/pipelines; ls distribute | grep -c xlsx; ls departments/tab-blocks | grep -c '^[0-9].*xlsx'; ls returned | grep -v 县
            grep -c '信访局,.*正在推进' returned/台账.csv
            """, in: work.path)
        #expect(
            outcome.outputText == """
                0
                0
                0
                10
                26
                fenjie-manifest.jsonl
                台账.csv
                台账.xlsx
                回头看.html
                通报.txt
                2

                """, "\(outcome.errorText)")
    }
}
