import FenjieFiles
import FenjieFuzzing
import FenjieTestSupport
import Testing

/// Inputs that once crashed, hung or broke a promise, and the seeds of the fuzzer; `make fuzz` puts them there.
@Suite struct FoundInputsTests {
    struct Kept: Sendable, CustomTestStringConvertible {
        let target: FuzzTarget
        let path: String
        var testDescription: String { path.split(separator: "/").suffix(2).joined(separator: "/") }
    }

    static let kept: [Kept] = FuzzTarget.all.flatMap { target in
        ["Found", "Seeds"].flatMap { kind in
            let folder = "\(Checkout.root)/Tests/Fuzz/\(kind)/\(target.name)"
            let names = (try? Folder.names(in: folder).names) ?? []
            return names.sorted().map { Kept(target: target, path: "\(folder)/\($0)") }
        }
    }

    @Test(arguments: kept)
    func `Every kept input is read or refused`(input: Kept) throws {
        try input.target.run(InputFile(path: input.path).contents())
    }

    @Test func `Targets are named in kebab case, once each`() {
        let names = FuzzTarget.all.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { $0.utf8.allSatisfy { $0 == UInt8(ascii: "-") || (0x61...0x7A).contains($0) } })
    }

    @Test(arguments: ["Found", "Seeds"])
    func `Every folder of inputs belongs to a target`(kind: String) throws {
        let folders = try Folder.names(in: "\(Checkout.root)/Tests/Fuzz/\(kind)").names
        #expect(Set(folders).subtracting(FuzzTarget.all.map(\.name)).isEmpty)
    }
}
