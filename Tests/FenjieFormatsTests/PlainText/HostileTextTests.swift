import FenjieFormats
import FenjieModel
import FenjieTestSupport
import Testing

/// Text that means harm: every layout comes back, with a table or with a reason.
struct HostileTextTests {
    private static let header = "序号|工作任务|责任单位|完成时限\n"
    private static let pieces = [
        "|", "\n", "1", "1\n", "\t", "\t\n", " ", "序", "序号\n", "\u{0C}", "\r", "\"", "│", "┌─┐\n", "+-+\n", "|-|\n",
        "一、", "- 1 -\n",
        "抄送：\n", "\u{FEFF}", "\u{200D}", "年底前", "市财政局、", "序号 责任单位\n", "a\t\"b\n", "（", "\u{2028}",
    ]

    @Test("repeated pieces end in a table or a reason", arguments: pieces)
    func repeated(_ piece: String) {
        for prefix in ["", Self.header, Self.header.split(separator: "|").joined(separator: "\n")] {
            readAll(prefix + String(repeating: piece, count: 150))
        }
    }

    @Test("random mixtures end in a table or a reason", arguments: 0..<20)
    func random(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var text = ""
        for _ in 0..<200 { text += Self.pieces.randomElement(using: &generator) ?? "" }
        readAll(text)
    }

    @Test(
        "a table cut anywhere ends in a table or a reason",
        arguments: ["tab-blocks.txt", "bars.txt", "pdf-text.txt", "box-drawing.txt"])
    func truncated(_ file: String) throws {
        let scalars = Array(try TextFile.read(Checkout.root + "/examples/" + file).unicodeScalars)
        for end in stride(from: 0, to: scalars.count, by: 499) {
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars[..<end])
            readAll(String(text))
        }
    }

    /// Reads by every layout; whatever comes out has a line for each row and text in each.
    private func readAll(_ source: String) {
        let text = LayoutText(source)
        for layout in TextLayouts().all {
            let score = layout.score(text).value
            #expect((0...1).contains(score))
            guard let reading = try? layout.read(text) else { continue }
            for sheet in reading.sheets {
                #expect(sheet.lines.count == sheet.rows.count)
                #expect(sheet.rows.count > 1)
            }
        }
    }
}
