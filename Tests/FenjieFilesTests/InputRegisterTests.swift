import FenjieFiles
import FenjieModel
import FenjieTestSupport
import Testing

@Suite struct InputRegisterTests {
    private let folder = Workdir()

    private func kind(_ name: String, _ replacement: Replacement) -> FailureKind? {
        do throws(FileFailure) {
            try replacement.check(folder.path(name))
            return nil
        } catch {
            return error.kind
        }
    }

    @Test func filesCountByWhatTheyAre() throws {
        try folder.write("x", to: "a")
        try folder.write("x", to: "b")
        try folder.write("x", to: "sub/c")
        folder.link("soft", to: "a")
        let inputs = InputRegister()
        for name in ["a", "sub", "missing"] { inputs.add(folder.path(name)) }
        for (isAllowed, other) in [(true, nil), (false, FailureKind.output)] {
            let replacement = Replacement(isAllowed, sparing: inputs)
            for name in ["a", "./a", "sub/../a", "soft"] { #expect(kind(name, replacement) == .usage, "\(name)") }
            #expect(kind("b", replacement) == other)
            #expect(kind("new", replacement) == nil)
            #expect(throws: Never.self) { try replacement.checkInputs(folder.path("b")) }
        }
    }

    @Test func aNumberThatWasGivenAwaySaysNothing() throws {
        let old = try folder.write("x", to: "old")
        let inputs = InputRegister()
        inputs.add(old)
        // The file goes on under another name: what stands under the old one is not it.
        try Folder.moveFile(old, to: folder.path("moved"))
        #expect(kind("moved", Replacement(true, sparing: inputs)) == nil)
    }

    @Test func outputsOfEveryKindAreRefused() throws {
        let path = try folder.write("old", to: "a")
        let inputs = InputRegister()
        inputs.add(path)
        let replacement = Replacement(true, sparing: inputs)
        #expect(throws: FileFailure.self) { _ = try OutputFile(path: path, replacing: replacement) }
        #expect(throws: FileFailure.self) { _ = try FileSink(path: path, replacing: replacement) }
        #expect(throws: FileFailure.self) { _ = try LogFile(path: path, sparing: inputs) }
        var staged = try OutputFile(staging: path)
        try staged.write(Array("new".utf8))
        let output = try staged.stage()
        #expect(throws: FileFailure.self) { try output.commit(replacing: replacement) }
        #expect(throws: FileFailure.self) { try output.commit(replacing: Replacement(false, sparing: inputs).or(true)) }
        #expect(try folder.text(of: "a") == "old")
    }
}
