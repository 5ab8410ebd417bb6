package import FenjieModel

/// A unit that the directory does not list.
package struct UnlistedUnit: Sendable {
    /// The code of what is said about it.
    package static let code = "unit-unknown"

    /// Its name as read.
    package let name: String
    private let nearest: [String]

    /// A unit, and the names of the directory that are near.
    package init(_ name: String, nearest: [String]) {
        self.name = name
        self.nearest = nearest
    }

    /// What is wrong.
    package var message: Message { Message("名录中没有“\(name)”", "the directory has no \(name)") }

    /// What to do about it.
    package var hint: Message {
        guard !nearest.isEmpty else {
            return Message("请核对名称，或加入名录", "check the name, or add it to the directory")
        }
        let chinese = nearest.map { "“\($0)”" }.joined(separator: "、")
        return Message(
            "是否为\(chinese)？否则请加入名录", "is it \(nearest.joined(separator: " or "))? else add it to the directory")
    }
}
