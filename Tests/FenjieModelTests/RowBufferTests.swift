import FenjieModel
import Testing

@Suite struct RowBufferTests {
    @Test("a row filled at once is the row filled field by field")
    func fill() {
        let text = Array("xx,一,,b\ny".utf8)
        var row = RowBuffer()
        row.append(field: "before")
        row.fill(withPlainFieldsOf: text.span, from: 3, endingAt: [6, 7, 9].span)
        #expect(row.strings == ["一", "", "b"])
        #expect(row.ends == [3, 3, 4])
        #expect(row.bytes == Array("一b".utf8))
        #expect(row.isPlain)
        row.fill(withPlainFieldsOf: text.span, from: 0, endingAt: [Int]().span)
        #expect(row.count == 0)
        #expect(!row.isPlain)
    }

    @Test("any other byte makes that unknown again")
    func plainness() {
        let changes: [(inout RowBuffer) -> Void] = [
            { $0.append(field: "\"") }, { $0.append(0x22) }, { $0.append(contentsOf: "\"".utf8) }, { $0.removeAll() },
            { $0.append([0x22][...]) }, { $0.append([0x22].span) },
        ]
        for change in changes {
            var row = RowBuffer()
            row.fill(withPlainFieldsOf: Array("a\n".utf8).span, from: 0, endingAt: [1].span)
            #expect(row.isPlain)
            change(&row)
            #expect(!row.isPlain)
        }
    }

    @Test("fields are joined behind what is there", arguments: [[], [""], ["", ""], ["一"], ["a", "", "二", ""]])
    func join(fields: [String]) {
        var row = RowBuffer()
        for field in fields { row.append(field: field) }
        var text = Array("> ".utf8)
        row.append(to: &text, joinedBy: 0x7C)
        #expect(String(decoding: text, as: UTF8.self) == "> " + fields.joined(separator: "|"))
    }
}
