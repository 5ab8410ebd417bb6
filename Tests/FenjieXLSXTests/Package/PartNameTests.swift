internal import FenjieXLSX
import Testing

@Suite("Part names")
struct PartNameTests {
    @Test(
        "A target is found from the folder of its source",
        arguments: [
            ("worksheets/sheet1.xml", "xl/", "xl/worksheets/sheet1.xml"), ("/xl/styles.xml", "xl/", "xl/styles.xml"),
            ("../xl/a.xml", "xl/", "xl/a.xml"), ("./a.xml", "xl/", "xl/a.xml"), ("a%20b.xml", "", "a b.xml"),
            ("worksheets\\sheet1.xml", "xl/", "xl/worksheets/sheet1.xml"), ("a.xml#part", "", "a.xml"),
            ("", "xl/", "xl"),
            ("100%.xml", "", "100%.xml"),
        ])
    func inside(target: String, folder: String, part: String) {
        #expect(PartName.resolve(target, from: folder) == part)
    }

    @Test(
        "A target outside the package is none",
        arguments: [
            "../../a.xml", "../../../../etc/passwd", "file:///etc/passwd", "http://example.invalid/a.xml", "C:\\a.xml",
        ])
    func outside(target: String) {
        #expect(PartName.resolve(target, from: "xl/") == nil)
    }
}
