/// Puts the tasks of many worksheets into one order that agrees with the order on every worksheet.
///
/// Where worksheets leave a choice, the smaller number goes first, then what was met first.
struct TaskOrder {
    /// The tasks in their order, by their numbers in the input.
    private(set) var order: [Int] = []

    private let priorities: [Priority]
    private var heap: [Int] = []

    private struct Priority: Comparable {
        let number: Int
        let position: Int

        static func < (left: Self, right: Self) -> Bool {
            (left.number, left.position) < (right.number, right.position)
        }
    }

    /// Orders tasks.
    ///
    /// - Parameters:
    ///   - numbers: the number of each task as printed.
    ///   - sequences: the tasks of each worksheet from top to bottom.
    init(numbers: [String], sequences: [[Int]]) {
        priorities = numbers.enumerated().map { index, text in
            Priority(number: Int(FoldedText.of(text).prefix { $0.isASCII && $0.isNumber }) ?? .max, position: index)
        }
        var followers: [[Int]] = Array(repeating: [], count: numbers.count)
        var waiting = Array(repeating: 0, count: numbers.count)
        for sequence in sequences {
            for (task, next) in zip(sequence, sequence.dropFirst()) where task != next {
                followers[task].append(next)
                waiting[next] += 1
            }
        }
        for task in numbers.indices where waiting[task] == 0 { push(task) }
        while let task = pop() {
            order.append(task)
            for next in followers[task] {
                waiting[next] -= 1
                if waiting[next] == 0 { push(next) }
            }
        }
        // Worksheets that contradict each other were not made by one split; their tasks come as they were met.
        guard order.count < numbers.count else { return }
        let done = Set(order)
        order += numbers.indices.filter { !done.contains($0) }
    }

    private mutating func push(_ task: Int) {
        heap.append(task)
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard priorities[heap[child]] < priorities[heap[parent]] else { return }
            heap.swapAt(child, parent)
            child = parent
        }
    }

    private mutating func pop() -> Int? {
        guard let first = heap.first, let last = heap.popLast() else { return nil }
        guard !heap.isEmpty else { return first }
        heap[0] = last
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
                if priorities[heap[child]] < priorities[heap[least]] { least = child }
            }
            guard least != parent else { return first }
            heap.swapAt(parent, least)
            parent = least
        }
    }
}
