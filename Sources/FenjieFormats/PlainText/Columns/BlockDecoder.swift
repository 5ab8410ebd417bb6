/// Finds the column of each block in a stream of blocks that carries no borders.
///
/// Blocks come in reading order: within a row from left to right, rows from top to bottom. Each way to deal them out has
/// a price, made of how little a block looks like its column, cells left out, and cells broken in two; the cheapest way
/// through the whole stream is found in time linear in blocks × columns (Viterbi's algorithm).
struct BlockDecoder: Sendable {
    let model: ColumnModel
    /// The width at which the cells of a column wrap, where known.
    var wrapWidths: [Int?]

    /// The column of a block and how it goes on from the block before.
    struct Placement: Sendable, Hashable {
        var column: Int
        var step: Step
    }

    /// How a block follows the one before it.
    enum Step: UInt8, Sendable {
        case newRow
        case nextCell
        case sameCell
    }

    private struct Back {
        var column: Int32
        var step: Step
    }

    /// The cheapest way to deal out the blocks, and its price.
    func decode(_ blocks: [TextBlock]) -> (placements: [Placement], cost: Double) {
        let width = model.count
        guard width > 0, !blocks.isEmpty else { return ([], 0) }
        let gaps = gapSums()
        var costs = (0..<width).map { gaps[$0] + cost(blocks[0], in: $0) }
        var backs: [Back] = []
        backs.reserveCapacity(blocks.count * width)
        backs.append(contentsOf: repeatElement(Back(column: -1, step: .newRow), count: width))
        for index in 1..<max(1, blocks.count) {
            let before = blocks[index - 1]
            let block = blocks[index]
            var rowEnd = (cost: Double.infinity, column: 0)
            for column in 0..<width {
                let end = costs[column] + gaps[width] - gaps[column + 1] + leavingPrice(before, block, in: column)
                if end < rowEnd.cost { rowEnd = (end, column) }
            }
            var advance = (cost: Double.infinity, column: 0)
            var next = Array(repeating: Double.infinity, count: width)
            for column in 0..<width {
                var best = (cost: rowEnd.cost + gaps[column], back: Back(column: Int32(rowEnd.column), step: .newRow))
                if advance.cost + gaps[column] < best.cost {
                    best = (advance.cost + gaps[column], Back(column: Int32(advance.column), step: .nextCell))
                }
                if let join = joinPrice(before, block, in: column), costs[column] + join < best.cost {
                    best = (costs[column] + join, Back(column: Int32(column), step: .sameCell))
                }
                next[column] = best.cost + cost(block, in: column)
                backs.append(best.back)
                let leave = costs[column] - gaps[column + 1] + leavingPrice(before, block, in: column)
                if leave < advance.cost { advance = (leave, column) }
            }
            costs = next
        }
        return trace(backs, costs: costs.indices.map { costs[$0] + gaps[width] - gaps[$0 + 1] }, count: blocks.count)
    }

    /// How little a block looks like a column.
    func cost(_ block: TextBlock, in column: Int) -> Double {
        var sum = model.cost(block.kind, in: column)
        if let wrap = wrapWidths[column] {
            let excess = block.width - wrap
            if excess > 4 { sum += min(2 + Double(excess) / 6, 6) }
            // The lines of a wrapped cell come close to its width; only Latin words leave more room.
            if block.isWrapped, excess < -6 { sum += min(1 + Double(-excess) / 6, 5) }
        }
        return sum
    }

    /// The price of going on in the same cell, `nil` where that cannot be.
    private func joinPrice(_ before: TextBlock, _ block: TextBlock, in column: Int) -> Double? {
        guard model.roles[column] != .number else { return nil }
        // Blank lines within a cell come from double-spaced pages, where they part all of its lines.
        guard !(before.isWrapped && block.isWrapped) else { return 6 }
        guard let wrap = wrapWidths[column] else { return 2.2 }
        // Only a line that fills the column goes on below a blank line.
        guard before.lastWidth >= wrap - tolerance(wrap), block.width <= wrap + 4 else { return 6 }
        return (before.endsSentence ? 1 : 0.2) + (before.isWrapped || block.isWrapped ? 1 : 0)
    }

    /// How far a full line may stay behind the width of its column: a bracket or figure that moved to the next line.
    private func tolerance(_ wrap: Int) -> Int { wrap >= 20 ? 4 : wrap >= 12 ? 2 : 1 }

    /// The price of leaving a cell whose last line is full and does not close a sentence.
    private func leavingPrice(_ before: TextBlock, _ block: TextBlock, in column: Int) -> Double {
        guard let wrap = wrapWidths[column], model.roles[column] == .requirement,
            before.lastWidth >= wrap - tolerance(wrap),
            !before.endsSentence
        else { return 0 }
        return 1.5
    }

    private func gapSums() -> [Double] {
        var sums = [0.0]
        var headings = 0
        for role in model.roles {
            var price = role.priceOfGap
            if role == .heading {
                price += Double(headings) * 0.8
                headings += 1
            }
            sums.append((sums.last ?? 0) + price)
        }
        return sums
    }

    private func trace(_ backs: [Back], costs: [Double], count: Int) -> (placements: [Placement], cost: Double) {
        let width = model.count
        guard var column = costs.indices.min(by: { costs[$0] < costs[$1] }) else { return ([], 0) }
        let cost = costs[column]
        var placements: [Placement] = []
        placements.reserveCapacity(count)
        for index in stride(from: count - 1, through: 0, by: -1) {
            let back = backs[index * width + column]
            placements.append(Placement(column: column, step: back.step))
            column = max(0, Int(back.column))
        }
        return (placements.reversed(), cost)
    }
}
