import FenjieFiles
import Glibc
import Testing

@Suite struct WorkAheadTests {
    struct Broken: Error, Equatable {
        let number: Int
    }

    /// Counts up to a number, and then ends or fails.
    static func counting(to last: Int, depth: Int, fails: Bool = false) -> WorkAhead<[Int], Broken> {
        var number = 0
        return WorkAhead(depth: depth, of: []) { product throws(Broken) in
            number += 1
            if number > last, fails { throw Broken(number: number) }
            product = [number]
            return number <= last
        }
    }

    @Test("products come in order, and the end stays the end", arguments: [1, 2, 4, 7])
    func order(depth: Int) throws {
        for last in [0, 1, 2, 5, 1000] {
            let ahead = Self.counting(to: last, depth: depth)
            var product: [Int] = []
            var taken: [Int] = []
            while try ahead.exchange(&product) { taken += product }
            #expect(taken == Array(1..<(last + 1)))
            #expect(try !ahead.exchange(&product))
            #expect(try !ahead.exchange(&product))
        }
    }

    @Test("a failure comes behind the products before it, and stays", arguments: [1, 3])
    func failure(depth: Int) throws {
        let ahead = Self.counting(to: 20, depth: depth, fails: true)
        var product: [Int] = []
        for number in 1...20 {
            #expect(try ahead.exchange(&product))
            #expect(product == [number])
        }
        for _ in 0..<2 { #expect(throws: Broken(number: 21)) { try ahead.exchange(&product) } }
    }

    @Test("a consumer may stop early: the work pauses, and what it holds is given up")
    func earlyEnd() throws {
        final class Held: Sendable {}
        weak var held: Held?
        for taken in [0, 1, 5] {
            let ahead: WorkAhead<[Int], Broken>
            do {
                let content = Held()
                held = content
                ahead = WorkAhead(depth: 2, of: []) { product throws(Broken) in
                    product.append(withExtendedLifetime(content) { 1 })
                    return true
                }
            }
            var product: [Int] = []
            for _ in 0..<taken { #expect(try ahead.exchange(&product)) }
            withExtendedLifetime(ahead) {}
        }
        // The thread lets go when it has filled what room there was.
        for _ in 0..<20_000 where held != nil { usleep(1000) }
        #expect(held == nil)
    }
}
