import FenjieFiles
import FenjieTestSupport
import Testing

@Suite struct PathTextTests {
    @Test(arguments: [
        ("a.csv", "a.csv", "", "csv"), ("乙/甲.CSV", "甲.CSV", "乙/", "csv"), ("/a/b/", "b", "/a/b/", ""),
        (".csv", ".csv", "", ""), ("a.tar.gz", "a.tar.gz", "", "gz"), ("a.", "a.", "", ""), ("/", "/", "/", ""),
        ("x.y/z", "z", "x.y/", ""), ("a//b.txt", "b.txt", "a//", "txt"),
    ])
    func parts(_ path: String, _ name: String, _ folder: String, _ suffix: String) {
        #expect(PathText.name(of: path) == name)
        #expect(PathText.folder(of: path) == folder)
        #expect(PathText.extension(of: path) == suffix)
    }

    @Test(arguments: [
        ("a.csv", "a"), ("乙/甲.CSV", "甲"), (".csv", ".csv"), ("a.tar.gz", "a.tar"), ("a.", "a"), ("x.y/z", "z"),
        ("", ""),
    ])
    func stems(_ path: String, _ stem: String) { #expect(PathText.stem(of: path) == stem) }

    @Test(arguments: [
        ("a.csv", "a.xlsx"), ("a", "a.xlsx"), ("x.y/z", "x.y/z.xlsx"), ("x.y/z.TXT", "x.y/z.xlsx"),
        (".csv", ".csv.xlsx"),
    ])
    func anotherExtension(_ path: String, _ expected: String) {
        #expect(PathText.replacingExtension(of: path, with: "xlsx") == expected)
    }

    @Test(arguments: [
        ("b.csv", "a/", "a/b.csv"), ("../b.csv", "a/", "b.csv"), ("../../b.csv", "a/c/", "b.csv"), ("..", "a/c/", "a/"),
        ("/b", "a/", "/b"), ("b", "", "b"), ("../b", "", "../b"), ("../b", "link/", "link/../b"), ("..", "a/", "."),
        ("../../../b", "a/c/", "../b"),
    ])
    func pathsStartAtAFolder(_ path: String, _ folder: String, _ expected: String) throws {
        let work = Workdir()
        try work.write("", to: "a/c/x")
        work.link("link", to: "a/c")
        let base = folder.isEmpty ? "" : work.path(folder)
        let wanted =
            expected.hasPrefix("/") || folder.isEmpty ? expected : expected == "." ? work.path("") : work.path(expected)
        let resolved = PathText.resolved(path, from: base)
        #expect(resolved == wanted || FileStatus(path: resolved)?.identity == FileStatus(path: wanted)?.identity)
    }
}
