import FenjieGrammar
import FenjieLedger
import FenjieModel
import FenjieTasks
import Testing

@Suite struct NameKeyTests {
    @Test func `Names that differ anywhere are different units`() {
        let names = ["县水务局", "县水务", "县水务局局", "县财务局", "12345678", "123456789", "1234567812345678", "12345678 12345678"]
        let table = NaiveUnits.table(names.map { ["1", "甲", "乙", $0, ""] } + names.map { ["2", "甲", "乙", $0, ""] })
        let split = Splitter(by: .unit, reading: NaiveUnits.reading).split(table)
        #expect(split.portions.map(\.name) == names)
        #expect(split.portions.allSatisfy { $0.rows.count == 2 })
    }
}
