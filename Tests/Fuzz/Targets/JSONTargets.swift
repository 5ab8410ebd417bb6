internal import FenjieKit

extension FuzzTarget {
    /// JSON text: what was read is the same when it is written and read again.
    static let json = FuzzTarget("json") { bytes in
        let (choice, input) = bytes.choiceAndInput
        guard let value = try? JSONValue(parsing: input, allowsComments: choice & 1 != 0) else { return }
        let text = Array(value.text().utf8)
        guard let again = try? JSONValue(parsing: text), again.text() == value.text() else {
            throw FuzzFault("json: \(value.text()) cannot be read again")
        }
    }

    /// Pipeline files.
    static let pipeline = FuzzTarget("pipeline") { bytes in
        _ = try Pipeline.read(bytes, file: "input.json")
    }
}
