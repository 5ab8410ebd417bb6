import FenjieTestSupport
import Testing

@Suite struct InterruptionTests {
    @Test(arguments: [("INT", 130), ("TERM", 143), ("HUP", 129)])
    func aSignalRemovesTemporaryFiles(_ signal: String, _ status: Int) throws {
        let work = Workdir()
        let script = """
            set -m
            mkfifo in
            exec 3<>in
            fenjie parse units -o out.json < in &
            echo 市水利局 >&3
            for _ in $(seq 600); do ls -A | grep -q fenjie-tmp && break; sleep 0.05; done
            ls -A | grep -c fenjie-tmp
            kill -\(signal) $!
            wait $!
            echo $?
            ls -A
            """
        let outcome = try Fenjie.runScript(script, in: work.path)
        #expect(outcome.outputText == "1\n\(status)\nin\n", "\(outcome.errorText)")
    }

    /// The workbook is larger than a pipe that nobody reads, so that the signal comes while it is handed over.
    @Test func nothingOfAWorkbookStaysBehind() throws {
        let work = Workdir()
        let script = """
            set -m
            mkfifo out; mkdir tmp; exec 3<>out
            echo '序号,具体要求,责任单位' > in.csv
            for n in $(seq 3000); do echo "$n,第 $n 项 $RANDOM$RANDOM$RANDOM$RANDOM,县水务局"; done >> in.csv
            TMPDIR=tmp fenjie convert in.csv --to xlsx > out &
            head -c 2 <&3; echo
            ls -A tmp
            kill -TERM $!
            wait $!
            echo $?
            ls -A tmp
            """
        let outcome = try Fenjie.runScript(script, in: work.path)
        #expect(outcome.outputText == "PK\n143\n", "\(outcome.errorText)")
    }

    @Test func anIgnoredSignalStaysIgnored() throws {
        let work = Workdir()
        let script = """
            mkfifo in
            trap '' INT
            fenjie parse headers < in > out &
            exec 3>in
            sleep 0.3
            kill -INT $!
            echo 序号 >&3
            exec 3>&-
            wait $!
            echo $?
            cat out
            """
        let outcome = try Fenjie.runScript(script, in: work.path)
        #expect(outcome.outputText == "0\n{\"cell\":\"序号\",\"field\":\"number\"}\n", "\(outcome.errorText)")
    }

    @Test func answersComeBeforeTheEndOfInput() throws {
        let work = Workdir()
        let script = """
            mkfifo in out
            fenjie parse headers < in > out &
            exec 3>in 4<out
            echo 序号 >&3
            read -t 20 -u 4 answer
            echo "$answer"
            """
        let outcome = try Fenjie.runScript(script, in: work.path)
        #expect(outcome.outputText == "{\"cell\":\"序号\",\"field\":\"number\"}\n", "\(outcome.errorText)")
    }
}
