import FenjieTestSupport
import Testing

@Suite struct RunWatchTests {
    @Test func filesAreTreatedAsTheyArrive() throws {
        let folder = try BatchFolder(1, pipeline: BatchFolder.conversion)
        let outcome = try folder.run(
            BatchFolder.wait + """
                fenjie run p.json --watch --interval 0.2 -q & pid=$!
                until_there out/1/表1.csv
                # A file that is still being written is waited for.
                exec 4> in/慢.csv; head -c 80 in/1/表1.csv >&4; sleep 1; [ -e out/慢.csv ] && echo early
                tail -c +81 in/1/表1.csv >&4; exec 4>&-
                until_there out/慢.csv; cmp out/慢.csv out/1/表1.csv && echo whole
                # One that changes is treated again.
                sed 's/疏浚/清理/' in/慢.csv > in/慢.tmp; mv in/慢.tmp in/慢.csv
                for _ in $(seq 600); do grep -q 清理 out/慢.csv && break; sleep 0.05; done; grep -q 清理 out/慢.csv && echo again
                kill -TERM $pid; wait $pid; echo $?
                find . -name '*.fenjie-tmp' | wc -l; ls in; wc -l < out/fenjie-manifest.jsonl
                """)
        #expect(
            outcome.outputText == "whole\nagain\n143\n0\n1\n慢.csv\n2\n", "\(outcome.outputText)\(outcome.errorText)")
    }

    @Test func inputsAreMovedWhereThatIsWanted() throws {
        let folder = try BatchFolder(2, pipeline: BatchFolder.conversion)
        let outcome = try folder.run(
            BatchFolder.wait + """
                set -m; echo 不是表 > in/坏.xlsx
                fenjie run p.json --watch --interval 0.1 --move-to 已办 -q 2> err & pid=$!
                until_there 已办/2/表2.csv; until_there 已办/1/表1.csv
                for _ in $(seq 600); do grep -q 坏 err && break; sleep 0.05; done; sleep 0.3
                kill -INT $pid; wait $pid; echo $?; find in -type f; find 已办 -type f | wc -l; grep -c 坏 err
                """)
        #expect(outcome.outputText == "130\nin/坏.xlsx\n2\n1\n", "\(outcome.outputText)\(outcome.errorText)")
    }

    @Test func aResultThatNobodyTakesEndsIt() throws {
        let folder = try BatchFolder(1, pipeline: BatchFolder.conversion)
        let outcome = try folder.run(
            """
            timeout 60 fenjie run p.json --watch --interval 0.1 --json -q > /dev/full 2> err; echo $?; grep -c 'no space' err
            { timeout 60 fenjie run p.json -o other --watch --interval 0.1 --json -q; echo $? > status; } | true; cat status
            """)
        #expect(outcome.outputText == "4\n1\n0\n", "\(outcome.outputText)\(outcome.errorText)")
    }
}
