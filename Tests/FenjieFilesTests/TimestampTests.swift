import FenjieFiles
import Testing

@Suite struct TimestampTests {
    @Test(arguments: [
        (0, "1970-01-01T00:00:00.000Z"), (951_782_400, "2000-02-29T00:00:00.000Z"),
        (1_709_251_199, "2024-02-29T23:59:59.000Z"), (1_772_323_200, "2026-03-01T00:00:00.000Z"),
        (4_107_542_399, "2100-02-28T23:59:59.000Z"), (4_107_542_400, "2100-03-01T00:00:00.000Z"),
    ])
    func readsAsISO8601(_ seconds: Int, _ text: String) {
        #expect(Timestamp(seconds: seconds, milliseconds: 0).description == text)
    }

    @Test func millisecondsHaveThreeDigits() {
        #expect(Timestamp(seconds: 0, milliseconds: 7).description == "1970-01-01T00:00:00.007Z")
    }
}
