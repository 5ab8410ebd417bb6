import FenjieFiles
import FenjieTestSupport
import Testing

/// Worksheets of a whole table, filled in and spoiled as units would; the table of faults stands in the script.
@Suite struct PlantedFaultsTests {
    private static let script =
        "/" + (#filePath.split(separator: "/").dropLast(2) + ["Scripts", "planted_faults.py"]).joined(separator: "/")
    private static let hasPython = runs("python3", ["-c", "import openpyxl"])
    private static let hasOffice = hasPython && runs("soffice", ["--version"])

    private static let environment = ProcessEnvironment.values(of: ["PATH", "HOME", "ASAN_OPTIONS", "TSAN_OPTIONS"])
        .merging(["LC_ALL": "C.UTF-8"]) {
            $1
        }

    private static func runs(_ program: String, _ arguments: [String]) -> Bool {
        (try? ChildProcess(program, arguments, environment: environment, folder: "/"))?.status == 0
    }

    private func plant(_ form: String) throws {
        let run = try ChildProcess(
            "python3", [Self.script, Fenjie.path, form], environment: Self.environment, folder: "/")
        #expect(run.status == 0, "\(run.outputText)\(run.errorText)")
    }

    @Test(.enabled(if: hasPython, "skipped: python3 with openpyxl is not installed"), arguments: ["openpyxl", "csv"])
    func `Every planted fault is found with its code, cell and unit, and clean sheets give none`(form: String) throws {
        try plant(form)
    }

    @Test(.enabled(if: hasOffice, "skipped: soffice (LibreOffice) with python3 and openpyxl is not installed"))
    func `What LibreOffice saves again is told apart from faults`() throws { try plant("libreoffice") }
}
