internal import Dispatch
internal import Synchronization

/// Work done ahead on a thread of its own: products come in order while their consumer works on those before.
///
/// A few products go round: with each that the consumer takes it gives one back, whose memory serves again. The work
/// pauses while all of them wait to be taken and holds no thread then, so that a consumer which stops early has nothing
/// to end. What goes wrong ahead is thrown when the consumer gets there.
package final class WorkAhead<Product: Sendable, Fault: Error>: Sendable {
    /// What passes between both sides.
    private struct Belt {
        var slots: [Product]
        /// The slot of the next product to be taken, and how many are ready from there on.
        var first = 0
        var ready = 0
        var isMoving = true
        /// What comes behind the last product.
        var ending: Result<Void, Fault>?
    }

    private struct Work {
        var product: Product
        let make: (inout Product) throws(Fault) -> Bool

        /// Makes the next product, or says how it ends.
        mutating func step() -> Result<Void, Fault>? {
            do throws(Fault) {
                return try make(&product) ? nil : .success(())
            } catch {
                return .failure(error)
            }
        }
    }

    private let depth: Int
    private let belt: Mutex<Belt>
    private let work: Mutex<Work>
    /// Counts what is ready, for the consumer to wait for.
    private let readiness = DispatchSemaphore(value: 0)
    // A serial queue gets a thread of its own, also within work that waits for other work.
    private let queue = DispatchQueue(label: "fenjie.ahead")

    /// Begins the work.
    ///
    /// - Parameters:
    ///   - depth: how many products may wait to be taken.
    ///   - product: an empty product.
    ///   - make: makes the next product from one that is used up; it returns whether there was another.
    package init(
        depth: Int, of product: Product, _ make: sending @escaping (inout Product) throws(Fault) -> Bool
    ) {
        self.depth = max(1, depth)
        belt = Mutex(Belt(slots: Array(repeating: product, count: self.depth)))
        work = Mutex(Work(product: product, make: make))
        queue.async { self.run() }
    }

    /// Gives a product back for the next one.
    ///
    /// - Parameter product: what is used up; replaced by the next product, and left alone where there is none.
    /// - Returns: whether there was one.
    /// - Throws: what the work threw in place of a product, each time from then on.
    package func exchange(_ product: inout Product) throws(Fault) -> Bool {
        readiness.wait()
        let (ending, resumes) = belt.withLock { belt -> (Result<Void, Fault>?, Bool) in
            guard belt.ready > 0 else { return (belt.ending, false) }
            swap(&belt.slots[belt.first], &product)
            belt.first = (belt.first + 1) % depth
            belt.ready -= 1
            // Starting costs more than going on: the work pauses for some products rather than for each.
            guard !belt.isMoving, belt.ending == nil, belt.ready * 2 <= depth else { return (nil, false) }
            belt.isMoving = true
            return (nil, true)
        }
        if resumes { queue.async { self.run() } }
        guard let ending else { return true }
        readiness.signal()
        try ending.get()
        return false
    }

    /// Works until there is no room or nothing left to do.
    private func run() {
        work.withLock { work in
            while hasRoom() {
                let ending = work.step()
                belt.withLock { belt in
                    belt.ending = ending
                    guard ending == nil else { return }
                    swap(&belt.slots[(belt.first + belt.ready) % depth], &work.product)
                    belt.ready += 1
                }
                readiness.signal()
            }
        }
    }

    private func hasRoom() -> Bool {
        belt.withLock { belt in
            if belt.ending != nil || belt.ready == depth { belt.isMoving = false }
            return belt.isMoving
        }
    }
}
