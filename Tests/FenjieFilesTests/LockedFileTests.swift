import FenjieFiles
import FenjieTestSupport
import Testing

@Suite struct LockedFileTests {
    @Test func oneAtATimeHoldsIt() throws {
        let work = Workdir()
        var first: LockedFile? = try LockedFile(path: work.path("m"))
        #expect(throws: FileFailure.self) { try LockedFile(path: work.path("m")) }
        #expect(throws: FileFailure.self) { try LockedFile(path: work.path("m"), isShared: true) }
        first = nil
        _ = first
        _ = try LockedFile(path: work.path("m"))
    }

    @Test func severalShareIt() throws {
        let work = Workdir()
        let first = try LockedFile(path: work.path("m"), isShared: true)
        let second = try LockedFile(path: work.path("m"), isShared: true)
        #expect(throws: FileFailure.self) { try LockedFile(path: work.path("m")) }
        withExtendedLifetime((first, second)) {}
    }

    @Test func replacingKeepsTheLock() throws {
        let work = Workdir()
        let file = try LockedFile(path: work.path("m"))
        try file.append(Array("a\n".utf8))
        try file.replace(with: Array("b\n".utf8))
        try file.append(Array("c\n".utf8))
        #expect(try work.text(of: "m") == "b\nc\n")
        #expect(throws: FileFailure.self) { try LockedFile(path: work.path("m")) }
        #expect(work.names == ["m"])
        withExtendedLifetime(file) {}
    }

    @Test func itGoesOnBehindWhatIsThere() throws {
        let work = Workdir()
        try work.write("a\nto", to: "m")
        let file = try LockedFile(path: work.path("m"))
        try file.truncate(to: 2)
        try file.append(Array("b\n".utf8))
        #expect(try work.text(of: "m") == "a\nb\n")
    }
}
