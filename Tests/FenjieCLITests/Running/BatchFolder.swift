import FenjieTestSupport

/// A folder with small tables and a pipeline that converts and splits them, for tests that run scripts in it.
struct BatchFolder {
    let work = Workdir()

    /// A pipeline with two outputs and more for each input.
    static let pipeline = """
        {
          // One workbook for print, and a worksheet for each unit.
          "inputs": "in/", "output": "out",
          "steps": [
            { "step": "convert", "output": "print/{folder}{stem}.xlsx" },
            { "step": "split", "output": "units/{folder}{stem}/", "to": "csv" }
          ]
        }
        """

    /// A pipeline with one output for each input.
    static let conversion = #"{"inputs": "in/", "output": "out", "steps": [{"step": "convert", "to": "csv"}]}"#

    /// A folder with tables and a pipeline for them.
    ///
    /// - Parameters:
    ///   - count: how many tables there are.
    ///   - pipeline: the pipeline, in `p.json`.
    /// - Throws: what writing the files throws.
    init(_ count: Int, pipeline: String = BatchFolder.pipeline) throws {
        try work.write(pipeline, to: "p.json")
        for number in 1...max(1, count) where number <= count {
            try work.write(Self.table(number), to: "in/\(number % 3)/表\(number).csv")
        }
    }

    /// A table of four tasks.
    static func table(_ number: Int) -> String {
        var text = "序号,一级任务,具体要求,责任单位,完成时限\r\n"
        for row in 1...4 {
            text += "\(row),清淤护岸,第\(number)号河段完成疏浚\(row * number)米,县水务局、县财政局,2026年\(row)月底前\r\n"
        }
        return text
    }

    /// Runs a script in the folder.
    func run(_ script: String) throws -> ChildProcess { try Fenjie.runScript(script, in: work.path) }

    /// Waits until a file is there, for half a minute at most.
    static let wait = """
        until_there() { for _ in $(seq 600); do [ -e "$1" ] && return; sleep 0.05; done; echo "no $1"; }

        """

    /// What is found in one folder as it is in another: names and bytes, the manifests aside.
    static let same = "same() { diff -r -x 'fenjie-manifest*' \"$1\" \"$2\" && echo same; }\n"
    /// How many temporary files are left.
    static let strays = "strays() { find \"$1\" -name '*.fenjie-tmp' | wc -l; }\n"
}
