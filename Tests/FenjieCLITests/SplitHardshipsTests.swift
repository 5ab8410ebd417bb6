import FenjieTestSupport
import Testing

/// Splitting where the disk is full, the user has enough of it, or the table is out of the ordinary.
@Suite struct SplitHardshipsTests {
    /// A table of as many tasks as units, each with its own and with one that has all of them.
    private static func table(_ units: Int) -> String {
        "序号,一级任务,具体要求,责任单位,完成时限\n"
            + (1...units).map { "\($0),第\($0 / 10)类,完成第\($0)件事,第\($0)镇人民政府、县政府办,2026年9月底前\n" }.joined()
    }

    /// Every workbook in a folder opens.
    private static let checkWhole = """
        shopt -s nullglob
        for file in 下发/*.xlsx; do fenjie dump --json "$file" >/dev/null || echo "broken: $file"; done
        find . -name '*.fenjie-tmp'
        """

    /// Whether this process may mount a small disk in a namespace of its own.
    private static let canMount: Bool = {
        let work = Workdir()
        let run = try? ChildProcess(
            "unshare", ["-m", "mount", "-t", "tmpfs", "-o", "size=64k", "fenjie-test", work.path],
            environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"], folder: "/")
        return run?.status == 0
    }()

    @Test(.enabled(if: canMount, "skipped: a small disk cannot be mounted here"), arguments: [16, 60, 150, 240])
    func `On a full disk what is whole stays, and the index says what is missing`(size: Int) throws {
        let work = Workdir()
        try work.write(Self.table(60), to: "表.csv")
        let script = """
            mkdir disk && mount -t tmpfs -o size=\(size)k fenjie-test disk && cd disk || exit 9
            fenjie split ../表.csv -o 下发 -q 2>../err
            echo "status $?"
            \(Self.checkWhole)
            whole=$(ls 下发 | grep -c '^[0-9]')
            missing=$(grep -c ',未写出' 下发/index.csv)
            echo "total $((whole + missing))"
            grep -q '余 [0-9]* 份未写\\|not tried' ../err || echo "nothing is said"
            """
        let run = try ChildProcess(
            "unshare", ["-m", "bash", "-c", script],
            environment: ["PATH": Fenjie.folder + ":/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8"],
            folder: work.path)
        // 60 towns and the office that has a part in everything.
        #expect(run.outputText == "status 4\ntotal 61\n", "\(run.errorText)")
    }

    @Test func `An interruption leaves whole files only, and a second run completes them`() throws {
        let work = Workdir()
        try work.write(Self.table(400), to: "表.csv")
        let script = """
            set -m
            # A fast machine may have done all before the signal comes.
            for _ in $(seq 20); do
                rm -rf 下发
                fenjie split 表.csv -o 下发 -q &
                for _ in $(seq 2000); do [ $(ls 下发 2>/dev/null | wc -l) -gt 3 ] && break; sleep 0.01; done
                kill -INT $!
                wait $!
                status=$?
                [ $status -ne 0 ] && break
            done
            echo "status $status"
            \(Self.checkWhole)
            [ -e 下发/index.csv ] && echo "it was too quick"
            fenjie split 表.csv -o 下发 -q 2>/dev/null
            echo "status $?"
            fenjie split 表.csv -o 下发 -q --force
            echo "status $?"
            ls 下发 | grep -c 镇
            """
        let outcome = try Fenjie.runScript(script, in: work.path)
        #expect(outcome.outputText == "status 130\nstatus 4\nstatus 0\n400\n", "\(outcome.errorText)")
    }

    @Test func `Ten thousand units, and one that stands in every row`() throws {
        let work = Workdir()
        try work.write(Self.table(10_000), to: "表.csv")
        let plan = try Fenjie.run(["split", "表.csv", "--dry-run"], in: work.path)
        #expect(plan.status == 0)
        #expect(plan.outputText.contains("10001 worksheets"), "\(plan.outputText.prefix(400))")
        let one = try Fenjie.run(["split", "表.csv", "-o", "下发", "--only", "县政府办", "--to", "csv", "-q"], in: work.path)
        #expect(one.status == 0, "\(one.errorText)")
        let name = try #require(
            try Fenjie.runScript("ls 下发 | grep 县政府办", in: work.path).outputText.split(separator: "\n").first)
        // The header, then every task.
        #expect(try work.text(of: "下发/\(name)").split(separator: "\r\n").count == 10_001)
    }
}
