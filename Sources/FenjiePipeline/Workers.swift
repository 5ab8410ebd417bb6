internal import Dispatch
internal import Glibc
internal import Synchronization

/// Work for all cores: one worker for each, which takes the next item when it is done with one.
///
/// Taking an item costs nanoseconds, so that items may be as small as one worksheet. The calling thread only waits: its
/// part of the heap is full of holes from what was read before, and a workbook strewn over them takes a quarter more time.
public struct Workers: Sendable {
    /// How many work at a time.
    public let count: Int

    /// Workers.
    ///
    /// - Parameter count: how many; `nil` for one a core.
    public init(_ count: Int? = nil) {
        self.count = max(1, count ?? Self.cores)
    }

    /// The processors that this process may use.
    public static var cores: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

    /// Does something for each number from 0, in any order and by several workers.
    ///
    /// - Parameters:
    ///   - total: how many items there are.
    ///   - body: what is done; it returns whether the rest is to be done too.
    public func forEach(_ total: Int, _ body: @Sendable (Int) -> Bool) {
        let next = Atomic(0)
        let isStopped = Atomic(false)
        @Sendable func work() {
            while !isStopped.load(ordering: .relaxed) {
                let item = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard item < total else { return }
                if !body(item) { isStopped.store(true, ordering: .relaxed) }
            }
        }
        let width = min(count, total)
        guard total > 1 else { return work() }
        withoutActuallyEscaping(work) { work in
            let group = DispatchGroup()
            for number in 0..<width {
                // A serial queue gets a thread of its own, also within work that waits for other work.
                DispatchQueue(label: "fenjie.worker.\(number)").async(group: group, execute: work)
            }
            group.wait()
        }
    }

    /// Does something for each item, with the results in the order of the items.
    func map<Item: Sendable, Output: Sendable>(_ items: [Item], _ body: @Sendable (Item) -> Output) -> [Output] {
        let results = Mutex([Output?](repeating: nil, count: items.count))
        forEach(items.count) { index in
            let result = body(items[index])
            results.withLock { $0[index] = result }
            return true
        }
        return results.withLock { $0.compactMap(\.self) }
    }
}
